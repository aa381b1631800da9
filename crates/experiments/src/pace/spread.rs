//! Spread: variance of what agents' beliefs have in common, without what is each belief's own.
//!
//! As in the panels, whose spread is found from disjoint questions, factor scores are read off two halves of the items, and
//! their cross product is taken: what is in one item only is in one half only.

use super::stability::cross_product;
use drift::linalg::Matrix;
use perplexity::item_bank::{FACTORS, ITEM_COUNT, ITEMS};
use perplexity::likeness::Likeness;
use perplexity::response_model::RELIABILITY;
use perplexity::symmetric::{Cholesky, Square};

/// Linear maps from rows of opinions to unbiased factor scores (Bartlett) in the belief metric, from either half of the items.
#[derive(Clone, Debug)]
pub struct SpreadMeasure {
    halves: [Vec<[f64; FACTORS]>; 2],
}

impl Default for SpreadMeasure {
    fn default() -> SpreadMeasure {
        SpreadMeasure { halves: [0, 1].map(half_map) }
    }
}

impl SpreadMeasure {
    /// Variance of the agents' true positions, whose first dimensions are the items.
    pub fn of(&self, opinions: &Matrix) -> f64 {
        let [a, b] = self.halves.each_ref().map(|map| {
            let of_row = |row: &[f32]| {
                let mut point = [0.0; FACTORS];
                for (weights, &x) in map.iter().zip(row) {
                    (0..FACTORS).for_each(|k| point[k] += weights[k] * f64::from(x));
                }
                point
            };
            opinions.rows().map(of_row).collect::<Vec<[f64; FACTORS]>>()
        });
        cross_product(&a, &b) / a.len() as f64
    }
}

/// Weights of all items in `Lᵀ(ΛᵀΨ⁻¹Λ)⁻¹ΛᵀΨ⁻¹x`, where `LLᵀ` is the belief metric: those of every second item, from `first`, and
/// zero for the others.
fn half_map(first: usize) -> Vec<[f64; FACTORS]> {
    let scale = 1.0 / f64::sqrt(RELIABILITY);
    let unique = |item: usize| (1.0 - ITEMS[item].communality() / RELIABILITY).max(0.01);
    let mut precision: Square<FACTORS> = [[0.0; FACTORS]; FACTORS];
    for item in (first..ITEM_COUNT).step_by(2) {
        for (row, a) in precision.iter_mut().zip(ITEMS[item].loadings) {
            for (p, b) in row.iter_mut().zip(ITEMS[item].loadings) {
                *p += a * b * scale * scale / unique(item);
            }
        }
    }
    let inverse = Cholesky::of(&precision).expect("either half loads on all factors");
    let metric = Cholesky::of(Likeness::default().metric()).expect("the items load on all factors");
    let weights = |item: usize| {
        if item % 2 != first {
            return [0.0; FACTORS];
        }
        metric.times_transposed(&inverse.solve(ITEMS[item].loadings.map(|l| l * scale / unique(item))))
    };
    (0..ITEM_COUNT).map(weights).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::rng::{Domain, StreamKey, normal};
    use perplexity::opinions::OpinionAxes;
    use perplexity::respondent::SimulatedRespondent;

    /// Opinions of 4 000 people whose factor scores are so many times those of the bank's population, with noise of this
    /// standard deviation on each.
    fn opinions(times: f64, noise: f64) -> Matrix {
        let axes = OpinionAxes::new(1, ITEM_COUNT);
        let mut opinions = Matrix::zeros(4_000, ITEM_COUNT).expect("a small world");
        for n in 0..4_000 {
            let respondent = SimulatedRespondent::nth(3, n);
            let mut unique = respondent.unique_factors();
            let factors = respondent.factors().map(|f| times * f);
            axes.write(&factors, |_| normal(&mut unique), opinions.row_mut(n));
            let mut stream = StreamKey::new(5, Domain::new(999)).stream(n);
            opinions.row_mut(n).iter_mut().for_each(|x| *x += (noise * normal(&mut stream)) as f32);
        }
        opinions
    }

    #[test]
    fn spread_is_that_of_factors_and_not_of_single_beliefs() {
        let measure = SpreadMeasure::default();
        let [first, wider, noisier] =
            [(1.0, 0.0), (1.2, 0.0), (1.0, 0.6)].map(|(times, noise)| measure.of(&opinions(times, noise)));
        assert!((wider / first - 1.44).abs() < 0.02, "{first} {wider}");
        assert!((noisier / first - 1.0).abs() < 0.03, "{first} {noisier}");
    }
}
