//! What does the crowd expect of somebody, given other answers?
//!
//! Every person of the crowd predicts through *shared* coordinates only; the quirk of an item is integrated out.
//! (Matching people on their whole belief vectors, quirks included, leaves so few matches that the shares alone
//! predict as well.) Given answers, each person carries the weight of how well they explain them, and the
//! forecast is the weighted mean: a Bayesian mixture, exact for this crowd.

use super::table::{STYLES, Said, Table, Topic, topics};
use crate::crowd::Person;
use crate::items::{ASKED, Answers, ItemModel, STYLE_NODES, item_models};

/// Simulated people who predict. The strangest visitor in a hundred still rests on dozens of them.
pub const PEOPLE: usize = 10_000;

/// A crowd that predicts answers.
pub struct Predictor {
    people: usize,
    models: [ItemModel; ASKED.len()],
    topics: Vec<Topic>,
    /// Belief `m` explained by shared coordinates, per topic: one column over people.
    means: Vec<Vec<f32>>,
    tables: Vec<Table>,
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
        let means: Vec<Vec<f32>> = topics.iter().map(|t| means(t.question)).collect();
        Predictor { people: means[0].len(), models: *models, topics, means, tables }
    }

    /// How many people predict.
    pub fn people(&self) -> usize {
        self.people
    }

    /// How many topics there are.
    pub(super) fn topics(&self) -> usize {
        self.topics.len()
    }

    /// What was said on each topic of which anything was said.
    pub(super) fn said(&self, answers: &Answers) -> Vec<(usize, Said)> {
        let topics = self.topics.iter().enumerate();
        topics
            .filter_map(|(at, topic)| {
                let twin = topic.twin.and_then(|q| answers.get(q));
                Said::new(answers.get(topic.question), twin).map(|said| (at, said))
            })
            .collect()
    }

    /// How well each person at each style explains `said`: a probability for every `style · people + person`.
    pub(super) fn column(&self, (topic, said): (usize, Said)) -> Vec<f32> {
        let mut column = vec![0.0; STYLES * self.people];
        self.tables[topic].column(said, &self.means[topic], &mut column);
        column
    }

    /// The same for people `from..from + count` only, into `out`.
    pub(super) fn block(&self, (topic, said): (usize, Said), from: usize, count: usize, out: &mut [f32]) {
        self.tables[topic].column(said, &self.means[topic][from..from + count], out);
    }

    /// How question `q` is answered.
    pub(super) fn model(&self, q: usize) -> &ItemModel {
        &self.models[q]
    }

    /// Belief of a person on a topic, in the direction of its question.
    pub(super) fn topic_mean(&self, topic: usize, person: usize) -> f32 {
        self.means[topic][person]
    }

    /// Which topic a question belongs to.
    pub(super) fn topic_of(&self, question: usize) -> usize {
        let has = |t: &Topic| t.question == question || t.twin == Some(question);
        self.topics.iter().position(has).expect("every question belongs to a topic")
    }

    /// The crowd's belief about somebody who gave `answers`.
    pub fn posterior(&self, answers: &Answers) -> Posterior {
        let columns: Vec<Vec<f32>> = self.said(answers).into_iter().map(|said| self.column(said)).collect();
        Posterior::new(self.people, columns.iter().map(Vec::as_slice))
    }
}

/// Weights of the crowd's people, style by style, after some answers.
pub struct Posterior {
    people: usize,
    /// `prior · P(answers | person, style)`, for every `style · people + person`.
    weights: Vec<f64>,
    /// Their sum: the probability of the answers.
    evidence: f64,
}

impl Posterior {
    /// Prior times the product of `columns`, in their order (they are always given in the order of the topics,
    /// so the order in which questions were asked cannot matter).
    pub(super) fn new<'a>(people: usize, columns: impl Iterator<Item = &'a [f32]>) -> Posterior {
        let prior = |style: usize| STYLE_NODES[style].1 / people as f64;
        let weights = (0..STYLES).flat_map(|style| core::iter::repeat_n(prior(style), people)).collect();
        let mut posterior = Posterior { people, weights, evidence: 1.0 };
        columns.for_each(|column| posterior.multiply(column));
        posterior.evidence = posterior.weights.iter().sum();
        posterior
    }

    fn multiply(&mut self, column: &[f32]) {
        self.weights.iter_mut().zip(column).for_each(|(w, &p)| *w *= f64::from(p));
    }

    /// Learns one thing more.
    pub(super) fn add(&mut self, column: &[f32]) {
        self.multiply(column);
        self.evidence = self.weights.iter().sum();
    }

    /// Probability of the answers in the crowd.
    pub fn evidence(&self) -> f64 {
        self.evidence
    }

    /// Mean of a `column` under these weights: the forecast of what the column is the probability of.
    pub(super) fn forecast(&self, column: &[f32]) -> f64 {
        let sum: f64 = self.weights.iter().zip(column).map(|(w, &p)| w * f64::from(p)).sum();
        sum / self.evidence
    }

    /// Posterior probability of each person, all styles together; adds up to one.
    pub fn people(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.people];
        for style in self.weights.chunks_exact(self.people) {
            for (sum, w) in sums.iter_mut().zip(style) {
                *sum += w / self.evidence;
            }
        }
        sums
    }

    /// Posterior probability of each person at each style, style by style.
    pub fn joint(&self) -> impl Iterator<Item = (usize, f64, f64)> {
        self.weights.iter().enumerate().map(|(at, w)| {
            let (style, person) = (at / self.people, at % self.people);
            (person, STYLE_NODES[style].0, w / self.evidence)
        })
    }

    /// Probability of the answers for one person at one style node `g` of [`STYLE_NODES`].
    pub fn likelihood(&self, person: usize, g: f64) -> f64 {
        let style = STYLE_NODES.iter().position(|&(node, _)| node == g).expect("styles are nodes");
        self.weights[style * self.people + person] * self.people as f64 / STYLE_NODES[style].1
    }

    /// Posterior mean of the response style g: above nought keeps to the middle.
    pub fn style(&self) -> f64 {
        self.joint().fold(0.0, |sum, (_, g, w)| sum + g * w)
    }

    /// Identity bits I = Σ_j w_j log2(w_j M), the Kullback–Leibler divergence of the people's weights from a
    /// crowd in which everybody weighs the same: what it takes to point somebody out.
    pub fn identity_bits(&self) -> f64 {
        let people = self.people();
        let m = people.len() as f64;
        people.iter().filter(|&&w| w > 0.0).fold(0.0, |sum, &w| sum + w * libm::log2(w * m))
    }

    /// Bits of style given the person: the divergence from all styles, averaged over the people's weights.
    pub fn volume_bits(&self) -> f64 {
        let people = self.people();
        let bits = |(at, w): (usize, &f64)| {
            let (style, person) = (at / self.people, at % self.people);
            let p = w / self.evidence;
            if p > 0.0 { p * libm::log2(p / (people[person] * STYLE_NODES[style].1)) } else { 0.0 }
        };
        self.weights.iter().enumerate().map(bits).sum()
    }
}
