//! Gaussian approximation of the posterior of factor scores and response style.

use crate::item_bank::FACTORS;
use crate::response_model::{ItemAt, Observation, PARAMETERS, PersonParameters, stretch};
use crate::symmetric::{Cholesky, Square, dot};

/// Most iterations of the search for the mode; six to ten suffice for answers of respondents.
const MOST_ITERATIONS: usize = 60;

/// Gaussian approximation of the posterior (Laplace): its mode, and as covariance the inverse of the Fisher information at
/// the mode and the prior's.
#[derive(Clone, Debug)]
pub struct Laplace {
    /// Posterior mode.
    pub mode: PersonParameters,
    /// Inverse covariance.
    pub precision: Square<PARAMETERS>,
}

impl Laplace {
    /// Approximation of the posterior given `observations`, under a standard normal prior, by Fisher scoring. Costs some 8
    /// evaluations of all categories of every observed item.
    ///
    /// Sums are in the order of the observations: callers give them in the order of their items, so that the result does not
    /// depend on the order of asking.
    pub fn new(observations: &[Observation]) -> Laplace {
        let mut mode = [0.0; PARAMETERS];
        let mut height = log_density(observations, &mode);
        for _ in 0..MOST_ITERATIONS {
            let (gradient, precision) = expand(observations, &mode);
            let Some(factor) = Cholesky::of(&precision) else { break };
            let step = factor.solve(gradient);
            // Halved until the density rises; the direction is one of ascent.
            let mut length = 1.0;
            let (next, reached) = loop {
                let next: PersonParameters = core::array::from_fn(|k| mode[k] + length * step[k]);
                let reached = log_density(observations, &next);
                if reached >= height || length < 1e-6 {
                    break (next, reached);
                }
                length *= 0.5;
            };
            let is_done = reached - height < 1e-12 * height.abs();
            if reached >= height {
                (mode, height) = (next, reached);
            }
            if is_done {
                break;
            }
        }
        let (_, precision) = expand(observations, &mode);
        Laplace { mode, precision }
    }

    /// Factor of the precision.
    ///
    /// # Panics
    ///
    /// Never: the precision is the identity plus a positive semidefinite matrix.
    pub(crate) fn factor(&self) -> Cholesky<PARAMETERS> {
        Cholesky::of(&self.precision).expect("the prior makes the precision positive definite")
    }

    /// Covariance.
    pub fn covariance(&self) -> Square<PARAMETERS> {
        self.factor().inverse()
    }
}

/// Logarithm of the posterior density, up to a constant.
fn log_density(observations: &[Observation], at: &PersonParameters) -> f64 {
    log_likelihood(observations, at) - 0.5 * dot(at, at)
}

/// Natural logarithm of the probability of the observations given the parameters.
pub fn log_likelihood(observations: &[Observation], at: &PersonParameters) -> f64 {
    let stretch = stretch(at[FACTORS]);
    let mut sum = 0.0;
    // The logarithm of a product of a few probabilities costs less than a few logarithms.
    for chunk in observations.chunks(16) {
        let product = chunk.iter().fold(1.0, |product, observation| {
            let item = ItemAt::new(observation.loadings, observation.thresholds, at, stretch);
            product * item.probability(observation.category)
        });
        sum += libm::log(product);
    }
    sum
}

/// Gradient of the log density, and Fisher information plus the prior's precision.
fn expand(observations: &[Observation], at: &PersonParameters) -> (PersonParameters, Square<PARAMETERS>) {
    let stretch = stretch(at[FACTORS]);
    let mut gradient = at.map(|x| -x);
    let mut precision = [[0.0; PARAMETERS]; PARAMETERS];
    (0..PARAMETERS).for_each(|k| precision[k][k] = 1.0);
    for observation in observations {
        let item = ItemAt::new(observation.loadings, observation.thresholds, at, stretch);
        let [p, by_mean, by_style] = item.with_derivatives(observation.category);
        let [mm, mg, gg] = item.information();
        for (k, l) in observation.loadings.iter().enumerate() {
            gradient[k] += l * by_mean / p;
            for (j, m) in observation.loadings.iter().enumerate() {
                precision[k][j] += l * m * mm;
            }
            precision[FACTORS][k] += l * mg;
            precision[k][FACTORS] += l * mg;
        }
        gradient[FACTORS] += by_style / p;
        precision[FACTORS][FACTORS] += gg;
    }
    (gradient, precision)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::respondent::observations;

    #[test]
    fn the_mode_is_a_maximum() {
        for person in 0..20 {
            let observed = observations(person, 0..60);
            let laplace = Laplace::new(&observed);
            let (gradient, _) = expand(&observed, &laplace.mode);
            assert!(gradient.iter().all(|slope| slope.abs() < 1e-4), "{gradient:?}");
        }
    }
}
