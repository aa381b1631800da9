//! Retest: simulated second answers given the first ones.
//!
//! Opinions are stable and responses are not: after two years people repeat about half of their five-point responses.
//! So a percentile rank is a range over simulated second answers, each from a draw of the posterior (a plausible
//! value), the unique factor given the first response, and a new response error.

use super::batch::{BatchScore, score_evidence_batch};
use super::posterior::Posterior;
use super::predictor::Predictor;
use crate::domains;
use crate::questionnaire::{Answers, RELIABILITY, Response};
use drift::rng::{Stream, StreamKey, normal, normal_cdf, normal_quantile, uniform};

/// Number of simulated retests; the relative standard error of the spread of their bits is a twentieth.
const RETESTS: usize = 200;

/// Scores of [`RETESTS`] simulated second answers to the same items.
pub(super) fn retests(predictor: &Predictor, posterior: &Posterior, answers: &Answers) -> Vec<BatchScore> {
    let evidence: Vec<_> = sample_posterior(posterior, RETESTS)
        .into_iter()
        .enumerate()
        .map(|(n, (person, style))| {
            let mut rng = StreamKey::new(0, domains::RETEST).stream(n);
            let second = Answers::of(answers.set(), |q| {
                let model = predictor.model(q);
                let bounds = model.bounds(answers.get(q)?.index(), style);
                let y = resample_response(model.unique_sd, predictor.mean(person, q), bounds, &mut rng);
                Response::new(model.category(y, style))
            });
            predictor.evidence(&second)
        })
        .collect();
    score_evidence_batch(predictor.mixture(), &evidence)
}

/// Systematic sample of `count` draws of respondent and style from the posterior: one every 1/`count` of the weight.
pub fn sample_posterior(posterior: &Posterior, count: usize) -> Vec<(usize, f64)> {
    let mut sampled = Vec::with_capacity(count);
    let mut sum = 0.0;
    for (person, style, weight) in posterior.joint() {
        sum += weight;
        while sampled.len() < count && sum * count as f64 > sampled.len() as f64 + 0.5 {
            sampled.push((person, style));
        }
    }
    sampled
}

/// Draws the latent response of a retest, given that the first latent response lay within `bounds`.
///
/// * `unique_sd` – standard deviation of the unique factor's contribution.
/// * `mean` – common part of the latent response.
pub fn resample_response(unique_sd: f64, mean: f64, bounds: [f64; 2], rng: &mut Stream) -> f64 {
    let noise = 1.0 - RELIABILITY;
    let own = unique_sd * unique_sd;
    let spread = f64::sqrt(own + noise);
    let [low, high] = bounds.map(|bound| normal_cdf((bound - mean) / spread));
    // Quantile of the first latent response within its category; clamped, since in the tails both bounds coincide.
    let at = (low + uniform(rng) * (high - low)).clamp(1e-12, 1.0 - 1e-12);
    let surprise = spread * normal_quantile(at);
    let unique = own / (own + noise) * surprise + f64::sqrt(own * noise / (own + noise)) * normal(rng);
    mean + unique + f64::sqrt(noise) * normal(rng)
}
