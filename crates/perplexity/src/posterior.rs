//! Posterior of factor scores and response style given responses, as weighted draws.

use crate::domains;
use crate::item_bank::FACTORS;
use crate::laplace::{Laplace, log_likelihood};
use crate::response_model::{ItemAt, Observation, PersonParameters, stretch};
use crate::symmetric::dot;
use drift::rng::{StreamKey, normal};

/// Number of weighted draws.
pub const DRAWS: usize = 1_500;

/// Posterior as weighted draws (importance sampling from the Laplace approximation).
#[derive(Clone, Debug)]
pub struct PosteriorDraws {
    /// The Gaussian approximation from which the draws are made.
    pub laplace: Laplace,
    draws: Vec<PersonParameters>,
    /// Weights of the draws, adding up to 1.
    weights: Vec<f64>,
    /// Natural logarithm of the probability of each draw's observations.
    log_likelihoods: Vec<f64>,
    log_evidence: f64,
}

impl PosteriorDraws {
    /// Posterior given `observations`, in the order of their items, by [`DRAWS`] draws.
    pub fn new(observations: &[Observation]) -> PosteriorDraws {
        PosteriorDraws::with_draws(observations, DRAWS)
    }

    /// Posterior by `draws` draws; equal numbers draw the same deviates for everybody (common random numbers), in
    /// antithetic pairs.
    pub fn with_draws(observations: &[Observation], draws: usize) -> PosteriorDraws {
        let laplace = Laplace::new(observations);
        let factor = laplace.factor();
        let key = StreamKey::new(0, domains::POSTERIOR_DRAWS);
        let (mut points, mut log_likelihoods) = (Vec::with_capacity(draws), Vec::with_capacity(draws));
        let mut log_weights = Vec::with_capacity(draws);
        let half_log_determinant = 0.5 * factor.log_determinant();
        for n in 0..draws {
            let mut stream = key.stream(n / 2);
            let sign = if n % 2 == 0 { 1.0 } else { -1.0 };
            let deviate: PersonParameters = core::array::from_fn(|_| sign * normal(&mut stream));
            let offset = factor.solve_upper(deviate);
            let point: PersonParameters = core::array::from_fn(|k| laplace.mode[k] + offset[k]);
            let log_likelihood = log_likelihood(observations, &point);
            // log prior − log proposal; the powers of 2π cancel.
            let log_ratio = 0.5 * (dot(&deviate, &deviate) - dot(&point, &point)) - half_log_determinant;
            points.push(point);
            log_likelihoods.push(log_likelihood);
            log_weights.push(log_likelihood + log_ratio);
        }
        let largest = log_weights.iter().fold(f64::NEG_INFINITY, |a: f64, &b| a.max(b));
        let mut weights: Vec<f64> = log_weights.iter().map(|w| libm::exp(w - largest)).collect();
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|w| *w /= sum);
        let log_evidence = largest + libm::log(sum / draws as f64);
        PosteriorDraws { laplace, draws: points, weights, log_likelihoods, log_evidence }
    }

    /// The draws with their weights, which add up to 1.
    pub fn draws(&self) -> impl ExactSizeIterator<Item = (&PersonParameters, f64)> {
        self.draws.iter().zip(self.weights.iter().copied())
    }

    /// `count` draws that each stand for the same share of the posterior: a systematic sample by the weights, in the order of
    /// the draws.
    pub fn resampled(&self, count: usize) -> impl Iterator<Item = &PersonParameters> {
        let mut reached = 0.0;
        let mut at = 0;
        (0..count).map(move |n| {
            let level = (n as f64 + 0.5) / count as f64;
            while at + 1 < self.draws.len() && reached + self.weights[at] < level {
                reached += self.weights[at];
                at += 1;
            }
            &self.draws[at]
        })
    }

    /// Effective number of draws, 1/Σw² (Kong 1992).
    pub fn effective_draws(&self) -> f64 {
        1.0 / self.weights.iter().fold(0.0, |sum, w| sum + w * w)
    }

    /// Surprisal of the observations, −log2 of their probability over the population: all bits of the answers.
    pub fn surprisal_of_answers(&self) -> f64 {
        -self.log_evidence * core::f64::consts::LOG2_E
    }

    /// Part of the surprisal that remains when factors and style are known, bits: posterior mean of −log2 p(answers | f, g).
    pub fn noise(&self) -> f64 {
        -self.expectation(self.log_likelihoods.iter().copied()) * core::f64::consts::LOG2_E
    }

    /// Posterior mean of a value per draw, in the order of the draws.
    pub fn expectation(&self, values: impl Iterator<Item = f64>) -> f64 {
        self.weights.iter().zip(values).fold(0.0, |sum, (w, value)| sum + w * value)
    }

    /// Posterior mean of the parameters.
    pub fn mean(&self) -> PersonParameters {
        core::array::from_fn(|k| self.expectation(self.draws.iter().map(|draw| draw[k])))
    }

    /// Probabilities of the categories of an item given the observations, one per threshold and one more.
    pub fn prediction(&self, loadings: &[f64; FACTORS], thresholds: &[f64]) -> Vec<f64> {
        let mut probabilities = vec![0.0; thresholds.len() + 1];
        for (draw, weight) in self.draws() {
            let item = ItemAt::new(loadings, thresholds, draw, stretch(draw[FACTORS]));
            for (category, p) in probabilities.iter_mut().enumerate() {
                *p += weight * item.probability(category);
            }
        }
        probabilities
    }
}

