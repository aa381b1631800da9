//! Surprisal: how improbable an agent's attention from the population is, in bits.

use crate::attention::Attention;
use crate::embedding::{Embedding, squared_distance};

/// Surprisal in bits, `S = −log2 mean_j k(z, z_j)`: the mean attention an agent gets from the population, as information
/// (Shannon 1948; Tribus 1961).
///
/// 0 bits: full attention from everybody. 10 bits: a thousandth of it. A feed that shows agents what they accept pulls
/// `2^S` times harder than open conversation. Infinite when no agent is within reach (flat kernel).
///
/// * `coordinates` – padded coordinates z.
/// * `own` – row of the agent in the population, which is left out; `None` for an observer.
///
/// Costs `N · r` multiply-adds.
pub fn surprisal(
    coordinates: &[f32],
    own: Option<usize>,
    embedding: &Embedding,
    attention: &Attention,
) -> f64 {
    let mut sum = 0.0f64;
    for other in 0..embedding.agents() {
        if own != Some(other) {
            sum += f64::from(attention.weight(squared_distance(coordinates, embedding.padded(other))));
        }
    }
    let others = embedding.agents() - usize::from(own.is_some());
    -libm::log2(sum / others.max(1) as f64)
}

/// Surprisal and diversity of a population.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurprisalStats {
    /// Mean surprisal, in bits.
    pub mean_bits: f64,
    /// Similarity-sensitive diversity of order two, `1 / mean_ij k(z_i, z_j)`: the number of equal groups without attention
    /// for each other of the same diversity (Leinster and Cobbold, *Ecology* 93, 2012). 1 when everybody gives everybody
    /// full attention. Needs no cluster borders.
    pub diversity: f64,
}

impl SurprisalStats {
    /// The statistics over `sample` evenly spaced agents, each against the whole population. Costs `sample · N · r`
    /// multiply-adds.
    pub fn estimate(sample: usize, embedding: &Embedding, attention: &Attention) -> SurprisalStats {
        let agents = embedding.agents();
        let sample = sample.clamp(1, agents);
        let (mut bits, mut similarity) = (0.0, 0.0);
        for nth in 0..sample {
            let agent = nth * agents / sample;
            let own = surprisal(embedding.padded(agent), Some(agent), embedding, attention);
            bits += own;
            // The mean over all agents, the agent itself (similarity 1) included.
            similarity += (libm::exp2(-own) * (agents - 1) as f64 + 1.0) / agents as f64;
        }
        SurprisalStats { mean_bits: bits / sample as f64, diversity: sample as f64 / similarity }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linalg::matrix::Matrix;
    use crate::linalg::projection::Projection;
    use crate::params::{Bandwidth, Kernel, Params};

    #[test]
    fn diversity_counts_groups_out_of_each_others_reach() {
        for groups in [1u16, 2, 5] {
            let rows = (0..300u16).flat_map(|agent| [f32::from(agent % groups) * 9.0, 0.0]).collect();
            let opinions = Matrix::from_rows(2, rows).expect("rows of two");
            let embedding = Embedding::new(&opinions, &Projection::centering(vec![0.0; 2])).expect("small");
            let params =
                Params { kernel: Kernel::Flat, bandwidth: Bandwidth::Fixed(1.0), ..Params::default() };
            let attention = Attention::calibrate(&params, &embedding, 1);
            for sample in [60, 300, 1_000] {
                let found = SurprisalStats::estimate(sample, &embedding, &attention);
                assert!((found.diversity - f64::from(groups)).abs() < 1e-9, "{groups}: {found:?}");
                // Other agents of the own group among all others.
                let share = (300.0 / f64::from(groups) - 1.0) / 299.0;
                assert!((found.mean_bits + libm::log2(share)).abs() < 1e-9, "{groups}: {found:?}");
            }
        }
    }
}
