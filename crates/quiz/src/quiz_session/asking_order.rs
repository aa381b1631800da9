//! The questions of a session in the order in which they were asked.

use core::fmt;

/// Maximum number of questions in an order, the last of the goals of a session.
pub(super) const MOST_ASKED: usize = 48;

/// Indices of different questions of a set, in the order of asking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct AskingOrder {
    /// The first `count`; the rest are zero, so that equal orders are equal bytes.
    questions: [u8; MOST_ASKED],
    count: u8,
}

impl AskingOrder {
    /// An order of no questions.
    pub(super) const fn empty() -> AskingOrder {
        AskingOrder { questions: [0; MOST_ASKED], count: 0 }
    }

    /// The questions.
    pub(super) fn questions(&self) -> &[u8] {
        &self.questions[..usize::from(self.count)]
    }

    /// Adds a question. `None`, and no change, when it is already there or there are [`MOST_ASKED`].
    pub(super) fn push(&mut self, question: u8) -> Option<()> {
        if self.questions().contains(&question) {
            return None;
        }
        *self.questions.get_mut(usize::from(self.count))? = question;
        self.count += 1;
        Some(())
    }

    /// Removes the last question, if there is one.
    pub(super) fn pop(&mut self) {
        if let Some(last) = self.count.checked_sub(1) {
            self.questions[usize::from(last)] = 0;
            self.count = last;
        }
    }
}

impl fmt::Debug for AskingOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.questions().fmt(f)
    }
}
