//! Which clauses are worth their words?

use super::columns::{Column, Columns, Facts};
use super::sentence::{Clause, Explanation, Opening};
use super::{labels, phrases};
use crate::items::{ASKED, Answers, Side};
use crate::perplexity::PEOPLE;
use crate::tribes::Prototype;

/// A clause that saves less is not said.
///
/// Half a bit would leave most sentences at their label: seconds then hardly follow the identity bits (rank correlation
/// .4 among simulated people; at a quarter .8).
pub const LEAST_BITS: f64 = 0.25;

/// What so many of those with the same label say is not said again.
const ANYWAY: f64 = 0.75;

/// A minority view is no exception when it is that much more common among those with the label than in the crowd.
const TYPICAL: f64 = 1.5;

/// Weight of a friend's kernel against the whole crowd: what makes the answers of one of two neighbours likeliest, given
/// the other's. Neighbours are pairs such as a feed makes: one person, and the nearest of 32 others.
pub const FRIEND_WEIGHT: f64 = 0.7;

/// A label on top of a friend takes more words than a clause, and has to save more.
const LEAST_LABEL_BITS: f64 = 0.5;

/// Most clauses of one sentence: nobody listens to more.
const MOST_CLAUSES: usize = 8;

/// The crowd that sentences are said to.
pub struct Explainer {
    pub(super) columns: Columns,
}

impl Explainer {
    /// The first [`PEOPLE`] people of the crowd of `seed`: those who also predict.
    pub fn new(seed: u64) -> Explainer {
        Explainer::with(seed, PEOPLE)
    }

    /// The first so many people.
    pub(super) fn with(seed: u64, people: usize) -> Explainer {
        Explainer { columns: Columns::new(seed, people) }
    }

    /// Explains somebody to a listener who knows the crowd, and maybe a friend of theirs.
    ///
    /// Who knows a friend starts from the crowd mixed with a kernel at the friend: the people the friend's answers point
    /// to. What the friend says, too, then goes without saying. A friend who tells less than nothing is left out.
    ///
    /// * `known` – the crowd's belief about somebody after all their answers: a weight for each person, adding up to one
    ///   ([`crate::perplexity::Posterior::people`]). The same for the friend.
    ///
    /// Costs `clauses · questions · people` multiply-adds, some two million.
    pub fn explain(
        &self,
        (known, answers): (&[f64], &Answers),
        friend: Option<(&[f64], &Answers)>,
    ) -> Explanation {
        let mut telling = Telling::new(&self.columns, known);
        let mut told = 0.0;
        let friend = friend.and_then(|(friend_known, friend)| {
            let all = telling.untold();
            telling.think_of(friend_known, FRIEND_WEIGHT);
            told = all - telling.untold();
            (told > 0.0).then_some(friend)
        });
        if friend.is_none() {
            (telling, told) = (Telling::new(&self.columns, known), 0.0);
        }
        let at_first = telling.weights.clone();
        let (label, bits) = telling.best_label();
        let label = (friend.is_none() || bits >= LEAST_LABEL_BITS).then_some(label);
        if let Some(label) = label {
            told += bits;
            telling.say(&self.columns.labels[label as usize]);
        }
        let opening = match (friend, label) {
            (None, Some(label)) => Opening::Crowd(label),
            (_, label) => Opening::Friend(label),
        };
        let members = |side: Side| self.share(side, label);
        let goes_without_saying = |side: Side| match friend {
            Some(friend) => side.is_taken_by(friend),
            None => members(side) >= ANYWAY,
        };
        let expected = |side: Side| {
            let other = Side { upper: !side.upper, ..side };
            match friend {
                Some(friend) => {
                    let chance = |side| mean(&at_first, &self.columns.side(side).fits);
                    !other.is_taken_by(friend) && chance(side) >= chance(other)
                }
                None => members(side) >= members(other) || members(side) > TYPICAL * self.share(side, None),
            }
        };
        let clauses = telling.clauses(answers, goes_without_saying);
        let mut matching: Vec<&Facts> =
            self.columns.facts.iter().filter(|facts| facts.is_called(label)).collect();
        let opening_left = matching.len() as u32;
        // In the order they were found, but what one would expect before the exceptions.
        let mut ordered = Vec::with_capacity(clauses.len());
        for exception in [false, true] {
            for &(side, bits) in clauses.iter().filter(|(side, _)| expected(*side) != exception) {
                matching.retain(|facts| facts.takes(side));
                let [a, b, _, d, e] = ASKED[usize::from(side.question)].shares();
                let share = if side.upper { d + e } else { a + b };
                ordered.push(Clause { side, exception, bits, share, left: matching.len() as u32 });
            }
        }
        let untold_bits = telling.untold();
        Explanation { opening, opening_bits: told, opening_left, clauses: ordered, untold_bits }
    }

