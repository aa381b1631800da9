//! Prediction of each answer of a respondent from those before it.

use perplexity::item_bank::ITEMS;
use perplexity::posterior::PosteriorDraws;

use super::parallel::in_parallel;
use super::survey::{Survey, observations};

/// Draws of a posterior that predicts; a few hundred change the bits by less than .002.
const DRAWS: usize = 400;

/// Prediction of one answer from those before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemPrediction {
    /// Surprisal of the answer, in bits.
    pub bits: f64,
    /// Surprisal of the answer by the table's marginal shares, in bits.
    pub share_bits: f64,
    /// Whether the likelier side was the answer's, by the prediction and by the marginal shares; `None` for an answer in the
    /// middle of its scale.
    pub sides: Option<[bool; 2]>,
}

/// Predictions of all answers of one respondent, in the random order drawn for them.
pub type PredictionSequence = Vec<ItemPrediction>;

impl Survey {
    /// Predicts a respondent's answers one after the other, in a random order given by `seed`. Takes some tens of
    /// milliseconds, in proportion to the square of the number of answers.
    ///
    /// # Panics
    /// If there is no such respondent.
    pub fn predict_in_sequence(&self, person: usize, seed: u64) -> PredictionSequence {
        let answers = self.shuffled_answers(person, seed, 0);
        let predict = |seen: usize| {
            let (answer, column) = (answers[seen], answers[seen].column);
            let known = PosteriorDraws::with_draws(&observations(&answers[..seen]), DRAWS);
            let predicted = known.prediction(&ITEMS[column.item].loadings, &column.thresholds);
            let side = |probabilities: &[f64]| is_upper_likelier(probabilities);
            let upper = side_of(answer.category, predicted.len());
            ItemPrediction {
                bits: -libm::log2(predicted[answer.category]),
                share_bits: -libm::log2(column.shares[answer.category]),
                sides: upper.map(|upper| [side(&predicted) == upper, side(&column.shares) == upper]),
            }
        };
        (0..answers.len()).map(predict).collect()
    }

    /// Predictions of all respondents' answers, in order, on all cores.
    pub fn predict_all_in_sequence(&self, seed: u64) -> Vec<PredictionSequence> {
        in_parallel(self.table().people.len(), |person| self.predict_in_sequence(person, seed))
    }
}

/// Whether a category is on the upper side of its scale; `None` for the one in the middle.
fn side_of(category: usize, categories: usize) -> Option<bool> {
    let twice = 2 * category + 1;
    (twice != categories).then_some(twice > categories)
}

/// Whether the categories of the upper side are together more probable than those of the lower.
fn is_upper_likelier(probabilities: &[f64]) -> bool {
    let signed =
        probabilities.iter().enumerate().map(|(category, p)| match side_of(category, probabilities.len()) {
            Some(true) => *p,
            Some(false) => -p,
            None => 0.0,
        });
    signed.sum::<f64>() > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_halves_of_a_scale() {
        assert_eq!([0, 1].map(|category| side_of(category, 2)), [Some(false), Some(true)]);
        assert_eq!([0, 1, 2].map(|category| side_of(category, 3)), [Some(false), None, Some(true)]);
        assert!(is_upper_likelier(&[0.2, 0.2, 0.3, 0.3]) && !is_upper_likelier(&[0.4, 0.3, 0.3]));
    }
}
