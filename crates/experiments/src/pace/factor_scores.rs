//! Factor scores: the Laplace posterior of a person's factor scores and response style at one interview.
//!
//! The model and the answers are those of [`perplexity::laplace`], which this repeats with a tabulated normal distribution and
//! one pass over the answers per iteration, as a fit scores some twenty million answers a minute. The item parameters are fixed
//! for all interviews and nothing is carried from one to the next, as with the real panels.

use super::normal_table::NormalTable;
use perplexity::item_bank::{CATEGORIES, FACTORS, ITEM_COUNT, ITEMS};
use perplexity::response_model::{PARAMETERS, PersonParameters, STYLE_SPREAD, stretch};
use perplexity::symmetric::{Cholesky, Square, dot};

/// Most iterations of the search for the mode; five to seven suffice.
const MOST_ITERATIONS: usize = 40;
/// Largest step of a parameter, in standard deviations of the population, at which the search ends. Steps shrink so fast that
/// the error is a hundredth of the last.
const TOLERANCE: f64 = 1e-3;

/// Posterior of one person.
#[derive(Clone, Debug)]
pub struct FactorScores {
    /// Mode: factor scores, then style.
    pub mode: PersonParameters,
    /// Covariance of the factor scores.
    pub covariance: Square<FACTORS>,
}

/// Scorer of answers to the item bank.
#[derive(Clone, Debug)]
pub struct Scorer {
    normal: NormalTable,
    /// `1/√(1 − h²)` of each item.
    precisions: [f64; ITEM_COUNT],
}

impl Default for Scorer {
    fn default() -> Scorer {
        let precisions = core::array::from_fn(|item| 1.0 / f64::sqrt(1.0 - ITEMS[item].communality()));
        Scorer { normal: NormalTable::new(), precisions }
    }
}

/// Log posterior density, its gradient, and Fisher information plus the prior's precision.
type Expansion = (f64, PersonParameters, Square<PARAMETERS>);

impl Scorer {
    /// Scores a person who chose category `responses[i]` of each item `i` in `asked`.
    ///
    /// * `start` – where the search begins, which decides how long it takes and not where it ends: the density has one peak.
    ///
    /// # Panics
    ///
    /// Never: the prior makes the precision positive definite.
    pub fn score(
        &self,
        responses: &[u8; ITEM_COUNT],
        asked: &[u8],
        start: &PersonParameters,
    ) -> FactorScores {
        let mut mode = *start;
        let (mut height, mut gradient, mut precision) = self.expand(responses, asked, &mode);
        for _ in 0..MOST_ITERATIONS {
            let step = Cholesky::of(&precision).expect("positive definite").solve(gradient);
            let mut length = 1.0;
            let mut next;
            loop {
                let at: PersonParameters = core::array::from_fn(|k| mode[k] + length * step[k]);
                next = (at, self.expand(responses, asked, &at));
                if next.1.0 >= height || length < 1e-3 {
                    break;
                }
                length *= 0.5;
            }
            (mode, (height, gradient, precision)) = next;
            if step.iter().all(|x| x.abs() < TOLERANCE) {
                break;
            }
        }
        let inverse = Cholesky::of(&precision).expect("positive definite").inverse();
        let covariance = core::array::from_fn(|i| core::array::from_fn(|j| inverse[i][j]));
        FactorScores { mode, covariance }
    }

