//! Nearest respondent of the population by Manhattan distance of the answers.

use serde::{Deserialize, Serialize};

use super::explainer::Explainer;
use crate::questionnaire::Answers;

/// A respondent of the population, compared with given answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Number of the respondent: [`crate::population::Respondent::nth`].
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
    /// responses, then to the lower number.
    ///
    /// Costs `people · items` comparisons.
    ///
    /// # Panics
    ///
    /// When the explainer has no respondents, which [`Explainer::new`] rules out.
    pub fn nearest(&self, answers: &Answers) -> Neighbour {
        let people = self.columns.facts.iter().enumerate();
        let each = people.map(|(n, facts)| compare(n as u32, &facts.answers, answers));
        each.min_by_key(|neighbour| (neighbour.apart, u8::MAX - neighbour.same, neighbour.number))
            .expect("a crowd has people")
    }
}

fn compare(number: u32, theirs: &Answers, answers: &Answers) -> Neighbour {
    let mut neighbour = Neighbour { number, same: 0, sides: 0, apart: 0 };
    for (a, b) in theirs.responses().iter().zip(answers.responses()) {
        let (Some(a), Some(b)) = (a, b) else { continue };
        neighbour.apart += a.index().abs_diff(b.index()) as u16;
        neighbour.same += u8::from(a == b);
        neighbour.sides += u8::from(a.side().is_some() && a.side() == b.side());
    }
    neighbour
}
