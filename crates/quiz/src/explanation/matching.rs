//! Count of the parts of a sentence that each respondent matches.

use super::explainer::Explainer;
use super::sentence::{Explanation, SentenceOpening};

impl Explainer {
    /// Number of leading parts of a sentence that each of the [`PEOPLE`](super::PEOPLE) respondents matches: zero when the
    /// opening does not match, one more than there are clauses when all parts match.
    ///
    /// A respondent who matches more than k parts is counted in [`Explanation::opening_left`] (k = 0) or in the
    /// [`left`](super::Clause::left) of clause k, counted from one.
    ///
    /// # Panics
    ///
    /// When a clause names no item of the set.
    pub fn matched_parts(&self, explanation: &Explanation) -> Vec<u8> {
        let label = match explanation.opening {
            SentenceOpening::Crowd(prototype) => Some(prototype),
            SentenceOpening::Friend(label) => label,
        };
        let mut matched = vec![0; self.respondents.count()];
        let mut matching = self.respondents.called(label);
        let mut count = |matching: &[u32]| matching.iter().for_each(|&n| matched[n as usize] += 1);
        count(&matching);
        for clause in &explanation.clauses {
            self.respondents.retain(&mut matching, self.set, clause.side);
            count(&matching);
        }
        matched
    }
}
