//! What a visitor answered.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ASKED;

/// Number of steps between the two poles.
pub const STEPS: usize = 5;

/// One of the five steps from the lower pole (0) to the upper (4); the middle is 2, "torn".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Step(u8);

impl Step {
    /// All five, lower pole first.
    pub const ALL: [Step; STEPS] = [Step(0), Step(1), Step(2), Step(3), Step(4)];

    /// Step `index`, if it is one of `0..5`.
    pub fn new(index: usize) -> Option<Step> {
        Step::ALL.get(index).copied()
    }

    /// Its place, `0..5`.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The same answer when the poles change sides.
    pub fn mirrored(self) -> Step {
        Step(4 - self.0)
    }

    /// Which pole it leans to: `Some(true)` for the upper, nothing when torn.
    pub fn side(self) -> Option<bool> {
        (self.0 != 2).then_some(self.0 > 2)
    }
}

impl From<Step> for u8 {
    fn from(step: Step) -> u8 {
        step.0
    }
}

impl TryFrom<u8> for Step {
    type Error = AnswersError;
    fn try_from(index: u8) -> Result<Step, AnswersError> {
        Step::new(usize::from(index)).ok_or(AnswersError::NoSuchStep { index })
    }
}

/// Answers that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnswersError {
    /// A step beyond the fifth.
    #[error("an answer is one of five steps, not number {index}")]
    NoSuchStep {
        /// What was given, counted from nought.
        index: u8,
    },
}

/// An answer or a pass for each of the 24 questions, in the order of [`super::QUESTIONS`] (not the order asked).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers(pub [Option<Step>; ASKED.len()]);

impl Answers {
    /// How many questions were answered.
    pub fn count(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// The answer to question `index`.
    pub fn get(&self, index: usize) -> Option<Step> {
        self.0[index]
    }

    /// The same answers less one.
    pub fn without(mut self, index: usize) -> Answers {
        self.0[index] = None;
        self
    }

    /// The same answers less those to questions that `others` did not answer.
    pub fn as_far_as(mut self, others: &Answers) -> Answers {
        for (answer, shown) in self.0.iter_mut().zip(others.0) {
            *answer = answer.filter(|_| shown.is_some());
        }
        self
    }
}
