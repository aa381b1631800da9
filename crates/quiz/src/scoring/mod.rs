//! Scoring: one in how many people is like a respondent, and what their answers tell.
//!
//! The number itself, its range and its place come from [`perplexity::score`]; here it is joined with what a result page says
//! about single answers: a forecast of each from all others, consistency pairs, the record of predicted sides.

mod score;
mod scorer;

pub use score::{AnswerScore, PairScore, Score};
pub use scorer::{NothingAnswered, posterior, score};
