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
    /// "Further out than *low* to *high* of 100 simulated people" : where two thirds of the
    /// visitor's answers would fall if they answered the same questions again. Not to be shown unless
    /// [`Reading::is_placed`].
    pub further_than: [u8; 2],
    /// Probability that nobody is there: that the answers were clicked without reading.
    pub nobody: f64,
    /// The pairs of questions about one belief of which both were answered.
    pub pairs: Vec<PairReading>,
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

    /// Whether the crowd can place the visitor: whether it is likelier that they answered than that they clicked.
    pub fn is_placed(&self) -> bool {
        self.nobody <= 0.5
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

/// Two answers about one belief, asked in other words with the poles swapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairReading {
    /// Indices into [`crate::items::QUESTIONS`].
    pub questions: [u8; 2],
    /// What was answered to each.
    pub steps: [Step; 2],
}

impl PairReading {
    /// How many steps the second answer is from saying the same as the first, 0 to 4.
    pub fn apart(&self) -> usize {
        let [first, second] = self.steps;
        first.index().abs_diff(second.mirrored().index())
    }

    /// Whether the two took opposite sides.
    pub fn is_contradicted(&self) -> bool {
        let [first, second] = self.steps;
        matches!((first.side(), second.mirrored().side()), (Some(a), Some(b)) if a != b)
    }
}

impl AnswerReading {
    /// The part of [`AnswerReading::bits`] that pays for the side (or for being torn), `−log2 p(side)`.
    pub fn side_bits(&self) -> f64 {
        let of_side = self.forecast.iter().zip(Step::ALL).filter(|(_, step)| step.side() == self.step.side());
        -libm::log2(of_side.map(|(p, _)| p).sum())
    }

    /// The rest, for how far to that side: `−log2 p(step | side)`.
    pub fn strength_bits(&self) -> f64 {
        self.bits - self.side_bits()
    }

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

    #[test]
    fn an_answer_pays_for_its_side_and_then_for_its_strength() {
        let forecast = [0.125, 0.375, 0.125, 0.25, 0.125];
        let parts = Step::ALL.map(|step| {
            let bits = -libm::log2(forecast[step.index()]);
            let answer = AnswerReading { question: 0, step, bits, share: 0.2, forecast, identity_bits: 0.0 };
            [answer.side_bits(), answer.strength_bits()]
        });
        assert_eq!(parts[0], [1.0, 2.0]);
        assert_eq!(parts[2], [3.0, 0.0]);
        assert!((libm::exp2(-parts[3][1]) - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn pairs_agree_when_the_second_mirrors_the_first() {
        let pair = |a: usize, b: usize| {
            let pair = PairReading { questions: [0, 7], steps: [Step::ALL[a], Step::ALL[b]] };
            (pair.apart(), pair.is_contradicted())
        };
        assert_eq!(pair(0, 4), (0, false));
        assert_eq!(pair(0, 0), (4, true));
        assert_eq!(pair(1, 2), (1, false));
        assert_eq!(pair(3, 3), (2, true));
    }
}
