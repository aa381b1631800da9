//! Item response model: probability of an observed category given factor scores and response style.
//!
//! The latent response `y* = Λf + √(rel − h²)·s + √(1 − rel)·e` has unit variance: common factors `f`, unique factor `s`,
//! response error `e`, all standard normal. Its category is found by the thresholds `t·exp(σg)`; the response style `g` is
//! standard normal, positive styles prefer the middle. Given `f` and `g` the unique factor and the error are one normal
//! deviate of variance `1 − h²` (graded response model: Samejima, *Psychometrika Monograph* 17, 1969, in its normal ogive
//! form).

use crate::item_bank::{CATEGORIES, FACTORS, ITEMS, ItemParameters};
use drift::rng::{normal_cdf, normal_pdf};

/// Reliability: share of the latent response's variance that is stable. Retest correlations of survey answers are about
/// .6, and the median reliability is .68 (General Social Survey panels).
pub const RELIABILITY: f64 = 0.65;

/// Standard deviation σ of the logarithm of a respondent's threshold scale.
pub const STYLE_SPREAD: f64 = 0.25;

/// Five Gauss–Hermite nodes (probabilists'; exact to degree nine) for a standard normal style: `g` and its weight.
pub const STYLE_NODES: [(f64, f64); 5] = [
    (-2.856_970_013_872_805_7, 0.011_257_411_327_720_69),
    (-1.355_626_179_974_266, 0.222_075_922_005_612_64),
    (0.0, 0.533_333_333_333_333_3),
    (1.355_626_179_974_266, 0.222_075_922_005_612_64),
    (2.856_970_013_872_805_7, 0.011_257_411_327_720_69),
];

/// Number of parameters of a respondent: the factor scores, then the response style.
pub const PARAMETERS: usize = FACTORS + 1;

/// Factor scores and response style of a respondent.
pub type PersonParameters = [f64; PARAMETERS];

/// The factor scores among the parameters.
pub fn factors(parameters: &PersonParameters) -> &[f64; FACTORS] {
    let [factors @ .., _style] = parameters;
    factors
}

/// Least probability of a category, so that no answer is impossible.
const LEAST: f64 = 1e-12;

/// An observed response: a category of an item.
#[derive(Clone, Copy, Debug)]
pub struct Observation<'a> {
    /// Loadings of the item's latent response.
    pub loadings: &'a [f64; FACTORS],
    /// Thresholds between the categories at style 0, ascending; one fewer than there are categories.
    pub thresholds: &'a [f64],
    /// Category, from 0 for the lower pole to the number of thresholds.
    pub category: usize,
}

impl Observation<'static> {
    /// Response of `category` to an item of the bank.
    ///
    /// # Panics
    ///
    /// When the bank has no such item, or the item no such category.
    pub fn of_bank(item: usize, category: usize) -> Observation<'static> {
        assert!(category < CATEGORIES, "an item has five categories");
        let item = &ITEMS[item];
        Observation { loadings: &item.loadings, thresholds: &item.thresholds, category }
    }
}

/// Response model of an item at the parameters of one respondent.
#[derive(Clone, Copy, Debug)]
pub struct ItemAt<'a> {
    thresholds: &'a [f64],
    /// Common part Λf of the latent response.
    mean: f64,
    /// Reciprocal of the standard deviation √(1 − h²) of the rest.
    precision: f64,
    /// exp(σg).
    stretch: f64,
}

impl<'a> ItemAt<'a> {
    /// The item with these loadings and thresholds. `stretch` is [`stretch`] of the style.
    pub fn new(
        loadings: &[f64; FACTORS],
        thresholds: &'a [f64],
        parameters: &PersonParameters,
        stretch: f64,
    ) -> ItemAt<'a> {
        let (mut mean, mut communality) = (0.0, 0.0);
        for (l, f) in loadings.iter().zip(parameters) {
            mean += l * f;
            communality += l * l;
        }
        ItemAt { thresholds, mean, precision: 1.0 / f64::sqrt(1.0 - communality), stretch }
    }

    /// Standardised upper bound of a category; infinite for the last.
    fn bound(&self, category: usize) -> f64 {
        self.thresholds
            .get(category)
            .map_or(f64::INFINITY, |threshold| (threshold * self.stretch - self.mean) * self.precision)
    }

    fn lower_bound(&self, category: usize) -> f64 {
        category.checked_sub(1).map_or(f64::NEG_INFINITY, |below| self.bound(below))
    }

    /// Probability of a category.
    pub fn probability(&self, category: usize) -> f64 {
        interval(self.lower_bound(category), self.bound(category))
    }

    /// Probability of a category, and its derivatives with respect to the common part and the style.
    pub fn with_derivatives(&self, category: usize) -> [f64; 3] {
        let (low, high) = (self.lower_bound(category), self.bound(category));
        // ∂bound/∂g = σ·(bound + mean·precision), as the threshold scales with exp(σg).
        let at = |bound: f64| {
            if bound.is_infinite() {
                return [0.0; 2];
            }
            let density = normal_pdf(bound);
            [density, density * STYLE_SPREAD * (bound + self.mean * self.precision)]
        };
        let ([low_density, low_style], [high_density, high_style]) = (at(low), at(high));
        [interval(low, high), (low_density - high_density) * self.precision, high_style - low_style]
    }

    /// Fisher information of a response about the common part and the style: its entries mm, mg, gg.
    pub fn information(&self) -> [f64; 3] {
        let mut information = [0.0; 3];
        for category in 0..=self.thresholds.len() {
            let [p, by_mean, by_style] = self.with_derivatives(category);
            information[0] += by_mean * by_mean / p;
            information[1] += by_mean * by_style / p;
            information[2] += by_style * by_style / p;
        }
        information
    }
}

