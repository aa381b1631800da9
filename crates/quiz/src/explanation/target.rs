//! Draws of a respondent's posterior, to whom the parts of a sentence are fitted.

use super::people::People;
use super::side_curves::SideCurves;
use crate::cluster_names::{Prototype, PrototypeDirections};
use crate::questionnaire::{QuestionSet, Side};
use perplexity::item_bank::FACTORS;
use perplexity::posterior::PosteriorDraws;
use perplexity::response_model::factors;

/// Draws of a posterior of factor scores, with weights that add up to 1.
pub(super) struct Target {
    pub scores: Vec<[f64; FACTORS]>,
    pub weights: Vec<f64>,
    pub people: People,
}

impl Target {
    /// Draws of this posterior without their response style.
    pub(super) fn new(directions: &PrototypeDirections, posterior: &PosteriorDraws) -> Target {
        let scores: Vec<_> = posterior.draws().map(|(draw, _)| *factors(draw)).collect();
        let weights = posterior.draws().map(|(_, weight)| weight).collect();
        Target::of(directions, scores, weights)
    }

    /// Draws of these factor scores and weights, which add up to 1.
    pub(super) fn of(
        directions: &PrototypeDirections,
        scores: Vec<[f64; FACTORS]>,
        weights: Vec<f64>,
    ) -> Target {
        Target { people: People::new(directions, &scores), scores, weights }
    }

    /// Mean over the draws of the binary logarithm of the probability of a label, bits.
    pub(super) fn fit_of_label(&self, label: Prototype) -> f64 {
        self.mean_log2(self.people.belonging(label))
    }

    /// Mean over the draws of the binary logarithm of the probability of a side, bits. `chances` is overwritten.
    pub(super) fn fit_of(
        &self,
        curves: &SideCurves,
        set: &QuestionSet,
        side: Side,
        chances: &mut Vec<f32>,
    ) -> f64 {
        chances.resize(self.people.rows(), 0.0);
        curves.write(set.items()[usize::from(side.question)].bank, side.upper, &self.people, chances);
        self.mean_log2(chances)
    }

    fn mean_log2(&self, chances: &[f32]) -> f64 {
        let draws = self.weights.iter().zip(chances);
        draws.fold(0.0, |sum, (weight, &chance)| sum + weight * f64::from(libm::log2f(chance)))
    }
}
