//! Calibration of the quiz's numbers, on simulated respondents who are neither in the predictor's population nor in its norm
//! sample.

mod visitors;

pub mod coherence;
pub mod forecasts;
pub mod interval;
pub mod merit;
pub mod statistics;

pub use visitors::{Quiz, Visitors};
