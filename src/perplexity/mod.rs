//! How surprising is a visitor to the simulated crowd?

mod reading;

pub use reading::{AnswerReading, Reading};
