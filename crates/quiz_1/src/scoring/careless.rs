//! Detection of careless responding.
//!
//! A respondent who clicks without reading has no meaningful percentile rank. The population's model of the answers is
//! compared with a model of careless responding by Bayes' rule. The likelihood ratio is the most powerful test between
//! two hypotheses (Neyman and Pearson 1933), and it needs no separate count of contradicted consistency pairs: the
//! population's model already expects them to agree.
//!
//! The careless model is a mixture:
//!
//! * with weight 4/5, all responses are equally likely;
//! * with weight 1/5, a preference for ends, leanings or the middle that is constant over the items (flat Dirichlet
//!   prior over preferences), and a fair coin for the side. It covers all A, all B, alternating ends and all neutral,
//!   however sides were shuffled on the screen.
//!
//! Outcomes of some careless patterns (all 24 items of set 1; the exact numbers depend on the population's seed):
//!
//! | answers | outcome | identity bits |
//! |---|---|---|
//! | all at the lower pole, all at the upper, all neutral, all leaning one way | not placed | 1.5 to 2.7 |
//! | the two ends in turn, leanings in turn | not placed | 2.8 to 3.9 |
//! | at random | two of three not placed; the others rank in the middle or below | 2.5 on average |
//! | honestly | one of a hundred not placed | median 3.4 |
//!
//! So no such pattern ranks at the top: noise is not uniqueness. A few answers do not separate the two models (each is
//! worth a few tenths of a bit), so that a visitor who answers four items is placed.

use crate::questionnaire::Response;

/// Prior probability of careless responding. It is below the tenth of careless respondents found in online surveys
/// (Meade and Craig, *Psychological Methods* 17, 2012): a quiz is taken voluntarily, and a false positive is the worse
/// error.
pub const CARELESS_PRIOR: f64 = 0.05;

/// Weight of the uniform component of the careless model.
const UNIFORM_WEIGHT: f64 = 0.8;

/// Distance of a response from the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extremity {
    /// The neutral category.
    Neutral,
    /// Between the neutral category and an end.
    Leaning,
    /// An end point.
    End,
}

impl Extremity {
    /// Extremity of a response.
    pub fn of(response: Response) -> Extremity {
        match response.index() {
            0 | 4 => Extremity::End,
            2 => Extremity::Neutral,
            _ => Extremity::Leaning,
        }
    }
}

/// Likelihood of responses under the careless model, updated one response at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct CarelessModel {
    /// Surprisal under the uniform component, bits.
    uniform: f64,
    /// Number of responses by extremity, neutral first, where the category is known.
    responses: [u32; 3],
    /// Number of neutral and of other responses, where only the side is known.
    sides: [u32; 2],
}

impl CarelessModel {
    /// Adds a response of known category, one of `choices` categories.
    pub fn observe_response(&mut self, extremity: Extremity, choices: usize) {
        self.uniform += libm::log2(choices as f64);
        self.responses[extremity as usize] += 1;
    }

    /// Adds a response of which only the side, or that it is neutral, is known; it covers `covered` of `choices`
    /// categories.
    pub fn observe_side(&mut self, neutral: bool, covered: usize, choices: usize) {
        self.uniform += libm::log2(choices as f64 / covered as f64);
        self.sides[usize::from(!neutral)] += 1;
    }

    /// Surprisal of all responses so far under the careless model, bits.
    pub fn bits(&self) -> f64 {
        let coins = f64::from(self.responses[1] + self.responses[2] + self.sides[1]);
        let habit = coins + dirichlet_bits(&self.responses) + dirichlet_bits(&self.sides);
        let (uniform, habit) =
            (self.uniform - libm::log2(UNIFORM_WEIGHT), habit - libm::log2(1.0 - UNIFORM_WEIGHT));
        let (less, more) = (uniform.min(habit), uniform.max(habit));
        less - libm::log2(1.0 + libm::exp2(less - more))
    }

    /// Posterior probability of careless responding, 0 to 1, when the population's surprisal of the same responses is
    /// `crowd_bits`.
    pub fn posterior(&self, crowd_bits: f64) -> f64 {
        let odds = CARELESS_PRIOR / (1.0 - CARELESS_PRIOR) * libm::exp2(crowd_bits - self.bits());
        if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 }
    }
}

/// Surprisal in bits of an ordered sequence with these counts under a flat Dirichlet prior:
/// `log2 [(n + k − 1)! / ((k − 1)! Π n_i!)]`.
fn dirichlet_bits<const KINDS: usize>(counts: &[u32; KINDS]) -> f64 {
    let factorial = |n: u32| (2..=n).fold(0.0, |sum, i| sum + libm::log2(f64::from(i)));
    let last = KINDS as u32 - 1;
    let n: u32 = counts.iter().sum();
    factorial(n + last) - factorial(last) - counts.iter().fold(0.0, |sum, &c| sum + factorial(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_s_probabilities_of_all_answers_add_up_to_one() {
        // Two items of known category, and one of which only the side is known.
        let reaches =
            [Extremity::End, Extremity::Leaning, Extremity::Neutral, Extremity::Leaning, Extremity::End];
        let mut sum = 0.0;
        for a in reaches {
            for b in reaches {
                for (neutral, covered) in [(false, 2), (true, 1), (false, 2)] {
                    let mut careless = CarelessModel::default();
                    careless.observe_response(a, 5);
                    careless.observe_response(b, 5);
                    careless.observe_side(neutral, covered, 5);
                    sum += libm::exp2(-careless.bits());
                }
            }
        }
        assert!((sum - 1.0).abs() < 1e-12, "{sum}");
    }

    #[test]
    fn the_posterior_follows_bayes() {
        let mut careless = CarelessModel::default();
        careless.observe_response(Extremity::End, 5);
        assert!((careless.posterior(careless.bits()) - CARELESS_PRIOR).abs() < 1e-12);
        let even = libm::log2((1.0 - CARELESS_PRIOR) / CARELESS_PRIOR);
        assert!((careless.posterior(careless.bits() + even) - 0.5).abs() < 1e-12);
        assert_eq!(careless.posterior(1e6), 1.0);
    }
}
