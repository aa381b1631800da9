//! Score of a respondent: perplexity, place in the population, and the split of the answers' bits, each from the posterior.

use crate::answers::ItemAnswers;
use crate::careless::careless_probability;
use crate::item_bank::FACTORS;
use crate::likeness::Likeness;
use crate::posterior::{PosteriorDraws, weighted_quantiles};
use crate::response_model::{Observation, factors};

/// Levels of the quantiles that bound a range: the central 68 %.
pub const RANGE: [f64; 2] = [0.16, 0.84];

/// A respondent's score. All of it is about the true values given the answers; nothing is a statistic of a point estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct PerplexityScore {
    /// Number of answers, without passes.
    pub answered: usize,
    /// Posterior mean of the surprisal S, bits. One in `2^surprisal` people is like the respondent.
    pub surprisal: f64,
    /// Central 68 % range of the surprisal, bits.
    pub surprisal_range: [f64; 2],
    /// Posterior mean of the percentile rank of the true surprisal among the true surprisals of the population, 0 to 1.
    pub place: f64,
    /// Posterior standard deviation of the percentile rank.
    pub place_sd: f64,
    /// Central 68 % range of the percentile rank.
    pub place_range: [f64; 2],
    /// Probability that the respondent is in the truly outermost tenth.
    pub outermost_tenth: f64,
    /// Probability that the respondent answered without reading.
    pub careless: f64,
    /// Split of the surprisal of the answers.
    pub bits: AnswerBits,
}

/// Surprisal of all answers, −log2 of their probability over the population, split without remainder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerBits {
    /// Information about the factor scores given the style, bits: the part of `KL(posterior ‖ population)` that is not volume.
    pub identity: f64,
    /// Information about the response style, bits: KL of its posterior, taken as normal, from the population's.
    pub volume: f64,
    /// Surprisal that remains when factor scores and style are known, bits.
    pub noise: f64,
}

impl AnswerBits {
    /// Split of the answers' surprisal under this posterior.
    pub fn of(posterior: &PosteriorDraws) -> AnswerBits {
        let noise = posterior.noise();
        let mean = posterior.expectation(posterior.draws().map(|(draw, _)| draw[FACTORS]));
        let variance = posterior
            .expectation(posterior.draws().map(|(draw, _)| (draw[FACTORS] - mean) * (draw[FACTORS] - mean)));
        let volume = 0.5 * (mean * mean + variance - 1.0 - libm::log(variance)) * core::f64::consts::LOG2_E;
        AnswerBits { identity: posterior.surprisal_of_answers() - noise - volume, volume, noise }
    }

    /// Surprisal of all answers, bits.
    pub fn total(&self) -> f64 {
        self.identity + self.volume + self.noise
    }
}

/// Posterior mean of the surprisal S, bits: the number that a score shows.
pub fn expected_surprisal(likeness: &Likeness, posterior: &PosteriorDraws) -> f64 {
    posterior.expectation(posterior.draws().map(|(draw, _)| likeness.surprisal(factors(draw))))
}

impl PerplexityScore {
    /// Score of answers, `None` when nothing was answered.
    pub fn new(likeness: &Likeness, answers: &ItemAnswers) -> Option<PerplexityScore> {
        PerplexityScore::of_observations(likeness, &answers.observations())
    }

    /// Score of observations on items with any number of categories, in the order of their items; `None` when there are none.
    pub fn of_observations(likeness: &Likeness, observations: &[Observation]) -> Option<PerplexityScore> {
        if observations.is_empty() {
            return None;
        }
        Some(PerplexityScore::with_posterior(likeness, observations, &PosteriorDraws::new(observations)))
    }

    /// Score of answers of which the posterior is known.
    pub fn of(likeness: &Likeness, answers: &ItemAnswers, posterior: &PosteriorDraws) -> PerplexityScore {
        PerplexityScore::with_posterior(likeness, &answers.observations(), posterior)
    }

    fn with_posterior(
        likeness: &Likeness,
        observations: &[Observation],
        posterior: &PosteriorDraws,
    ) -> PerplexityScore {
        let weights: Vec<f64> = posterior.draws().map(|(_, weight)| weight).collect();
        let surprisals: Vec<f64> =
            posterior.draws().map(|(draw, _)| likeness.surprisal(factors(draw))).collect();
        let places: Vec<f64> = surprisals.iter().map(|&s| likeness.place(s)).collect();
        let surprisal_range = weighted_quantiles(&surprisals, &weights, RANGE);
        let place = posterior.expectation(places.iter().copied());
        let place_variance = posterior.expectation(places.iter().map(|p| (p - place) * (p - place)));
        PerplexityScore {
            place_sd: f64::sqrt(place_variance),
            answered: observations.len(),
            surprisal: posterior.expectation(surprisals.iter().copied()),
            surprisal_range,
            place,
            place_range: surprisal_range.map(|s| likeness.place(s)),
            outermost_tenth: posterior.expectation(places.iter().map(|&p| f64::from(u8::from(p > 0.9)))),
            careless: careless_probability(observations, posterior.surprisal_of_answers()),
            bits: AnswerBits::of(posterior),
        }
    }

    /// Number of people N of "one in N people is like you": 2^S.
    pub fn perplexity(&self) -> f64 {
        libm::exp2(self.surprisal)
    }
}
