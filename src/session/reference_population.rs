//! The reference population: how it expects answers, and how it is talked to.

use quiz::explanation::{Explainer, Explanation};
use quiz::population::SEED;
use quiz::questionnaire::Answers;
use quiz::scoring::Predictor;

/// The quiz's crowd, as it expects answers and as it is talked to.
pub(super) struct ReferencePopulation {
    pub predictor: Predictor,
    pub explainer: Explainer,
}

impl ReferencePopulation {
    pub fn new() -> ReferencePopulation {
        ReferencePopulation { predictor: Predictor::today(SEED), explainer: Explainer::new(SEED) }
    }

    /// The shortest sentence about somebody who answered like this.
    pub fn explain(&self, answers: &Answers) -> Explanation {
        let posterior = self.predictor.posterior(answers);
        let explanation = self.explainer.explain((&posterior.people(), answers), None);
        explanation.scale_to(posterior.identity_bits())
    }
}
