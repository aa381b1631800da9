//! Side of an item: one of its two poles.

use serde::{Deserialize, Serialize};

use super::answers::Answers;

/// An item and one of its poles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Side {
    /// Index into [`super::QUESTIONS`].
    pub question: u8,
    /// Whether it is the upper pole.
    pub upper: bool,
}

impl Side {
    /// Whether the response to the item is on this side.
    ///
    /// # Panics
    ///
    /// When [`Side::question`] is no index into [`super::QUESTIONS`].
    pub fn is_taken_by(self, answers: &Answers) -> bool {
        answers.side(usize::from(self.question)) == Some(self.upper)
    }
}

impl Answers {
    /// Side taken on item `index`: `Some(true)` for the upper pole, `None` for a neutral response or a pass.
    ///
    /// # Panics
    ///
    /// When `index` is out of range, `0..24`.
    pub fn side(&self, index: usize) -> Option<bool> {
        self.get(index).and_then(super::response::Response::side)
    }
}
