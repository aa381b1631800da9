//! Who goes home at which word?

use super::columns::Facts;
use super::explainer::Explainer;
use super::sentence::{Explanation, Opening};

impl Explainer {
    /// How many parts of a sentence each person of the crowd matches, one after the other, before the first that they
    /// do not: nought when the opening is already somebody else's, one more than there are clauses when all of it fits.
    ///
    /// Whoever matches more than k parts is counted in [`Explanation::opening_left`] (k = 0) or in the
    /// [`left`](super::Clause::left) of clause k, counted from one.
    pub fn matched_parts(&self, explanation: &Explanation) -> Vec<u8> {
        let label = match explanation.opening {
            Opening::Crowd(prototype) => Some(prototype),
            Opening::Friend(label) => label,
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
