//! Pairwise interaction: who meets whom. Partners by nearness as in Sîrbu, Pedreschi, Giannotti and Kertész, *PLOS ONE* 14,
//! 2019. What two agents do when they meet is in [`crate::meetings`].

use rand::Rng;

use crate::agent::Traits;
use crate::embedding::{Embedding, squared_differences, squared_distance, sum_of_4};
use crate::influence::declaration::{Influence, WorldSize};
use crate::influence::feed::CandidatePool;
use crate::network::contacts::Contacts;
use crate::params::{Interaction, Params};
use crate::rng::{Stream, bounded_u32, uniform};

/// Meeting in pairs: both opinions become weighted means of the two.
pub(crate) struct Pairwise;

impl Influence for Pairwise {
    const AVERAGES_ROWS: bool = true;
    const NEEDS_PARTNER: bool = true;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.interaction == Interaction::Pairwise
    }

    fn cost(params: &Params, size: &WorldSize) -> u64 {
        if params.algorithmic_bias > 0.0 { size.agents * (size.coordinates + 16) } else { 4 * size.dims + 16 }
    }
}

/// Least distance in the choice of partners by nearness: two agents who agree would otherwise always meet each other.
const MIN_DISTANCE: f32 = 1e-4;

/// Choice of a partner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PartnerSampler<'a> {
    /// γ, how strongly near partners are preferred.
    pub(crate) algorithmic_bias: f32,
    /// Who may meet whom; `None`: everybody.
    pub(crate) contacts: Option<&'a Contacts>,
}

/// Whom an agent may meet.
#[derive(Clone, Copy, Debug)]
struct Partners<'a> {
    /// Its neighbors, in a network.
    neighbors: Option<&'a [u32]>,
    /// Everybody else.
    pool: CandidatePool,
}

impl Partners<'_> {
    #[inline(always)]
    fn count(&self) -> usize {
        self.neighbors.map_or(self.pool.size(), <[u32]>::len)
    }

    #[inline(always)]
    fn nth(&self, n: usize) -> u32 {
        self.neighbors.map_or_else(|| self.pool.nth(n as u32), |neighbors| neighbors[n])
    }
}

