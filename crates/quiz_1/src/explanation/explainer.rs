//! Greedy selection of the clauses of an explanation.

use super::fact_columns::{Column, Columns, Facts};
use super::labels;
use super::sentence::{Clause, Explanation, SentenceOpening};
use crate::cluster_names::Prototype;
use crate::questionnaire::{Answers, QuestionSet, Side};
use crate::scoring::PEOPLE;

/// Least information gain of a clause, bits.
///
/// At half a bit most sentences are a label only, and their length hardly follows the identity bits (rank correlation
/// .4 over simulated respondents; at a quarter .8).
pub const LEAST_BITS: f64 = 0.25;

/// A side with at least this share among the respondents of a label is implied by the label.
const IMPLIED_SHARE: f64 = 0.75;

/// A minority view is no exception when its share among the respondents of a label is this many times that of the
/// population.
const TYPICAL_RATIO: f64 = 1.5;

/// Weight of a friend's posterior against the whole population: the maximum-likelihood weight for the answers of one
/// of two neighbours given the other's. Neighbours are pairs as a recommender makes them: a respondent and the nearest
/// of 32 others.
pub const FRIEND_WEIGHT: f64 = 0.7;

/// Least information gain of a label after a friend, bits: it takes more words than a clause.
const LEAST_LABEL_BITS: f64 = 0.5;

/// Maximum number of clauses of a sentence.
const MOST_CLAUSES: usize = 8;

/// Explainer of respondents to a listener who knows the population.
pub struct Explainer {
    set: &'static QuestionSet,
    pub(super) columns: Columns,
}

impl Explainer {
    /// Explainer of answers to `set` over the first [`PEOPLE`] respondents of `seed`, those of
    /// [`crate::scoring::Predictor::today`].
    pub fn new(set: &'static QuestionSet, seed: u64) -> Explainer {
        Explainer::with(set, seed, PEOPLE)
    }

    /// Explainer over the first `people` respondents of `seed`.
    pub(super) fn with(set: &'static QuestionSet, seed: u64, people: usize) -> Explainer {
        Explainer { set, columns: Columns::new(set, seed, people) }
    }

    /// The set.
    pub fn set(&self) -> &'static QuestionSet {
        self.set
    }

    /// Explains a respondent to a listener who knows the population and, optionally, a friend of the respondent.
    ///
    /// With a friend the listener's prior is the population mixed with the friend's posterior ([`FRIEND_WEIGHT`]), and
    /// sides that the friend takes as well are implied. A friend whose posterior brings no information is ignored.
    ///
    /// * `known` – posterior of the respondent given all answers: a weight per simulated respondent, adding up to 1
    ///   ([`crate::scoring::Posterior::people`]). The first element of `friend` is the friend's.
    ///
    /// Costs `clauses · items · people` multiply-adds, some two million.
    ///
    /// # Panics
    ///
    /// When `known` does not have as many weights as this explainer has respondents, or answers are to another set.
    pub fn explain(
        &self,
        (known, answers): (&[f64], &Answers),
        friend: Option<(&[f64], &Answers)>,
    ) -> Explanation {
        let to_another = |answers: &Answers| answers.set() != self.set;
        assert!(!to_another(answers) && !friend.is_some_and(|(_, friend)| to_another(friend)), "one set");
        let mut listener = Listener::new(self, known);
        let mut opening_bits = 0.0;
        let friend = friend.and_then(|(friend_known, friend)| {
            let all = listener.remaining_bits();
            listener.mix_in(friend_known, FRIEND_WEIGHT);
            opening_bits = all - listener.remaining_bits();
            (opening_bits > 0.0).then_some(friend)
        });
        if friend.is_none() {
            (listener, opening_bits) = (Listener::new(self, known), 0.0);
        }
        let at_first = listener.weights.clone();
        let (label, bits) = listener.best_label();
        let label = (friend.is_none() || bits >= LEAST_LABEL_BITS).then_some(label);
        if let Some(label) = label {
            opening_bits += bits;
            listener.condition_on(&self.columns.labels[label as usize]);
        }
        let opening = match (friend, label) {
            (None, Some(label)) => SentenceOpening::Crowd(label),
            (_, label) => SentenceOpening::Friend(label),
        };
        let members = |side: Side| self.share(side, label);
        let is_implied = |side: Side| match friend {
            Some(friend) => side.is_taken_by(friend),
            None => members(side) >= IMPLIED_SHARE,
        };
        let expected = |side: Side| {
            let other = Side { upper: !side.upper, ..side };
            match friend {
                Some(friend) => {
                    let chance = |side| mean(&at_first, &self.columns.side(side).fits);
                    !other.is_taken_by(friend) && chance(side) >= chance(other)
                }
                None => {
                    members(side) >= members(other) || members(side) > TYPICAL_RATIO * self.share(side, None)
                }
            }
        };
        let clauses = listener.clauses(answers, is_implied);
        let mut matching: Vec<&Facts> =
            self.columns.facts.iter().filter(|facts| facts.is_called(label)).collect();
        let opening_left = matching.len() as u32;
        // In the order of selection, the expected ones before the exceptions.
        let mut ordered = Vec::with_capacity(clauses.len());
        for exception in [false, true] {
            for &(side, bits) in clauses.iter().filter(|(side, _)| expected(*side) != exception) {
                matching.retain(|facts| facts.takes(side));
                let [a, b, _, d, e] = self.set.items()[usize::from(side.question)].shares();
                let share = if side.upper { d + e } else { a + b };
                ordered.push(Clause { side, exception, bits, share, left: matching.len() as u32 });
            }
        }
        let remaining_bits = listener.remaining_bits();
        Explanation { set: self.set, opening, opening_bits, opening_left, clauses: ordered, remaining_bits }
    }

    /// Share of the respondents of a label, or of all, who take a side, 0 to 1.
    fn share(&self, side: Side, label: Option<Prototype>) -> f64 {
        let (mut all, mut agreeing) = (0.0f64, 0.0);
        for facts in self.columns.facts.iter().filter(|facts| facts.is_called(label)) {
            all += 1.0;
            agreeing += f64::from(u8::from(facts.takes(side)));
        }
        agreeing / all.max(1.0)
    }
}

