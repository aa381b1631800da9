//! What if the visitor answered once more?
//!
//! Answers are noisy and beliefs are not: asked again after two years, people repeat about half of their five-point
//! answers. So a visitor's place in the crowd is a range, from simulated second answers given the first ones: a
//! person of the crowd who may be the visitor, the quirk that the first answer tells of, and fresh noise.

use super::batch::{Placed, place_all};
use super::posterior::Posterior;
use super::predictor::Predictor;
use crate::chance::{Chance, Purpose, Stream, distribution, normal, quantile, uniform};
use crate::items::{Answers, RELIABILITY, Step};

/// Simulated second answers; the spread of their bits is then known to a twentieth.
const RETESTS: usize = 200;

/// Where somebody with these `answers` would be placed who answers the same questions again, [`RETESTS`] times.
pub(super) fn retests(predictor: &Predictor, posterior: &Posterior, answers: &Answers) -> Vec<Placed> {
    let again: Vec<_> = people_alike(posterior, RETESTS)
        .into_iter()
        .enumerate()
        .map(|(n, (person, style))| {
            let mut luck = Chance::new(0, Purpose::Retest).of(n);
            let mut second = *answers;
            for (q, answer) in second.0.iter_mut().enumerate() {
                let (model, mean) = (predictor.model(q), predictor.mean(person, q));
                *answer = answer.and_then(|first| {
                    let y = answered_again(model.quirk, mean, model.bounds(first.index(), style), &mut luck);
                    Step::new(model.step(y, style))
                });
            }
            predictor.clues(&second)
        })
        .collect();
    place_all(predictor.mixture(), &again)
}

/// `count` people of the crowd with their styles, each as often as they may be the visitor (systematic sampling: one
/// every 1/n of the weight).
pub(crate) fn people_alike(posterior: &Posterior, count: usize) -> Vec<(usize, f64)> {
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

/// A second latent answer of somebody whose shared belief is `mean`, whose quirk on the item has the spread `quirk`,
/// and whose first latent answer lay within `bounds`.
pub(crate) fn answered_again(quirk: f64, mean: f64, bounds: [f64; 2], luck: &mut Stream) -> f64 {
    let noise = 1.0 - RELIABILITY;
    let own = quirk * quirk;
    let spread = f64::sqrt(own + noise);
    let [low, high] = bounds.map(|bound| distribution((bound - mean) / spread));
    // Where within its step the first answer was; far out in the tails both ends look alike.
    let at = (low + uniform(luck) * (high - low)).clamp(1e-12, 1.0 - 1e-12);
    let surprise = spread * quantile(at);
    let quirk = own / (own + noise) * surprise + f64::sqrt(own * noise / (own + noise)) * normal(luck);
    mean + quirk + f64::sqrt(noise) * normal(luck)
}
