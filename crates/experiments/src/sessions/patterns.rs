//! Sittings of people who do not read: the place that patterns of clicks are given, and how often they are found careless.

use super::sitting::{Answering, Asking, sitting};
use super::statistics::mean;
use crate::domains::SESSIONS;
use drift::rng::{StreamKey, bounded_u32};
use perplexity::item_bank::ITEM_COUNT;
use perplexity::likeness::Likeness;
use rand::Rng;
use survey::parallel::in_parallel;

/// A way of clicking without reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClickPattern {
    /// The same end of the screen every time. Which pole is there is drawn for every question.
    OneSideOfTheScreen,
    /// The lower pole every time, as if all sides were known.
    LowerEnds,
    /// The upper pole every time.
    UpperEnds,
    /// The lower and the upper pole in turn.
    EndsInTurn,
    /// The middle every time.
    Torn,
}

impl ClickPattern {
    /// All patterns.
    pub const ALL: [ClickPattern; 5] = [
        ClickPattern::OneSideOfTheScreen,
        ClickPattern::LowerEnds,
        ClickPattern::UpperEnds,
        ClickPattern::EndsInTurn,
        ClickPattern::Torn,
    ];

    /// Name in the table of figures.
    pub fn name(self) -> &'static str {
        match self {
            ClickPattern::OneSideOfTheScreen => "always A",
            ClickPattern::LowerEnds => "lower ends",
            ClickPattern::UpperEnds => "upper ends",
            ClickPattern::EndsInTurn => "ends in turn",
            ClickPattern::Torn => "all torn",
        }
    }
}

/// Mean over the sessions of one pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PatternOutcome {
    /// Mean place, 0 to 1.
    pub place: f64,
    /// Share of sessions found careless.
    pub flagged: f64,
}

/// Outcomes of a pattern at each of [`super::sitting::LENGTHS`], over sessions with the seeds 0..`sessions`.
pub fn outcomes(likeness: &Likeness, pattern: ClickPattern, sessions: usize) -> [PatternOutcome; 4] {
    let sittings = in_parallel(sessions, |n| {
        let mut sides = StreamKey::new(0, SESSIONS).at_step(2).stream(n);
        let ends: [u8; ITEM_COUNT] = core::array::from_fn(|_| 4 * bounded_u32(2, sides.next_u32()) as u8);
        let answering = match pattern {
            ClickPattern::OneSideOfTheScreen => Answering::Responses(&ends),
            ClickPattern::LowerEnds => Answering::Pattern(&[0]),
            ClickPattern::UpperEnds => Answering::Pattern(&[4]),
            ClickPattern::EndsInTurn => Answering::Pattern(&[0, 4]),
            ClickPattern::Torn => Answering::Pattern(&[2]),
        };
        sitting(likeness, answering, n as u64, Asking::Targeted, 0.0)
    });
    core::array::from_fn(|at: usize| {
        let scores = || sittings.iter().map(move |sitting| &sitting[at].score);
        let places: Vec<f64> = scores().map(|score| score.place).collect();
        let flagged: Vec<f64> = scores().map(|score| f64::from(u8::from(score.careless > 0.5))).collect();
        PatternOutcome { place: mean(&places), flagged: mean(&flagged) }
    })
}
