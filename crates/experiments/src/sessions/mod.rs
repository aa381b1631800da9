//! Calibration of the perplexity of a respondent, on simulated respondents who answer the items that are selected for them.

pub mod forecast;
pub mod merit;
pub mod patterns;
pub mod sitting;
pub mod statistics;
pub mod table;
pub mod truth;
pub mod year;
