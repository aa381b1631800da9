//! Where in belief space is everybody?

mod matrix;

pub use matrix::{Beliefs, BeliefsError};
