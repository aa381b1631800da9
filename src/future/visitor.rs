//! What does somebody believe who answered like this?

use crate::chance::{Chance, Purpose, density, distribution, normal};
use crate::crowd::{Axes, Person};
use crate::items::{ASKED, Answers, BANK, FACTORS, ItemModel, RELIABILITY, item_models};
use crate::perplexity::{Posterior, Predictor};

/// Posterior means of somebody known by answers only.
pub(super) struct Visitor {
    /// Coordinates on the factors.
    factors: [f64; FACTORS],
    /// Response style.
    pub style: f64,
    /// Per question, the answer before it was cut into steps, in units of `y*`; within the cuts of the step
    /// that was chosen.
    pub latent: [f64; ASKED.len()],
    /// Per item of the bank, the stable quirk (standard normal), where an answer tells of it.
    quirks: [Option<f64>; BANK.len()],
}

impl Visitor {
    /// Averages over the crowd of `today`, drawn from `seed`, as far as it resembles `answers`.
    pub fn new(
        seed: u64,
        today: &Predictor,
        models: &[ItemModel; ASKED.len()],
        answers: &Answers,
    ) -> Visitor {
        let posterior = today.posterior(answers);
        let mut visitor = Visitor {
            factors: [0.0; FACTORS],
            style: posterior.style(),
            latent: [0.0; ASKED.len()],
            quirks: [None; BANK.len()],
        };
        visitor.average(seed, &posterior, models, answers);
        for (q, model) in models.iter().enumerate() {
            if let Some(step) = answers.get(q) {
                visitor.latent[q] = within(visitor.latent[q], model.bounds(step.index(), visitor.style));
            }
        }
        visitor
    }

    /// Sums everything up over people and styles by weight.
    fn average(
        &mut self,
        seed: u64,
        posterior: &Posterior,
        models: &[ItemModel; ASKED.len()],
        answers: &Answers,
    ) {
        // People who hardly resemble the visitor change nothing that could be seen.
        const LEAST: f64 = 1e-7;
        let mut quirks = [0.0; BANK.len()];
        let mut known = 0.0;
        for (person, style, weight) in posterior.joint().filter(|&(_, _, w)| w > LEAST) {
            known += weight;
            let factors = Person::nth(seed, person).factors;
            for (sum, f) in self.factors.iter_mut().zip(factors) {
                *sum += weight * f;
            }
            let mut surprise = [None; ASKED.len()];
            for (q, model) in models.iter().enumerate() {
                let mean = model.shared(&factors);
                let spread = f64::sqrt(model.quirk * model.quirk + 1.0 - RELIABILITY);
                let rest = answers.get(q).map(|step| {
                    let [low, high] = model.bounds(step.index(), style);
                    spread * truncated_mean((low - mean) / spread, (high - mean) / spread)
                });
                self.latent[q] += weight * (mean + rest.unwrap_or(0.0));
                surprise[q] = rest;
            }
            for (q, question) in ASKED.iter().enumerate().filter(|(_, q)| !q.flipped) {
                quirks[question.bank] +=
                    weight * quirk(&models[q], surprise[q], question.twin.and_then(|t| surprise[t]));
            }
        }
        self.factors.iter_mut().for_each(|f| *f /= known);
        self.latent.iter_mut().for_each(|y| *y /= known);
        for (q, question) in ASKED.iter().enumerate().filter(|(_, q)| !q.flipped) {
            let told = answers.get(q).is_some() || question.twin.is_some_and(|t| answers.get(t).is_some());
            self.quirks[question.bank] = told.then_some(quirks[question.bank] / known);
        }
    }

    /// Their beliefs in a world: what answers tell nothing of is their own, drawn from `seed`.
    pub fn row(&self, seed: u64, axes: &Axes) -> Vec<f32> {
        let mut own = Chance::new(seed, Purpose::Visitor).of(0);
        let mut row = vec![0.0; axes.dims()];
        let quirk = |d: usize| {
            let drawn = normal(&mut own);
            self.quirks.get(d).copied().flatten().unwrap_or(drawn)
        };
        axes.place(&self.factors, quirk, &mut row);
        row
    }
}

/// What somebody known by answers only believes in a world of these `axes`: what the answers tell nothing of is their
/// own, drawn from `own`. `today` is the crowd of `seed`.
pub fn beliefs_of(seed: u64, today: &Predictor, answers: &Answers, own: u64, axes: &Axes) -> Vec<f32> {
    Visitor::new(seed, today, &item_models(), answers).row(own, axes)
}

/// `y`, moved inside the bounds if need be, a hair away from them.
fn within(y: f64, [low, high]: [f64; 2]) -> f64 {
    const HAIR: f64 = 1e-6;
    y.min(high - HAIR).max(low + HAIR)
}

/// Mean of a standard normal known to lie between `low` and `high`.
fn truncated_mean(low: f64, high: f64) -> f64 {
    let mass = distribution(high) - distribution(low);
    if mass < 1e-12 {
        // So far out that the normal law is all at the nearer bound.
        return if low > 0.0 { low } else { high };
    }
    (density(low) - density(high)) / mass
}

/// Expected quirk (standard normal) from the surprises `y* − m` of a question and of its twin, each in its own
/// question's direction: linear regression of one normal number on one or two others.
fn quirk(model: &ItemModel, question: Option<f64>, twin: Option<f64>) -> f64 {
    let (q2, c) = (model.quirk * model.quirk, model.twin_quirk);
    let all = q2 + 1.0 - RELIABILITY;
    match (question, twin.map(|t| -t)) {
        (None, None) => 0.0,
        (Some(a), None) => model.quirk * a / all,
        (None, Some(b)) => c * model.quirk * b / all,
        (Some(a), Some(b)) => {
            // Covariance of the two surprises: variances `all`, covariance c·q².
            let shared = c * q2;
            let determinant = all * all - shared * shared;
            let weights = [all - c * shared, c * all - shared];
            model.quirk * (weights[0] * a + weights[1] * b) / determinant
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truncated_means_lie_between_their_bounds() {
        for (low, high) in
            [(-1.0, 0.5), (f64::NEG_INFINITY, -2.0), (3.0, f64::INFINITY), (9.0, 9.5), (-40.0, -38.0)]
        {
            let mean = truncated_mean(low, high);
            assert!(low <= mean && mean <= high, "{low} {mean} {high}");
        }
        // The mean of the upper half is √(2/π).
        assert!((truncated_mean(0.0, f64::INFINITY) - 0.797_884_560_802_865).abs() < 1e-12);
    }
}
