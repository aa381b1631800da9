//! Retest of the explanation: spread of its length over simulated second answers.

use super::explainer::Explainer;
use crate::domains;
use crate::population::Respondent;
use crate::questionnaire::{Answers, ItemModels, QuestionSet, Response};
use crate::scoring::{Posterior, Predictor, resample_response, sample_posterior};
use drift::rng::StreamKey;

/// Respondents of the smaller population used for second sentences: enough for a spread.
const PEOPLE: usize = 2_000;

/// Number of second sentences; the relative standard error of the spread is a seventh.
const RETESTS: usize = 24;

/// Step of the streams of [`domains::RETEST`], so that these second answers differ from those of the percentile range.
const OCCASION: u32 = 1;

/// Retest of explanations: sentences about a respondent who answers the same items again.
pub struct SentenceRetest {
    seed: u64,
    models: ItemModels,
    predictor: Predictor,
    explainer: Explainer,
}

impl SentenceRetest {
    /// Retest of answers to `set` over the population of `seed`.
    pub fn new(set: &'static QuestionSet, seed: u64) -> SentenceRetest {
        let models = set.models();
        let factors: Vec<_> = (0..PEOPLE).map(|n| Respondent::nth(seed, n).factors).collect();
        let predictor =
            Predictor::new(&models, |q| factors.iter().map(|f| models[q].shared(f) as f32).collect());
        SentenceRetest { seed, models, predictor, explainer: Explainer::with(set, seed, PEOPLE) }
    }

    /// Standard deviation of the sentence's length over second answers to the same items, seconds.
    ///
    /// * `posterior` – the posterior given `answers`, over the population of this seed.
    ///
    /// # Panics
    ///
    /// When `answers` are to another set.
    pub fn spread(&self, posterior: &Posterior, answers: &Answers) -> f64 {
        let seconds: Vec<f64> = sample_posterior(posterior, RETESTS)
            .into_iter()
            .enumerate()
            .map(|(n, (person, style))| {
                let second = self.resample(n, person, style, answers);
                let known = self.predictor.posterior(&second).people();
                self.explainer.explain((&known, &second), None).seconds()
            })
            .collect();
        let n = seconds.len() as f64;
        let mean = seconds.iter().sum::<f64>() / n;
        f64::sqrt(seconds.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / (n - 1.0))
    }

    /// The n-th second answers: those of a simulated respondent, conditional on the first answers.
    fn resample(&self, n: usize, person: usize, style: f64, answers: &Answers) -> Answers {
        let mut rng = StreamKey::new(0, domains::RETEST).at_step(OCCASION).stream(n);
        let factors = Respondent::nth(self.seed, person).factors;
        Answers::of(answers.set(), |q| {
            let model = &self.models[q];
            let bounds = model.bounds(answers.get(q)?.index(), style);
            let y = resample_response(model.unique_sd, model.shared(&factors), bounds, &mut rng);
            Response::new(model.category(y, style))
        })
    }
}
