//! Estimate of a respondent's opinions from their answers.

use drift::rng::{StreamKey, normal, normal_cdf, normal_pdf};
use quiz::domains;
use quiz::population::{OpinionSpace, Respondent};
use quiz::questionnaire::{Answers, BANK, FACTORS, ItemModel, ItemModels, RELIABILITY};
use quiz::scoring::{Posterior, Predictor};

/// Posterior means of a respondent given their answers.
pub(super) struct Visitor {
    /// Factor scores.
    factors: [f64; FACTORS],
    /// Response style g.
    pub style: f64,
    /// Latent response `y*` per item, within the bounds of the category chosen.
    pub latent: Vec<f64>,
    /// Unique factor per item of the bank (standard normal), where there is an answer.
    unique_factors: [Option<f64>; BANK.len()],
}

impl Visitor {
    /// Estimate from the posterior of `today`, the population of `seed`, given `answers`.
    pub(crate) fn new(seed: u64, today: &Predictor, models: &ItemModels, answers: &Answers) -> Visitor {
        let posterior = today.posterior(answers);
        let mut visitor = Visitor {
            factors: [0.0; FACTORS],
            style: posterior.style(),
            latent: vec![0.0; models.len()],
            unique_factors: [None; BANK.len()],
        };
        visitor.average(seed, &posterior, models, answers);
        for (q, model) in models.iter().enumerate() {
            if let Some(step) = answers.get(q) {
                visitor.latent[q] = within(visitor.latent[q], model.bounds(step.index(), visitor.style));
            }
        }
        visitor
    }

    /// Averages over respondents and styles by posterior weight.
    fn average(&mut self, seed: u64, posterior: &Posterior, models: &ItemModels, answers: &Answers) {
        // Respondents with less weight do not change the result visibly.
        const MIN_WEIGHT: f64 = 1e-7;
        let mut unique_factors = [0.0; BANK.len()];
        let mut known = 0.0;
        for (person, style, weight) in posterior.joint().filter(|&(_, _, w)| w > MIN_WEIGHT) {
            known += weight;
            let factors = Respondent::nth(seed, person).factors;
            for (sum, f) in self.factors.iter_mut().zip(factors) {
                *sum += weight * f;
            }
            let mut residual = vec![None; models.len()];
            for (q, model) in models.iter().enumerate() {
                let mean = model.shared(&factors);
                let spread = f64::sqrt(model.unique_sd * model.unique_sd + 1.0 - RELIABILITY);
                let rest = answers.get(q).map(|step| {
                    let [low, high] = model.bounds(step.index(), style);
                    spread * truncated_mean((low - mean) / spread, (high - mean) / spread)
                });
                self.latent[q] += weight * (mean + rest.unwrap_or(0.0));
                residual[q] = rest;
            }
            for (q, item) in models.set().items().iter().enumerate().filter(|(_, q)| !q.reverse_keyed) {
                unique_factors[item.bank] += weight
                    * expected_unique_factor(
                        &models[q],
                        residual[q],
                        item.consistency_pair.and_then(|t| residual[t]),
                    );
            }
        }
        self.factors.iter_mut().for_each(|f| *f /= known);
        self.latent.iter_mut().for_each(|y| *y /= known);
        for (q, item) in models.set().items().iter().enumerate().filter(|(_, q)| !q.reverse_keyed) {
            let answered =
                answers.get(q).is_some() || item.consistency_pair.is_some_and(|t| answers.get(t).is_some());
            self.unique_factors[item.bank] = answered.then_some(unique_factors[item.bank] / known);
        }
    }

    /// Opinion vector in a world; unique factors without an answer are drawn from `seed`.
    pub(crate) fn row(&self, seed: u64, axes: &OpinionSpace) -> Vec<f32> {
        let mut own = StreamKey::new(seed, domains::VISITOR).stream(0);
        let mut row = vec![0.0; axes.dims()];
        let unique_factor = |d: usize| {
            let drawn = normal(&mut own);
            self.unique_factors.get(d).copied().flatten().unwrap_or(drawn)
        };
        axes.write_opinions(&self.factors, unique_factor, &mut row);
        row
    }
}

/// Opinion vector of a respondent given their answers, of length [`OpinionSpace::dims`].
///
/// * `seed`, `today` – the population of the quiz.
/// * `own` – seed of the unique factors without an answer.
/// * `axes` – dimensions of the world.
///
/// # Panics
///
/// When `answers` are to another set than `today` predicts.
pub fn beliefs_of(
    seed: u64,
    today: &Predictor,
    answers: &Answers,
    own: u64,
    axes: &OpinionSpace,
) -> Vec<f32> {
    Visitor::new(seed, today, &answers.set().models(), answers).row(own, axes)
}

/// Clamps `y` to the bounds, a small margin inside.
fn within(y: f64, [low, high]: [f64; 2]) -> f64 {
    const MARGIN: f64 = 1e-6;
    y.min(high - MARGIN).max(low + MARGIN)
}

/// Mean of a standard normal known to lie between `low` and `high`.
fn truncated_mean(low: f64, high: f64) -> f64 {
    let mass = normal_cdf(high) - normal_cdf(low);
    if mass < 1e-12 {
        // Far in the tail the mass is at the nearer bound.
        return if low > 0.0 { low } else { high };
    }
    (normal_pdf(low) - normal_pdf(high)) / mass
}

/// Expected unique factor (standard normal) given the residuals `y* − m` of an item and of its consistency pair, each
/// in its own direction: linear regression of one normal variable on one or two others.
fn expected_unique_factor(model: &ItemModel, question: Option<f64>, consistency_pair: Option<f64>) -> f64 {
    let (q2, c) = (model.unique_sd * model.unique_sd, model.pair_correlation);
    let all = q2 + 1.0 - RELIABILITY;
    match (question, consistency_pair.map(|t| -t)) {
        (None, None) => 0.0,
        (Some(a), None) => model.unique_sd * a / all,
        (None, Some(b)) => c * model.unique_sd * b / all,
        (Some(a), Some(b)) => {
            // Covariance of the two residuals: variances `all`, covariance c·q².
            let shared = c * q2;
            let determinant = all * all - shared * shared;
            let weights = [all - c * shared, c * all - shared];
            model.unique_sd * (weights[0] * a + weights[1] * b) / determinant
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
