//! The questionnaire of selected items, the words for its answers, and the sentence that explains a respondent.
//!
//! | module | contents |
//! |---|---|
//! | [`cluster_names`] | prototypes of directions in factor space, and their labels |
//! | [`questionnaire`] | question sets, their words, and answers |
//!
//! # Invariants
//!
//! - **The same bits everywhere**: transcendental functions come from `libm`, random numbers from keyed streams.
//! - **No simulation**: answers are scored against respondents, not against a world.
//! - The crate knows no browser and no clock.

pub mod cluster_names;
pub mod questionnaire;
