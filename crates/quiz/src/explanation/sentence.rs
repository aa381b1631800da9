//! Explanation of a respondent as a sentence, with the information gain of each part.

use serde::{Deserialize, Serialize};

use crate::cluster_names::{Prototype, Register, label, label_words};
use crate::questionnaire::{Question, QuestionSet, Side};

/// Speed of unhurried speech, words per minute.
pub const WORDS_A_MINUTE: f64 = 150.0;

/// Explanation of a respondent to a listener, part by part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// Question set, of which the clauses name items.
    pub set: &'static QuestionSet,
    /// First part of the sentence.
    pub opening: SentenceOpening,
    /// Information gain of the opening, bits.
    pub opening_bits: f64,
    /// Number of simulated respondents who match the opening.
    pub opening_left: u32,
    /// Clauses in the order of the sentence: those expected after the opening, then the exceptions.
    pub clauses: Vec<Clause>,
    /// Identity bits that the sentence does not convey.
    pub remaining_bits: f64,
}

impl Explanation {
    /// Rescales all bits so that they add up to `identity_bits`.
    ///
    /// An explainer counts from the identity bits of its posterior already. Where the greedy gains exceed them, nothing
    /// remains and the sum is above them; afterwards it is exact.
    pub fn scale_to(mut self, identity_bits: f64) -> Explanation {
        let clause_bits: f64 = self.clauses.iter().map(|clause| clause.bits).sum();
        let all = self.opening_bits + clause_bits + self.remaining_bits;
        let factor = if all > 0.0 { identity_bits / all } else { 1.0 };
        let clauses = self.clauses.iter_mut().map(|clause| &mut clause.bits);
        clauses.chain([&mut self.opening_bits, &mut self.remaining_bits]).for_each(|bits| *bits *= factor);
        self
    }
}

/// First part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SentenceOpening {
    /// A label, for a listener who knows the population.
    Crowd(Prototype),
    /// A friend whom the listener knows, and a label where its gain is large enough.
    Friend(Option<Prototype>),
}

/// One clause of a sentence: a side that the respondent takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clause {
    /// The side.
    pub side: Side,
    /// Whether a listener who has heard the opening and the expected clauses holds the other side to be likelier, and this
    /// one is not typical of the label either.
    pub exception: bool,
    /// Information gain when the clause was selected, bits.
    pub bits: f64,
    /// Share of the population that takes this side, 0 to 1.
    pub share: f64,
    /// Number of simulated respondents who match the sentence up to and including this clause.
    pub left: u32,
}

/// Grammatical person of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Second person: the reader.
    You,
    /// Third person.
    They,
}

impl Explanation {
    /// Number of words of the sentence, equal for every [`Whom`]. The count does not need the phrases.
    pub fn words(&self) -> u32 {
        let opening = match self.opening {
            SentenceOpening::Crowd(prototype) => 1 + label_words(prototype),
            SentenceOpening::Friend(None) => 3,
            SentenceOpening::Friend(Some(prototype)) => 5 + label_words(prototype),
        };
        let (expected, exceptions) = self.parts();
        // ", and they", ", but" after those, ", except they" without; and an "and" before the last of two or more.
        let list = |clauses: &[Clause]| {
            let phrases: u32 = clauses.iter().map(|c| u32::from(self.set.phrase_words(c.side))).sum();
            phrases + u32::from(clauses.len() > 1)
        };
        let joints = match (expected.is_empty(), exceptions.is_empty()) {
            (true, true) => 0,
            (false, false) => 3,
            _ => 2,
        };
        u32::from(opening) + joints + list(expected) + list(exceptions)
    }

    /// Duration of the sentence when spoken, at [`WORDS_A_MINUTE`].
    pub fn seconds(&self) -> f64 {
        f64::from(self.words()) * 60.0 / WORDS_A_MINUTE
    }

    /// Expected clauses, and exceptions.
    fn parts(&self) -> (&[Clause], &[Clause]) {
        self.clauses.split_at(self.clauses.partition_point(|clause| !clause.exception))
    }

    /// Parts of the sentence: the opening, then each clause with its conjunction. Concatenated they are the sentence.
    ///
    /// # Panics
    ///
    /// When the set is not one of [`crate::questionnaire::SETS`], or a clause names no item of it.
    pub fn spoken(&self, whom: Whom) -> Vec<String> {
        self.spoken_with(self.set.questions(), whom)
    }

    /// [`Explanation::spoken`] with the phrases of `questions`, the words of a set that need not be known.
    ///
    /// # Panics
    ///
    /// When a clause names none of `questions`.
    pub fn spoken_with(&self, questions: &[Question], whom: Whom) -> Vec<String> {
        let (they, their) = match whom {
            Whom::You => ("you", "your"),
            Whom::They => ("they", "their"),
        };
        let opening = match self.opening {
            SentenceOpening::Crowd(prototype) => format!("basically {}", label(prototype, Register::Person)),
            SentenceOpening::Friend(None) => format!("like {their} friend"),
            SentenceOpening::Friend(Some(prototype)) => {
                format!("like {their} friend, but nearer {}", label(prototype, Register::Person))
            }
        };
        let (expected, exceptions) = self.parts();
        let mut parts = vec![opening];
        let mut say = |clauses: &[Clause], first: &str| {
            for (at, clause) in clauses.iter().enumerate() {
                let joint = match at {
                    0 => first,
                    _ if at + 1 == clauses.len() => " and ",
                    _ => ", ",
                };
                let Side { question, upper } = clause.side;
                let phrase = questions[usize::from(question)].phrases[usize::from(upper)];
                parts.push(format!("{joint}{phrase}"));
            }
        };
        say(expected, &format!(", and {they} "));
        say(exceptions, &if expected.is_empty() { format!(", except {they} ") } else { ", but ".to_owned() });
        if let Some(last) = parts.last_mut() {
            last.push('.');
        }
        parts
    }

    /// The whole sentence, in lower case with a full stop.
    ///
    /// # Panics
    ///
    /// Where [`Explanation::spoken`] does.
    pub fn sentence(&self, whom: Whom) -> String {
        self.spoken(whom).concat()
    }
}
