//! The simulated respondents of a population: their prototypes and their own answers, by which matches are counted.

use crate::cluster_names::{Prototype, PrototypeDirections};
use crate::questionnaire::{QuestionSet, Side};
use perplexity::item_bank::{FACTORS, ITEM_COUNT};
use perplexity::respondent::SimulatedRespondent;

/// Category of a neutral response.
pub(super) const NEUTRAL: u8 = 2;

/// Nearest prototype and responses of the first respondents of a population.
#[derive(Clone)]
pub(super) struct Respondents {
    nearest: Vec<Prototype>,
    /// A column per item of the bank: the category that each respondent chose.
    responses: Vec<u8>,
}

impl Respondents {
    /// The first `count` respondents of the population of `seed`, and their factor scores.
    pub(super) fn new(
        directions: &PrototypeDirections,
        seed: u64,
        count: usize,
    ) -> (Respondents, Vec<[f64; FACTORS]>) {
        let mut responses = vec![0; ITEM_COUNT * count];
        let (mut nearest, mut scores) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for n in 0..count {
            let person = SimulatedRespondent::nth(seed, n);
            for (item, category) in person.responses(0).into_iter().enumerate() {
                responses[item * count + n] = category;
            }
            nearest.push(directions.nearest(person.factors()));
            scores.push(*person.factors());
        }
        (Respondents { nearest, responses }, scores)
    }

    /// The first `count` of these respondents.
    pub(super) fn first(&self, count: usize) -> Respondents {
        let columns = self.responses.chunks_exact(self.count());
        Respondents {
            nearest: self.nearest[..count].to_vec(),
            responses: columns.flat_map(|column| &column[..count]).copied().collect(),
        }
    }

    /// Number of respondents.
    pub(super) fn count(&self) -> usize {
        self.nearest.len()
    }

    /// Responses of all respondents to an item of the bank.
    pub(super) fn responses(&self, item: usize) -> &[u8] {
        &self.responses[item * self.count()..][..self.count()]
    }

    /// Numbers of the respondents with this nearest prototype, ascending; of all for `None`.
    pub(super) fn called(&self, label: Option<Prototype>) -> Vec<u32> {
        let is_called = |n: &u32| label.is_none_or(|label| self.nearest[*n as usize] == label);
        (0..self.count() as u32).filter(is_called).collect()
    }

    /// Keeps those of `numbers` who take a side.
    pub(super) fn retain(&self, numbers: &mut Vec<u32>, set: &QuestionSet, side: Side) {
        let takes = self.takes(set, side);
        numbers.retain(|&n| takes(n));
    }

    /// Share of `numbers` who take a side, 0 to 1; 0 of nobody.
    pub(super) fn share(&self, numbers: &[u32], set: &QuestionSet, side: Side) -> f64 {
        let takes = self.takes(set, side);
        let taking = numbers.iter().filter(|&&n| takes(n)).count();
        taking as f64 / numbers.len().max(1) as f64
    }

    /// Whether the respondent of a number takes a side.
    pub(super) fn takes(&self, set: &QuestionSet, side: Side) -> impl Fn(u32) -> bool {
        let item = &set.items()[usize::from(side.question)];
        let (column, upper) = (self.responses(item.bank), side.upper != item.reverse_keyed);
        move |n| if upper { column[n as usize] > NEUTRAL } else { column[n as usize] < NEUTRAL }
    }
}
