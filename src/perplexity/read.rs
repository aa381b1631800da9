//! A visitor's answers become a reading.

use thiserror::Error;

use super::calibrators::Calibration;
use super::nobody::{Nobody, Reach};
use super::posterior::Posterior;
use super::predictor::Predictor;
use super::reading::{AnswerReading, PairReading, Reading};
use super::retest::retests;
use crate::items::{ASKED, Answers, STEPS};

/// For what part of the sides that simulated people take the crowd names the side, given all their other
/// answers: mean over simulated people. A property of set 1, checked against a fresh sample by a test.
pub const TYPICAL_GUESS_RATE: f64 = 0.757;

/// There is nothing to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("every question was passed, so there is nothing to read; answer at least one")]
pub struct NothingAnswered;

/// Reads `answers` before the crowd of `predictor`; `calibration` must be for the same questions.
///
/// Costs about `answers · topics · people · styles` multiplications, 25 million for the full quiz.
pub fn read(
    predictor: &Predictor,
    calibration: &Calibration,
    answers: &Answers,
) -> Result<Reading, NothingAnswered> {
    if answers.count() == 0 {
        return Err(NothingAnswered);
    }
    let said = predictor.clues(answers);
    let columns: Vec<Vec<f32>> = said.iter().map(|&clue| predictor.mixture().column(clue)).collect();
    let all = Posterior::new(predictor.people(), columns.iter().map(Vec::as_slice));
    let (identity_bits, volume_bits) = (all.identity_bits(), all.volume_bits());
    let total_bits = -libm::log2(all.evidence());

    let answered = answers.0.iter().enumerate().filter_map(|(q, answer)| answer.map(|step| (q, step)));
    let nobody = nobody(answers, total_bits);
    let pairs = pairs(answers).collect();
    let again = retests(predictor, &all, answers);
    let answers: Vec<AnswerReading> = answered
        .map(|(question, step)| {
            let topic = predictor.topic_of(question);
            let others = said.iter().zip(&columns).filter(|(clue, _)| clue.topic != topic);
            let mut rest = Posterior::new(predictor.people(), others.map(|(_, c)| c.as_slice()));
            let forecast = predictor.forecast(&rest, answers, question);
            // The twin's answer stays when this one is left out.
            let partner = answers.without(question);
            if let Some(partner) = predictor.clues(&partner).into_iter().find(|clue| clue.topic == topic) {
                rest.add(&predictor.mixture().column(partner));
            }
            AnswerReading {
                question: question as u8,
                step,
                bits: -libm::log2(forecast[step.index()]),
                share: ASKED[question].shares()[step.index()],
                forecast,
                identity_bits: identity_bits - rest.identity_bits(),
            }
        })
        .collect();

    let other_questions = jackknife_error(&answers);
    Ok(Reading {
        answered: answers.len() as u8,
        total_bits,
        identity_bits,
        volume_bits,
        noise_bits: total_bits - identity_bits - volume_bits,
        identity_range: [(identity_bits - other_questions).max(0.0), identity_bits + other_questions],
        further_than: calibration.range(&again),
        nobody,
        pairs,
        median_bits: calibration.median_bits(),
        louder_than: calibration.louder_than(all.style()),
        sides_taken: answers.iter().filter(|a| a.step.side().is_some()).count() as u8,
        sides_guessed: answers.iter().filter(|a| a.side_was_foreseen()).count() as u8,
        typical_guess_rate: TYPICAL_GUESS_RATE,
        answers,
    })
}

/// Probability that nobody is there who read the questions, when the crowd needs `bits` for these answers.
pub fn nobody(answers: &Answers, bits: f64) -> f64 {
    let mut nobody = Nobody::default();
    answers.0.iter().flatten().for_each(|&step| nobody.step(Reach::of(step), STEPS));
    nobody.posterior(bits)
}

/// Both answers to every pair of questions about the same belief.
fn pairs(answers: &Answers) -> impl Iterator<Item = PairReading> {
    let originals = ASKED.iter().enumerate().filter(|(_, question)| !question.flipped);
    originals.filter_map(|(question, asked)| {
        let twin = asked.twin?;
        let steps = [answers.get(question)?, answers.get(twin)?];
        Some(PairReading { questions: [question as u8, twin as u8], steps })
    })
}

/// Jackknife standard error of the identity bits over the answers (Efron 1982): bits add up over answers, so the
/// deviations of the leave-one-out losses d are those of a sum, `n / (n − 1) · Σ (d − mean d)²`.
fn jackknife_error(answers: &[AnswerReading]) -> f64 {
    let n = answers.len() as f64;
    if n < 2.0 {
        return answers.iter().map(|a| a.identity_bits.abs()).sum();
    }
    let mean = answers.iter().map(|a| a.identity_bits).sum::<f64>() / n;
    let squares: f64 = answers.iter().map(|a| (a.identity_bits - mean) * (a.identity_bits - mean)).sum();
    f64::sqrt(n / (n - 1.0) * squares)
}
