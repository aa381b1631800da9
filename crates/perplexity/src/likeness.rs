//! Likeness of two respondents, and the surprisal of one: how rare it is to meet somebody alike.
//!
//! Two respondents are alike when they are as near as one respondent is to themselves on another day. With the distance `d²
//! = (f − f′)ᵀ W (f − f′)`, `W = ΛᵀΛ/n` over the n items of the bank (the mean squared difference of the shared parts of
//! their opinions), likeness is `exp(−c d²/2)`, and
//!
//! `S(f) = −log2 E_f′[exp(−c d²/2)] = ½ log2 det(I + cW) + fᵀKf / (2 ln 2)`, `K = cW(I + cW)⁻¹`,
//!
//! for a population of standard normal factor scores: the convolution of two Gaussian functions. About one in `2^S` people is
//! like the respondent. S is the similarity-sensitive surprisal of Leinster and Cobbold (*Ecology* 93, 2012) with likeness as
//! the similarity.

use crate::item_bank::{FACTORS, ITEM_COUNT, ITEMS};
use crate::symmetric::{Cholesky, Square, dot, times};
use core::f64::consts::{LN_2, PI};
use drift::linalg::eigenvalues;

/// Likeness parameter c: likeness is one half at distance .28, the median distance between the positions that two sittings of
/// 48 answers give one simulated respondent. Mean likeness over the population is then .025.
pub const LIKENESS: f64 = 17.8608;

/// Knots of the distribution function of S, and their distance in bits.
const KNOTS: usize = 257;
const KNOT_SPACING: f64 = 1.0 / 8.0;

/// Surprisal by likeness in the population of today, in closed form, and its distribution.
#[derive(Clone, Debug)]
pub struct Likeness {
    /// W, the metric of the distance.
    metric: Square<FACTORS>,
    /// K.
    curvature: Square<FACTORS>,
    /// Surprisal of the respondent in the middle, the least there is; bits.
    least: f64,
    /// Share of the population with a surprisal below `least + knot · KNOT_SPACING`.
    distribution: Vec<f64>,
}

impl Default for Likeness {
    fn default() -> Likeness {
        Likeness::new(LIKENESS)
    }
}

impl Likeness {
    /// Likeness of parameter `c`, above 0.
    ///
    /// # Panics
    ///
    /// When `c` is negative beyond the point where I + cW stops being positive definite.
    pub fn new(c: f64) -> Likeness {
        let metric = metric();
        let scaled = metric.map(|row| row.map(|w| c * w));
        let mut sum = scaled;
        (0..FACTORS).for_each(|k| sum[k][k] += 1.0);
        let factor = Cholesky::of(&sum).expect("I + cW is positive definite");
        // K = cW(I + cW)⁻¹ = I − (I + cW)⁻¹.
        let mut curvature = factor.inverse().map(|row| row.map(|x| -x));
        (0..FACTORS).for_each(|k| curvature[k][k] += 1.0);
        let least = 0.5 * factor.log_determinant() / LN_2;
        let distribution = distribution(&curvature);
        Likeness { metric, curvature, least, distribution }
    }

    /// W.
    pub fn metric(&self) -> &Square<FACTORS> {
        &self.metric
    }

    /// K.
    pub fn curvature(&self) -> &Square<FACTORS> {
        &self.curvature
    }

    /// Squared distance of two respondents by their factor scores.
    pub fn squared_distance(&self, a: &[f64; FACTORS], b: &[f64; FACTORS]) -> f64 {
        let difference = core::array::from_fn(|k| a[k] - b[k]);
        dot(&difference, &times(&self.metric, &difference))
    }

    /// Surprisal S of factor scores in the population of today, bits.
    pub fn surprisal(&self, factors: &[f64; FACTORS]) -> f64 {
        self.least + dot(factors, &times(&self.curvature, factors)) / (2.0 * LN_2)
    }

    /// Share of the population of today whose surprisal is below this one, 0 to 1.
    pub fn place(&self, surprisal: f64) -> f64 {
        let at = ((surprisal - self.least) / KNOT_SPACING).clamp(0.0, (KNOTS - 2) as f64 + 0.999_999);
        let below = at as usize;
        let part = at - below as f64;
        self.distribution[below] + part * (self.distribution[below + 1] - self.distribution[below])
    }

    /// Surprisal below which this share of the population of today is, bits: the inverse of [`Likeness::place`], for shares of
    /// .001 to .999; beyond them the nearest knot.
    pub fn surprisal_at(&self, place: f64) -> f64 {
        let above = self.distribution.partition_point(|&share| share < place).clamp(1, KNOTS - 1);
        let (low, high) = (self.distribution[above - 1], self.distribution[above]);
        let part = if high > low { ((place - low) / (high - low)).clamp(0.0, 1.0) } else { 1.0 };
        self.least + KNOT_SPACING * ((above - 1) as f64 + part)
    }
}

