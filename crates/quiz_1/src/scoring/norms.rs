//! Norm sample: scores of simulated respondents on the same items, for percentile ranks.
//!
//! The norm sample is drawn like the population that predicts, and is disjoint from it: a respondent who is matched
//! with themself would have too few identity bits.

use super::batch::{BatchScore, score_evidence_batch};
use super::predictor::{PEOPLE, Predictor};
use crate::population::Respondent;
use crate::questionnaire::{Answers, QuestionSet};

/// Size of the norm sample.
pub const NORM_SAMPLE_SIZE: usize = 2_000;

/// Norms: sorted scores of the norm sample on the items that a respondent answered.
#[derive(Clone, Debug)]
pub struct Norms {
    /// Identity bits, ascending.
    identity: Vec<f64>,
    /// Posterior means of the response style, ascending.
    style: Vec<f64>,
}

/// Answers of the norm sample of `seed` to all items of `set`: [`NORM_SAMPLE_SIZE`] respondents after the first [`PEOPLE`].
pub fn norm_sample(set: &'static QuestionSet, seed: u64) -> Vec<Answers> {
    let models = set.models();
    (PEOPLE..PEOPLE + NORM_SAMPLE_SIZE).map(|n| Respondent::nth(seed, n).answers(&models, 0)).collect()
}

/// Scores many respondents against the population of `predictor`, in order.
///
/// # Panics
///
/// When answers are to another set than the predictor's.
pub fn score_batch(predictor: &Predictor, respondents: &[Answers]) -> Vec<BatchScore> {
    let evidence: Vec<_> = respondents.iter().map(|answers| predictor.evidence(answers)).collect();
    score_evidence_batch(predictor.mixture(), &evidence)
}

impl Norms {
    /// Norms of `norm_sample` on the items that `like` answered, against the population of `predictor`.
    ///
    /// Costs `norm_sample · topics · people · styles` multiplications: two thousand million for all of set 1.
    ///
    /// # Panics
    ///
    /// When answers are to another set than the predictor's.
    pub fn new(predictor: &Predictor, norm_sample: &[Answers], like: &Answers) -> Norms {
        let answered: Vec<_> = norm_sample.iter().map(|answers| answers.mask_like(like)).collect();
        Norms::of(&score_batch(predictor, &answered))
    }

    /// Norms of the scores of respondents who answered the same items.
    pub fn of(scores: &[BatchScore]) -> Norms {
        let sorted = |value: fn(&BatchScore) -> f64| {
            let mut values: Vec<f64> = scores.iter().map(value).collect();
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        Norms { identity: sorted(|p| p.identity), style: sorted(|p| p.style) }
    }

    /// Rank of identity bits I among the norm sample of n respondents, 0 to 1: `#{I_c < I} / (n + 1)`. Ties count half;
    /// there are many when few items were answered.
    pub fn nearer(&self, identity_bits: f64) -> f64 {
        let below = self.identity.partition_point(|&c| c < identity_bits);
        let up_to = self.identity.partition_point(|&c| c <= identity_bits);
        0.5 * (below + up_to) as f64 / (self.identity.len() + 1) as f64
    }

    /// Percentile rank of identity bits, 0 to 100, rounded down.
    pub fn further_than(&self, identity_bits: f64) -> u8 {
        (100.0 * self.nearer(identity_bits)) as u8
    }

    /// Percentile ranks of the central two thirds of `retests`, the scores of second answers: low and high, 0 to 100.
    ///
    /// # Panics
    ///
    /// When `retests` is empty.
    pub fn range(&self, retests: &[BatchScore]) -> [u8; 2] {
        let mut bits: Vec<f64> = retests.iter().map(|score| score.identity).collect();
        bits.sort_unstable_by(f64::total_cmp);
        let last = bits.len() - 1;
        [last / 6, last - last / 6].map(|at| self.further_than(bits[at]))
    }

    /// Percentile rank of a response style by extremity, 0 to 100: the share of the norm sample that prefers the middle
    /// more.
    pub fn style_percentile(&self, style: f64) -> u8 {
        let quieter = self.style.len() - self.style.partition_point(|&c| c <= style);
        (100 * quieter / (self.style.len() + 1)) as u8
    }

    /// Median of the norm sample's identity bits.
    ///
    /// # Panics
    ///
    /// When the norm sample is empty.
    pub fn median_bits(&self) -> f64 {
        self.identity[self.identity.len() / 2]
    }
}
