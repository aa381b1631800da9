//! The questionnaire of selected items, the words for its answers, and the sentence that explains a respondent.
//!
//! | module | contents |
//! |---|---|
//! | [`cluster_names`] | prototypes of directions in factor space, and their labels |
//! | [`mod@format`] | numbers as text for a visitor |
//! | [`population`] | opinions of simulated respondents in the dimensions of a world, and their answers |
//! | [`questionnaire`] | question sets, their words, and answers |
//! | [`scoring`] | one in how many people is like a respondent, and what single answers tell |
//!
//! # Invariants
//!
//! - **The same bits everywhere**: transcendental functions come from `libm`, random numbers from keyed streams.
//! - **No simulation**: answers are scored against respondents, not against a world.
//! - The crate knows no browser and no clock.

pub mod cluster_names;
pub mod format;
pub mod population;
pub mod questionnaire;
pub mod scoring;
