//! Who are sentences said to?

use super::SEED;
use crate::explanation::{Explainer, Explanation};
use crate::items::Answers;
use crate::perplexity::Predictor;

/// The quiz's crowd, as it expects answers and as it is talked to.
pub(super) struct Listener {
    pub predictor: Predictor,
    pub explainer: Explainer,
}

impl Listener {
    pub fn new() -> Listener {
        Listener { predictor: Predictor::today(SEED), explainer: Explainer::new(SEED) }
    }

    /// The shortest sentence about somebody who answered like this.
    pub fn told(&self, answers: &Answers) -> Explanation {
        let posterior = self.predictor.posterior(answers);
        let explanation = self.explainer.explain((&posterior.people(), answers), None);
        explanation.adding_up_to(posterior.identity_bits())
    }
}
