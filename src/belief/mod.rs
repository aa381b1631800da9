//! Where in belief space is everybody?

mod components;
mod eigen;
mod landscape;
mod lanes;
mod matrix;
mod projection;

pub use components::{Fitting, mean, principal_components, spread};
pub use landscape::Landscape;
pub use lanes::{add_differences, add_rows, dot};
pub use matrix::{Beliefs, BeliefsError};
pub use projection::Projection;
