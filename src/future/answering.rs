//! What would somebody answer on a later day?

use crate::items::{ASKED, Answers, ItemModel, RELIABILITY, Step, item_models};
use crate::perplexity::Predictor;

/// How somebody answered on day 0: the noise of that hour is theirs for good, so that nothing flips by chance.
pub(super) struct Answering {
    /// Per question, the answer before it was cut into steps, in units of `y*`.
    pub latent: [f64; ASKED.len()],
    /// Response style.
    pub style: f64,
    /// The answers; passes stay passes.
    pub given: Answers,
    /// By what to multiply the divergence of their answers for identity bits. It is theirs for good, too: who is drawn to
    /// the middle has not become quiet.
    pub fairness: f64,
}

impl Answering {
    /// Identity bits of their answers of some day before a crowd.
    pub fn bits(&self, crowd: &Predictor, answers: &Answers) -> f64 {
        crowd.posterior(answers).divergence() * self.fairness
    }

    /// The answers of a day: the same noise, other beliefs.
    ///
    /// * `now`, `at_first` – beliefs of that day and of day 0, the bank's items first.
    pub fn on(&self, models: &[ItemModel; ASKED.len()], now: &[f32], at_first: &[f32]) -> Answers {
        let mut answers = self.given;
        for (q, question) in ASKED.iter().enumerate() {
            let moved = f64::from(now[question.bank]) - f64::from(at_first[question.bank]);
            let direction = if question.flipped { -1.0 } else { 1.0 };
            let y = self.latent[q] + direction * f64::sqrt(RELIABILITY) * moved;
            let step = Step::new(models[q].step(y, self.style));
            answers.0[q] = self.given.get(q).and(step);
        }
        answers
    }
}

/// What somebody would answer who says what they believe: without the noise of the hour, and as fond of the end points
/// as most people are.
///
/// * `row` – beliefs, the bank's items first.
pub fn outright(row: &[f32]) -> Answers {
    let models = item_models();
    Answers(core::array::from_fn(|q| {
        let direction = if ASKED[q].flipped { -1.0 } else { 1.0 };
        let y = direction * f64::sqrt(RELIABILITY) * f64::from(row[ASKED[q].bank]);
        Step::new(models[q].step(y, 0.0))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::{BANK, bank};

    #[test]
    fn who_believes_strongly_says_so_and_twins_are_turned_around() {
        let mut row = vec![0.0f32; BANK.len()];
        row[bank("god")] = 3.0;
        let answers = outright(&row);
        for (q, asked) in ASKED.iter().enumerate().filter(|(_, asked)| asked.bank == bank("god")) {
            assert_eq!(answers.side(q), Some(!asked.flipped));
        }
    }
}
