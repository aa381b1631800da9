//! Belief metric of the panels: kernel units, surprisal and mean shift of factor scores, at a mean attention of .1.
//!
//! With the Gaussian kernel `exp(−c d²/2)` in the belief distance d and a population of standard normal factor scores,
//! surprisal and mean shift have closed forms. The kernel unit is the bandwidth: coordinates `u = √c Lᵀ f`, where `LLᵀ = W`.

use core::f64::consts::LN_2;

use super::factor_scores::FactorScores;
use perplexity::item_bank::FACTORS;
use perplexity::likeness::Likeness;
use perplexity::response_model::factors;
use perplexity::symmetric::{Cholesky, Square, dot};

/// Coordinates in kernel units.
pub type KernelPoint = [f64; FACTORS];

/// Mean attention of the population to one of its own.
const MEAN_ATTENTION: f64 = 0.1;

/// The metric.
#[derive(Clone, Debug)]
pub struct BeliefMetric {
    likeness: Likeness,
    /// L, with `LLᵀ = cW`.
    root: Cholesky<FACTORS>,
    /// Factor of I + V, V the covariance of the population in kernel units.
    smoothed: Cholesky<FACTORS>,
}

impl Default for BeliefMetric {
    fn default() -> BeliefMetric {
        BeliefMetric::new(MEAN_ATTENTION)
    }
}

impl BeliefMetric {
    /// The metric in which the mean attention is `attention`, 0 to 1.
    ///
    /// # Panics
    ///
    /// Never: items load on all factors.
    pub fn new(attention: f64) -> BeliefMetric {
        let metric = *Likeness::default().metric();
        // Mean attention: det(I + 2cW)^(−1/2), as the difference of two people has twice the variance of one.
        let mean_attention = |c: f64| {
            let sum = plus_identity(&metric, 2.0 * c);
            libm::exp(-0.5 * Cholesky::of(&sum).expect("positive definite").log_determinant())
        };
        let (mut low, mut high) = (0.0, 1e4);
        for _ in 0..80 {
            let middle = 0.5 * (low + high);
            if mean_attention(middle) > attention { low = middle } else { high = middle }
        }
        let likeness = Likeness::new(low);
        let root = Cholesky::of(&metric.map(|row| row.map(|w| low * w))).expect("positive definite");
        // V = c LᵀL: column by column, u = Lᵀ f of the unit vectors.
        let columns: [KernelPoint; FACTORS] = core::array::from_fn(|k| root.times_transposed(&unit(k)));
        let covariance: Square<FACTORS> = core::array::from_fn(|i| {
            core::array::from_fn(|j| columns.iter().fold(0.0, |sum, column| sum + column[i] * column[j]))
        });
        let smoothed = Cholesky::of(&plus_identity(&covariance, 1.0)).expect("positive definite");
        BeliefMetric { likeness, root, smoothed }
    }

    /// Posterior mode in kernel units.
    pub fn point(&self, scores: &FactorScores) -> KernelPoint {
        self.point_of(factors(&scores.mode))
    }

    /// Factor scores in kernel units.
    pub fn point_of(&self, factors: &[f64; FACTORS]) -> KernelPoint {
        self.root.times_transposed(factors)
    }

    /// Posterior expectation of the surprisal in the population of the first interview, bits.
    pub fn surprisal(&self, scores: &FactorScores) -> f64 {
        let curvature = self.likeness.curvature();
        let mut trace = 0.0;
        for (k, c) in curvature.iter().zip(&scores.covariance) {
            trace += dot(k, c);
        }
        self.likeness.surprisal(factors(&scores.mode)) + trace / (2.0 * LN_2)
    }

    /// Mean shift at a point, in kernel units: `−(I + V)⁻¹ u`, the gradient of the logarithm of the smoothed density.
    pub fn mean_shift(&self, point: &KernelPoint) -> KernelPoint {
        self.smoothed.solve(*point).map(|x| -x)
    }

    /// Factor scores of a point: the inverse of [`BeliefMetric::point`].
    pub fn factors_at(&self, point: &KernelPoint) -> [f64; FACTORS] {
        self.root.solve_upper(*point)
    }
}

fn unit(k: usize) -> KernelPoint {
    core::array::from_fn(|j| f64::from(u8::from(j == k)))
}

fn plus_identity(a: &Square<FACTORS>, times: f64) -> Square<FACTORS> {
    core::array::from_fn(|i| core::array::from_fn(|j| times * a[i][j] + f64::from(u8::from(i == j))))
}

/// Inner product of two points.
pub fn inner(a: &KernelPoint, b: &KernelPoint) -> f64 {
    dot(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use perplexity::respondent::SimulatedRespondent;
    use perplexity::symmetric::times;

    #[test]
    fn a_crowd_attends_to_itself_by_a_tenth_and_shifts_as_its_density_says() {
        let metric = BeliefMetric::default();
        let point = |n: usize| metric.root.times_transposed(SimulatedRespondent::nth(3, n).factors());
        let crowd: Vec<KernelPoint> = (0..20_000).map(point).collect();
        let at = point(30_000).map(|x| 0.5 * x);
        let (mut sum, mut shift) = (0.0, [0.0; FACTORS]);
        for other in &crowd {
            let apart: KernelPoint = core::array::from_fn(|k| other[k] - at[k]);
            let attention = libm::exp(-0.5 * inner(&apart, &apart));
            sum += attention;
            (0..FACTORS).for_each(|k| shift[k] += attention * apart[k]);
        }
        let expected = metric.mean_shift(&at);
        for k in 0..FACTORS {
            assert!((shift[k] / sum - expected[k]).abs() < 0.05, "{k}: {} {}", shift[k] / sum, expected[k]);
        }
        let pairs: f64 = crowd
            .windows(2)
            .map(|pair| {
                let apart: KernelPoint = core::array::from_fn(|k| pair[0][k] - pair[1][k]);
                libm::exp(-0.5 * inner(&apart, &apart))
            })
            .sum();
        assert!((pairs / 19_999.0 - 0.1).abs() < 0.005, "{}", pairs / 19_999.0);
    }

    #[test]
    fn points_and_factors_are_inverse_and_lengths_are_belief_distances() {
        let metric = BeliefMetric::default();
        let f = *SimulatedRespondent::nth(3, 1).factors();
        let point = metric.root.times_transposed(&f);
        let back = metric.factors_at(&point);
        assert!(f.iter().zip(back).all(|(a, b)| (a - b).abs() < 1e-9));
        let w = metric.likeness.metric();
        let ratio = inner(&point, &point) / dot(&f, &times(w, &f));
        let g = *SimulatedRespondent::nth(3, 2).factors();
        let other = metric.point_of(&g);
        assert!((inner(&other, &other) / dot(&g, &times(w, &g)) - ratio).abs() < 1e-9);
    }
}
