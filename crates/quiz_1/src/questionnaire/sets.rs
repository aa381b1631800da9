//! The known question sets, by id, and their words.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use thiserror::Error;

use super::pole::Side;
use super::question::Question;
use super::question_set::QuestionSet;
use super::set_1::{self, SET_1};

/// Question sets by which ids are looked up.
pub type Sets<'a> = &'a [&'static QuestionSet];

/// All sets that were ever published, in the order of their ids.
pub static SETS: Sets<'static> = &[&SET_1];

/// The set that a new visitor answers.
pub static CURRENT: &QuestionSet = &SET_1;

/// The set with this id among `sets`.
pub fn set_of(sets: Sets, id: u8) -> Option<&'static QuestionSet> {
    sets.iter().copied().find(|set| set.id() == id)
}

impl QuestionSet {
    /// The questions with their words, in the order of [`QuestionSet::items`]; none for a set that is not in [`SETS`].
    ///
    /// The words are not part of the set, so that a program contains them only if it calls this.
    pub fn questions(&self) -> &'static [Question] {
        match self.id() {
            1 => &set_1::QUESTIONS,
            _ => &[],
        }
    }

    /// Phrase of a side, which continues "they" or "you".
    ///
    /// # Panics
    ///
    /// When the set is not in [`SETS`], or `side` names no item of it.
    pub fn phrase(&self, side: Side) -> &'static str {
        self.questions()[usize::from(side.question)].phrases[usize::from(side.upper)]
    }
}

/// A set is serialized as its id.
impl Serialize for QuestionSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.id())
    }
}

/// A set is deserialized from its id, which is refused unless it is that of one of [`SETS`].
impl<'de> Deserialize<'de> for &'static QuestionSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = u8::deserialize(deserializer)?;
        set_of(SETS, id).ok_or_else(|| D::Error::custom(UnknownSet { id }))
    }
}

/// Error of a set that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("there is no question set {id}")]
pub struct UnknownSet {
    /// The id given.
    pub id: u8,
}
