//! Score of a respondent, as the result page shows it.

use serde::{Deserialize, Serialize};

use crate::questionnaire::{CATEGORIES, QuestionSet, Response};

/// Score of a respondent against the population. Ranges are central 68 % ranges of the true value given the answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Question set, whose items the answers name.
    pub set: &'static QuestionSet,
    /// Number of items answered, reverse-keyed ones included.
    pub answered: u8,
    /// Surprisal by likeness S, bits: one in 2^S people is like the respondent.
    pub surprisal: f64,
    /// Range of S, bits.
    pub surprisal_range: [f64; 2],
    /// Median of S in the population, bits.
    pub median_surprisal: f64,
    /// Percentile rank of the respondent's S in the population, 0 to 100. Not to be shown unless [`Score::is_placed`].
    pub place: f64,
    /// Range of the percentile rank: further out than *low* to *high* of 100 people. Not to be shown unless
    /// [`Score::is_placed`].
    pub further_than: [u8; 2],
    /// Probability that the respondent is among the truly outermost tenth.
    pub outermost_tenth: f64,
    /// Posterior probability of careless responding, 0 to 1.
    pub careless: f64,
    /// Identity bits: information of the answers about the factor scores.
    pub identity_bits: f64,
    /// Volume bits: information of the answers about the response style.
    pub volume_bits: f64,
    /// Noise bits: surprisal of the answers that remains when identity and style are known.
    pub noise_bits: f64,
    /// Percentile rank of the response style by use of the end points, 0 to 100: posterior mean of the true rank.
    pub style_percentile: u8,
    /// Consistency pairs of which both items were answered.
    pub pairs: Vec<PairScore>,
    /// Score of each answer given, in the order of the items; reverse-keyed ones have none.
    pub answers: Vec<AnswerScore>,
    /// Number of answers that took a side (were not neutral).
    pub sides_taken: u8,
    /// Number of those whose side was the likelier one given the other answers.
    pub sides_guessed: u8,
    /// Expected share of sides predicted correctly, 0 to 1, for a respondent of the population with the same items: the
    /// mean, over items, of what a population of this model expects.
    pub typical_guess_rate: f64,
}

impl Score {
    /// Perplexity N of "one in N people is like you": 2^S.
    pub fn perplexity(&self) -> f64 {
        libm::exp2(self.surprisal)
    }

    /// Surprisal of all answers, bits: `identity + volume + noise`.
    pub fn total_bits(&self) -> f64 {
        self.identity_bits + self.volume_bits + self.noise_bits
    }

    /// Whether careless responding is at most as likely as attentive responding.
    pub fn is_placed(&self) -> bool {
        self.careless <= 0.5
    }

    /// Whether the range of the percentile rank is so wide and so central that it is better said in words: ordinary,
    /// somewhere in the middle.
    pub fn is_in_the_middle(&self) -> bool {
        let [low, high] = self.further_than;
        high - low >= 30 && low <= 45 && (45..85).contains(&high)
    }

    /// Perplexity of a single response of five categories: 2^(total bits ÷ answers).
    pub fn perplexity_per_answer(&self) -> f64 {
        libm::exp2(self.total_bits() / (self.answers.len().max(1) as f64))
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
}

/// Responses to a consistency pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairScore {
    /// Indices of the items in the set, the reverse-keyed one second.
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

    /// Probability, by the forecast itself, that the likelier side is taken, given that one is taken.
    pub fn expected_guess(&self) -> f64 {
        let [a, b, _, d, e] = self.forecast;
        (a + b).max(d + e) / (a + b + d + e)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(response: Response, forecast: [f64; CATEGORIES]) -> AnswerScore {
        let bits = -libm::log2(forecast[response.index()]);
        AnswerScore { question: 0, response, bits, share: 0.2, forecast }
    }

    #[test]
    fn the_likeliest_step_was_foreseen_and_no_other() {
        let forecast = [0.1, 0.4, 0.2, 0.2, 0.1];
        let foreseen = Response::ALL.map(|response| answer(response, forecast).was_foreseen());
        assert_eq!(foreseen, [false, true, false, false, false]);
        let sides = Response::ALL.map(|response| answer(response, forecast).side_was_foreseen());
        assert_eq!(sides, [true, true, false, false, false]);
        assert!((answer(Response::ALL[0], forecast).expected_guess() - 0.625).abs() < 1e-12);
    }

    #[test]
    fn an_answer_pays_for_its_side_and_then_for_its_strength() {
        let forecast = [0.125, 0.375, 0.125, 0.25, 0.125];
        let parts = Response::ALL.map(|response| {
            let answer = answer(response, forecast);
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
