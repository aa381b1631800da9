//! Names of directions in belief space: prototypes and their labels.

mod labels;
mod prototypes;

pub use labels::{Register, label, label_words};
pub use prototypes::{Prototype, PrototypeDirections};
