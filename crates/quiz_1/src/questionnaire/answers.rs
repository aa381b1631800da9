//! Answers of a respondent to the items of a question set.

use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::pole::Side;
use super::question_set::QuestionSet;
use super::response::Response;
use super::sets::{SETS, Sets, UnknownSet, set_of};

/// A response or a pass (`None`) for each item of a set, in the order of the set's items, not the order asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    set: &'static QuestionSet,
    /// The first [`QuestionSet::len`] are those of the items; the rest are `None`.
    responses: [Option<Response>; QuestionSet::MOST],
}

impl Answers {
    /// Answers to `set`: `answer` gives the response to each item, or `None` for a pass.
    pub fn of(set: &'static QuestionSet, answer: impl FnMut(usize) -> Option<Response>) -> Answers {
        let mut answers = Answers::all_passed(set);
        (0..set.len()).map(answer).zip(&mut answers.responses).for_each(|(answer, place)| *place = answer);
        answers
    }

    /// Answers to `set` that pass every item.
    pub fn all_passed(set: &'static QuestionSet) -> Answers {
        Answers { set, responses: [None; QuestionSet::MOST] }
    }

    /// The set.
    pub fn set(&self) -> &'static QuestionSet {
        self.set
    }

    /// Response to each item; `None` for a pass.
    pub fn responses(&self) -> &[Option<Response>] {
        &self.responses[..self.set.len()]
    }

    /// Number of items answered.
    pub fn count(&self) -> usize {
        self.responses().iter().flatten().count()
    }

    /// Response to item `index` of the set; `None` for a pass.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn get(&self, index: usize) -> Option<Response> {
        self.responses()[index]
    }

    /// Replaces the response to item `index` of the set; `None` is a pass.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn put(&mut self, index: usize, answer: Option<Response>) {
        self.responses[..self.set.len()][index] = answer;
    }

    /// These answers with item `index` passed.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn without(mut self, index: usize) -> Answers {
        self.put(index, None);
        self
    }

    /// These answers with a pass wherever `others` has one.
    ///
    /// # Panics
    ///
    /// When `others` are answers to another set.
    pub fn mask_like(mut self, others: &Answers) -> Answers {
        assert!(self.set == others.set, "a mask belongs to the same set");
        for (answer, shown) in self.responses.iter_mut().zip(&others.responses) {
            *answer = answer.filter(|_| shown.is_some());
        }
        self
    }

    /// Side taken on item `index` of the set: `Some(true)` for the upper pole, `None` for a neutral response or a pass.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn side(&self, index: usize) -> Option<bool> {
        self.get(index).and_then(Response::side)
    }
}

impl Side {
    /// Whether the response to the item is on this side.
    ///
    /// # Panics
    ///
    /// When the set of the answers has no item [`Side::question`].
    pub fn is_taken_by(self, answers: &Answers) -> bool {
        answers.side(usize::from(self.question)) == Some(self.upper)
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers").field("set", &self.set.id()).field("responses", &self.responses()).finish()
    }
}

/// Answers are serialized as the id of their set and a sequence of as many responses as it has items.
impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.set, self.responses()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        AnswersTo(SETS).deserialize(deserializer)
    }
}

/// Deserializes answers to one of these sets. Refused are other sets, and more or fewer responses than the set has items.
pub struct AnswersTo<'a>(pub Sets<'a>);

impl<'de> DeserializeSeed<'de> for AnswersTo<'_> {
    type Value = Answers;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Answers, D::Error> {
        deserializer.deserialize_tuple(2, self)
    }
}

impl<'de> Visitor<'de> for AnswersTo<'_> {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a question set and a response to each of its items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<Answers, A::Error> {
        let id: u8 = fields.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let set = set_of(self.0, id).ok_or_else(|| A::Error::custom(UnknownSet { id }))?;
        fields.next_element_seed(Responses(set))?.ok_or_else(|| A::Error::invalid_length(1, &self))
    }
}

/// Deserializes one response or pass for each item of a set.
struct Responses(&'static QuestionSet);

impl<'de> DeserializeSeed<'de> for Responses {
    type Value = Answers;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Answers, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Responses {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} responses", self.0.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut responses: A) -> Result<Answers, A::Error> {
        let mut answers = Answers::all_passed(self.0);
        for index in 0..self.0.len() {
            let answer = responses.next_element()?.ok_or_else(|| A::Error::invalid_length(index, &self))?;
            answers.put(index, answer);
        }
        match responses.next_element::<Option<Response>>()? {
            None => Ok(answers),
            Some(_) => Err(A::Error::invalid_length(self.0.len() + 1, &self)),
        }
    }
}
