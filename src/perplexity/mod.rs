//! How surprising is a visitor to the simulated crowd?
//!
//! The crowd predicts each answer from the others, as a language model predicts words. What all answers cost,
//! `−log2 p(answers)`, splits without remainder:
//!
//! `bits = I + volume + noise`
//!
//! * I, the **identity bits**: what it takes to point the visitor out. That is `KL(people given the answers ‖ crowd)`,
//!   brought to ordinary loudness ([`Posterior::identity_bits`]);
//! * volume, the same for how loudly they answer, given who they are, and what their loudness added to the first;
//! * noise, what even somebody who knew them exactly could not have guessed.
//!
//! The perplexity of you is `2^I`. All this is an exact joint probability of the answers, so nothing depends on the
//! order of the questions; it costs the same however sides were shuffled.
//!
//! **Why I.** The total mostly measures how often somebody uses the ends (rank correlation with style −.64) and is
//! topped by random clicking; I finds the people who are truly far out, as well as anything can that knows their
//! answers: the posterior probability of being in the outermost tenth, the best classifier there is, does not
//! separate it better (areas under the curve .764 and .766 on one sample, by the factors' length).
//!
//! **A place in the crowd** is a range, two thirds of where the bits of second answers would fall
//! ([`Reading::further_than`]), since beliefs are stable and answers are not. Who clicked without reading has none
//! ([`nobody`]).
//!
//! **Passes** are not read as the middle; they are not read. Percentile, median and loudness are then among simulated
//! people who answered the same questions, so that fewer answers make everybody more ordinary and nobody is
//! blamed for it. A look at twelve answers is the same reading with twelve passes: its bits correlate .67 with those of
//! all 24.
//!
//! **Frozen.** Items, crowd, seeds and numbers of people belong to set 1: a shared link means the same numbers for
//! ever, and `tests/golden` holds three of them to the last bit. What would change them needs a new
//! [`crate::items::SET_ID`].
//!
//! `cargo run --release --example calibration` prints the figures (but for the best classifier's) beside many more.

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
pub use posterior::{FAIRNESS, Posterior};
pub use predictor::{PEOPLE, Predictor};
pub use read::{NothingAnswered, TYPICAL_GUESS_RATE, nobody, read};
pub use reading::{AnswerReading, PairReading, Reading};
pub(crate) use retest::{answered_again, people_alike};
pub(crate) use table::Table;
