//! Scores of respondents: surprisal of all answers, and prediction of each answer from those before it.

use rand::seq::SliceRandom;

use super::response_table::ResponseCode;
use super::scale::Scale;
use super::scorer::Survey;
use drift::rng::StreamKey;
use quiz::domains;
use quiz::scoring::{CarelessModel, Extremity, Posterior};

/// Score of one respondent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RespondentScore {
    /// Number of items answered.
    pub answered: usize,
    /// Surprisal of all answers, in bits: `identity + volume + noise`.
    pub bits: f64,
    /// Surprisal of all answers by the table's marginal shares, in bits.
    pub share_bits: f64,
    /// Identity bits I: information gain of the answers about the person.
    pub identity_bits: f64,
    /// Information gain about the response style, given the person, in bits.
    pub volume_bits: f64,
    /// Surprisal of the sides alone, in bits; the rest of `bits` is due to the categories within a side.
    pub side_bits: f64,
    /// Posterior probability of careless responding; above 0.5 the respondent is not placed.
    pub careless: f64,
}

/// Prediction of one answer from those before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemPrediction {
    /// Surprisal of the answer, in bits.
    pub bits: f64,
    /// Surprisal of the answer by the table's marginal shares, in bits.
    pub share_bits: f64,
    /// Whether the likelier side was the answer's, by the population and by the marginal shares; `None` for a neutral answer.
    pub sides: Option<[bool; 2]>,
}

/// Predictions of all answers of one respondent, in the random order drawn for them.
pub type PredictionSequence = Vec<ItemPrediction>;

impl Survey {
    /// Scores a respondent; `None` if they passed every item.
    ///
    /// # Panics
    /// If there is no such respondent.
    pub fn score(&self, person: usize) -> Option<RespondentScore> {
        let answers: Vec<_> = self.answers(person).collect();
        if answers.is_empty() {
            return None;
        }
        let posterior = self.posterior(&answers);
        let sides: Vec<_> = answers.iter().map(|&(column, code)| (column, code.side())).collect();
        let share_bits =
            answers.iter().map(|&(column, code)| -libm::log2(self.shares[column][code.index()])).sum();
        let bits = -libm::log2(posterior.marginal_likelihood());
        Some(RespondentScore {
            answered: answers.len(),
            bits,
            share_bits,
            identity_bits: posterior.identity_bits(),
            volume_bits: posterior.volume_bits(),
            side_bits: -libm::log2(self.posterior(&sides).marginal_likelihood()),
            careless: self.careless(&answers).posterior(bits),
        })
    }

    /// Predicts a respondent's answers one after the other, in a random order given by `seed`.
    ///
    /// # Panics
    /// If there is no such respondent.
    pub fn predict_in_sequence(&self, person: usize, seed: u64) -> PredictionSequence {
        let mut answers: Vec<_> = self.answers(person).collect();
        answers.shuffle(&mut StreamKey::new(seed, domains::ITEM_ORDER).stream(person));
        let mut known = self.posterior(&[]);
        let mut before = known.marginal_likelihood();
        let mut sequence = Vec::with_capacity(answers.len());
        for (column, code) in answers {
            let shares = &self.shares[column];
            let [lower, upper] = [ResponseCode::Lower, ResponseCode::Upper].map(ResponseCode::index);
            let sides = match code.side() {
                ResponseCode::Neutral => None,
                side => {
                    let [a, b] = [lower, upper].map(|cell| known.forecast(&self.columns[column][cell]));
                    let took_upper = side == ResponseCode::Upper;
                    Some([(b > a) == took_upper, (shares[upper] > shares[lower]) == took_upper])
                }
            };
            known.add(&self.columns[column][code.index()]);
            sequence.push(ItemPrediction {
                bits: libm::log2(before / known.marginal_likelihood()),
                share_bits: -libm::log2(shares[code.index()]),
                sides,
            });
            before = known.marginal_likelihood();
        }
        sequence
    }

    /// Posterior over the mixture's people; `answers` in the order of the columns.
    pub(super) fn posterior(&self, answers: &[(usize, ResponseCode)]) -> Posterior {
        let column = |&(column, code): &(usize, ResponseCode)| self.columns[column][code.index()].as_slice();
        Posterior::new(self.mixture.people(), answers.iter().map(column))
    }

    fn careless(&self, answers: &[(usize, ResponseCode)]) -> CarelessModel {
        let mut careless = CarelessModel::default();
        for &(column, code) in answers {
            let Scale { ranges, .. } = &self.scales[column];
            let choices = self.scales[column].choices();
            match code {
                ResponseCode::Category(step) => careless.observe_response(Extremity::of(step), choices),
                side => {
                    let [from, to] = ranges[side.index()];
                    careless.observe_side(side == ResponseCode::Neutral, to - from, choices);
                }
            }
        }
        careless
    }
}
