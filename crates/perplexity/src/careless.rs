//! Detection of careless responding: the population's model of the answers against a model of clicking, by Bayes' rule.
//!
//! The likelihood ratio is the most powerful test between two hypotheses (Neyman and Pearson 1933). The model of clicking is
//! a mixture:
//!
//! * with weight 4/5, all categories are equally likely;
//! * with weight 1/5, a preference for ends, leanings or the middle that is constant over the items (flat Dirichlet prior
//!   over preferences), and a fair coin for the side. It covers all A, all B, alternating ends and all neutral, however sides
//!   were shuffled on the screen. Where more than one category leans to a side, all of them are equally likely.

use crate::response_model::Observation;

/// Prior probability of careless responding. It is below the tenth of careless respondents found in online surveys (Meade
/// and Craig, *Psychological Methods* 17, 2012): a quiz is taken voluntarily, and a false positive is the worse error.
pub const CARELESS_PRIOR: f64 = 0.05;

/// Weight of the uniform component of the careless model.
const UNIFORM_WEIGHT: f64 = 0.8;

/// Posterior probability of careless responding, 0 to 1, given the answers and their surprisal in the population, bits.
///
/// Items may have any number of categories from two. The probability does not depend on the order of the observations.
pub fn careless_probability(observations: &[Observation], surprisal: f64) -> f64 {
    let clicking = clicking_surprisal(observations);
    let odds = CARELESS_PRIOR / (1.0 - CARELESS_PRIOR) * libm::exp2(surprisal - clicking);
    if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 }
}

/// Distance of a category from the middle of its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extremity {
    /// The category in the middle, of an odd number of categories.
    Middle,
    /// Between the middle and an end.
    Leaning,
    /// The first or the last category.
    End,
}

impl Extremity {
    fn of(category: usize, categories: usize) -> Extremity {
        if category == 0 || category + 1 == categories {
            Extremity::End
        } else if 2 * category + 1 == categories {
            Extremity::Middle
        } else {
            Extremity::Leaning
        }
    }

    /// Number of the categories at this distance.
    fn size(self, categories: usize) -> usize {
        (0..categories).filter(|&category| Extremity::of(category, categories) == self).count()
    }
}

/// Answers to items with the same number of categories, by their distance from the middle.
#[derive(Clone, Copy, Default)]
struct Counts([u32; 3]);

impl Counts {
    fn all(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Surprisal of the distances under a flat Dirichlet prior over `kinds` preferences, bits: `−log2 [(kinds − 1)! Π n_k! /
    /// (n + kinds − 1)!]`.
    fn preference(&self, kinds: u32) -> f64 {
        let log2_factorial = |n: u32| (2..=n).fold(0.0, |sum, k| sum + libm::log2(f64::from(k)));
        log2_factorial(self.all() + kinds - 1)
            - log2_factorial(kinds - 1)
            - self.0.iter().fold(0.0, |sum, &n| sum + log2_factorial(n))
    }
}

/// Surprisal of the answers under the model of clicking, bits.
///
/// Scales that have no middle (an even number of categories) or no leanings (two or three) have a preference of their own,
/// among the distances that exist on them.
fn clicking_surprisal(observations: &[Observation]) -> f64 {
    const EXTREMITIES: [Extremity; 3] = [Extremity::Middle, Extremity::Leaning, Extremity::End];
    let categories = |observation: &Observation| observation.thresholds.len() + 1;
    let most = observations.iter().map(categories).max().unwrap_or_default();
    let mut scales = vec![Counts::default(); most + 1];
    for observation in observations {
        let n = categories(observation);
        scales[n].0[Extremity::of(observation.category, n) as usize] += 1;
    }
    let (mut uniform, mut choice) = (0.0, 0.0);
    // By the set of the distances that exist, a bit for each.
    let mut preferences = [Counts::default(); 8];
    for (n, counts) in scales.iter().enumerate().filter(|(_, counts)| counts.all() > 0) {
        uniform += f64::from(counts.all()) * libm::log2(n as f64);
        let sizes = EXTREMITIES.map(|extremity| extremity.size(n));
        let existing = sizes.iter().rev().fold(0, |set, &size| 2 * set + usize::from(size > 0));
        for ((sum, count), size) in preferences[existing].0.iter_mut().zip(counts.0).zip(sizes) {
            *sum += count;
            // Which of the categories at this distance: a coin for the side, where there are two.
            choice += f64::from(count) * libm::log2(size.max(1) as f64);
        }
    }
    let preference = preferences
        .iter()
        .enumerate()
        .filter(|(_, counts)| counts.all() > 0)
        .fold(0.0, |sum, (existing, counts)| sum + counts.preference(existing.count_ones()));
    let constant = preference + choice;
    let mixed = UNIFORM_WEIGHT * libm::exp2(-uniform) + (1.0 - UNIFORM_WEIGHT) * libm::exp2(-constant);
    -libm::log2(mixed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item_bank::FACTORS;

    const THRESHOLDS: [f64; 10] = [0.0; 10];

    fn observation(category: usize, categories: usize) -> Observation<'static> {
        Observation { loadings: &[0.0; FACTORS], thresholds: &THRESHOLDS[..categories - 1], category }
    }

    /// Surprisal of clicking where all items have five categories.
    fn of_five(categories: &[usize]) -> f64 {
        let mut counts = [0u32; 3];
        categories.iter().for_each(|category| counts[category.abs_diff(2)] += 1);
        let all: u32 = counts.iter().sum();
        let uniform = f64::from(all) * libm::log2(5.0);
        let log2_factorial = |n: u32| (2..=n).fold(0.0, |sum, k| sum + libm::log2(f64::from(k)));
        let preference =
            log2_factorial(all + 2) - 1.0 - counts.iter().fold(0.0, |sum, &n| sum + log2_factorial(n));
        let constant = preference + f64::from(counts[1] + counts[2]);
        -libm::log2(UNIFORM_WEIGHT * libm::exp2(-uniform) + (1.0 - UNIFORM_WEIGHT) * libm::exp2(-constant))
    }

    #[test]
    fn five_categories_cost_what_the_closed_form_says() {
        for length in 0..60 {
            let categories: Vec<usize> = (0..length).map(|n| (n * n + n / 7 + length) % 5).collect();
            let observations: Vec<_> = categories.iter().map(|&c| observation(c, 5)).collect();
            assert_eq!(clicking_surprisal(&observations), of_five(&categories));
        }
    }

    #[test]
    fn probabilities_of_all_answers_add_up_to_one() {
        for scales in [[2, 2, 5], [3, 4, 6], [7, 7, 2], [11, 5, 5], [3, 3, 10]] {
            let [a, b, c] = scales;
            let mut sum = 0.0;
            for n in 0..a * b * c {
                let answers = [(n % a, a), (n / a % b, b), (n / a / b, c)];
                let observations = answers.map(|(category, categories)| observation(category, categories));
                sum += libm::exp2(-clicking_surprisal(&observations));
            }
            assert!((sum - 1.0).abs() < 1e-12, "{scales:?}: {sum}");
        }
    }

    #[test]
    fn one_preference_on_all_scales_is_found_out() {
        let ends: Vec<_> = (0..40).map(|n| observation(10 * (n % 2), 11)).collect();
        let spread: Vec<_> = (0..40).map(|n| observation(7 * n % 11, 11)).collect();
        assert!(clicking_surprisal(&ends) < 55.0 && clicking_surprisal(&spread) > 100.0);
        assert!(careless_probability(&ends, 2_000.0) == 1.0 && careless_probability(&[], 0.0) < 0.051);
    }
}
