//! Errors of reading a link, worded for a visitor.

use thiserror::Error;

use quiz::questionnaire::CURRENT;

/// Reason why a link cannot be read; displayed as a sentence for the visitor.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// The text is no kind of link.
    #[error("this address leads nowhere")]
    Unknown,
    /// The link holds something other than a result.
    #[error("this link does not hold a result")]
    NotAResult,
    /// The link has a version that this page cannot read.
    #[error(
        "this link is written in version {version}, which this page cannot read; reload the page, then try again"
    )]
    Version {
        /// Version in the link.
        version: String,
    },
    /// The code ends before it says how long it is.
    #[error("this link is too short to be whole; it may have been cut, so copy it again")]
    Cut,
    /// The code is too short or too long.
    #[error(
        "a whole link has {expected} characters here and this one has {found}; it may have been cut, so copy it again"
    )]
    Length {
        /// Expected number of characters.
        expected: usize,
        /// Number of characters found.
        found: usize,
    },
    /// The code contains a character that is no digit.
    #[error("\u{201c}{character}\u{201d} does not belong into this link; copy it again")]
    Character {
        /// The character.
        character: char,
    },
    /// The checksum does not match.
    #[error("a character of this link was changed on the way; copy it again")]
    Damaged,
    /// The answers belong to another question set.
    #[error("{}", other_set(*set))]
    Set {
        /// Set in the link.
        set: u8,
    },
    /// The checksum matches, but a value is out of range.
    #[error("nobody can have this result: it holds an answer or a number that does not exist")]
    Impossible,
}

impl LinkError {
    /// Whether a newer version of this page may be able to read the link.
    pub fn is_newer(&self) -> bool {
        match self {
            LinkError::Version { .. } => true,
            LinkError::Set { set } => *set > CURRENT.id(),
            _ => false,
        }
    }
}

fn other_set(set: u8) -> String {
    let ours = CURRENT.id();
    if set < ours {
        format!(
            "this result answers an older set of questions (number {set}; ours is {ours}), so the two cannot be compared"
        )
    } else {
        format!(
            "this result answers question set {set}, and this page knows set {ours}; reload the page, then try again"
        )
    }
}
