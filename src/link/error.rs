//! Why can a link not be read?

use thiserror::Error;

use crate::items::SET_ID;

/// What keeps a link from being read, in a sentence for the visitor.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// It is nothing we know.
    #[error("this address leads nowhere")]
    Unknown,
    /// It holds something else than was asked for.
    #[error("this link does not hold a result")]
    NotAResult,
    /// It was made by another version of this page.
    #[error(
        "this link is written in version {version}, and this page reads version 1; reload the page, then try again"
    )]
    Version {
        /// The version it names.
        version: String,
    },
    /// Something was cut off or added.
    #[error(
        "a whole link has {expected} characters here and this one has {found}; it may have been cut, so copy it again"
    )]
    Length {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A character that no code has.
    #[error("\u{201c}{character}\u{201d} does not belong into this link; copy it again")]
    Character {
        /// The character.
        character: char,
    },
    /// The checksum does not fit.
    #[error("a character of this link was changed on the way; copy it again")]
    Damaged,
    /// Answers to questions that came before or after ours.
    #[error("{}", other_set(*set))]
    Set {
        /// The set it names.
        set: u8,
    },
    /// The checksum fits, the content cannot be.
    #[error("nobody can have this result: it holds an answer or a number that does not exist")]
    Impossible,
}

fn other_set(set: u8) -> String {
    if set < SET_ID {
        format!(
            "this result answers an older set of questions (number {set}; ours is {SET_ID}), so the two cannot be compared"
        )
    } else {
        format!(
            "this result answers question set {set}, and this page knows set {SET_ID}; reload the page, then try again"
        )
    }
}