    /// Share of the people with a label, or of everybody, who take a side.
    fn share(&self, side: Side, label: Option<Prototype>) -> f64 {
        let (mut all, mut takers) = (0.0f64, 0.0);
        for facts in self.columns.facts.iter().filter(|facts| facts.is_called(label)) {
            all += 1.0;
            takers += f64::from(u8::from(facts.takes(side)));
        }
        takers / all.max(1.0)
    }
}

/// A listener in the course of a sentence.
struct Telling<'a> {
    columns: &'a Columns,
    /// What the sentence is to bring the listener to.
    known: &'a [f64],
    /// What the listener thinks by now: a weight for each person, adding up to one.
    weights: Vec<f64>,
}

impl<'a> Telling<'a> {
    fn new(columns: &'a Columns, known: &'a [f64]) -> Self {
        Telling { columns, known, weights: vec![1.0 / known.len() as f64; known.len()] }
    }

    /// Mixes in somebody whom the listener knows, with this much weight.
    fn think_of(&mut self, friend: &[f64], weight: f64) {
        self.weights.iter_mut().zip(friend).for_each(|(w, f)| *w += weight * (f - *w));
    }

    /// Bits a clause would save: those it costs a listener less those it would cost someone who knows everything,
    /// `E[log2 fit] − log2 mean fit`. That is by how much the divergence of what is known from what the
    /// listener thinks goes down.
    fn saves(&self, column: &Column) -> f64 {
        mean(self.known, &column.log) - libm::log2(mean(&self.weights, &column.fits))
    }

    fn say(&mut self, column: &Column) {
        self.weights.iter_mut().zip(&column.fits).for_each(|(w, &fit)| *w *= f64::from(fit));
        let sum: f64 = self.weights.iter().sum();
        self.weights.iter_mut().for_each(|w| *w /= sum);
    }

    /// The label that saves most bits a word, and the bits.
    fn best_label(&self) -> (Prototype, f64) {
        let saved = |label: &Prototype| self.saves(&self.columns.labels[*label as usize]);
        let value = |label: Prototype, bits: f64| bits / f64::from(1 + labels::length(label));
        let each = Prototype::ALL.iter().map(|label| (*label, saved(label)));
        each.reduce(|best, next| if value(next.0, next.1) > value(best.0, best.1) { next } else { best })
            .expect("there are prototypes")
    }

    /// Says clause after clause, and what each saved.
    fn clauses(&mut self, answers: &Answers, goes_without_saying: impl Fn(Side) -> bool) -> Vec<(Side, f64)> {
        let side = |q: usize| Some(Side { question: q as u8, upper: answers.side(q)? });
        let mut left: Vec<Side> =
            (0..ASKED.len()).filter_map(side).filter(|&s| !goes_without_saying(s)).collect();
        let mut said = Vec::new();
        while said.len() < MOST_CLAUSES {
            let worth = |(_, side, bits): &(usize, Side, f64)| bits / f64::from(phrases::length(*side));
            let each =
                left.iter().enumerate().map(|(at, &side)| (at, side, self.saves(self.columns.side(side))));
            let best = each
                .filter(|&(_, _, bits)| bits >= LEAST_BITS)
                .reduce(|best, next| if worth(&next) > worth(&best) { next } else { best });
            let Some((at, side, bits)) = best else { break };
            left.swap_remove(at);
            // A belief is told once, though it was asked twice.
            let twin = ASKED[usize::from(side.question)].twin;
            left.retain(|other| Some(usize::from(other.question)) != twin);
            self.say(self.columns.side(side));
            said.push((side, bits));
        }
        said
    }

    /// Divergence of what is known from what the listener thinks, in bits.
    fn untold(&self) -> f64 {
        let pairs = self.known.iter().zip(&self.weights).filter(|&(&k, _)| k > 0.0);
        pairs.fold(0.0, |sum, (k, w)| sum + k * libm::log2(k / w))
    }
}

/// Mean of a column under weights that add up to one. (Called from many places, so not written out in each.)
#[inline(never)]
fn mean(weights: &[f64], column: &[f32]) -> f64 {
    weights.iter().zip(column).fold(0.0, |sum, (w, &x)| sum + w * f64::from(x))
}
