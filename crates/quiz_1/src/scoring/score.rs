//! Score of a respondent, as the result page shows it.

use serde::{Deserialize, Serialize};

use crate::questionnaire::{CATEGORIES, QuestionSet, Response};

/// Score of a respondent against the simulated population. All percentile ranks are among the norm sample with the same
/// items answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Question set, whose items the answers name.
    pub set: &'static QuestionSet,
    /// Number of items answered; the rest were passed.
    pub answered: u8,
    /// Surprisal of all answers, bits: `identity + volume + noise`.
    pub total_bits: f64,
    /// Identity bits I: information gain of the answers about identity, corrected for response style.
    pub identity_bits: f64,
    /// Volume bits: information gain about the response style.
    pub volume_bits: f64,
    /// Noise bits: surprisal that remains when identity and style are known.
    pub noise_bits: f64,
    /// Identity bits minus and plus one jackknife standard error over the items.
    pub identity_range: [f64; 2],
    /// Percentile ranks, 0 to 100, of the central two thirds of simulated retests: low and high. Not to be shown unless
    /// [`Score::is_placed`].
    pub further_than: [u8; 2],
    /// Posterior probability of careless responding, 0 to 1.
    pub careless: f64,
    /// Consistency pairs of which both items were answered.
    pub pairs: Vec<PairScore>,
    /// Median identity bits of the norm sample.
    pub median_bits: f64,
    /// Percentile rank of the response style by use of the end points, 0 to 100.
    pub style_percentile: u8,
    /// Score of each answer given, in the order of the items.
    pub answers: Vec<AnswerScore>,
    /// Number of answers that took a side (were not neutral).
    pub sides_taken: u8,
    /// Number of those whose side was the likelier one given the other answers.
    pub sides_guessed: u8,
    /// Mean share of sides predicted correctly over simulated respondents, 0 to 1:
    /// [`crate::questionnaire::Typical::guess_rate`].
    pub typical_guess_rate: f64,
}

impl Score {
    /// Perplexity 2^I.
    pub fn perplexity(&self) -> f64 {
        libm::exp2(self.identity_bits)
    }

    /// Perplexity of the norm sample's median.
    pub fn median_perplexity(&self) -> f64 {
        libm::exp2(self.median_bits)
    }

    /// Whether careless responding is at most as likely as attentive responding.
    pub fn is_placed(&self) -> bool {
        self.careless <= 0.5
    }

    /// Perplexity of a single response of five categories: 2^(total bits ÷ answers).
    pub fn perplexity_per_answer(&self) -> f64 {
        libm::exp2(self.total_bits / f64::from(self.answered.max(1)))
    }
}

/// Score of one answer given all *other* answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerScore {
    /// Index of the item in the set.
    pub question: u8,
    /// Response given.
    pub response: Response,
    /// Surprisal of the response given all other answers, −log2 p.
    pub bits: f64,
    /// Share of the population that gives this response, 0 to 1.
    pub share: f64,
    /// Forecast of the five categories from the other answers, lower pole first; adds up to 1.
    pub forecast: [f64; CATEGORIES],
    /// Identity bits minus those without this answer; negative when the answer makes the respondent more typical.
    pub identity_bits: f64,
}

/// Responses to a consistency pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairScore {
    /// Indices of the items in the set.
    pub questions: [u8; 2],
    /// Response to each.
    pub responses: [Response; 2],
}

impl PairScore {
    /// Distance in categories between the first response and the second mirrored, 0 to 4.
    pub fn apart(&self) -> usize {
        let [first, second] = self.responses;
        first.index().abs_diff(second.mirrored().index())
    }

    /// Whether the two took opposite sides.
    pub fn is_contradicted(&self) -> bool {
        let [first, second] = self.responses;
        matches!((first.side(), second.mirrored().side()), (Some(a), Some(b)) if a != b)
    }
}

impl AnswerScore {
    /// Surprisal of the side (or of the neutral category), `−log2 p(side)`, bits.
    pub fn side_bits(&self) -> f64 {
        let of_side = self
            .forecast
            .iter()
            .zip(Response::ALL)
            .filter(|(_, response)| response.side() == self.response.side());
        -libm::log2(of_side.map(|(p, _)| p).sum())
    }

    /// Surprisal of the category given the side, `−log2 p(category | side)`, bits.
    pub fn strength_bits(&self) -> f64 {
        self.bits - self.side_bits()
    }

    /// Whether the response was the likeliest one of the forecast.
    pub fn was_foreseen(&self) -> bool {
        let given = self.forecast[self.response.index()];
        self.forecast.iter().all(|&other| other <= given)
    }

    /// Whether a side was taken and it was the likelier side of the forecast.
    pub fn side_was_foreseen(&self) -> bool {
        let [a, b, _, d, e] = self.forecast;
        self.response.side() == Some(d + e > a + b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_step_was_foreseen_and_no_other() {
        let forecast = [0.1, 0.4, 0.2, 0.2, 0.1];
        let foreseen = Response::ALL.map(|response| {
            AnswerScore { question: 0, response, bits: 1.0, share: 0.2, forecast, identity_bits: 0.0 }
                .was_foreseen()
        });
        assert_eq!(foreseen, [false, true, false, false, false]);
    }

    #[test]
    fn an_answer_pays_for_its_side_and_then_for_its_strength() {
        let forecast = [0.125, 0.375, 0.125, 0.25, 0.125];
        let parts = Response::ALL.map(|response| {
            let bits = -libm::log2(forecast[response.index()]);
            let answer =
                AnswerScore { question: 0, response, bits, share: 0.2, forecast, identity_bits: 0.0 };
            [answer.side_bits(), answer.strength_bits()]
        });
        assert_eq!(parts[0], [1.0, 2.0]);
        assert_eq!(parts[2], [3.0, 0.0]);
        assert!((libm::exp2(-parts[3][1]) - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn pairs_agree_when_the_second_mirrors_the_first() {
        let pair = |a: usize, b: usize| {
            let pair = PairScore { questions: [0, 7], responses: [Response::ALL[a], Response::ALL[b]] };
            (pair.apart(), pair.is_contradicted())
        };
        assert_eq!(pair(0, 4), (0, false));
        assert_eq!(pair(0, 0), (4, true));
        assert_eq!(pair(1, 2), (1, false));
        assert_eq!(pair(3, 3), (2, true));
    }
}