/// Weighted quantiles of values: for each of `levels`, ascending in 0..1, the value at which the weight reaches it.
pub fn weighted_quantiles<const N: usize>(values: &[f64], weights: &[f64], levels: [f64; N]) -> [f64; N] {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let (mut sum, mut at) = (0.0, 0);
    levels.map(|level| {
        while at < order.len() && sum + weights[order[at]] < level {
            sum += weights[order[at]];
            at += 1;
        }
        values[order[at.min(order.len() - 1)]]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item_bank::{CATEGORIES, ITEMS};
    use crate::respondent::{SimulatedRespondent, observations};
    use crate::response_model::PARAMETERS;

    #[test]
    fn one_answer_has_the_probability_and_the_posterior_of_a_quadrature() {
        // The common part of one item is normal with its communality as variance: a sum over a fine grid.
        let item = &ITEMS[3];
        let grid = |n: usize| (0..n).map(move |k| (k as f64 + 0.5) * 12.0 / n as f64 - 6.0);
        for category in 0..CATEGORIES {
            let (mut probability, mut style) = (0.0, 0.0);
            for g in grid(120) {
                for z in grid(120) {
                    let mut at = [0.0; PARAMETERS];
                    let length = f64::sqrt(item.communality());
                    (0..FACTORS).for_each(|k| at[k] = z * item.loadings[k] / length);
                    at[FACTORS] = g;
                    let p =
                        ItemAt::new(&item.loadings, &item.thresholds, &at, stretch(g)).probability(category);
                    let density = libm::exp(-0.5 * (g * g + z * z)) / core::f64::consts::TAU * 0.01;
                    probability += p * density;
                    style += p * density * g;
                }
            }
            let posterior = PosteriorDraws::new(&[Observation::of_bank(3, category)]);
            let found = libm::exp2(-posterior.surprisal_of_answers());
            assert!((found / probability - 1.0).abs() < 0.01, "{category}: {found} {probability}");
            assert!((posterior.mean()[FACTORS] - style / probability).abs() < 0.03);
        }
    }

    #[test]
    fn draws_are_effective_and_antithetic_noise_is_small() {
        for person in 0..20 {
            let observed = observations(person, 30..78);
            let posterior = PosteriorDraws::new(&observed);
            assert!(posterior.effective_draws() > 0.6 * DRAWS as f64, "{}", posterior.effective_draws());
            // Twice the draws, nearly the same posterior mean.
            let more = PosteriorDraws::with_draws(&observed, 4 * DRAWS).mean();
            let apart = posterior.mean().iter().zip(more).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            assert!(apart < 0.06, "{apart}");
        }
    }

    #[test]
    fn without_answers_predictions_are_the_shares() {
        let posterior = PosteriorDraws::with_draws(&[], 4_000);
        let item = &ITEMS[40];
        let predicted = posterior.prediction(&item.loadings, &item.thresholds);
        let mut counts = [0.0; CATEGORIES];
        (0..20_000).for_each(|n| {
            counts[usize::from(SimulatedRespondent::nth(9, n).responses(0)[40])] += 1.0 / 20_000.0
        });
        for (p, share) in predicted.iter().zip(counts) {
            assert!((p - share).abs() < 0.015, "{predicted:?} {counts:?}");
        }
    }

    #[test]
    fn quantiles_are_where_the_weight_reaches_a_level() {
        let values = [3.0, 1.0, 2.0];
        assert_eq!(weighted_quantiles(&values, &[0.5, 0.25, 0.25], [0.2, 0.4, 0.9]), [1.0, 2.0, 3.0]);
    }
}
