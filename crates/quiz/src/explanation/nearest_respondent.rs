//! Nearest respondent of the population by Manhattan distance of the answers.

use serde::{Deserialize, Serialize};

use super::explainer::Explainer;
use super::respondents::NEUTRAL;
use crate::questionnaire::Answers;

/// A respondent of the population, compared with given answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Number of the respondent: [`perplexity::respondent::SimulatedRespondent::nth`] of the set's seed.
    pub number: u32,
    /// Number of items with equal responses.
    pub same: u8,
    /// Number of items on which both take the same side.
    pub sides: u8,
    /// Sum over the answered items of the distance in categories.
    pub apart: u16,
}

impl Explainer {
    /// The respondent with the least sum of category distances over the answered items; ties go to more equal
    /// responses, then to the lower number. Reverse-keyed items are not compared.
    ///
    /// Costs `people · answers` comparisons.
    ///
    /// # Panics
    ///
    /// When the explainer has no respondents, which [`Explainer::new`] rules out.
    pub fn nearest(&self, answers: &Answers) -> Neighbour {
        let mut each: Vec<Neighbour> = (0..self.respondents.count() as u32)
            .map(|number| Neighbour { number, ..Neighbour::default() })
            .collect();
        for (at, response) in answers.answered() {
            let item = &self.set.items()[at];
            if item.reverse_keyed {
                continue;
            }
            let own = response.index() as u8;
            for (neighbour, &theirs) in each.iter_mut().zip(self.respondents.responses(item.bank)) {
                neighbour.apart += u16::from(own.abs_diff(theirs));
                neighbour.same += u8::from(own == theirs);
                neighbour.sides += u8::from(own != NEUTRAL && own.cmp(&NEUTRAL) == theirs.cmp(&NEUTRAL));
            }
        }
        each.into_iter()
            .min_by_key(|neighbour| (neighbour.apart, u8::MAX - neighbour.same, neighbour.number))
            .expect("a population has people")
    }
}
