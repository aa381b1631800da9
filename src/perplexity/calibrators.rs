//! How do simulated people do on the same questions?
//!
//! A percentile needs a crowd that takes the quiz. These people are drawn like the ones who predict but are never
//! among them: somebody matched to himself would seem cheaper to point out than he is.

use super::batch::{Placed, place_all};
use super::predictor::{PEOPLE, Predictor};
use crate::crowd::Person;
use crate::items::{Answers, item_models};

/// Simulated people who take the quiz.
pub const CALIBRATORS: usize = 2_000;

/// Simulated people's results on the questions somebody answered.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// Identity bits, ascending.
    identity: Vec<f64>,
    /// Posterior mean of the style, ascending.
    style: Vec<f64>,
}

/// What `CALIBRATORS` people of the crowd of `seed` answer to all questions.
pub fn takers(seed: u64) -> Vec<Answers> {
    let models = item_models();
    (PEOPLE..PEOPLE + CALIBRATORS).map(|n| Person::nth(seed, n).answers(&models, 0)).collect()
}

impl Calibration {
    /// Results of `takers` on the questions that `like` answered, before `predictor`.
    ///
    /// Costs `takers · topics · people · styles` multiplications: two thousand million for the full quiz.
    pub fn new(predictor: &Predictor, takers: &[Answers], like: &Answers) -> Calibration {
        let masked = |taker: &Answers| {
            let mut masked = *taker;
            for (answer, shown) in masked.0.iter_mut().zip(like.0) {
                *answer = answer.filter(|_| shown.is_some());
            }
            masked
        };
        let said: Vec<_> = takers.iter().map(|taker| predictor.clues(&masked(taker))).collect();
        Calibration::of(&place_all(predictor.mixture(), &said))
    }

    /// What became of people who answered the same questions.
    pub(crate) fn of(placed: &[Placed]) -> Calibration {
        let mut identity: Vec<f64> = placed.iter().map(|placed| placed.identity).collect();
        let mut style: Vec<f64> = placed.iter().map(|placed| placed.style).collect();
        identity.sort_unstable_by(f64::total_cmp);
        style.sort_unstable_by(f64::total_cmp);
        Calibration { identity, style }
    }

    /// Of a hundred simulated people, how many are less far out than somebody with `bits`:
    /// `100 (1 − (1 + #{I_c ≥ I}) / (n + 1))`, rounded down.
    pub fn further_than(&self, bits: f64) -> u8 {
        let below = self.identity.partition_point(|&c| c < bits);
        (100 * below / (self.identity.len() + 1)) as u8
    }

    /// Of a hundred simulated people, how many keep more to the middle than somebody of this `style`.
    pub fn louder_than(&self, style: f64) -> u8 {
        let quieter = self.style.len() - self.style.partition_point(|&c| c <= style);
        (100 * quieter / (self.style.len() + 1)) as u8
    }

    /// Identity bits of the median person.
    pub fn median_bits(&self) -> f64 {
        self.identity[self.identity.len() / 2]
    }

    /// Identity bits of everybody, ascending.
    pub fn identity_bits(&self) -> &[f64] {
        &self.identity
    }
}
