//! How long would the sentence be if the visitor answered once more?

use super::explainer::Explainer;
use crate::chance::{Chance, Purpose};
use crate::crowd::Person;
use crate::items::{ASKED, Answers, ItemModel, Step, item_models};
use crate::perplexity::{Posterior, Predictor, answered_again, people_alike};

/// People of the smaller crowd that second sentences are said to: the spread of seconds needs no more.
const PEOPLE: usize = 2_000;

/// Second sentences; their spread is then known to a seventh.
const TIMES: usize = 24;

/// Day of the streams of [`Purpose::Retest`], so that these second answers are not those that the percentile uses.
const OCCASION: u32 = 1;

/// Sentences about somebody who answers the same questions again.
pub struct Again {
    seed: u64,
    models: [ItemModel; ASKED.len()],
    predictor: Predictor,
    explainer: Explainer,
}

impl Again {
    /// For the crowd of `seed`.
    pub fn new(seed: u64) -> Again {
        let models = item_models();
        let factors: Vec<_> = (0..PEOPLE).map(|n| Person::nth(seed, n).factors).collect();
        let predictor =
            Predictor::new(&models, |q| factors.iter().map(|f| models[q].shared(f) as f32).collect());
        Again { seed, models, predictor, explainer: Explainer::with(seed, PEOPLE) }
    }

    /// Standard deviation of the seconds over second answers to the same questions.
    ///
    /// * `posterior` – what the crowd of this seed makes of `answers`.
    pub fn spread(&self, posterior: &Posterior, answers: &Answers) -> f64 {
        let seconds: Vec<f64> = people_alike(posterior, TIMES)
            .into_iter()
            .enumerate()
            .map(|(n, (person, style))| {
                let second = self.second(n, person, style, answers);
                let known = self.predictor.posterior(&second).people();
                self.explainer.explain((&known, &second), None).seconds()
            })
            .collect();
        let n = seconds.len() as f64;
        let mean = seconds.iter().sum::<f64>() / n;
        f64::sqrt(seconds.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / (n - 1.0))
    }

    /// The n-th second answers, of a person of the crowd who may have given the first.
    fn second(&self, n: usize, person: usize, style: f64, answers: &Answers) -> Answers {
        let mut luck = Chance::new(0, Purpose::Retest).on(OCCASION).of(n);
        let factors = Person::nth(self.seed, person).factors;
        let mut second = *answers;
        for (model, answer) in self.models.iter().zip(&mut second.0) {
            *answer = answer.and_then(|first| {
                let bounds = model.bounds(first.index(), style);
                let y = answered_again(model.quirk, model.shared(&factors), bounds, &mut luck);
                Step::new(model.step(y, style))
            });
        }
        second
    }
}
