//! What do one person's answers cost, and how well are they guessed one after the other?

use rand::seq::SliceRandom;

use super::sheet::Code;
use super::{Scale, Survey};
use crate::chance::{Chance, Purpose};
use crate::perplexity::{Nobody, Posterior, Reach};

/// One person before the crowd.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// How many questions they answered.
    pub answered: usize,
    /// What all the answers cost the crowd, in whatever order: `identity + volume + noise`.
    pub bits: f64,
    /// What they cost somebody who knows the table's shares only.
    pub share_bits: f64,
    /// Identity bits I.
    pub identity_bits: f64,
    /// What it costs to tell how loudly they answer, after that.
    pub volume_bits: f64,
    /// The part of the bits that pays for the sides; the rest pays for how far to them.
    pub side_bits: f64,
    /// Probability that nobody is there: above one half, the crowd cannot place them.
    pub nobody: f64,
}

/// One answer, foretold from those before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// What it cost the crowd.
    pub bits: f64,
    /// What it cost by the table's shares.
    pub share_bits: f64,
    /// Where a side was taken: whether the likelier side of the two was that one, by crowd and by shares.
    pub sides: Option<[bool; 2]>,
}

/// All of one person's answers in the order drawn for them.
pub type Course = Vec<Guess>;

impl Survey {
    /// Scores a person; nothing when they passed everything.
    pub fn score(&self, person: usize) -> Option<Score> {
        let answers: Vec<_> = self.answers(person).collect();
        if answers.is_empty() {
            return None;
        }
        let posterior = self.posterior(&answers);
        let sides: Vec<_> = answers.iter().map(|&(column, code)| (column, code.side())).collect();
        let share_bits =
            answers.iter().map(|&(column, code)| -libm::log2(self.shares[column][code.index()])).sum();
        let bits = -libm::log2(posterior.evidence());
        Some(Score {
            answered: answers.len(),
            bits,
            share_bits,
            identity_bits: posterior.identity_bits(),
            volume_bits: posterior.volume_bits(),
            side_bits: -libm::log2(self.posterior(&sides).evidence()),
            nobody: self.nobody(&answers).posterior(bits),
        })
    }

    /// Foretells a person's answers one after the other, in the random order that `seed` holds for them.
    pub fn course(&self, person: usize, seed: u64) -> Course {
        let mut answers: Vec<_> = self.answers(person).collect();
        answers.shuffle(&mut Chance::new(seed, Purpose::Asking).of(person));
        let mut known = self.posterior(&[]);
        let mut before = known.evidence();
        let mut course = Vec::with_capacity(answers.len());
        for (column, code) in answers {
            let shares = &self.shares[column];
            let [lower, upper] = [Code::Lower, Code::Upper].map(Code::index);
            let sides = match code.side() {
                Code::Torn => None,
                side => {
                    let [a, b] = [lower, upper].map(|cell| known.forecast(&self.columns[column][cell]));
                    let took_upper = side == Code::Upper;
                    Some([(b > a) == took_upper, (shares[upper] > shares[lower]) == took_upper])
                }
            };
            known.add(&self.columns[column][code.index()]);
            course.push(Guess {
                bits: libm::log2(before / known.evidence()),
                share_bits: -libm::log2(shares[code.index()]),
                sides,
            });
            before = known.evidence();
        }
        course
    }

    /// Who somebody may be; `answers` in the order of the columns.
    pub(super) fn posterior(&self, answers: &[(usize, Code)]) -> Posterior {
        let column = |&(column, code): &(usize, Code)| self.columns[column][code.index()].as_slice();
        Posterior::new(self.mixture.people(), answers.iter().map(column))
    }

    fn nobody(&self, answers: &[(usize, Code)]) -> Nobody {
        let mut nobody = Nobody::default();
        for &(column, code) in answers {
            let Scale { ranges, .. } = &self.scales[column];
            let choices = self.scales[column].choices();
            match code {
                Code::Step(step) => nobody.step(Reach::of(step), choices),
                side => {
                    let [from, to] = ranges[side.index()];
                    nobody.side(side == Code::Torn, to - from, choices);
                }
            }
        }
        nobody
    }
}
