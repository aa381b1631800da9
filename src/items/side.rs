//! Which pole of a question?

use serde::{Deserialize, Serialize};

use super::Answers;

/// A question and one of its poles: what somebody who is not torn says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Side {
    /// Index into [`super::QUESTIONS`].
    pub question: u8,
    /// The upper pole, not the lower.
    pub upper: bool,
}

impl Side {
    /// Whether these answers take this side, leaning or definitely.
    pub fn is_taken_by(self, answers: &Answers) -> bool {
        answers.side(usize::from(self.question)) == Some(self.upper)
    }
}

impl Answers {
    /// The pole leaned to on question `index`: `Some(true)` for the upper; nothing when torn or passed.
    pub fn side(&self, index: usize) -> Option<bool> {
        self.get(index).and_then(super::Step::side)
    }
}
