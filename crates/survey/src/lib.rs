//! Scoring of external survey data with the quiz's predictor.
//!
//! A [`ResponseTable`] holds the answers of real respondents to any of the item bank's 34 items, in any order: five response
//! categories or only the side, with passes anywhere. Six factors, response styles and the population are those of the quiz.
//! Nothing is estimated from the table except, on request, the marginal shares of the answers: an older or differently
//! worded survey has other shares, and `reanchor` recomputes the thresholds of the latent response so that the population's
//! shares equal the table's ([`Scale::refit`]). A column of sides then has two thresholds, or one where nobody was neutral.
//!
//! The baseline is the table's own marginal shares, which know the answers to each item in advance, but nothing about a
//! respondent.
//!
//! Loadings are not shrunk: shrinkage by 10 % would gain 0.001 bits per answer where real correlations are 15 % below the
//! bank's, and lose 0.002 where they equal the bank's (simulated from the full correlation table, with and without response
//! styles).
//!
//! # Examples
//!
//! ```no_run
//! use quiz::population::SEED;
//! use survey::{ResponseTable, Survey};
//!
//! // The first respondent gives a response category and a side; the second passes the second item.
//! let table = ResponseTable::read("god,gap\n1,A\n5,\n")?;
//! let survey = Survey::new(SEED, table, false);
//! let score = survey.score(0).expect("the respondent answered two items");
//! assert_eq!(score.answered, 2);
//! assert!(score.identity_bits >= 0.0);
//! # Ok::<(), survey::ResponseTableError>(())
//! ```

mod csv;
mod percentile;
mod response_table;
mod scale;
mod scorer;
mod sequential;

pub use csv::OpenQuote;
pub use percentile::ResponsePattern;
pub use response_table::{ResponseCode, ResponseTable, ResponseTableError};
pub use scale::{Scale, response_shares};
pub use scorer::{Survey, simulate_responses};
pub use sequential::{ItemPrediction, PredictionSequence, RespondentScore};
