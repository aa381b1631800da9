//! The reference population of a question set: how it expects answers, and how it is talked to.

use quiz::explanation::{Explainer, Explanation};
use quiz::questionnaire::{Answers, QuestionSet};
use quiz::scoring::Predictor;

/// The crowd of a set, as it expects answers and as it is talked to.
pub(super) struct ReferencePopulation {
    pub predictor: Predictor,
    pub explainer: Explainer,
}

impl ReferencePopulation {
    pub(super) fn new(set: &'static QuestionSet) -> ReferencePopulation {
        ReferencePopulation {
            predictor: Predictor::today(set, set.seed()),
            explainer: Explainer::new(set, set.seed()),
        }
    }

    /// The set.
    pub(super) fn set(&self) -> &'static QuestionSet {
        self.explainer.set()
    }

    /// The shortest sentence about somebody who answered the set like this.
    pub(super) fn explain(&self, answers: &Answers) -> Explanation {
        let posterior = self.predictor.posterior(answers);
        let explanation = self.explainer.explain((&posterior.people(), answers), None);
        explanation.scale_to(posterior.identity_bits())
    }
}