    fn expand(&self, responses: &[u8; ITEM_COUNT], asked: &[u8], at: &PersonParameters) -> Expansion {
        let stretch = stretch(at[FACTORS]);
        let mut height = -0.5 * dot(at, at);
        let mut gradient = at.map(|x| -x);
        let mut precision = [[0.0; PARAMETERS]; PARAMETERS];
        (0..PARAMETERS).for_each(|k| precision[k][k] = 1.0);
        let mut product = 1.0f64;
        for &item in asked {
            let item = usize::from(item);
            let ItemTerms { p, slope, information } = self.item_terms(item, responses[item], at, stretch);
            product *= p;
            if product < 1e-200 {
                height += libm::log(product);
                product = 1.0;
            }
            let loadings = &ITEMS[item].loadings;
            for k in 0..FACTORS {
                gradient[k] += loadings[k] * slope[0];
                let weighted = loadings[k] * information[0];
                for j in 0..=k {
                    precision[k][j] += weighted * loadings[j];
                }
                precision[FACTORS][k] += loadings[k] * information[1];
            }
            gradient[FACTORS] += slope[1];
            precision[FACTORS][FACTORS] += information[2];
        }
        (height + libm::log(product), gradient, precision)
    }

    #[inline]
    fn item_terms(&self, item: usize, category: u8, at: &PersonParameters, stretch: f64) -> ItemTerms {
        let scale = self.precisions[item];
        let mean = ITEMS[item].loadings.iter().zip(at).fold(0.0, |sum, (l, f)| sum + l * f) * scale;
        // Lower bound, density and derivative by style of each category, then those of the upper end.
        let mut ends = [[0.0; 3]; CATEGORIES + 1];
        ends[CATEGORIES][0] = 1.0;
        for (end, threshold) in ends[1..].iter_mut().zip(&ITEMS[item].thresholds) {
            let bound = threshold * stretch * scale - mean;
            let [cdf, pdf] = self.normal.at(bound);
            *end = [cdf, pdf, pdf * STYLE_SPREAD * (bound + mean)];
        }
        let mut terms = ItemTerms { p: 1.0, slope: [0.0; 2], information: [0.0; 3] };
        for c in 0..CATEGORIES {
            let p = (ends[c + 1][0] - ends[c][0]).max(1e-12);
            let (by_mean, by_style) = ((ends[c][1] - ends[c + 1][1]) * scale, ends[c + 1][2] - ends[c][2]);
            let inverse = 1.0 / p;
            terms.information[0] += by_mean * by_mean * inverse;
            terms.information[1] += by_mean * by_style * inverse;
            terms.information[2] += by_style * by_style * inverse;
            if c == usize::from(category) {
                terms.p = p;
                terms.slope = [by_mean * inverse, by_style * inverse];
            }
        }
        terms
    }
}

/// Terms of one answer: its probability, slope of its logarithm by mean and style, Fisher information mm, mg, gg.
struct ItemTerms {
    p: f64,
    slope: [f64; 2],
    information: [f64; 3],
}

#[cfg(test)]
mod tests {
    use super::*;
    use perplexity::laplace::Laplace;
    use perplexity::respondent::SimulatedRespondent;
    use perplexity::response_model::Observation;

    #[test]
    fn scores_are_those_of_the_exact_model() {
        let scorer = Scorer::default();
        let asked: Vec<u8> = (0..101).step_by(2).collect();
        for person in 0..50 {
            let responses = SimulatedRespondent::nth(5, person).responses(0);
            let observed: Vec<Observation> = asked
                .iter()
                .map(|&item| {
                    Observation::of_bank(usize::from(item), usize::from(responses[usize::from(item)]))
                })
                .collect();
            let exact = Laplace::new(&observed);
            let found = scorer.score(&responses, &asked, &[0.0; PARAMETERS]);
            for k in 0..PARAMETERS {
                assert!((found.mode[k] - exact.mode[k]).abs() < 1e-3, "{person} {k}");
            }
            let elsewhere = scorer.score(&responses, &asked, &[0.7; PARAMETERS]);
            assert!(found.mode.iter().zip(elsewhere.mode).all(|(a, b)| (a - b).abs() < 1e-3), "{person}");
            let covariance = exact.covariance();
            for (k, (found, exact)) in found.covariance.iter().zip(&covariance).enumerate() {
                assert!((found[k] / exact[k] - 1.0).abs() < 1e-3, "{person} {k}");
            }
        }
    }
}
