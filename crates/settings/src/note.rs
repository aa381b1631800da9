//! Notes about values in a link or control that were changed or ignored.

use core::fmt;

use drift::Decimal;

/// One thing about a link or a typed value that its reader should know. Displayed as a sentence about a link;
/// [`Note::sentence`] speaks of typed values, too.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A number out of range.
    Clamped {
        /// The setting.
        key: &'static str,
        /// The number given.
        asked: Decimal,
        /// The number used.
        used: Decimal,
    },
    /// A value without meaning.
    Unreadable {
        /// The setting.
        key: &'static str,
        /// The beginning of the value given.
        value: String,
    },
    /// A key that no setting has.
    Unknown {
        /// Its beginning.
        key: String,
    },
    /// Mentorship without mentors.
    NoMentors,
    /// More notes than anybody would read.
    More,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A link.
    Link,
    /// A control of the page.
    Control,
}

/// Longest piece of foreign text that is repeated to the reader, in characters.
const LONGEST: usize = 24;

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Source::Link))
    }
}

impl Note {
    /// The note as a sentence, in the voice of the page, without a full stop.
    pub fn sentence(&self, source: Source) -> String {
        let [asks, says] = match source {
            Source::Link => ["the link asks for", "the link says"],
            Source::Control => ["you asked for", "you wrote"],
        };
        match self {
            Note::Clamped { key, asked, used } => format!("{asks} {key} = {asked}; i made it {used}"),
            Note::Unreadable { key, value } => format!(
                "{says} {key} = \u{201c}{value}\u{201d}, which means nothing to me; i left it as it is"
            ),
            Note::Unknown { key } => {
                format!("the link speaks of \u{201c}{key}\u{201d}; i know no such thing")
            }
            Note::NoMentors => {
                "listening to mentors needs mentors, and the link names none; nobody listens".to_owned()
            }
            Note::More => "and more of the kind".to_owned(),
        }
    }

    /// A value that has no meaning for a setting.
    pub(crate) fn unreadable(key: &'static str, value: &str) -> Note {
        Note::Unreadable { key, value: value.chars().take(LONGEST).collect() }
    }

    /// A key that no setting has.
    pub fn unknown(key: &str) -> Note {
        Note::Unknown { key: key.chars().take(LONGEST).collect() }
    }
}
