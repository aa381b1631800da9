//! What the result page says about a visitor's answers.

use serde::{Deserialize, Serialize};

use crate::items::{STEPS, Step};

/// A visitor against the simulated crowd. All bits are base-two logarithms; all percentages are of simulated
/// people who answered the same questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// How many questions were answered; the rest were passed.
    pub answered: u8,
    /// What all the answers cost the crowd to predict: `identity + volume + noise`.
    pub total_bits: f64,
    /// Identity bits I: what it takes to point the visitor's beliefs out in the crowd.
    pub identity_bits: f64,
    /// What it takes, after that, to tell how loudly they answer.
    pub volume_bits: f64,
    /// What even someone who knew them exactly could not have guessed.
    pub noise_bits: f64,
    /// Identity bits one jackknife standard error below and above: what other questions might have given.
    pub identity_range: [f64; 2],
    /// "Further out than *low* to *high* of 100 simulated people": one standard deviation of answering the same
    /// questions again, below and above.
    pub further_than: [u8; 2],
    /// Identity bits of the median simulated person on the same questions.
    pub median_bits: f64,
    /// "Uses the end points more than so many of 100 simulated people."
    pub louder_than: u8,
    /// Each answer given, in the order of the questions.
    pub answers: Vec<AnswerReading>,
    /// How many answers took a side (were not torn).
    pub sides_taken: u8,
    /// For how many of those the crowd's likeliest side was the visitor's, knowing their other answers.
    pub sides_guessed: u8,
    /// For what part of their sides the crowd guesses a typical simulated person right.
    pub typical_guess_rate: f64,
}

impl Reading {
    /// The perplexity of you, 2^I: one in so many.
    pub fn perplexity(&self) -> f64 {
        libm::exp2(self.identity_bits)
    }

    /// Perplexity of the median simulated person on the same questions.
    pub fn median_perplexity(&self) -> f64 {
        libm::exp2(self.median_bits)
    }

    /// Perplexity of a single answer, of five possible steps: 2^(bits ÷ answers).
    pub fn perplexity_per_answer(&self) -> f64 {
        libm::exp2(self.total_bits / f64::from(self.answered.max(1)))
    }
}

/// One answer against what the crowd expected of somebody with the visitor's *other* answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerReading {
    /// Index into [`crate::items::QUESTIONS`].
    pub question: u8,
    /// What was answered.
    pub step: Step,
    /// Surprise of this answer given all the others, −log2 p.
    pub bits: f64,
    /// Share of the whole crowd that gives this answer.
    pub share: f64,
    /// The crowd's forecast of this answer from the others, lower pole first.
    pub forecast: [f64; STEPS],
    /// Identity bits lost when this answer is left out (negative when it makes the visitor more ordinary).
    pub identity_bits: f64,
}

impl AnswerReading {
    /// Whether it was the step the crowd thought likeliest.
    pub fn was_foreseen(&self) -> bool {
        let given = self.forecast[self.step.index()];
        self.forecast.iter().all(|&other| other <= given)
    }

    /// Whether a side was taken and the crowd's likelier side was that one.
    pub fn side_was_foreseen(&self) -> bool {
        let [a, b, _, d, e] = self.forecast;
        self.step.side() == Some(d + e > a + b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_step_was_foreseen_and_no_other() {
        let forecast = [0.1, 0.4, 0.2, 0.2, 0.1];
        let foreseen = Step::ALL.map(|step| {
            AnswerReading { question: 0, step, bits: 1.0, share: 0.2, forecast, identity_bits: 0.0 }
                .was_foreseen()
        });
        assert_eq!(foreseen, [false, true, false, false, false]);
    }
}
