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

/// Places many people at once before the crowd of `predictor`.
pub fn place(predictor: &Predictor, everybody: &[Answers]) -> Vec<Placed> {
    let said: Vec<_> = everybody.iter().map(|answers| predictor.clues(answers)).collect();
    place_all(predictor.mixture(), &said)
}

impl Calibration {
    /// Results of `takers` on the questions that `like` answered, before `predictor`.
    ///
    /// Costs `takers · topics · people · styles` multiplications: two thousand million for the full quiz.
    pub fn new(predictor: &Predictor, takers: &[Answers], like: &Answers) -> Calibration {
        let answered: Vec<_> = takers.iter().map(|taker| taker.as_far_as(like)).collect();
        Calibration::of(&place(predictor, &answered))
    }

    /// What became of people who answered the same questions.
    pub(crate) fn of(placed: &[Placed]) -> Calibration {
        let sorted = |value: fn(&Placed) -> f64| {
            let mut values: Vec<f64> = placed.iter().map(value).collect();
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        Calibration { identity: sorted(|p| p.identity), style: sorted(|p| p.style) }
    }

    /// Share of simulated people who are nearer to everyone than somebody with these identity bits, of n and the
    /// visitor: `#{I_c < I} / (n + 1)`. Of those with the very same bits (there are many when little was answered) half
    /// count as nearer.
    pub fn nearer(&self, identity_bits: f64) -> f64 {
        let below = self.identity.partition_point(|&c| c < identity_bits);
        let up_to = self.identity.partition_point(|&c| c <= identity_bits);
        0.5 * (below + up_to) as f64 / (self.identity.len() + 1) as f64
    }

    /// Of a hundred simulated people, how many are less far out, rounded down.
    pub fn further_than(&self, identity_bits: f64) -> u8 {
        (100.0 * self.nearer(identity_bits)) as u8
    }

    /// "Further out than *low* to *high* of 100 simulated people": where two thirds of the second answers fall.
    pub(crate) fn range(&self, again: &[Placed]) -> [u8; 2] {
        let mut bits: Vec<f64> = again.iter().map(|placed| placed.identity).collect();
        bits.sort_unstable_by(f64::total_cmp);
        let last = bits.len() - 1;
        [last / 6, last - last / 6].map(|at| self.further_than(bits[at]))
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
}
