//! What is there to say about one day?

use serde::{Deserialize, Serialize};

use super::Lever;
use crate::items::{Answers, Side};
use crate::tribes::{Name, TYPICAL};

/// The visitor under one lever, on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Life {
    /// What was done about it.
    pub lever: Lever,
    /// Where they are on the flat map: the two principal directions of day 0, in standard deviations of the first.
    pub you: [f32; 2],
    /// What they would answer.
    pub answers: Answers,
    /// Identity bits of those answers in today's crowd.
    pub bits_today: f64,
    /// The same in that day's crowd, as it was at most two weeks before.
    pub bits_that_day: f64,
    /// "Further out than so many of a hundred simulated people" of that day.
    pub further_than: u8,
    /// Their tribe, by its place among the survey's tribes; `None`: a loner.
    pub tribe: Option<u8>,
}

/// The crowd, as it was when it was last surveyed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// On which day.
    pub day: u16,
    /// Tribes of at least one person in a hundred, the largest first.
    pub tribes: Vec<TribeSeen>,
    /// People in no tribe.
    pub loners: u32,
    /// Share of all squared distances between people that the flat map kept.
    pub kept: f32,
    /// Identity bits of the median simulated person in that day's crowd.
    pub median_bits: f64,
}

/// A tribe; or, before there are any, everybody whom the same name fits best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TribeSeen {
    /// What it is called; all names of a survey differ.
    pub name: Name,
    /// Members.
    pub people: u32,
    /// Its middle on the flat map.
    pub at: [f32; 2],
    /// What its people say more often than others do.
    pub typical: [Side; TYPICAL],
    /// How far its middle is from the visitor in each life, in the order of [`Lever::ALL`]: one is as far as the crowd of
    /// day 0 was from its own middle (root mean square), in the recommender's coordinates.
    pub apart: Vec<f32>,
}
