//! Scoring of one respondent's answers against a population and its norms.

use thiserror::Error;

use super::careless::{CarelessModel, Extremity};
use super::norms::Norms;
use super::posterior::Posterior;
use super::predictor::Predictor;
use super::retest::retests;
use super::score::{AnswerScore, PairScore, Score};
use crate::questionnaire::{Answers, CATEGORIES};

/// Error of scoring without any answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("every question was passed, so there is nothing to read; answer at least one")]
pub struct NothingAnswered;

/// Scores `answers` against the population of `predictor`.
///
/// * `norms` – norms on the same items as `answers` ([`Norms::new`]).
///
/// Costs about `answers · topics · people · styles` multiplications, 25 million for all of set 1, and a hundred
/// million for the retests of the percentile range.
///
/// # Errors
///
/// [`NothingAnswered`] when every item was passed.
///
/// # Panics
///
/// When `answers` are to another set than the predictor's.
///
/// # Example
///
/// ```
/// use quiz::population::Respondent;
/// use quiz::questionnaire::SET_1;
/// use quiz::scoring::{NORM_SAMPLE_SIZE, Norms, PEOPLE, Predictor, norm_sample, score};
///
/// let seed = 1;
/// let predictor = Predictor::today(&SET_1, seed);
/// // A respondent who is neither in the population that predicts nor in the norm sample.
/// let answers = Respondent::nth(seed, PEOPLE + NORM_SAMPLE_SIZE).answers(&SET_1.models(), 0);
/// // A part of the norm sample suffices here.
/// let norms = Norms::new(&predictor, &norm_sample(&SET_1, seed)[..100], &answers);
///
/// let score = score(&predictor, &norms, &answers)?;
/// assert_eq!(usize::from(score.answered), SET_1.len());
/// let parts = score.identity_bits + score.volume_bits + score.noise_bits;
/// assert!((parts - score.total_bits).abs() < 1e-9);
/// assert!(score.further_than[0] <= score.further_than[1]);
/// # Ok::<(), quiz::scoring::NothingAnswered>(())
/// ```
pub fn score(predictor: &Predictor, norms: &Norms, answers: &Answers) -> Result<Score, NothingAnswered> {
    if answers.count() == 0 {
        return Err(NothingAnswered);
    }
    let evidence = predictor.evidence(answers);
    let columns: Vec<Vec<f32>> =
        evidence.iter().map(|&evidence| predictor.mixture().column(evidence)).collect();
    let all = Posterior::new(predictor.people(), columns.iter().map(Vec::as_slice));
    let (identity_bits, volume_bits) = (all.identity_bits(), all.volume_bits());
    let total_bits = -libm::log2(all.marginal_likelihood());

    let answered = answers
        .responses()
        .iter()
        .enumerate()
        .filter_map(|(q, &answer)| answer.map(|response| (q, response)));
    let set = answers.set();
    let careless = careless_probability(answers, total_bits);
    let pairs = pairs(answers).collect();
    let retests = retests(predictor, &all, answers);
    let answers: Vec<AnswerScore> = answered
        .map(|(question, response)| {
            let topic = predictor.topic_of(question);
            let others = evidence.iter().zip(&columns).filter(|(evidence, _)| evidence.topic != topic);
            let mut rest = Posterior::new(predictor.people(), others.map(|(_, c)| c.as_slice()));
            let forecast = predictor.forecast(&rest, answers, question);
            // The response to the consistency pair stays when this one is left out.
            let others = answers.without(question);
            if let Some(pair) =
                predictor.evidence(&others).into_iter().find(|evidence| evidence.topic == topic)
            {
                rest.add(&predictor.mixture().column(pair));
            }
            AnswerScore {
                question: question as u8,
                response,
                bits: -libm::log2(forecast[response.index()]),
                share: set.items()[question].shares()[response.index()],
                forecast,
                identity_bits: identity_bits - rest.identity_bits(),
            }
        })
        .collect();

    let standard_error = jackknife_error(&answers);
    Ok(Score {
        set,
        answered: answers.len() as u8,
        total_bits,
        identity_bits,
        volume_bits,
        noise_bits: total_bits - identity_bits - volume_bits,
        identity_range: [(identity_bits - standard_error).max(0.0), identity_bits + standard_error],
        further_than: norms.range(&retests),
        careless,
        pairs,
        median_bits: norms.median_bits(),
        style_percentile: norms.style_percentile(all.style()),
        sides_taken: answers.iter().filter(|a| a.response.side().is_some()).count() as u8,
        sides_guessed: answers.iter().filter(|a| a.side_was_foreseen()).count() as u8,
        typical_guess_rate: set.typical().guess_rate,
        answers,
    })
}

/// Posterior probability of careless responding, 0 to 1, when the population's surprisal of `answers` is `bits`.
pub fn careless_probability(answers: &Answers, bits: f64) -> f64 {
    let mut careless = CarelessModel::default();
    answers
        .responses()
        .iter()
        .flatten()
        .for_each(|&response| careless.observe_response(Extremity::of(response), CATEGORIES));
    careless.posterior(bits)
}

/// Responses to every consistency pair of which both items were answered.
fn pairs(answers: &Answers) -> impl Iterator<Item = PairScore> {
    let originals = answers.set().items().iter().enumerate().filter(|(_, item)| !item.reverse_keyed);
    originals.filter_map(|(question, item)| {
        let consistency_pair = item.consistency_pair?;
        let responses = [answers.get(question)?, answers.get(consistency_pair)?];
        Some(PairScore { questions: [question as u8, consistency_pair as u8], responses })
    })
}

/// Jackknife standard error of the identity bits over the answers (Efron 1982): bits add up over answers, so the
/// deviations of the leave-one-out losses d are those of a sum, `n / (n − 1) · Σ (d − mean d)²`.
fn jackknife_error(answers: &[AnswerScore]) -> f64 {
    let n = answers.len() as f64;
    if n < 2.0 {
        return answers.iter().map(|a| a.identity_bits.abs()).sum();
    }
    let mean = answers.iter().map(|a| a.identity_bits).sum::<f64>() / n;
    let squares: f64 = answers.iter().map(|a| (a.identity_bits - mean) * (a.identity_bits - mean)).sum();
    f64::sqrt(n / (n - 1.0) * squares)
}