/// Beliefs of a listener during a sentence: a distribution over the respondents.
struct Listener<'a> {
    set: &'static QuestionSet,
    columns: &'a Columns,
    /// Target distribution: the posterior given all answers.
    known: &'a [f64],
    /// Current distribution: a weight per respondent, adding up to 1.
    weights: Vec<f64>,
}

impl<'a> Listener<'a> {
    fn new(explainer: &'a Explainer, known: &'a [f64]) -> Self {
        let weights = vec![1.0 / known.len() as f64; known.len()];
        Listener { set: explainer.set, columns: &explainer.columns, known, weights }
    }

    /// Mixes the posterior of a friend into the distribution, with this weight.
    fn mix_in(&mut self, friend: &[f64], weight: f64) {
        self.weights.iter_mut().zip(friend).for_each(|(w, f)| *w += weight * (f - *w));
    }

    /// Information gain of a clause, bits: `E_known[log2 fit] − log2 E_listener[fit]`, the decrease of the divergence
    /// of the target from the current distribution.
    fn gain(&self, column: &Column) -> f64 {
        mean(self.known, &column.log) - libm::log2(mean(&self.weights, &column.fits))
    }

    /// Conditions the distribution on a clause (Bayes' rule).
    fn condition_on(&mut self, column: &Column) {
        self.weights.iter_mut().zip(&column.fits).for_each(|(w, &fit)| *w *= f64::from(fit));
        let sum: f64 = self.weights.iter().sum();
        self.weights.iter_mut().for_each(|w| *w /= sum);
    }

    /// The label with the largest gain per word, and its gain in bits.
    fn best_label(&self) -> (Prototype, f64) {
        let gain = |label: &Prototype| self.gain(&self.columns.labels[*label as usize]);
        let value = |label: Prototype, bits: f64| bits / f64::from(1 + labels::length(label));
        let each = Prototype::ALL.iter().map(|label| (*label, gain(label)));
        each.reduce(|best, next| if value(next.0, next.1) > value(best.0, best.1) { next } else { best })
            .expect("there are prototypes")
    }

    /// Selects clauses greedily by gain per word; each with its gain in bits.
    fn clauses(&mut self, answers: &Answers, is_implied: impl Fn(Side) -> bool) -> Vec<(Side, f64)> {
        let side = |q: usize| Some(Side { question: q as u8, upper: answers.side(q)? });
        let mut left: Vec<Side> = (0..self.set.len()).filter_map(side).filter(|&s| !is_implied(s)).collect();
        let mut selected = Vec::new();
        while selected.len() < MOST_CLAUSES {
            let worth = |(_, side, bits): &(usize, Side, f64)| bits / f64::from(self.set.phrase_words(*side));
            let each =
                left.iter().enumerate().map(|(at, &side)| (at, side, self.gain(self.columns.side(side))));
            let best = each
                .filter(|&(_, _, bits)| bits >= LEAST_BITS)
                .reduce(|best, next| if worth(&next) > worth(&best) { next } else { best });
            let Some((at, side, bits)) = best else { break };
            left.swap_remove(at);
            // Of a consistency pair, one item is enough.
            let consistency_pair = self.set.items()[usize::from(side.question)].consistency_pair;
            left.retain(|other| Some(usize::from(other.question)) != consistency_pair);
            self.condition_on(self.columns.side(side));
            selected.push((side, bits));
        }
        selected
    }

    /// Kullback–Leibler divergence of the target from the current distribution, bits.
    fn remaining_bits(&self) -> f64 {
        let pairs = self.known.iter().zip(&self.weights).filter(|&(&k, _)| k > 0.0);
        pairs.fold(0.0, |sum, (k, w)| sum + k * libm::log2(k / w))
    }
}

/// Mean of a column under weights that add up to 1. Not inlined: it is called in many places.
#[inline(never)]
fn mean(weights: &[f64], column: &[f32]) -> f64 {
    weights.iter().zip(column).fold(0.0, |sum, (w, &x)| sum + w * f64::from(x))
}
