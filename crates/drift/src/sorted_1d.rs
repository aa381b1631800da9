//! Sorted one-dimensional population: exact all-to-all sums by prefix sums, `N log N` instead of `N²`.

use crate::attention::Attention;
use crate::embedding::Embedding;
use crate::linalg::matrix::Matrix;
use crate::params::{Interaction, Kernel, Params};

/// The population sorted by its single opinion, with prefix sums.
///
/// The agents within reach of a flat kernel are a contiguous range of the order, and their sum is one difference of prefix
/// sums. Exact up to the order of summation.
///
/// Kept from step to step, so that a step does not allocate; agents who only average keep their order, so that sorting
/// again is nearly linear.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sorted1d {
    /// Coordinate and index of every agent, packed into integers that sort by coordinate.
    keys: Vec<u64>,
    /// z of every agent, ascending.
    coordinates: Vec<f32>,
    /// Sums of the opinions of the first 0, 1, … N agents in this order, in double precision.
    prefix_sums: Vec<f64>,
    /// Range of the order that each agent reads: start and end.
    ranges: Vec<(u32, u32)>,
}

impl Sorted1d {
    /// Whether all-to-all interaction in `dims` dimensions can be answered by prefix sums.
    pub(crate) fn applies(params: &Params, dims: usize) -> bool {
        let flat = params.kernel == Kernel::Flat && params.expression >= 1.0;
        let attracts_only = params.reinforcement == 0.0 && params.decay == 0.0;
        params.interaction == Interaction::AllToAll && flat && dims == 1 && attracts_only
    }

    /// Sorts the population as it is now. Costs `N log N` at worst.
    pub(crate) fn rebuild(&mut self, opinions: &Matrix, embedding: &Embedding, attention: &Attention) {
        let agents = opinions.row_count();
        if self.keys.len() != agents {
            self.keys = (0..agents as u64).collect();
            self.ranges = vec![(0, 0); agents];
            (self.coordinates, self.prefix_sums) =
                (Vec::with_capacity(agents), Vec::with_capacity(agents + 1));
        }
        for key in &mut self.keys {
            let agent = *key as u32;
            *key = u64::from(ordered_bits(embedding.padded(agent as usize)[0])) << 32 | u64::from(agent);
        }
        self.keys.sort_unstable();
        self.coordinates.clear();
        self.prefix_sums.clear();
        let mut sum = 0.0;
        self.prefix_sums.push(sum);
        for &key in &self.keys {
            let agent = key as u32 as usize;
            self.coordinates.push(embedding.padded(agent)[0]);
            sum += f64::from(opinions.row(agent)[0]);
            self.prefix_sums.push(sum);
        }
        let (mut start, mut end) = (0, 0);
        for (&key, &z) in self.keys.iter().zip(&self.coordinates) {
            while !within_reach(attention, z, self.coordinates[start]) {
                start += 1;
            }
            while end < agents && within_reach(attention, z, self.coordinates[end]) {
                end += 1;
            }
            self.ranges[key as u32 as usize] = (start as u32, end as u32);
        }
    }

    /// Number of agents within reach of coordinate `z`, and the sum of their opinions.
    ///
    /// * `own` – row of an agent of the population; `None` for an observer, whose range is found by bisection.
    pub(crate) fn sum_within_reach(&self, z: f32, own: Option<u32>, attention: &Attention) -> (usize, f64) {
        let (start, end) = match own {
            Some(own) => self.ranges[own as usize],
            None => {
                let before = |&other: &f32| other < z && !within_reach(attention, z, other);
                let within = |&other: &f32| other < z || within_reach(attention, z, other);
                (
                    self.coordinates.partition_point(before) as u32,
                    self.coordinates.partition_point(within) as u32,
                )
            }
        };
        ((end - start) as usize, self.prefix_sums[end as usize] - self.prefix_sums[start as usize])
    }
}

/// Whether a flat kernel reaches from one coordinate to another.
fn within_reach(attention: &Attention, z: f32, other: f32) -> bool {
    attention.weight((z - other) * (z - other)) > 0.0
}

/// An integer that orders like the float.
fn ordered_bits(x: f32) -> u32 {
    let bits = x.to_bits();
    if bits >> 31 == 1 { !bits } else { bits | 1 << 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordered_bits_order_like_floats() {
        let floats = [-f32::MAX, -2.5, -1.0, -1e-40, 0.0, 1e-40, 1.0, 2.5, f32::MAX];
        assert!(floats.is_sorted_by(|&a, &b| ordered_bits(a) < ordered_bits(b)));
    }
}
