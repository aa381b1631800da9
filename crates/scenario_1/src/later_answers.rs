//! Answers of a respondent on a later day, with the response errors of day 0.

use quiz::questionnaire::{Answers, ItemModels, QuestionSet, RELIABILITY, Response};
use quiz::scoring::Predictor;

/// Responder: the answers of day 0 with their latent responses. Response errors stay those of day 0, so that an answer
/// changes only when an opinion does.
pub(super) struct Responder {
    /// Latent response `y*` of day 0 per item.
    pub latent: Vec<f64>,
    /// Response style g.
    pub style: f64,
    /// Answers of day 0; passes stay passes.
    pub given: Answers,
    /// Ratio of identity bits to divergence. It stays that of day 0: an opinion that moves to the middle is no change
    /// of response style.
    pub style_factor: f64,
}

impl Responder {
    /// Identity bits of the answers of some day against a population.
    pub(crate) fn bits(&self, crowd: &Predictor, answers: &Answers) -> f64 {
        crowd.posterior(answers).divergence() * self.style_factor
    }

    /// Answers of a day: response errors of day 0, opinions of that day.
    ///
    /// * `now`, `at_first` – opinion vectors of that day and of day 0, the bank's items first.
    pub(crate) fn answers_on(&self, models: &ItemModels, now: &[f32], at_first: &[f32]) -> Answers {
        Answers::of(self.given.set(), |q| {
            let item = &self.given.set().items()[q];
            let moved = f64::from(now[item.bank]) - f64::from(at_first[item.bank]);
            let direction = if item.reverse_keyed { -1.0 } else { 1.0 };
            let y = self.latent[q] + direction * f64::sqrt(RELIABILITY) * moved;
            let step = Response::new(models[q].category(y, self.style));
            self.given.get(q).and(step)
        })
    }
}

/// Answers to `set` that an opinion vector implies without response error, at response style g = 0.
///
/// * `row` – opinion vector, the bank's items first.
///
/// # Panics
///
/// When `row` is shorter than the bank.
pub fn deterministic_answers(set: &'static QuestionSet, row: &[f32]) -> Answers {
    let models = set.models();
    Answers::of(set, |q| {
        let item = &set.items()[q];
        let direction = if item.reverse_keyed { -1.0 } else { 1.0 };
        let y = direction * f64::sqrt(RELIABILITY) * f64::from(row[item.bank]);
        Response::new(models[q].category(y, 0.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quiz::questionnaire::{BANK, SET_1, bank};

    #[test]
    fn strong_opinions_give_their_side_and_reverse_keyed_items_are_mirrored() {
        let mut row = vec![0.0f32; BANK.len()];
        row[bank("god")] = 3.0;
        let answers = deterministic_answers(&SET_1, &row);
        for (q, item) in SET_1.items().iter().enumerate().filter(|(_, item)| item.bank == bank("god")) {
            assert_eq!(answers.side(q), Some(!item.reverse_keyed));
        }
    }
}
