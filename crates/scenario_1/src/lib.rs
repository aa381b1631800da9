//! Scenario: the visitor as an observer of a simulated world over a year, under several interventions.
//!
//! The visitor's opinions on items follow from their answers; opinions in other dimensions follow from the respondents
//! they resemble, plus a unique factor. An answer changes when an opinion crosses a threshold; response errors stay
//! those of day 0.
//!
//! All interventions ([`Lever`]) run side by side in one world. An observer is not read by anyone, a lever changes
//! only what the visitor reads, and random streams are keyed, so that every lever meets the same population and the
//! same posts (common random numbers).

mod control_group;
mod half_life;
mod later_answers;
mod lever;
mod predictor;
mod prototypes;
mod report;
mod visitor;
mod year;

pub use half_life::half_life;
pub use later_answers::deterministic_answers;
pub use lever::Lever;
pub use report::{ClusterSummary, ClusterSurvey, LeverOutcome};
pub use visitor::beliefs_of;
pub use year::Year;
