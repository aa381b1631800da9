//! Stages and goals of a session, and the choices of a visitor.

use core::ops::RangeInclusive;

use super::asking_order::MOST_ASKED;
use crate::questionnaire::Response;

/// Range of the guess: "out of 100 simulated people, how many are weirder than you?"
pub const GUESSES: RangeInclusive<u8> = 0..=100;

/// Numbers of questions after which a session shows its result. A visitor goes from one to the next by
/// [`super::QuizSession::sharpen`].
pub const GOALS: [usize; 3] = [24, 36, MOST_ASKED];

/// Number of answers from which a preview of the result is offered.
pub const MIN_PREVIEW_ANSWERS: usize = 12;

/// Widest range of the place, as a share of the population, at which an early end is offered.
pub const EARLY_END_WIDTH: f64 = 0.15;

/// Stage of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The guess, before the first question.
    Guess,
    /// The question at a place in the order of asking, counted from 0.
    Asking(usize),
    /// The offer of a preview, after [`MIN_PREVIEW_ANSWERS`] answers.
    Halfway,
    /// The result of the answers given so far.
    Result,
}

/// Choice of a visitor for one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemChoice {
    /// A response, counted from A as shown on the screen.
    Shown(Response),
    /// A pass.
    Pass,
}
