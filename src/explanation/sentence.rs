//! How is it said?

use serde::{Deserialize, Serialize};

use super::WORDS_A_MINUTE;
use super::labels::{self, Register, label};
use super::phrases::{self, phrase};
use crate::items::Side;
use crate::tribes::Prototype;

/// Who is explained to a listener: the shortest sentence, and what each part of it does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// What it starts from.
    pub opening: Opening,
    /// Identity bits the opening saves.
    pub opening_bits: f64,
    /// People of the crowd who match the opening.
    pub opening_left: u32,
    /// The clauses in the order they are said: first those one would expect after the opening, then the exceptions.
    pub clauses: Vec<Clause>,
    /// Identity bits that the sentence leaves untold.
    pub untold_bits: f64,
}

impl Explanation {
    /// The same with its bits in proportion, so that all of them together are `identity_bits`: an explainer counts the
    /// divergence of what is known, and identity bits are that of somebody of ordinary loudness.
    pub fn adding_up_to(mut self, identity_bits: f64) -> Explanation {
        let told: f64 = self.clauses.iter().map(|clause| clause.bits).sum();
        let all = self.opening_bits + told + self.untold_bits;
        let factor = if all > 0.0 { identity_bits / all } else { 1.0 };
        let clauses = self.clauses.iter_mut().map(|clause| &mut clause.bits);
        clauses.chain([&mut self.opening_bits, &mut self.untold_bits]).for_each(|bits| *bits *= factor);
        self
    }
}

/// What a sentence starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opening {
    /// A label, for listeners who know the crowd.
    Crowd(Prototype),
    /// A person the listener knows; and a label, where that still helps.
    Friend(Option<Prototype>),
}

/// A side taken, worth its words.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clause {
    /// Which.
    pub side: Side,
    /// Whether most of those who match the opening would not say so.
    pub exception: bool,
    /// Identity bits it saved when it was chosen.
    pub bits: f64,
    /// Share of the crowd that takes this side.
    pub share: f64,
    /// People of the crowd who match the sentence up to here.
    pub left: u32,
}

/// Who is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// The reader.
    You,
    /// Somebody else.
    They,
}

impl Explanation {
    /// Words of the sentence; the same whoever is spoken of. Counted without the words themselves.
    pub fn words(&self) -> u32 {
        let opening = match self.opening {
            Opening::Crowd(prototype) => 1 + labels::length(prototype),
            Opening::Friend(None) => 3,
            Opening::Friend(Some(prototype)) => 5 + labels::length(prototype),
        };
        let (expected, exceptions) = self.parts();
        // ", and they", ", but" after those, ", except they" without; and an "and" before the last of two or more.
        let list = |clauses: &[Clause]| {
            let phrases: u32 = clauses.iter().map(|c| u32::from(phrases::length(c.side))).sum();
            phrases + u32::from(clauses.len() > 1)
        };
        let joints = match (expected.is_empty(), exceptions.is_empty()) {
            (true, true) => 0,
            (false, false) => 3,
            _ => 2,
        };
        u32::from(opening) + joints + list(expected) + list(exceptions)
    }

    /// How long it takes to say.
    pub fn seconds(&self) -> f64 {
        f64::from(self.words()) * 60.0 / WORDS_A_MINUTE
    }

    /// The clauses one would expect after the opening, and the exceptions.
    fn parts(&self) -> (&[Clause], &[Clause]) {
        self.clauses.split_at(self.clauses.partition_point(|clause| !clause.exception))
    }

    /// The sentence in its parts, to be shown one after the other: the opening, then each clause with what joins it to
    /// the part before. Together they are the sentence.
    pub fn spoken(&self, whom: Whom) -> Vec<String> {
        let (they, their) = match whom {
            Whom::You => ("you", "your"),
            Whom::They => ("they", "their"),
        };
        let opening = match self.opening {
            Opening::Crowd(prototype) => format!("basically {}", label(prototype, Register::Person)),
            Opening::Friend(None) => format!("like {their} friend"),
            Opening::Friend(Some(prototype)) => {
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
                parts.push(format!("{joint}{}", phrase(clause.side)));
            }
        };
        say(expected, &format!(", and {they} "));
        say(exceptions, &if expected.is_empty() { format!(", except {they} ") } else { ", but ".to_owned() });
        if let Some(last) = parts.last_mut() {
            last.push('.');
        }
        parts
    }

    /// The whole sentence.
    pub fn sentence(&self, whom: Whom) -> String {
        self.spoken(whom).concat()
    }
}