/// W = ΛᵀΛ/n over the bank.
fn metric() -> Square<FACTORS> {
    let mut metric = [[0.0; FACTORS]; FACTORS];
    for item in &ITEMS {
        for (row, a) in metric.iter_mut().zip(item.loadings) {
            for (w, b) in row.iter_mut().zip(item.loadings) {
                *w += a * b / ITEM_COUNT as f64;
            }
        }
    }
    metric
}

/// Distribution function at the knots of `fᵀKf / (2 ln 2)`, a weighted sum of independent squares, by numerical inversion of
/// its characteristic function (Davies, *Biometrika* 60, 1973, equation 6).
fn distribution(curvature: &Square<FACTORS>) -> Vec<f64> {
    /// Step of the sum; its error is the probability of values beyond 2π/STEP bits.
    const STEP: f64 = 0.1;
    /// Terms until the characteristic function is below 1e−8.
    const TERMS: usize = 1_200;
    let weights: Vec<f64> = eigenvalues(curvature.iter().map(|row| row.to_vec()).collect())
        .into_iter()
        .map(|k| k / (2.0 * LN_2))
        .collect();
    // Modulus and argument of Π (1 − 2i·w·t)^(−1/2).
    let terms: Vec<(f64, f64, f64)> = (0..TERMS)
        .map(|k| {
            let t = (k as f64 + 0.5) * STEP;
            let (mut product, mut argument) = (1.0, 0.0);
            for w in &weights {
                product *= 1.0 + (2.0 * w * t) * (2.0 * w * t);
                argument += 0.5 * libm::atan(2.0 * w * t);
            }
            (t, 1.0 / f64::sqrt(f64::sqrt(product)) / (PI * (k as f64 + 0.5)), argument)
        })
        .collect();
    let mut reached = 0.0f64;
    (0..KNOTS)
        .map(|knot| {
            let x = knot as f64 * KNOT_SPACING;
            let sum = terms
                .iter()
                .fold(0.0, |sum, (t, modulus, argument)| sum + modulus * libm::sin(argument - t * x));
            // The error of the sum, some 1e−9, must not make it fall.
            reached = if knot == 0 { 0.0 } else { reached.max(0.5 - sum).min(1.0) };
            reached
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_inverted_and_the_median_person_is_one_in_46() {
        let likeness = Likeness::default();
        for place in [0.01, 0.25, 0.5, 0.9, 0.99] {
            assert!((likeness.place(likeness.surprisal_at(place)) - place).abs() < 1e-9);
        }
        let median = libm::exp2(likeness.surprisal_at(0.5));
        assert!((45.0..46.5).contains(&median), "{median}");
    }
    use crate::respondent::SimulatedRespondent;

    fn crowd() -> Vec<SimulatedRespondent> {
        (0..40_000).map(|n| SimulatedRespondent::nth(3, n)).collect()
    }

    #[test]
    fn the_closed_form_is_the_mean_likeness_to_a_crowd() {
        let likeness = Likeness::default();
        let crowd = crowd();
        for factors in [[0.0; FACTORS], crowd[0].factors().map(|f| 0.5 * f), *crowd[1].factors()] {
            let likenesses: Vec<f64> = crowd
                .iter()
                .map(|other| {
                    libm::exp(-0.5 * LIKENESS * likeness.squared_distance(&factors, other.factors()))
                })
                .collect();
            let n = likenesses.len() as f64;
            let mean = likenesses.iter().sum::<f64>() / n;
            let variance = likenesses.iter().map(|l| (l - mean) * (l - mean)).sum::<f64>() / n;
            let expected = libm::exp2(-likeness.surprisal(&factors));
            assert!((mean - expected).abs() < 4.0 * f64::sqrt(variance / n), "{mean} {expected}");
        }
    }

    #[test]
    fn the_mean_likeness_of_two_people_is_one_in_forty() {
        let likeness = Likeness::default();
        let crowd = crowd();
        let shares: f64 = crowd.iter().map(|person| libm::exp2(-likeness.surprisal(person.factors()))).sum();
        let mean = shares / crowd.len() as f64;
        assert!((mean - 0.025).abs() < 0.0005, "{mean}");
    }

    #[test]
    fn the_place_is_the_share_of_a_crowd_below() {
        let likeness = Likeness::default();
        let mut surprisals: Vec<f64> =
            crowd().iter().map(|person| likeness.surprisal(person.factors())).collect();
        surprisals.sort_unstable_by(f64::total_cmp);
        let n = surprisals.len() as f64;
        let largest = surprisals
            .iter()
            .enumerate()
            .map(|(below, &s)| (likeness.place(s) - (below as f64 + 0.5) / n).abs())
            .fold(0.0, f64::max);
        // Kolmogorov–Smirnov: 1.63/√n at one in a hundred.
        assert!(largest < 1.63 / f64::sqrt(n), "{largest}");
    }

    #[test]
    fn places_ascend_from_zero_to_one() {
        let likeness = Likeness::default();
        assert!(likeness.distribution.is_sorted());
        assert_eq!(likeness.place(0.0), 0.0);
        assert!(likeness.place(100.0) > 1.0 - 1e-6);
    }
}
