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

/// How much of what loudness adds to identity bits is taken away before people are compared. All of it leaves a
/// correlation of .03 with the style, but what is taken is steady from one occasion to the next, and what stays is
/// noisier: second answers then correlate .50 instead of .58. Half brings both within bounds: .11 and .55.
const FAIRNESS: f64 = 0.5;

/// Simulated people's results on the questions somebody answered.
///
/// Loud answers tell more about a person than answers near the middle, so identity bits grow with loudness (rank
/// correlation .24 with the style of simulated people). How loudly somebody answers is no belief; so people are
/// compared by their **distance**, the bits less half of what loudness adds: a straight line in the posterior
/// mean of the style, fitted to these people by least squares.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// Identity bits, ascending.
    identity: Vec<f64>,
    /// Distances, ascending.
    distances: Vec<f64>,
    /// Bits per unit of style; the line passes through everybody's mean style.
    slope: f64,
    mean_style: f64,
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
        let masked = |taker: &Answers| {
            let mut masked = *taker;
            for (answer, shown) in masked.0.iter_mut().zip(like.0) {
                *answer = answer.filter(|_| shown.is_some());
            }
            masked
        };
        Calibration::of(&place(predictor, &takers.iter().map(masked).collect::<Vec<_>>()))
    }

    /// What became of people who answered the same questions.
    pub(crate) fn of(placed: &[Placed]) -> Calibration {
        let n = placed.len() as f64;
        let mean = |value: fn(&Placed) -> f64| placed.iter().map(value).sum::<f64>() / n;
        let (mean_style, mean_bits) = (mean(|p| p.style), mean(|p| p.identity));
        let [mut products, mut squares] = [0.0; 2];
        for p in placed {
            products += (p.style - mean_style) * (p.identity - mean_bits);
            squares += (p.style - mean_style) * (p.style - mean_style);
        }
        let slope = if squares > 0.0 { FAIRNESS * products / squares } else { 0.0 };
        let sorted = |mut values: Vec<f64>| {
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        let mut calibration = Calibration {
            identity: sorted(placed.iter().map(|p| p.identity).collect()),
            distances: Vec::new(),
            slope,
            mean_style,
            style: sorted(placed.iter().map(|p| p.style).collect()),
        };
        calibration.distances = sorted(placed.iter().map(|p| calibration.distance(p)).collect());
        calibration
    }

    /// Identity bits, made comparable between loud people and quiet ones.
    pub fn distance(&self, placed: &Placed) -> f64 {
        placed.identity - self.slope * (placed.style - self.mean_style)
    }

    /// Share of simulated people who are nearer to everyone than somebody at this `distance`, of n and the visitor:
    /// `#{d_c < d} / (n + 1)`. Of those at the very same distance (there are many when little was answered) half
    /// count as nearer.
    pub fn nearer(&self, distance: f64) -> f64 {
        let below = self.distances.partition_point(|&d| d < distance);
        let up_to = self.distances.partition_point(|&d| d <= distance);
        0.5 * (below + up_to) as f64 / (self.distances.len() + 1) as f64
    }

    /// Of a hundred simulated people, how many are less far out, rounded down.
    pub fn further_than(&self, distance: f64) -> u8 {
        (100.0 * self.nearer(distance)) as u8
    }

    /// "Further out than *low* to *high* of 100 simulated people": where two thirds of the second answers fall.
    pub(crate) fn range(&self, again: &[Placed]) -> [u8; 2] {
        let mut distances: Vec<f64> = again.iter().map(|placed| self.distance(placed)).collect();
        distances.sort_unstable_by(f64::total_cmp);
        let last = distances.len() - 1;
        [last / 6, last - last / 6].map(|at| self.further_than(distances[at]))
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
