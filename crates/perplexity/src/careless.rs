//! Detection of careless responding: the population's model of the answers against a model of clicking, by Bayes' rule.
//!
//! The likelihood ratio is the most powerful test between two hypotheses (Neyman and Pearson 1933). The model of clicking is
//! a mixture:
//!
//! * with weight 4/5, all categories are equally likely;
//! * with weight 1/5, a preference for ends, leanings or the middle that is constant over the items (flat Dirichlet prior
//!   over preferences), and a fair coin for the side. It covers all A, all B, alternating ends and all neutral, however sides
//!   were shuffled on the screen.

use crate::answers::Answers;
use crate::item_bank::CATEGORIES;

/// Prior probability of careless responding. It is below the tenth of careless respondents found in online surveys (Meade
/// and Craig, *Psychological Methods* 17, 2012): a quiz is taken voluntarily, and a false positive is the worse error.
pub const CARELESS_PRIOR: f64 = 0.05;

/// Weight of the uniform component of the careless model.
const UNIFORM_WEIGHT: f64 = 0.8;

/// Posterior probability of careless responding, given the answers' surprisal in the population, bits.
pub fn careless_probability(answers: &Answers, surprisal: f64) -> f64 {
    let odds = CARELESS_PRIOR / (1.0 - CARELESS_PRIOR) * libm::exp2(surprisal - clicking_surprisal(answers));
    odds / (1.0 + odds)
}

/// Surprisal of the answers under the model of clicking, bits.
fn clicking_surprisal(answers: &Answers) -> f64 {
    // Answers by their distance from the middle.
    let mut counts = [0u32; 3];
    answers.answered().for_each(|(_, category)| counts[category.abs_diff(2)] += 1);
    let all: u32 = counts.iter().sum();
    let uniform = f64::from(all) * libm::log2(CATEGORIES as f64);
    // Flat Dirichlet over three preferences: 2! Π n_k! / (n + 2)!; a coin for every answer that is not neutral.
    let log2_factorial = |n: u32| (2..=n).fold(0.0, |sum, k| sum + libm::log2(f64::from(k)));
    let preference =
        log2_factorial(all + 2) - 1.0 - counts.iter().fold(0.0, |sum, &n| sum + log2_factorial(n));
    let constant = preference + f64::from(counts[1] + counts[2]);
    let mixed = UNIFORM_WEIGHT * libm::exp2(-uniform) + (1.0 - UNIFORM_WEIGHT) * libm::exp2(-constant);
    -libm::log2(mixed)
}
