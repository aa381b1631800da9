//! Bits an answer: each answer of a session predicted from those before it, against the shares.

use super::sitting::{Answering, Asking, asked_and_answered};
use perplexity::answers::{Answer, ItemAnswers};
use perplexity::item_bank::ITEMS;
use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use perplexity::respondent::SimulatedRespondent;
use survey::parallel::in_parallel;

/// Draws of the posterior that predicts; a few hundred change the bits by less than .002.
const DRAWS: usize = 400;

/// Mean surprisal of an answer after some others, bits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bits {
    /// Predicted from the answers before.
    pub predicted: f64,
    /// By the shares alone.
    pub shares: f64,
    /// Expected by the prediction itself.
    pub expected: f64,
}

/// Means over `people` respondents of the population of `seed`, by the number of answers seen before, 0..`length`.
pub fn bits(likeness: &Likeness, seed: u64, people: usize, length: usize, asking: Asking) -> Vec<Bits> {
    let nobody = PosteriorDraws::new(&[]);
    let rows = in_parallel(people, |n| {
        let responses = SimulatedRespondent::nth(seed, n).responses(0);
        let mut answers = ItemAnswers::default();
        asked_and_answered(likeness, Answering::Responses(&responses), n as u64, asking, length)
            .into_iter()
            .map(|(item, given)| {
                let (model, category) = (&ITEMS[item], usize::from(given));
                let known = PosteriorDraws::with_draws(&answers.observations(), DRAWS);
                let predicted = known.prediction(&model.loadings, &model.thresholds);
                let shares = nobody.prediction(&model.loadings, &model.thresholds);
                answers.set(item, Answer::Category(given));
                Bits {
                    predicted: -libm::log2(predicted[category]),
                    shares: -libm::log2(shares[category]),
                    expected: predicted.iter().map(|p| -p * libm::log2(*p)).sum(),
                }
            })
            .collect::<Vec<Bits>>()
    });
    let mean = |at: usize, value: fn(&Bits) -> f64| {
        rows.iter().map(|row| value(&row[at])).sum::<f64>() / rows.len() as f64
    };
    (0..length)
        .map(|at| Bits {
            predicted: mean(at, |b| b.predicted),
            shares: mean(at, |b| b.shares),
            expected: mean(at, |b| b.expected),
        })
        .collect()
}
