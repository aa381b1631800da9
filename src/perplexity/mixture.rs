//! How do many people predict together?
//!
//! Every person of the crowd predicts through *shared* coordinates only; the quirk of an item is integrated out.
//! (Matching people on their whole belief vectors, quirks included, leaves so few matches that the shares alone
//! predict as well.) Given answers, each person carries the weight of how well they explain them, and the
//! forecast is the weighted mean: a Bayesian mixture, exact for this crowd.

use super::posterior::Posterior;
use super::table::{STYLES, Table};

/// Something that was said on a topic, by its place in the topic's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clue {
    /// Which belief it is about.
    pub topic: usize,
    /// Which of the things that can be said about it.
    pub cell: usize,
}

/// People with what they believe on every topic, and how a belief becomes an answer there.
pub(crate) struct Mixture {
    /// Belief `m` explained by shared coordinates, per topic: one column over people.
    means: Vec<Vec<f32>>,
    tables: Vec<Table>,
}

impl Mixture {
    /// `means` – topics × people; `tables` – one a topic. There is at least one topic.
    pub fn new(means: Vec<Vec<f32>>, tables: Vec<Table>) -> Mixture {
        Mixture { means, tables }
    }

    /// How many people predict.
    pub fn people(&self) -> usize {
        self.means[0].len()
    }

    /// The power of two by which probabilities of a clue are lifted where they are multiplied in single precision.
    pub fn lift(&self, clue: Clue) -> f32 {
        self.tables[clue.topic].lift(clue.cell)
    }

    /// Answering, one table a topic.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// How well each person at each style explains what was said: a probability for every
    /// `style · people + person`.
    pub fn column(&self, clue: Clue) -> Vec<f32> {
        let mut column = vec![0.0; STYLES * self.people()];
        self.block(clue, 0, self.people(), &mut column);
        column
    }

    /// The same for people `from..from + count` only, into `out`.
    pub fn block(&self, clue: Clue, from: usize, count: usize, out: &mut [f32]) {
        self.tables[clue.topic].column(clue.cell, &self.means[clue.topic][from..from + count], out);
    }

    /// Belief of a person on a topic.
    pub fn mean(&self, topic: usize, person: usize) -> f32 {
        self.means[topic][person]
    }

    /// Who somebody may be who said all this; `clues` in the order of the topics, so that the order in which
    /// questions were asked cannot matter.
    pub fn posterior(&self, clues: &[Clue]) -> Posterior {
        let columns: Vec<Vec<f32>> = clues.iter().map(|&clue| self.column(clue)).collect();
        Posterior::new(self.people(), columns.iter().map(Vec::as_slice))
    }
}
