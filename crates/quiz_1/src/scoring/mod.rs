//! Scoring: information gain of a respondent's answers relative to a simulated population.
//!
//! The population predicts each answer from the others, as a language model predicts words. The surprisal of all
//! answers, `−log2 p(answers)`, splits without remainder:
//!
//! `bits = I + volume + noise`
//!
//! * I, the **identity bits**: information gain of the answers about identity, `KL(posterior ‖ population)`, corrected
//!   for response style ([`Posterior::identity_bits`]);
//! * volume: information gain about the response style given identity, and the part of the divergence that the
//!   correction removes;
//! * noise: surprisal that remains when identity and style are known.
//!
//! The perplexity of a respondent is `2^I`. The bits are those of an exact joint probability of the answers, so they
//! depend neither on the order of the items nor on the sides of their poles.
//!
//! **Why I.** The total mostly measures the use of the end points (rank correlation with style −.64), and random
//! clicking has the largest totals. I finds respondents with extreme factor scores as well as any function of the
//! answers: the posterior probability of the outermost tenth, which is the best classifier, does not separate better
//! (areas under the curve .764 and .766 on one sample, by the norm of the factor scores).
//!
//! **Percentile rank** is a range, the central two thirds of the ranks of simulated second answers
//! ([`Score::further_than`]), since opinions are stable and responses are not. Careless responding has no rank
//! ([`careless_probability`]).
//!
//! **Passes** are missing data and not the middle. Percentile ranks and the median are among the norm sample with the
//! same passes, so that fewer answers do not change the expected rank. A preview of twelve answers is the score with
//! twelve passes; its bits correlate .67 with those of all 24 of set 1.
//!
//! **Frozen.** Items, population, seeds and sample sizes belong to a [`crate::questionnaire::QuestionSet`]: a shared link
//! means the same numbers for ever, and `tests/golden` holds three of set 1 to the last bit. A change needs a new set.
//!
//! `cargo run --release --package experiments --example calibration` prints these figures (except the best classifier's) and many more.

mod batch;
mod careless;
mod lanes;
mod mixture;
mod norms;
mod posterior;
mod predictor;
mod response_model;
mod retest;
mod score;
mod scorer;

pub use batch::BatchScore;
pub use batch::score_evidence_batch;
pub use careless::CARELESS_PRIOR;
pub use careless::{CarelessModel, Extremity};
pub use mixture::{Evidence, Mixture};
pub use norms::{NORM_SAMPLE_SIZE, Norms, norm_sample, score_batch};
pub use posterior::{Posterior, STYLE_CORRECTION};
pub use predictor::{PEOPLE, Predictor};
pub use response_model::Table;
pub use retest::{resample_response, sample_posterior};
pub use score::{AnswerScore, PairScore, Score};
pub use scorer::{NothingAnswered, careless_probability, score};
