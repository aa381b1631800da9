//! Answers of a respondent on a later day, with the response errors of day 0.

use quiz::questionnaire::{ASKED, Answers, ItemModel, RELIABILITY, Response, item_models};
use quiz::scoring::Predictor;

/// Responder: the answers of day 0 with their latent responses. Response errors stay those of day 0, so that an answer
/// changes only when an opinion does.
pub(super) struct Responder {
    /// Latent response `y*` of day 0 per item.
    pub latent: [f64; ASKED.len()],
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
    pub fn bits(&self, crowd: &Predictor, answers: &Answers) -> f64 {
        crowd.posterior(answers).divergence() * self.style_factor
    }

    /// Answers of a day: response errors of day 0, opinions of that day.
    ///
    /// * `now`, `at_first` – opinion vectors of that day and of day 0, the bank's items first.
    pub fn answers_on(&self, models: &[ItemModel; ASKED.len()], now: &[f32], at_first: &[f32]) -> Answers {
        let mut answers = self.given;
        for (q, question) in ASKED.iter().enumerate() {
            let moved = f64::from(now[question.bank]) - f64::from(at_first[question.bank]);
            let direction = if question.reverse_keyed { -1.0 } else { 1.0 };
            let y = self.latent[q] + direction * f64::sqrt(RELIABILITY) * moved;
            let step = Response::new(models[q].category(y, self.style));
            answers.0[q] = self.given.get(q).and(step);
        }
        answers
    }
}

/// Answers that an opinion vector implies without response error, at response style g = 0.
///
/// * `row` – opinion vector, the bank's items first.
///
/// # Panics
///
/// When `row` is shorter than the bank.
pub fn deterministic_answers(row: &[f32]) -> Answers {
    let models = item_models();
    Answers(core::array::from_fn(|q| {
        let direction = if ASKED[q].reverse_keyed { -1.0 } else { 1.0 };
        let y = direction * f64::sqrt(RELIABILITY) * f64::from(row[ASKED[q].bank]);
        Response::new(models[q].category(y, 0.0))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quiz::questionnaire::{BANK, bank};

    #[test]
    fn strong_opinions_give_their_side_and_reverse_keyed_items_are_mirrored() {
        let mut row = vec![0.0f32; BANK.len()];
        row[bank("god")] = 3.0;
        let answers = deterministic_answers(&row);
        for (q, asked) in ASKED.iter().enumerate().filter(|(_, asked)| asked.bank == bank("god")) {
            assert_eq!(answers.side(q), Some(!asked.reverse_keyed));
        }
    }
}
