//! What does the crowd expect of somebody, given other answers?

use super::mixture::{Clue, Mixture};
use super::posterior::Posterior;
use super::table::{Said, Table, Topic, topics};
use crate::crowd::Person;
use crate::items::{ASKED, Answers, ItemModel, STEPS, Step, item_models};

/// Simulated people who predict. The strangest visitor in a hundred still rests on dozens of them.
pub const PEOPLE: usize = 10_000;

/// A crowd that predicts answers to the quiz.
pub struct Predictor {
    models: [ItemModel; ASKED.len()],
    topics: Vec<Topic>,
    mixture: Mixture,
}

impl Predictor {
    /// The first [`PEOPLE`] people of the crowd of `seed`, as they are today.
    pub fn today(seed: u64) -> Predictor {
        let models = item_models();
        let factors: Vec<_> = (0..PEOPLE).map(|n| Person::nth(seed, n).factors).collect();
        Predictor::new(&models, |topic| factors.iter().map(|f| models[topic].shared(f) as f32).collect())
    }

    /// A crowd whose answering is `models` and whose beliefs on the topic of question `q` are `means(q)`, one
    /// number a person in units of `y*`, in the direction of that question.
    pub fn new(models: &[ItemModel; ASKED.len()], means: impl Fn(usize) -> Vec<f32>) -> Predictor {
        let topics: Vec<Topic> = topics().collect();
        let tables =
            topics.iter().map(|t| Table::new(&models[t.question], t.twin.map(|q| &models[q]))).collect();
        let means = topics.iter().map(|t| means(t.question)).collect();
        Predictor { models: *models, topics, mixture: Mixture::new(means, tables) }
    }

    /// How many people predict.
    pub fn people(&self) -> usize {
        self.mixture.people()
    }

    /// The people behind it.
    pub(super) fn mixture(&self) -> &Mixture {
        &self.mixture
    }

    /// What was said on each topic of which anything was said, in the order of the topics.
    pub(super) fn clues(&self, answers: &Answers) -> Vec<Clue> {
        let topics = self.topics.iter().enumerate();
        topics
            .filter_map(|(at, topic)| {
                let twin = topic.twin.and_then(|q| answers.get(q));
                let said = Said::new(answers.get(topic.question), twin)?;
                Some(Clue { topic: at, cell: said.index() })
            })
            .collect()
    }

    /// How question `q` is answered.
    pub(super) fn model(&self, q: usize) -> &ItemModel {
        &self.models[q]
    }

    /// What shared coordinates say a person believes on question `q`, in the question's own direction.
    pub(super) fn mean(&self, person: usize, q: usize) -> f64 {
        let mean = f64::from(self.mixture.mean(self.topic_of(q), person));
        if ASKED[q].flipped { -mean } else { mean }
    }

    /// Which topic a question belongs to.
    pub(super) fn topic_of(&self, question: usize) -> usize {
        let has = |t: &Topic| t.question == question || t.twin == Some(question);
        self.topics.iter().position(has).expect("every question belongs to a topic")
    }

    /// The crowd's belief about somebody who gave `answers`.
    pub fn posterior(&self, answers: &Answers) -> Posterior {
        self.mixture.posterior(&self.clues(answers))
    }

    /// What the crowd expects of the answer to `question`, when `rest` knows all other topics and `answers` may hold
    /// the answer to its twin; lower pole first, adding up to one.
    pub(super) fn forecast(&self, rest: &Posterior, answers: &Answers, question: usize) -> [f64; STEPS] {
        let topic = self.topic_of(question);
        let twin = ASKED[question].twin.and_then(|t| answers.get(t));
        let said = |step| match (ASKED[question].flipped, twin) {
            (false, None) => Said::Question(step),
            (true, None) => Said::Twin(step),
            (false, Some(twin)) => Said::Both(step, twin),
            (true, Some(twin)) => Said::Both(twin, step),
        };
        let column = |step| self.mixture.column(Clue { topic, cell: said(step).index() });
        let joint = Step::ALL.map(|step| rest.forecast(&column(step)));
        let sum: f64 = joint.iter().sum();
        joint.map(|p| p / sum)
    }

    /// What the crowd expects of each answer from those before it, when the questions are asked in this `order`: the
    /// question, what was answered, and the forecast of the five steps. Passes are left out.
    pub fn course(
        &self,
        answers: &Answers,
        order: impl IntoIterator<Item = usize>,
    ) -> Vec<(usize, Step, [f64; STEPS])> {
        let mut known = Answers::default();
        let mut course = Vec::new();
        let mut posterior = self.posterior(&known);
        for question in order {
            let Some(step) = answers.get(question) else { continue };
            let twin = ASKED[question].twin;
            let asked_before = twin.is_some_and(|twin| known.get(twin).is_some());
            let forecast = match twin.filter(|_| asked_before) {
                None => self.forecast(&posterior, &known, question),
                Some(twin) => self.forecast(&self.posterior(&known.without(twin)), &known, question),
            };
            course.push((question, step, forecast));
            known.0[question] = Some(step);
            if asked_before {
                posterior = self.posterior(&known);
            } else {
                let topic = self.topic_of(question);
                let news = self.clues(&known).into_iter().find(|clue| clue.topic == topic);
                news.into_iter().for_each(|clue| posterior.add(&self.mixture.column(clue)));
            }
        }
        course
    }
}
