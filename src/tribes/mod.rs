//! Who has ended up together, and how strange is everybody else?
//!
//! Measures of a crowd on one day, all of them pure over where people stand; none of them moves anybody.

mod clusters;
mod dimensions;
mod names;
mod prototypes;
mod surprisal;

pub use clusters::Tribes;
pub use dimensions::{effective_dimensions, polarisation};
pub use names::{Held, Name, names};
pub use prototypes::{Corners, Prototype};
pub use surprisal::{mean_surprisal, surprisal};
