//! How surprising is a visitor to the simulated crowd?
//!
//! The crowd predicts each answer from the others, as a language model predicts words. What all answers cost,
//! `−log2 p(answers)`, splits without remainder:
//!
//! `bits = I + volume + noise`
//!
//! * `I = KL(people given the answers ‖ crowd)`, the **identity bits**: what it takes to point the visitor out;
//! * volume, the same for how loudly they answer, given who they are;
//! * noise, what even somebody who knew them exactly could not have guessed.
//!
//! The perplexity of you is `2^I`.

mod batch;
mod calibrators;
mod mixture;
mod nobody;
mod posterior;
mod predictor;
mod read;
mod reading;
mod retest;
mod table;

pub use batch::Placed;
pub(crate) use batch::place_all;
pub use calibrators::{CALIBRATORS, Calibration, place, takers};
pub(crate) use mixture::{Clue, Mixture};
pub use nobody::NOBODY_PRIOR;
pub(crate) use nobody::{Nobody, Reach};
pub use posterior::Posterior;
pub use predictor::{PEOPLE, Predictor};
pub use read::{NothingAnswered, TYPICAL_GUESS_RATE, read};
pub use reading::{AnswerReading, PairReading, Reading};
pub(crate) use retest::{answered_again, people_alike};
pub(crate) use table::Table;