impl PartnerSampler<'_> {
    #[inline(always)]
    fn partners(&self, own: Option<u32>, agents: usize) -> Partners<'_> {
        let neighbors = self.contacts.zip(own).map(|(contacts, own)| contacts.neighbors(own));
        Partners { neighbors, pool: CandidatePool::new(agents, own) }
    }

    /// A partner with probability in proportion to `d^−γ`, d the distance in the embedding: uniform for γ = 0. `None` for an
    /// agent without neighbors.
    ///
    /// * `coordinates` – padded coordinates of the agent.
    /// * `own` – row of the agent; `None` for an observer, who may meet anybody.
    /// * `weights` – scratch buffer.
    ///
    /// Costs one draw, and with γ > 0 also a distance to every possible partner.
    pub(crate) fn sample(
        &self,
        coordinates: &[f32],
        own: Option<u32>,
        embedding: &Embedding,
        stream: &mut Stream,
        weights: &mut Vec<f32>,
    ) -> Option<u32> {
        if self.algorithmic_bias > 0.0 {
            self.weigh(coordinates, own, embedding, weights);
        }
        self.draw(own, embedding.agents(), weights, stream)
    }

    /// A partner with probability in proportion to its weight, or uniformly for γ = 0.
    ///
    /// * `weights` – those of [`weigh`](Self::weigh).
    pub(crate) fn draw(
        &self,
        own: Option<u32>,
        agents: usize,
        weights: &[f32],
        stream: &mut Stream,
    ) -> Option<u32> {
        let partners = self.partners(own, agents);
        match partners.count() {
            0 => None,
            count if self.algorithmic_bias == 0.0 => {
                Some(partners.nth(bounded_u32(count as u32, stream.next_u32()) as usize))
            }
            _ => Some(partners.nth(weighted_index(weights, uniform(stream)))),
        }
    }

    /// Writes the weight `d^−γ` of every possible partner.
    pub(crate) fn weigh(
        &self,
        coordinates: &[f32],
        own: Option<u32>,
        embedding: &Embedding,
        weights: &mut Vec<f32>,
    ) {
        let possible = self.partners(own, embedding.agents());
        // Three short loops instead of one: the middle one, roots and quotients, is vectorized.
        weights.clear();
        let partners = (0..possible.count()).map(|n| possible.nth(n));
        // A single block of eight coordinates is the common case, a single coordinate that of textbooks; lengths known at
        // compile time make both faster.
        match (coordinates, coordinates.as_chunks::<8>().0) {
            ([z], _) if possible.neighbors.is_none() => {
                // Everybody before and after the agent: two runs of memory, without an index for each partner.
                let others = embedding.padded_values();
                let own = own.map_or(others.len(), |own| own as usize);
                let squared = |other: &f32| square(z - other);
                weights.extend(others[..own].iter().map(squared));
                weights.extend(others.iter().skip(own + 1).map(squared));
            }
            ([z], _) => {
                let others = embedding.padded_values();
                weights.extend(partners.map(|partner| square(z - others[partner as usize])));
            }
            (_, [z]) => {
                let (rows, _) = embedding.padded_values().as_chunks::<8>();
                weights.extend(
                    partners.map(|partner| sum_of_4(squared_differences(z, &rows[partner as usize]))),
                );
            }
            _ => weights.extend(
                partners.map(|partner| squared_distance(coordinates, embedding.padded(partner as usize))),
            ),
        }
        weights.iter_mut().for_each(|weight| *weight = weight.sqrt().max(MIN_DISTANCE));
        if self.algorithmic_bias == 1.0 {
            weights.iter_mut().for_each(|weight| *weight = 1.0 / *weight);
        } else {
            weights.iter_mut().for_each(|weight| *weight = libm::powf(*weight, -self.algorithmic_bias));
        }
    }
}

fn square(x: f32) -> f32 {
    x * x
}

/// An index with probability in proportion to its weight: the first at which the running sum exceeds `share` of the total.
///
/// Finds the block of eight first, whose sums are independent of each other, and then the index within it.
fn weighted_index(weights: &[f32], share: f64) -> usize {
    const BLOCK: usize = 8;
    let (blocks, rest) = weights.as_chunks::<BLOCK>();
    let sum_of = |block: &[f32; BLOCK]| {
        let [a, b, c, d, e, f, g, h] = block.map(f64::from);
        ((a + e) + (c + g)) + ((b + f) + (d + h))
    };
    let sequential_sum = |weights: &[f32]| weights.iter().map(|&weight| f64::from(weight)).sum::<f64>();
    let mut left = share * (blocks.iter().map(sum_of).sum::<f64>() + sequential_sum(rest));
    let block = blocks.iter().position(|block| {
        let sum = sum_of(block);
        let here = left < sum;
        left -= if here { 0.0 } else { sum };
        here
    });
    let first = BLOCK * block.unwrap_or(blocks.len());
    let within = weights[first..].iter().position(|&weight| {
        left -= f64::from(weight);
        left < 0.0
    });
    // Rounding may leave a remainder.
    within.map_or(weights.len() - 1, |within| first + within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weighted_index_follows_the_cumulative_weights() {
        for count in [1, 7, 8, 9, 16, 37] {
            let weights: Vec<f32> = (1..=count).map(|n| n as f32).collect();
            let sum = f64::from(count * (count + 1) / 2);
            let mut before = 0.0;
            for (nth, &weight) in weights.iter().enumerate() {
                let weight = f64::from(weight);
                for within in [0.01, 0.5, 0.99] {
                    assert_eq!(weighted_index(&weights, (before + within * weight) / sum), nth, "of {count}");
                }
                before += weight;
            }
            assert_eq!(weighted_index(&weights, 1.0), weights.len() - 1, "a remainder goes to the last");
        }
    }
}
