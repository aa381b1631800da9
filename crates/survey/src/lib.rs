//! Scoring of tables of answers from surveys by likeness.
//!
//! A [`ResponseTable`] holds the answers of respondents to any of the item bank's 101 items
//! ([`perplexity::item_bank::KEYS`]), in any order and with any answers missing. A column has as many categories as its largest
//! number says, 2 to [`MOST_STEPS`]. A [`Survey`] scores respondents with the factors, response styles and likeness of
//! [`perplexity`].
//!
//! Nothing is estimated from the table except, on request, the thresholds: a survey of other years, people or wording has
//! other shares, and `reanchor` recomputes the thresholds so that the population's shares are the table's
//! ([`refit_thresholds`]). Otherwise they are the bank's, interpolated where a column has not five categories
//! ([`bank_thresholds`]).
//!
//! Two measures say how well the model fits the table. Each answer is predicted from the respondent's answers before it, and
//! its surprisal compared with that by the table's own marginal shares, which know the answers to each item in advance but
//! nothing about a respondent ([`Survey::predict_in_sequence`]). And each respondent's answers are split into two forms that
//! are scored apart ([`Survey::form_agreement`]).
//!
//! Every number is the same for any order of the columns.
//!
//! # Examples
//!
//! ```
//! use survey::{ResponseTable, Survey};
//!
//! // Respondents answer "god" in five categories and "beyond" in two; the second respondent skips the second item.
//! let table = ResponseTable::read("god,beyond\n1,2\n5,\n3,1\n")?;
//! let survey = Survey::new(table, false);
//! let score = survey.score(0).expect("the respondent answered two items");
//! assert_eq!(score.answered, 2);
//! let [low, high] = score.surprisal_range;
//! assert!(low < score.surprisal && score.surprisal < high);
//! println!("one in {:.0} people is like the first respondent", score.perplexity());
//! # Ok::<(), survey::ResponseTableError>(())
//! ```

pub mod domains;

mod csv;
mod forms;
pub mod parallel;
mod response_table;
mod scale;
mod sequential;
mod simulation;
mod survey;

pub use csv::OpenQuote;
pub use forms::{FEWEST_ANSWERS, FormAgreement};
pub use response_table::{MOST_STEPS, ResponseTable, ResponseTableError};
pub use scale::{bank_thresholds, refit_thresholds};
pub use sequential::{ItemPrediction, PredictionSequence};
pub use simulation::simulate_responses;
pub use survey::Survey;
