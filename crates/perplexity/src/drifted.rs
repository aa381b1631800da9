//! Likeness in a world whose opinions have drifted: the surprisal S of a row of opinions, as a sum over the agents.
//!
//! Factor scores are read off the first dimensions of a row, those of the bank's items, by one fixed linear map: the
//! regression factor scores of the population of day 0 (Thomson; `f̂ = (I + ΛᵀΨ⁻¹Λ)⁻¹ΛᵀΨ⁻¹x`). It is the same for agents and
//! observers on every day, so that on day 0 the surprisal is that of the population of today up to sampling and to what a
//! linear map cannot read.

use crate::item_bank::{FACTORS, ITEM_COUNT, ITEMS};
use crate::likeness::{LIKENESS, Likeness};
use crate::response_model::RELIABILITY;
use crate::symmetric::{Cholesky, Square};
use drift::linalg::Matrix;

/// Linear map from a row of opinions to coordinates in which the belief distance is Euclidean.
#[derive(Clone, Debug)]
pub struct FactorMap {
    /// One row of weights a coordinate, over the dimensions of the items.
    weights: Vec<[f64; FACTORS]>,
}

/// Coordinates of a row of opinions; their squared distance is the squared belief distance.
pub type BeliefPoint = [f64; FACTORS];

impl FactorMap {
    /// The map of the bank, for the distance of `likeness`.
    ///
    /// # Panics
    ///
    /// When the metric of `likeness` is singular.
    pub fn new(likeness: &Likeness) -> FactorMap {
        // Items in units of their opinion's standard deviation: loadings Λ/√rel, unique variance 1 − h²/rel.
        let scale = 1.0 / f64::sqrt(RELIABILITY);
        let unique = |item: usize| (1.0 - ITEMS[item].communality() / RELIABILITY).max(0.01);
        let mut precision: Square<FACTORS> = [[0.0; FACTORS]; FACTORS];
        (0..FACTORS).for_each(|k| precision[k][k] = 1.0);
        for (at, item) in ITEMS.iter().enumerate() {
            for (row, a) in precision.iter_mut().zip(item.loadings) {
                for (p, b) in row.iter_mut().zip(item.loadings) {
                    *p += a * b * scale * scale / unique(at);
                }
            }
        }
        let regression = Cholesky::of(&precision).expect("the identity plus a positive semidefinite matrix");
        let metric = Cholesky::of(likeness.metric()).expect("the items load on all factors");
        let weights = (0..ITEM_COUNT)
            .map(|at| {
                let scores = regression.solve(ITEMS[at].loadings.map(|l| l * scale / unique(at)));
                // |Lᵀf|² = fᵀLLᵀf = fᵀWf.
                metric.times_transposed(&scores)
            })
            .collect();
        FactorMap { weights }
    }

    /// Coordinates of a row of opinions, whose first dimensions are those of the items. Costs 8 · 101 multiply-adds.
    pub fn point(&self, row: &[f32]) -> BeliefPoint {
        let mut point = [0.0; FACTORS];
        for (weights, &x) in self.weights.iter().zip(row) {
            for (sum, w) in point.iter_mut().zip(weights) {
                *sum += w * f64::from(x);
            }
        }
        point
    }

    /// Coordinates of every row.
    pub fn points(&self, opinions: &Matrix) -> Vec<BeliefPoint> {
        opinions.rows().map(|row| self.point(row)).collect()
    }
}

/// Surprisal of a point among agents, bits: −log2 of the mean likeness. Costs N · 8 multiply-adds and N exponentials.
///
/// * `own` – the agent that stands at the point, which is left out; `None` for an observer.
///
/// # Panics
///
/// When there is no other agent.
pub fn surprisal(point: &BeliefPoint, own: Option<usize>, agents: &[BeliefPoint]) -> f64 {
    let mut sum = 0.0;
    for (_, other) in agents.iter().enumerate().filter(|(n, _)| Some(*n) != own) {
        let squared = point.iter().zip(other).fold(0.0, |sum, (a, b)| sum + (a - b) * (a - b));
        sum += libm::exp(-0.5 * LIKENESS * squared);
    }
    let others = agents.len() - usize::from(own.is_some());
    assert!(others > 0, "somebody to be like");
    // One agent in the largest world shares less than this with anybody.
    -libm::log2((sum / others as f64).max(1e-12))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opinions::OpinionAxes;
    use crate::respondent::SimulatedRespondent;

    #[test]
    fn on_day_zero_the_sum_over_agents_is_the_closed_form() {
        let likeness = Likeness::default();
        let opinions = OpinionAxes::new(1, ITEM_COUNT).population(2, 4_000).expect("a small world");
        let points = FactorMap::new(&likeness).points(&opinions);
        let apart: Vec<f64> = (0..400)
            .map(|n| {
                let exact = likeness.surprisal(SimulatedRespondent::nth(2, n).factors());
                surprisal(&points[n], Some(n), &points) - exact
            })
            .collect();
        let mean = apart.iter().sum::<f64>() / apart.len() as f64;
        let spread =
            f64::sqrt(apart.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / apart.len() as f64);
        println!("{mean} ± {spread}");
        assert!(mean.abs() < 0.3 && spread < 0.8, "{mean} ± {spread}");
    }

    #[test]
    fn distances_of_points_are_belief_distances_shrunk_by_reading() {
        let likeness = Likeness::default();
        let opinions = OpinionAxes::new(1, ITEM_COUNT).population(2, 400).expect("a small world");
        let points = FactorMap::new(&likeness).points(&opinions);
        let (mut read, mut exact) = (0.0, 0.0);
        for n in 1..400 {
            let [a, b] = [n - 1, n].map(|n| SimulatedRespondent::nth(2, n));
            exact += likeness.squared_distance(a.factors(), b.factors());
            read += points[n - 1].iter().zip(points[n]).map(|(x, y)| (x - y) * (x - y)).sum::<f64>();
        }
        // Regression scores have the variance that the items explain.
        assert!((0.85..1.0).contains(&(read / exact)), "{}", read / exact);
    }

    #[test]
    fn among_twins_nobody_surprises() {
        let points = [[1.0; FACTORS]; 5];
        assert_eq!(surprisal(&points[0], Some(0), &points), 0.0);
        assert!(surprisal(&[9.0; FACTORS], None, &points) > 30.0);
    }
}
