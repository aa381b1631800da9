//! Count of the parts of a sentence that each respondent matches.

use super::explainer::Explainer;
use super::fact_columns::Facts;
use super::sentence::{Explanation, SentenceOpening};

impl Explainer {
    /// Number of leading parts of a sentence that each respondent matches: zero when the opening does not match, one
    /// more than there are clauses when all parts match.
    ///
    /// A respondent who matches more than k parts is counted in [`Explanation::opening_left`] (k = 0) or in the
    /// [`left`](super::Clause::left) of clause k, counted from one.
    pub fn matched_parts(&self, explanation: &Explanation) -> Vec<u8> {
        let label = match explanation.opening {
            SentenceOpening::Crowd(prototype) => Some(prototype),
            SentenceOpening::Friend(label) => label,
        };
        let matched = |facts: &Facts| {
            if !facts.is_called(label) {
                return 0;
            }
            1 + explanation.clauses.iter().take_while(|clause| facts.takes(clause.side)).count() as u8
        };
        self.columns.facts.iter().map(matched).collect()
    }
}
