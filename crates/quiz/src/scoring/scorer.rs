//! Scoring of one respondent's answers against the population.

use thiserror::Error;

use super::score::{AnswerScore, PairScore, Score};
use crate::questionnaire::{Answers, CATEGORIES, Item, Response};
use drift::rng::normal_cdf;
use perplexity::careless::careless_probability;
use perplexity::consistency::second_response;
use perplexity::item_bank::FACTORS;
use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use perplexity::response_model::Observation;
use perplexity::score::PerplexityScore;

/// Error of scoring without any answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("every question was passed, so there is nothing to read; answer at least one")]
pub struct NothingAnswered;

/// Draws of the posterior that forecasts one answer from the others.
const FORECAST_DRAWS: usize = 300;

/// Posterior given `answers`. Reverse-keyed items do not enter.
///
/// # Errors
///
/// [`NothingAnswered`] when no item was answered.
pub fn posterior(answers: &Answers) -> Result<PosteriorDraws, NothingAnswered> {
    let observations = answers.item_answers().observations();
    if observations.is_empty() { Err(NothingAnswered) } else { Ok(PosteriorDraws::new(&observations)) }
}

/// Scores `answers` against the population; `posterior` is that of the same answers.
///
/// Costs a posterior of a few hundred draws for each answer.
///
/// # Example
///
/// ```
/// use perplexity::likeness::Likeness;
/// use perplexity::respondent::SimulatedRespondent;
/// use quiz::population::responses;
/// use quiz::questionnaire::SET_2;
/// use quiz::scoring::{posterior, score};
///
/// // A simulated respondent answers every fourth question.
/// let person = SimulatedRespondent::nth(1, 20_000);
/// let mut answers = responses(&SET_2, &person, 0);
/// (0..SET_2.len()).filter(|question| question % 4 > 0).for_each(|question| answers.clear(question));
///
/// let score = score(&Likeness::default(), &answers, &posterior(&answers)?);
/// let [low, high] = score.surprisal_range;
/// assert!(low < score.surprisal && score.surprisal < high);
/// # Ok::<(), quiz::scoring::NothingAnswered>(())
/// ```
pub fn score(likeness: &Likeness, answers: &Answers, posterior: &PosteriorDraws) -> Score {
    let items = answers.item_answers();
    let of_answers = PerplexityScore::of(likeness, &items, posterior);
    let pairs: Vec<PairScore> = pairs(answers).collect();
    let styles = posterior.draws().map(|(draw, _)| normal_cdf(-draw[FACTORS]));
    let style_percentile = posterior.expectation(styles);
    let answer_scores = forecasts(answers);
    let expected: f64 = answer_scores.iter().map(AnswerScore::expected_guess).sum();
    Score {
        set: answers.set(),
        answered: answers.count() as u8,
        surprisal: of_answers.surprisal,
        surprisal_range: of_answers.surprisal_range,
        median_surprisal: likeness.surprisal_at(0.5),
        place: 100.0 * of_answers.place,
        further_than: of_answers.place_range.map(|place| (100.0 * place) as u8),
        outermost_tenth: of_answers.outermost_tenth,
        careless: careless(answers, posterior, &pairs),
        identity_bits: of_answers.bits.identity,
        volume_bits: of_answers.bits.volume,
        noise_bits: of_answers.bits.noise,
        style_percentile: (100.0 * style_percentile) as u8,
        pairs,
        sides_taken: answer_scores.iter().filter(|answer| answer.response.side().is_some()).count() as u8,
        sides_guessed: answer_scores.iter().filter(|answer| answer.side_was_foreseen()).count() as u8,
        typical_guess_rate: expected / answer_scores.len().max(1) as f64,
        answers: answer_scores,
    }
}

/// Forecast of each answer from all others.
fn forecasts(answers: &Answers) -> Vec<AnswerScore> {
    let items = answers.set().items();
    let scored: Vec<(usize, &Item, Response)> = answers
        .answered()
        .map(|(question, response)| (question, &items[question], response))
        .filter(|(_, item, _)| !item.reverse_keyed)
        .collect();
    let observation =
        |&(_, item, response): &(usize, &Item, Response)| Observation::of_bank(item.bank, response.index());
    let one = |(at, &(question, item, response)): (usize, &(usize, &Item, Response))| {
        let others: Vec<Observation> = scored
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, s)| observation(s))
            .collect();
        let model = item.parameters();
        let posterior = PosteriorDraws::with_draws(&others, FORECAST_DRAWS);
        let predicted = posterior.prediction(&model.loadings, &model.thresholds);
        let forecast: [f64; CATEGORIES] = core::array::from_fn(|category| predicted[category]);
        AnswerScore {
            question: question as u8,
            response,
            bits: -libm::log2(forecast[response.index()]),
            share: item.shares()[response.index()],
            forecast,
        }
    };
    scored.iter().enumerate().map(one).collect()
}

/// Responses to every consistency pair of which both items were answered.
fn pairs(answers: &Answers) -> impl Iterator<Item = PairScore> {
    let items = answers.set().items().iter().enumerate();
    items.filter(|(_, item)| item.reverse_keyed).filter_map(|(second, item)| {
        let first = item.consistency_pair?;
        Some(PairScore {
            questions: [first as u8, second as u8],
            responses: [answers.get(first)?, answers.get(second)?],
        })
    })
}

/// Posterior probability of careless responding, 0 to 1: the second responses of `pairs` are observed as well.
fn careless(answers: &Answers, posterior: &PosteriorDraws, pairs: &[PairScore]) -> f64 {
    let mut observations = answers.item_answers().observations();
    let mut surprisal = posterior.surprisal_of_answers();
    for pair in pairs {
        let [first, second] = pair.responses.map(Response::index);
        let bank = answers.set().items()[usize::from(pair.questions[0])].bank;
        // The categories of the reverse-keyed item, in the direction of the first.
        let category = CATEGORIES - 1 - second;
        surprisal -= libm::log2(second_response(posterior, bank, first)[category]);
        observations.push(Observation::of_bank(bank, category));
    }
    careless_probability(&observations, surprisal)
}
