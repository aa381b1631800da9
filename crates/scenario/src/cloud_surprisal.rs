//! Surprisal of the visitor's cloud: mean and range over the selves.

use perplexity::drifted::{BeliefPoint, surprisal};
use perplexity::posterior::weighted_quantiles;
use perplexity::score::RANGE;
use serde::{Deserialize, Serialize};

/// Surprisal S of the visitor's selves in the crowd of one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CloudSurprisal {
    /// Mean over the selves, bits.
    pub bits: f64,
    /// Central 68 % range over the selves, bits. The mean may lie outside.
    pub range: [f64; 2],
}

impl CloudSurprisal {
    /// Number of people N of "one in N people is like you": 2^S of the mean.
    pub fn perplexity(&self) -> f64 {
        libm::exp2(self.bits)
    }

    /// Central 68 % range of N over the selves.
    pub fn perplexity_range(&self) -> [f64; 2] {
        self.range.map(libm::exp2)
    }
}

/// Surprisal shown on day 0, and the mean over the selves that the sum over agents gives on that day. A linear map cannot read
/// all of the factor scores, and a sum over agents is not their distribution: the difference is subtracted on all days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference {
    /// Posterior mean of the surprisal in the population of today, bits.
    pub headline: f64,
    /// Mean over the selves on day 0, bits.
    pub measured: f64,
}

impl Reference {
    /// The reference of selves at these points on day 0.
    pub(crate) fn new(headline: f64, selves: &[BeliefPoint], agents: &[BeliefPoint]) -> Reference {
        Reference { headline, measured: mean(&measure(selves, agents)) }
    }

    /// Surprisal of selves at these points among `agents`. Costs a sum over all agents for each self.
    pub(crate) fn surprisal(&self, selves: &[BeliefPoint], agents: &[BeliefPoint]) -> CloudSurprisal {
        let measured = measure(selves, agents);
        // In this order, day 0 gives the headline to the bit.
        let shifted = |bits: f64| (self.headline + (bits - self.measured)).max(0.0);
        let weights = vec![1.0 / measured.len() as f64; measured.len()];
        CloudSurprisal {
            bits: shifted(mean(&measured)),
            range: weighted_quantiles(&measured, &weights, RANGE).map(shifted),
        }
    }

    /// Mean surprisal over the selves as the sum over agents gave it, bits.
    pub(crate) fn measured(&self, surprisal: &CloudSurprisal) -> f64 {
        surprisal.bits - self.headline + self.measured
    }
}

fn measure(selves: &[BeliefPoint], agents: &[BeliefPoint]) -> Vec<f64> {
    selves.iter().map(|point| surprisal(point, None, agents)).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |sum, x| sum + x) / values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_zero_is_the_headline_and_a_lonelier_cloud_is_above_it() {
        let agents: Vec<BeliefPoint> = (0..40).map(|n| [0.01 * f64::from(n); 8]).collect();
        let selves: Vec<BeliefPoint> = (0..12).map(|n| [0.03 * f64::from(n); 8]).collect();
        let reference = Reference::new(6.37, &selves, &agents);
        let on_day_0 = reference.surprisal(&selves, &agents);
        assert_eq!(on_day_0.bits.to_bits(), 6.37f64.to_bits());
        assert!(on_day_0.range[0] < 6.37 && 6.37 < on_day_0.range[1], "{on_day_0:?}");
        assert!((on_day_0.perplexity() - 82.7).abs() < 0.1);
        let away: Vec<BeliefPoint> = selves.iter().map(|point| point.map(|x| x + 0.3)).collect();
        assert!(reference.surprisal(&away, &agents).bits > 7.0);
    }
}
