//! Consistency pairs: the response to a reverse-keyed statement of an opinion, given the response to the first statement.
//!
//! The two latent responses share the common part and most of the unique factor: their stable parts correlate by
//! [`PAIR_AGREEMENT`]. The second response says how carefully somebody answers; it does not enter the score.

use crate::item_bank::{CATEGORIES, FACTORS, ITEMS};
use crate::posterior::PosteriorDraws;
use crate::response_model::{RELIABILITY, factors, stretch};
use drift::rng::{normal_cdf, normal_quantile};

/// Correlation of the stable parts of a pair's latent responses, as a share of [`RELIABILITY`]. Assumed: a statement in other
/// words is about nearly the same opinion.
pub const PAIR_AGREEMENT: f64 = 0.8;

/// Points of the quadrature over the first latent response within its category.
const POINTS: usize = 16;

/// Draws that stand for the posterior.
const DRAWS: usize = 60;

/// Probabilities of the categories of the reverse-keyed statement of `item`, toward the bank's upper pole, given `first`, the
/// category of the bank's own statement, which belongs to the posterior. They add up to 1.
///
/// # Panics
///
/// When the bank has no such item, or the item no category `first`.
pub fn second_response(posterior: &PosteriorDraws, item: usize, first: usize) -> [f64; CATEGORIES] {
    assert!(first < CATEGORIES, "an item has five categories");
    let item = &ITEMS[item];
    let rest = 1.0 - item.communality();
    let spread = f64::sqrt(rest);
    // Correlation of the two latent responses given the common part.
    let shared = (PAIR_AGREEMENT * RELIABILITY - item.communality()).max(0.0) / rest;
    let remainder = f64::sqrt(1.0 - shared * shared);
    let mut probabilities = [0.0; CATEGORIES];
    for parameters in posterior.resampled(DRAWS) {
        let (factors, stretch) = (factors(parameters), stretch(parameters[FACTORS]));
        let mean = item.shared(factors);
        let bounds = item.thresholds.map(|threshold| (threshold * stretch - mean) / spread);
        let low = if first == 0 { 0.0 } else { normal_cdf(bounds[first - 1]) };
        let high = bounds.get(first).map_or(1.0, |&bound| normal_cdf(bound));
        for point in 0..POINTS {
            let share = low + (high - low) * (point as f64 + 0.5) / POINTS as f64;
            let deviate = normal_quantile(share.clamp(1e-12, 1.0 - 1e-12));
            let below = bounds.map(|bound| normal_cdf((bound - shared * deviate) / remainder));
            let mut before = 0.0;
            for (probability, below) in probabilities.iter_mut().zip(below.into_iter().chain([1.0])) {
                *probability += (below - before) / (DRAWS * POINTS) as f64;
                before = below;
            }
        }
    }
    probabilities
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Answer, ItemAnswers};
    use crate::item_bank::item;

    #[test]
    fn the_second_response_repeats_the_first_more_often_than_the_population_does() {
        for key in ["guard", "techcost", "gap", "science", "offline"] {
            let item = item(key);
            let shares = second_response_of_nobody(item);
            for first in 0..CATEGORIES {
                let mut answers = ItemAnswers::default();
                answers.set(item, Answer::Category(first as u8));
                let second = second_response(&PosteriorDraws::new(&answers.observations()), item, first);
                assert!((second.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                assert!(second[first] > 1.15 * shares[first], "{key} {first}: {second:?} {shares:?}");
            }
        }
    }

    /// Shares of the categories in the population.
    fn second_response_of_nobody(item: usize) -> [f64; CATEGORIES] {
        let below = ITEMS[item].thresholds.map(crate::response_model::share_below);
        let [a, b, c, d] = below;
        [a, b - a, c - b, d - c, 1.0 - d]
    }

    #[test]
    fn opposite_ends_are_the_least_likely() {
        let item = item("gap");
        let mut answers = ItemAnswers::default();
        answers.set(item, Answer::Category(0));
        let second = second_response(&PosteriorDraws::new(&answers.observations()), item, 0);
        assert!(second.is_sorted_by(|a, b| a >= b), "{second:?}");
    }
}
