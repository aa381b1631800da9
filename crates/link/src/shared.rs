//! Contents of a result link.

use quiz::questionnaire::Answers;

/// A result as it is shared in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedResult {
    /// The visitor's answers.
    pub answers: Answers,
    /// The visitor's guess before the quiz: how many of 100 are weirder.
    pub guess: Option<u8>,
}
