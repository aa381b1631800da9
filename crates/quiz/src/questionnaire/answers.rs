//! Answers of a respondent to the items of a question set.

use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::pole::Side;
use super::question_set::QuestionSet;
use super::response::{CATEGORIES, Response};
use super::sets::{SETS, Sets, UnknownSet, set_of};
use perplexity::answers::{Answer, ItemAnswers};

/// What a respondent said of each item of a set, in the order of the set's items, not the order asked: a response, a pass,
/// or nothing, where the item was not asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    set: &'static QuestionSet,
    /// The first [`QuestionSet::len`] are those of the items; the rest are `None`.
    responses: [Option<Response>; QuestionSet::MOST],
    /// A bit for each item that was passed, the first item lowest.
    passes: u128,
}

impl Answers {
    /// Answers to `set` of somebody who was asked nothing.
    pub const fn none(set: &'static QuestionSet) -> Answers {
        Answers { set, responses: [None; QuestionSet::MOST], passes: 0 }
    }

    /// Answers to `set`: `answer` gives the response to each item, or `None` where it was not asked.
    pub fn of(set: &'static QuestionSet, answer: impl FnMut(usize) -> Option<Response>) -> Answers {
        let mut answers = Answers::none(set);
        (0..set.len()).map(answer).zip(&mut answers.responses).for_each(|(answer, place)| *place = answer);
        answers
    }

    /// The set.
    pub fn set(&self) -> &'static QuestionSet {
        self.set
    }

    /// Response to each item; `None` for a pass and for an item that was not asked.
    pub fn responses(&self) -> &[Option<Response>] {
        &self.responses[..self.set.len()]
    }

    /// Index and response of each item that was answered, ascending.
    pub fn answered(&self) -> impl Iterator<Item = (usize, Response)> {
        self.responses().iter().enumerate().filter_map(|(item, &response)| Some((item, response?)))
    }

    /// Index of each item that was answered or passed, ascending.
    pub fn asked(&self) -> impl Iterator<Item = usize> {
        (0..self.set.len()).filter(|&item| self.is_asked(item))
    }

    /// Number of items answered.
    pub fn count(&self) -> usize {
        self.answered().count()
    }

    /// Response to item `index` of the set; `None` for a pass and where it was not asked.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn get(&self, index: usize) -> Option<Response> {
        self.responses()[index]
    }

    /// Whether item `index` of the set was passed.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn is_passed(&self, index: usize) -> bool {
        assert!(index < self.set.len(), "an item of the set");
        self.passes >> index & 1 == 1
    }

    /// Whether item `index` of the set was answered or passed.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn is_asked(&self, index: usize) -> bool {
        self.get(index).is_some() || self.is_passed(index)
    }

    /// Records the response to item `index` of the set.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn put(&mut self, index: usize, response: Response) {
        self.clear(index);
        self.responses[index] = Some(response);
    }

    /// Records a pass of item `index` of the set.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn pass(&mut self, index: usize) {
        self.clear(index);
        self.passes |= 1 << index;
    }

    /// Makes item `index` of the set one that was not asked.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn clear(&mut self, index: usize) {
        self.responses[..self.set.len()][index] = None;
        self.passes &= !(1 << index);
    }

    /// These answers as if item `index` had not been asked.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn without(mut self, index: usize) -> Answers {
        self.clear(index);
        self
    }

    /// These answers as if only the items had been asked that `others` answered.
    ///
    /// # Panics
    ///
    /// When `others` are answers to another set.
    pub fn mask_like(mut self, others: &Answers) -> Answers {
        assert!(self.set == others.set, "a mask belongs to the same set");
        (0..self.set.len()).filter(|&item| others.get(item).is_none()).for_each(|item| self.clear(item));
        self
    }

    /// Side taken on item `index` of the set: `Some(true)` for the upper pole, `None` for a neutral response or none.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn side(&self, index: usize) -> Option<bool> {
        self.get(index).and_then(Response::side)
    }

    /// The answers as the model of responses takes them, by item of the bank. Reverse-keyed items are left out: they say
    /// how carefully somebody answered, and are not scored.
    pub fn item_answers(&self) -> ItemAnswers {
        let mut items = ItemAnswers::default();
        let scored = |index: &usize| !self.set.items()[*index].reverse_keyed;
        for index in self.asked().filter(scored) {
            let category = |response: Response| Answer::Category(response.index() as u8);
            items.set(self.set.items()[index].bank, self.get(index).map_or(Answer::Passed, category));
        }
        items
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
        let mut debug = f.debug_struct("Answers");
        debug.field("set", &self.set.id()).field("answered", &self.answered().collect::<Vec<_>>());
        debug.field("passed", &self.asked().filter(|&item| self.is_passed(item)).collect::<Vec<_>>()).finish()
    }
}

/// Code of an item that was not asked, in a serialized form.
const NOT_ASKED: u8 = 255;
/// Code of a pass.
const PASSED: u8 = CATEGORIES as u8;

/// Answers are serialized as the id of their set and a byte for each of its items: the category, 5 for a pass, 255 where the
/// item was not asked.
impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let code = |item: usize| match self.get(item) {
            Some(response) => response.index() as u8,
            None if self.is_passed(item) => PASSED,
            None => NOT_ASKED,
        };
        let codes: Vec<u8> = (0..self.set.len()).map(code).collect();
        (self.set, codes).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        AnswersTo(SETS).deserialize(deserializer)
    }
}

/// Deserializes answers to one of these sets. Refused are other sets, unknown codes, and more or fewer codes than the set has
/// items.
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
        f.write_str("a question set and a code for each of its items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<Answers, A::Error> {
        let id: u8 = fields.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let set = set_of(self.0, id).ok_or_else(|| A::Error::custom(UnknownSet { id }))?;
        fields.next_element_seed(Codes(set))?.ok_or_else(|| A::Error::invalid_length(1, &self))
    }
}

/// Deserializes one code for each item of a set.
struct Codes(&'static QuestionSet);

impl<'de> DeserializeSeed<'de> for Codes {
    type Value = Answers;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Answers, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Codes {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} codes", self.0.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut codes: A) -> Result<Answers, A::Error> {
        let mut answers = Answers::none(self.0);
        for index in 0..self.0.len() {
            match codes.next_element()?.ok_or_else(|| A::Error::invalid_length(index, &self))? {
                NOT_ASKED => {}
                PASSED => answers.pass(index),
                code => answers.put(index, Response::try_from(code).map_err(A::Error::custom)?),
            }
        }
        match codes.next_element::<u8>()? {
            None => Ok(answers),
            Some(_) => Err(A::Error::invalid_length(self.0.len() + 1, &self)),
        }
    }
}
