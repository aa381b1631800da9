//! The questionnaire, its simulated population, and the scoring of answers.
//!
//! | module | contents |
//! |---|---|
//! | [`cluster_names`] | names of clusters, by the prototype that is nearest |
//! | [`comparison`] | the answers of two respondents side by side |
//! | [`domains`] | domains of the random numbers that this crate draws |
//! | [`explanation`] | a sentence that singles a respondent out, clause by clause |
//! | [`mod@format`] | numbers as text for a visitor |
//! | [`population`] | simulated respondents, and the dimensions of a world |
//! | [`questionnaire`] | question sets, answers, and the model of a response |
//! | [`quiz_session`] | progress through the questions, and the text in which it is stored |
//! | [`scoring`] | posterior of a respondent, identity bits, percentile ranges, careless responding |
//!
//! # Invariants
//!
//! - **The same bits everywhere**: transcendental functions come from `libm`, random numbers from keyed streams.
//! - **No simulation**: answers are scored against respondents, not against a world. Of [`drift`], the crate uses
//!   random streams, linear algebra and measures.
//! - The crate knows no browser and no clock.
//!
//! # Example
//!
//! Answers of a simulated respondent, and how probable the population finds them:
//!
//! ```
//! use quiz::population::Respondent;
//! use quiz::questionnaire::CURRENT;
//! use quiz::scoring::Predictor;
//!
//! let answers = Respondent::nth(1, 20_000).answers(&CURRENT.models(), 0);
//! let posterior = Predictor::today(CURRENT, 1).posterior(&answers);
//! // KL(posterior ‖ population), in bits: how much the answers identify the respondent.
//! assert!(posterior.divergence() > 0.0);
//! assert!(posterior.divergence() < f64::log2(10_000.0));
//! ```

pub mod cluster_names;
pub mod comparison;
pub mod domains;
pub mod explanation;
pub mod format;
pub mod population;
pub mod questionnaire;
pub mod quiz_session;
pub mod scoring;
