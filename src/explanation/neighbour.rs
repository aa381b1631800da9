//! Who in the crowd answers most like somebody?

use serde::{Deserialize, Serialize};

use super::explainer::Explainer;
use crate::items::Answers;

/// A person of the crowd, and what they share with somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Their number in the crowd: [`crate::crowd::Person::nth`].
    pub number: u32,
    /// Questions both answered with the very same step.
    pub same: u8,
    /// Questions on which both took the same side, leaning or definitely.
    pub sides: u8,
    /// Steps between them, over all questions that were answered.
    pub apart: u8,
}

impl Explainer {
    /// The person of the crowd with the fewest steps between their answers and these, passes left out. Of several the one
    /// with more answers exactly the same, then the lowest number.
    ///
    /// Costs `people · questions` comparisons.
    pub fn nearest(&self, answers: &Answers) -> Neighbour {
        let people = self.columns.facts.iter().enumerate();
        let each = people.map(|(n, facts)| compared(n as u32, &facts.answers, answers));
        each.min_by_key(|neighbour| (neighbour.apart, u8::MAX - neighbour.same, neighbour.number))
            .expect("a crowd has people")
    }
}

fn compared(number: u32, theirs: &Answers, answers: &Answers) -> Neighbour {
    let mut neighbour = Neighbour { number, same: 0, sides: 0, apart: 0 };
    for (a, b) in theirs.0.iter().zip(answers.0) {
        let (Some(a), Some(b)) = (a, b) else { continue };
        neighbour.apart += a.index().abs_diff(b.index()) as u8;
        neighbour.same += u8::from(*a == b);
        neighbour.sides += u8::from(a.side().is_some() && a.side() == b.side());
    }
    neighbour
}
