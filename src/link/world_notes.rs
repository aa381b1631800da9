//! What of a world's link could not be taken as it was?

use thiserror::Error;

use crate::drift::Decimal;

/// One thing about a world's link that its reader should know, as a sentence.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Note {
    /// A number out of range.
    #[error("the link asks for {key} = {asked}; i made it {used}")]
    Clamped {
        /// Which one.
        key: &'static str,
        /// What the link says.
        asked: Decimal,
        /// What it is now.
        used: Decimal,
    },
    /// A value that says nothing.
    #[error("the link says {key} = \u{201c}{value}\u{201d}, which means nothing to me; i left it as it is")]
    Unreadable {
        /// Which one.
        key: &'static str,
        /// The beginning of what the link says.
        value: String,
    },
    /// A name of nothing.
    #[error("the link speaks of \u{201c}{key}\u{201d}; i know no such thing")]
    Unknown {
        /// The beginning of what the link says.
        key: String,
    },
    /// ρ > 0 without a circle.
    #[error("listening to mentors needs mentors, and the link names none; nobody listens")]
    NoMentors,
    /// More than anybody would read.
    #[error("and more of the kind")]
    More,
}

/// Most notes of one link.
pub(super) const MOST: usize = 8;

/// Longest piece of foreign text that is repeated to the reader.
const LONGEST: usize = 24;

impl Note {
    pub(super) fn unreadable(key: &'static str, value: &str) -> Note {
        Note::Unreadable { key, value: value.chars().take(LONGEST).collect() }
    }

    pub(super) fn unknown(key: &str) -> Note {
        Note::Unknown { key: key.chars().take(LONGEST).collect() }
    }
}
