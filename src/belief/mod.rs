//! Where in belief space is everybody?

mod centre;
mod components;
mod eigen;
mod landscape;
mod lanes;
mod matrix;
mod orthonormal;
mod projection;

pub use centre::{mean, spread};
pub use components::{Fitting, principal_components};
pub use landscape::Landscape;
pub use lanes::{add_differences, add_rows, difference, dot};
pub use matrix::{Beliefs, BeliefsError};
pub use projection::Projection;
