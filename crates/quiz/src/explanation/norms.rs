//! Norms of a sentence's length: how long sentences about others take who answered the same questions, and how much the
//! length varies when a respondent answers them again.

use serde::{Deserialize, Serialize};

use super::explainer::{Explainer, PEOPLE};
use super::held_sides::held_sides;
use super::listener::SideColumns;
use crate::domains;
use crate::questionnaire::{Answers, Response, Side};
use drift::rng::{StreamKey, normal};
use perplexity::item_bank::{FACTORS, ITEMS};
use perplexity::plausible::{PlausibleSelf, plausible_selves};
use perplexity::posterior::PosteriorDraws;
use perplexity::respondent::SimulatedRespondent;
use perplexity::response_model::{RELIABILITY, stretch};

/// Respondents of the smaller population in which these people are explained.
const SMALL: usize = 2_000;

/// Draws of the posterior of each of these people.
const DRAWS: usize = 150;

/// Plausible selves of each of these people, of whom most hold what a clause says.
const SELVES: usize = 16;

/// Number of simulated respondents of the norm sample; the standard error of their median is about half a second.
const NORM_SAMPLE: usize = 40;

/// Number of second sentences; the relative standard error of the spread is a sixth.
const RETESTS: usize = 16;

/// Lengths of the sentences about simulated people who answered the same questions as a respondent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentenceLengths {
    /// Median length over other respondents, seconds.
    pub median: f64,
    /// Standard deviation of the length over second answers of the respondent, seconds.
    pub spread: f64,
}

/// Norms of the length of an explanation.
pub struct SentenceNorms {
    explainer: Explainer,
}

impl SentenceNorms {
    /// Norms of the sentences of `explainer`.
    pub fn new(explainer: &Explainer) -> SentenceNorms {
        SentenceNorms { explainer: explainer.first(SMALL) }
    }

    /// Lengths of the sentences about others who answered the same questions as `answers`, and about the respondent who
    /// answers them again. Costs 40 and 16 posteriors and sentences, in a smaller population and by
    /// fewer draws.
    ///
    /// * `posterior` – the posterior given `answers`.
    ///
    /// # Panics
    ///
    /// When `answers` are to another set.
    pub fn lengths(&self, posterior: &PosteriorDraws, answers: &Answers) -> SentenceLengths {
        let set = self.explainer.set;
        let items = answers.answered().map(|(at, _)| at).filter(|&at| !set.items()[at].reverse_keyed);
        let both = |at| [false, true].map(|upper| Side { question: at as u8, upper });
        let columns = self.explainer.columns(&items.flat_map(both).collect::<Vec<_>>());
        let mut others: Vec<f64> = (PEOPLE..PEOPLE + NORM_SAMPLE)
            .map(|n| {
                let responses = SimulatedRespondent::nth(set.seed(), n).responses(0);
                self.seconds(&columns, &answer_alike(answers, |bank| usize::from(responses[bank])))
            })
            .collect();
        others.sort_unstable_by(f64::total_cmp);
        let median = 0.5 * (others[(NORM_SAMPLE - 1) / 2] + others[NORM_SAMPLE / 2]);
        let selves = plausible_selves(posterior, &answers.item_answers(), RETESTS);
        let again: Vec<f64> = selves
            .iter()
            .enumerate()
            .map(|(n, own)| {
                let mut errors = StreamKey::new(0, domains::RETEST).stream(n);
                self.seconds(
                    &columns,
                    &answer_alike(answers, |bank| category(own, bank, normal(&mut errors))),
                )
            })
            .collect();
        SentenceLengths { median, spread: standard_deviation(&again) }
    }

    /// Length of the sentence about somebody with these answers, seconds.
    fn seconds(&self, columns: &SideColumns, answers: &Answers) -> f64 {
        let posterior = PosteriorDraws::with_draws(&answers.item_answers().observations(), DRAWS);
        let sides = held_sides(&posterior, answers, SELVES);
        self.explainer.explain_by((&posterior, answers), None, &sides, columns).seconds()
    }
}

/// Answers to the items that `answers` has responses to, but for reverse-keyed ones, by the category of each item of the
/// bank.
fn answer_alike(answers: &Answers, mut category: impl FnMut(usize) -> usize) -> Answers {
    let items = answers.set().items();
    let is_asked = |at: usize| answers.get(at).is_some() && !items[at].reverse_keyed;
    Answers::of(answers.set(), |at| if is_asked(at) { Response::new(category(items[at].bank)) } else { None })
}

/// Category that a plausible self chooses with a standard normal response error.
fn category(own: &PlausibleSelf, bank: usize, error: f64) -> usize {
    let latent = own.opinion(bank) + f64::sqrt(1.0 - RELIABILITY) * error;
    ITEMS[bank].category(latent, stretch(own.parameters[FACTORS]))
}

fn standard_deviation(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    f64::sqrt(values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0))
}
