//! Answers of a respondent to all items.

use serde::{Deserialize, Serialize};

use super::questions::ASKED;
use super::response::Response;

/// A response or a pass (`None`) for each of the 24 items, in the order of [`super::QUESTIONS`], not the order asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers(pub [Option<Response>; ASKED.len()]);

impl Answers {
    /// Number of items answered.
    pub fn count(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// Response to item `index`, `0..24`; `None` for a pass.
    ///
    /// # Panics
    ///
    /// When `index` is out of range.
    pub fn get(&self, index: usize) -> Option<Response> {
        self.0[index]
    }

    /// These answers with item `index` passed.
    ///
    /// # Panics
    ///
    /// When `index` is out of range.
    pub fn without(mut self, index: usize) -> Answers {
        self.0[index] = None;
        self
    }

    /// These answers with a pass wherever `others` has one.
    pub fn mask_like(mut self, others: &Answers) -> Answers {
        for (answer, shown) in self.0.iter_mut().zip(others.0) {
            *answer = answer.filter(|_| shown.is_some());
        }
        self
    }
}
