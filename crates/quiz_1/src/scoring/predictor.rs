//! Predictor of answers from other answers, over a simulated population.

use super::mixture::{Evidence, Mixture};
use super::posterior::Posterior;
use super::response_model::{Table, Topic, TopicResponse, topics};
use crate::population::Respondent;
use crate::questionnaire::{Answers, CATEGORIES, Item, ItemModel, ItemModels, QuestionSet, Response};

/// Size of the population that predicts. At the 99th percentile of identity bits, dozens of respondents still carry the
/// posterior.
pub const PEOPLE: usize = 10_000;

/// Population that predicts answers to a question set.
pub struct Predictor {
    models: ItemModels,
    topics: Vec<Topic>,
    mixture: Mixture,
}

impl Predictor {
    /// Predictor of answers to `set` over the first [`PEOPLE`] respondents of `seed`, before any simulation.
    pub fn today(set: &'static QuestionSet, seed: u64) -> Predictor {
        let models = set.models();
        let factors: Vec<_> = (0..PEOPLE).map(|n| Respondent::nth(seed, n).factors).collect();
        Predictor::new(&models, |topic| factors.iter().map(|f| models[topic].shared(f) as f32).collect())
    }

    /// Predictor over a given population.
    ///
    /// * `models` – response model of each item.
    /// * `means` – common part of the latent response to item `q`, one number per respondent in units of `y*`; called
    ///   for items that are not reverse-keyed.
    pub fn new(models: &ItemModels, means: impl Fn(usize) -> Vec<f32>) -> Predictor {
        let topics: Vec<Topic> = topics(models.set()).collect();
        let tables = topics
            .iter()
            .map(|t| Table::new(&models[t.question], t.consistency_pair.map(|q| &models[q])))
            .collect();
        let means = topics.iter().map(|t| means(t.question)).collect();
        Predictor { models: models.clone(), topics, mixture: Mixture::new(means, tables) }
    }

    /// The set.
    pub fn set(&self) -> &'static QuestionSet {
        self.models.set()
    }

    fn item(&self, question: usize) -> &'static Item {
        &self.set().items()[question]
    }

    /// Number of respondents that predict.
    pub fn people(&self) -> usize {
        self.mixture.people()
    }

    /// The mixture of respondents.
    pub(super) fn mixture(&self) -> &Mixture {
        &self.mixture
    }

    /// Evidence on each topic with an answer, in the order of the topics.
    pub(super) fn evidence(&self, answers: &Answers) -> Vec<Evidence> {
        assert!(answers.set() == self.set(), "answers are scored by the population of their own set");
        let topics = self.topics.iter().enumerate();
        topics
            .filter_map(|(at, topic)| {
                let consistency_pair = topic.consistency_pair.and_then(|q| answers.get(q));
                let response = TopicResponse::new(answers.get(topic.question), consistency_pair)?;
                Some(Evidence { topic: at, cell: response.index() })
            })
            .collect()
    }

    /// Response model of item `q`.
    pub(super) fn model(&self, q: usize) -> &ItemModel {
        &self.models[q]
    }

    /// Common part of a respondent's latent response to item `q`, in the item's own direction.
    pub(super) fn mean(&self, person: usize, q: usize) -> f64 {
        let mean = f64::from(self.mixture.mean(self.topic_of(q), person));
        if self.item(q).reverse_keyed { -mean } else { mean }
    }

    /// Index of the topic of an item.
    pub(super) fn topic_of(&self, question: usize) -> usize {
        let has = |t: &Topic| t.question == question || t.consistency_pair == Some(question);
        self.topics.iter().position(has).expect("every item belongs to a topic")
    }

    /// Posterior over the population given `answers`.
    ///
    /// # Panics
    ///
    /// When `answers` are to another set.
    pub fn posterior(&self, answers: &Answers) -> Posterior {
        self.mixture.posterior(&self.evidence(answers))
    }

    /// Forecast of the response to item `question`: probability of each category, lower pole first; they add up to 1.
    ///
    /// * `rest` – posterior given the answers on all other topics.
    /// * `answers` – may contain the response to the consistency pair, which is then conditioned on.
    pub(super) fn forecast(&self, rest: &Posterior, answers: &Answers, question: usize) -> [f64; CATEGORIES] {
        let topic = self.topic_of(question);
        let consistency_pair = self.item(question).consistency_pair.and_then(|t| answers.get(t));
        let topic_response = |response| match (self.item(question).reverse_keyed, consistency_pair) {
            (false, None) => TopicResponse::Original(response),
            (true, None) => TopicResponse::ReverseKeyed(response),
            (false, Some(consistency_pair)) => TopicResponse::Both(response, consistency_pair),
            (true, Some(consistency_pair)) => TopicResponse::Both(consistency_pair, response),
        };
        let column =
            |response| self.mixture.column(Evidence { topic, cell: topic_response(response).index() });
        let joint = Response::ALL.map(|response| rest.forecast(&column(response)));
        let sum: f64 = joint.iter().sum();
        joint.map(|p| p / sum)
    }

    /// Sequential forecasts: of each response from those before it, when the items are asked in this `order`.
    ///
    /// Each element is the item, the response, and the forecast of the five categories. Passes are left out.
    ///
    /// # Panics
    ///
    /// When `answers` are to another set, or `order` names an item that the set does not have.
    pub fn course(
        &self,
        answers: &Answers,
        order: impl IntoIterator<Item = usize>,
    ) -> Vec<(usize, Response, [f64; CATEGORIES])> {
        let mut known = Answers::all_passed(self.set());
        let mut course = Vec::new();
        let mut posterior = self.posterior(&known);
        for question in order {
            let Some(response) = answers.get(question) else { continue };
            let consistency_pair = self.item(question).consistency_pair;
            let asked_before =
                consistency_pair.is_some_and(|consistency_pair| known.get(consistency_pair).is_some());
            let forecast = match consistency_pair.filter(|_| asked_before) {
                None => self.forecast(&posterior, &known, question),
                Some(consistency_pair) => {
                    self.forecast(&self.posterior(&known.without(consistency_pair)), &known, question)
                }
            };
            course.push((question, response, forecast));
            known.put(question, Some(response));
            if asked_before {
                posterior = self.posterior(&known);
            } else {
                let topic = self.topic_of(question);
                let added = self.evidence(&known).into_iter().find(|evidence| evidence.topic == topic);
                added.into_iter().for_each(|evidence| posterior.add(&self.mixture.column(evidence)));
            }
        }
        course
    }
}
