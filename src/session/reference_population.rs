//! The reference population of a question set: who sentences are said to.

use perplexity::likeness::Likeness;
use quiz::explanation::{Explainer, Explanation};
use quiz::questionnaire::{Answers, QuestionSet};
use quiz::scoring::posterior;

/// The crowd of a set, as sentences are said to it, and who is like whom.
pub(super) struct ReferencePopulation {
    pub likeness: Likeness,
    pub explainer: Explainer,
}

impl ReferencePopulation {
    pub(super) fn new(set: &'static QuestionSet) -> ReferencePopulation {
        ReferencePopulation { likeness: Likeness::default(), explainer: Explainer::new(set) }
    }

    /// The set.
    pub(super) fn set(&self) -> &'static QuestionSet {
        self.explainer.set()
    }

    /// The shortest sentence about somebody who answered the set like this; none about somebody who passed everything.
    pub(super) fn explain(&self, answers: &Answers) -> Option<Explanation> {
        let posterior = posterior(answers).ok()?;
        Some(self.explainer.explain((&posterior, answers), None))
    }
}
