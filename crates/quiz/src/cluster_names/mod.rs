//! Names of opinion clusters, by the nearest prototype or by the most typical answers, and their labels.

mod labels;
mod names;
mod prototypes;
mod typical_answers;

pub use labels::{Register, called, label, label_words, on_a_map};
pub use names::{ClusterMeans, ClusterName, cluster_means, name_clusters};
pub use prototypes::{Prototype, PrototypeDirections};
pub use typical_answers::{TYPICAL, typical};
