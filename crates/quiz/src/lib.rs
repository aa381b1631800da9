//! The questionnaire of selected items, the words for its answers, and the sentence that explains a respondent.
//!
//! | module | contents |
//! |---|---|
//! | [`cluster_names`] | prototypes of directions in factor space, names of clusters, and their labels |
//! | [`comparison`] | the answers of two respondents side by side |
//! | [`domains`] | domains of the random numbers that this crate draws |
//! | [`explanation`] | the shortest sentence that explains a respondent |
//! | [`mod@format`] | numbers as text for a visitor |
//! | [`population`] | opinions of simulated respondents in the dimensions of a world, and their answers |
//! | [`questionnaire`] | question sets, their words, and answers |
//! | [`quiz_session`] | selection of the questions, progress through them, and the text in which it is stored |
//! | [`scoring`] | one in how many people is like a respondent, and what single answers tell |
//!
//! # Invariants
//!
//! - **The same bits everywhere**: transcendental functions come from `libm`, random numbers from keyed streams.
//! - **No simulation**: answers are scored against respondents, not against a world.
//! - The crate knows no browser and no clock.

pub mod cluster_names;
pub mod comparison;
pub mod domains;
pub mod explanation;
pub mod format;
pub mod population;
pub mod questionnaire;
pub mod quiz_session;
pub mod scoring;