impl ItemParameters {
    /// Common part Λf of the latent response at these factor scores.
    pub fn shared(&self, factors: &[f64; FACTORS]) -> f64 {
        self.loadings.iter().zip(factors).fold(0.0, |sum, (l, f)| sum + l * f)
    }

    /// Standard deviation √(rel − h²) of the unique factor's contribution to the latent response.
    pub fn unique_sd(&self) -> f64 {
        f64::sqrt((RELIABILITY - self.communality()).max(0.0))
    }

    /// Category of a latent response, `0..5`, where a style scales thresholds by `stretch`.
    pub fn category(&self, latent: f64, stretch: f64) -> usize {
        self.thresholds.iter().filter(|&&threshold| latent > threshold * stretch).count()
    }
}

/// Factor exp(σg) by which a style scales thresholds.
pub fn stretch(style: f64) -> f64 {
    libm::exp(STYLE_SPREAD * style)
}

/// Share of a population of all styles whose latent response is below `threshold`, 0 to 1: `Σ_g w_g Φ(t·exp(σg))`.
pub fn share_below(threshold: f64) -> f64 {
    STYLE_NODES.iter().fold(0.0, |sum, &(g, w)| sum + w * normal_cdf(threshold * stretch(g)))
}

/// Threshold below which the share `below` of a population of all styles responds, `0 < below < 1`: the inverse of
/// [`share_below`], by bisection.
///
/// Without styles it is Φ⁻¹ of the share; styles move the shares of the outer categories. Shares of 0 and 1 give finite
/// thresholds, beyond which nobody responds.
pub fn threshold_below(below: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if share_below(middle) < below { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// Standard normal probability between two bounds, from the tail that is the smaller.
fn interval(low: f64, high: f64) -> f64 {
    let p = if low > 0.0 { normal_cdf(-low) - normal_cdf(-high) } else { normal_cdf(high) - normal_cdf(low) };
    p.max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: [PersonParameters; 3] = [
        [0.0; PARAMETERS],
        [1.2, -0.4, 0.3, 2.0, -1.0, 0.1, 0.7, -0.6, 0.9],
        [-3.0, 2.0, 1.0, -2.5, 0.0, 1.5, -1.0, 2.0, -2.0],
    ];

    fn at<'a>(item: &'a crate::item_bank::ItemParameters, parameters: &PersonParameters) -> ItemAt<'a> {
        ItemAt::new(&item.loadings, &item.thresholds, parameters, stretch(parameters[FACTORS]))
    }

    #[test]
    fn categories_exhaust_the_possibilities() {
        for item in &ITEMS {
            for parameters in &AT {
                let sum: f64 = (0..CATEGORIES).map(|c| at(item, parameters).probability(c)).sum();
                assert!((sum - 1.0).abs() < 1e-10, "{sum}");
            }
        }
    }

    #[test]
    fn derivatives_are_those_of_the_probability() {
        const STEP: f64 = 1e-5;
        for item in &ITEMS {
            let largest =
                (0..FACTORS).max_by(|&a, &b| item.loadings[a].abs().total_cmp(&item.loadings[b].abs()));
            let largest = largest.expect("there are factors");
            for parameters in &AT {
                for category in 0..CATEGORIES {
                    let [p, by_mean, by_style] = at(item, parameters).with_derivatives(category);
                    assert_eq!(p, at(item, parameters).probability(category));
                    let slope = |k: usize| {
                        let [mut less, mut more] = [*parameters; 2];
                        less[k] -= STEP;
                        more[k] += STEP;
                        (at(item, &more).probability(category) - at(item, &less).probability(category))
                            / (2.0 * STEP)
                    };
                    assert!((slope(largest) - by_mean * item.loadings[largest]).abs() < 1e-8);
                    assert!((slope(FACTORS) - by_style).abs() < 1e-8, "{} {by_style}", slope(FACTORS));
                }
            }
        }
    }

    #[test]
    fn a_threshold_has_its_share_below_however_small() {
        for below in [1e-5, 0.001, 0.2, 0.5, 0.9, 0.9999] {
            let found = share_below(threshold_below(below));
            assert!((found / below - 1.0).abs() < 1e-9, "{found} {below}");
        }
        assert!(threshold_below(0.0).is_finite() && threshold_below(1.0).is_finite());
    }

    #[test]
    fn a_response_informs_about_a_belief_and_a_style() {
        for item in &ITEMS {
            let [mm, mg, gg] = at(item, &AT[1]).information();
            assert!(mm > 0.0 && gg > 0.0 && mm * gg > mg * mg);
        }
    }
}
