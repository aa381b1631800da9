//! Is anybody there?
//!
//! Somebody who clicks without reading has no place in the crowd, and a percentile would be a number about
//! nothing. So the crowd's account of the answers is weighed against another one, *nobody*, by Bayes' rule; the
//! likelihood ratio of two hypotheses is the best test there is between them (Neyman and Pearson 1933), and it
//! needs no separate count of contradicted twins: the crowd's account already holds that twins should agree.
//!
//! Nobody clicks in one of two ways:
//!
//! * four times of five, any answer as soon as another;
//! * else with a habit: a taste for ends, leanings or the middle that holds throughout (all tastes alike likely, a
//!   flat Dirichlet prior), the side by a coin. It covers all A, all B, alternating ends and all torn, however
//!   sides were shuffled on the screen.
//!
//! What becomes of some who answer without reading (all 24 questions; the exact numbers depend on the crowd's seed):
//!
//! | answers | the crowd | identity bits |
//! |---|---|---|
//! | all at the lower pole, all at the upper, all torn, all leaning one way | cannot place them | 1.5 to 2.7 |
//! | the two ends in turn, leanings in turn | cannot place them | 2.8 to 3.9 |
//! | at random | cannot place two of three; the others land in the middle or below | 2.5 on average |
//! | honestly | cannot place one of a hundred | 3.4 in the middle |
//!
//! So no such pattern tops the crowd, placed or not: noise is not uniqueness. Few answers do not tell nobody from
//! somebody (each is worth a few tenths of a bit): a visitor who answers four questions is given the benefit of the
//! doubt.

use crate::items::Step;

/// How many visitors are nobody, before anything is known of them: below the tenth of careless answerers that
/// online surveys find (Meade and Craig, *Psychological Methods* 17, 2012), for a quiz is taken for fun, and to send
/// somebody away who meant it is the worse mistake.
pub const NOBODY_PRIOR: f64 = 0.05;

/// How much of nobody clicks evenly; the rest has habits.
const EVENLY: f64 = 0.8;

/// How far from the middle a click is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    Torn,
    Leaning,
    End,
}

impl Reach {
    /// How far a step is.
    pub fn of(step: Step) -> Reach {
        match step.index() {
            0 | 4 => Reach::End,
            2 => Reach::Torn,
            _ => Reach::Leaning,
        }
    }
}

/// What nobody's answers cost.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Nobody {
    /// Bits when every answer is as likely as another.
    evenly: f64,
    /// Clicks by reach, torn first, where the step is known.
    steps: [u32; 3],
    /// Torn or not, where only the side is known.
    sides: [u32; 2],
}

impl Nobody {
    /// A click on a step, one of `choices` answers.
    pub fn step(&mut self, reach: Reach, choices: usize) {
        self.evenly += libm::log2(choices as f64);
        self.steps[reach as usize] += 1;
    }

    /// A click of which only the side is known, or that it was torn; it covers `covered` of `choices` answers.
    pub fn side(&mut self, torn: bool, covered: usize, choices: usize) {
        self.evenly += libm::log2(choices as f64 / covered as f64);
        self.sides[usize::from(!torn)] += 1;
    }

    /// Bits of all the clicks.
    pub fn bits(&self) -> f64 {
        let coins = f64::from(self.steps[1] + self.steps[2] + self.sides[1]);
        let habit = coins + of_any_taste(&self.steps) + of_any_taste(&self.sides);
        let (evenly, habit) = (self.evenly - libm::log2(EVENLY), habit - libm::log2(1.0 - EVENLY));
        let (less, more) = (evenly.min(habit), evenly.max(habit));
        less - libm::log2(1.0 + libm::exp2(less - more))
    }

    /// Probability that nobody is there, when the crowd would need `crowd_bits` for the same answers.
    pub fn posterior(&self, crowd_bits: f64) -> f64 {
        let odds = NOBODY_PRIOR / (1.0 - NOBODY_PRIOR) * libm::exp2(crowd_bits - self.bits());
        if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 }
    }
}

/// Bits of clicks of several kinds in this order, averaged over all tastes for them: `(n + k − 1)! / ((k − 1)! Π n_i!)`.
fn of_any_taste<const KINDS: usize>(clicks: &[u32; KINDS]) -> f64 {
    let factorial = |n: u32| (2..=n).fold(0.0, |sum, i| sum + libm::log2(f64::from(i)));
    let last = KINDS as u32 - 1;
    let n: u32 = clicks.iter().sum();
    factorial(n + last) - factorial(last) - clicks.iter().fold(0.0, |sum, &c| sum + factorial(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_s_probabilities_of_all_answers_add_up_to_one() {
        // Two questions of five steps and one of which only sides are told.
        let reaches = [Reach::End, Reach::Leaning, Reach::Torn, Reach::Leaning, Reach::End];
        let mut sum = 0.0;
        for a in reaches {
            for b in reaches {
                for (torn, covered) in [(false, 2), (true, 1), (false, 2)] {
                    let mut nobody = Nobody::default();
                    nobody.step(a, 5);
                    nobody.step(b, 5);
                    nobody.side(torn, covered, 5);
                    sum += libm::exp2(-nobody.bits());
                }
            }
        }
        assert!((sum - 1.0).abs() < 1e-12, "{sum}");
    }

    #[test]
    fn the_posterior_follows_bayes() {
        let mut nobody = Nobody::default();
        nobody.step(Reach::End, 5);
        assert!((nobody.posterior(nobody.bits()) - NOBODY_PRIOR).abs() < 1e-12);
        let even = libm::log2((1.0 - NOBODY_PRIOR) / NOBODY_PRIOR);
        assert!((nobody.posterior(nobody.bits() + even) - 0.5).abs() < 1e-12);
        assert_eq!(nobody.posterior(1e6), 1.0);
    }
}
