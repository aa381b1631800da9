//! Bayesian mixture of simulated respondents that predicts answers.
//!
//! Each respondent predicts through the common factors only; the unique factors are integrated out. (Matching whole
//! opinion vectors, unique factors included, leaves so few matches that the shares alone predict as well.) Given
//! answers, the weight of a respondent is proportional to the likelihood of the answers, and the forecast is the
//! weighted mean. It is exact for this population.

use super::posterior::Posterior;
use super::response_model::{STYLES, Table};

/// Evidence on one topic: a cell of the topic's table of responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Index of the topic.
    pub topic: usize,
    /// Index of the cell in the topic's [`Table`].
    pub cell: usize,
}

/// Population with its common part on every topic, and the response model of each topic.
pub struct Mixture {
    /// Common part `m` of the latent response, per topic: one column over the population.
    means: Vec<Vec<f32>>,
    tables: Vec<Table>,
}

impl Mixture {
    /// Mixture of `means` (topics × people, the common part of each latent response) and one table per topic.
    ///
    /// At least one topic is needed: the methods panic without one.
    pub fn new(means: Vec<Vec<f32>>, tables: Vec<Table>) -> Mixture {
        Mixture { means, tables }
    }

    /// Number of respondents in the population.
    ///
    /// # Panics
    ///
    /// When there is no topic.
    pub fn people(&self) -> usize {
        self.means[0].len()
    }

    /// Power of two by which the probabilities of a cell are scaled in single-precision products; see [`Table::lift`].
    ///
    /// # Panics
    ///
    /// When `evidence` names a topic or cell that does not exist.
    pub fn lift(&self, evidence: Evidence) -> f32 {
        self.tables[evidence.topic].lift(evidence.cell)
    }

    /// Response tables, one per topic.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Likelihood of the evidence for each style and respondent, at index `style · people + person`.
    ///
    /// # Panics
    ///
    /// When `evidence` names a topic or cell that does not exist.
    pub fn column(&self, evidence: Evidence) -> Vec<f32> {
        let mut column = vec![0.0; STYLES * self.people()];
        self.block(evidence, 0, self.people(), &mut column);
        column
    }

    /// Writes the likelihood of the evidence for respondents `from..from + count` into `out`, at index
    /// `style · count + person`.
    ///
    /// # Panics
    ///
    /// When `evidence` or a respondent does not exist.
    pub fn block(&self, evidence: Evidence, from: usize, count: usize, out: &mut [f32]) {
        self.tables[evidence.topic].column(
            evidence.cell,
            &self.means[evidence.topic][from..from + count],
            out,
        );
    }

    /// Common part of a respondent's latent response on a topic.
    ///
    /// # Panics
    ///
    /// When the topic or the respondent does not exist.
    pub fn mean(&self, topic: usize, person: usize) -> f32 {
        self.means[topic][person]
    }

    /// Posterior over the population given the evidence. Evidence is in the order of the topics, so that the result
    /// does not depend on the order in which items were asked.
    ///
    /// # Panics
    ///
    /// When `evidence` names a topic or cell that does not exist.
    pub fn posterior(&self, evidence: &[Evidence]) -> Posterior {
        let columns: Vec<Vec<f32>> = evidence.iter().map(|&evidence| self.column(evidence)).collect();
        Posterior::new(self.people(), columns.iter().map(Vec::as_slice))
    }
}
