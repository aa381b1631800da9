//! Meetings in pairwise interaction: agents meet two at a time, and both move.
//!
//! Deffuant, Neau, Amblard and Weisbuch, *Advances in Complex Systems* 3, 2000. A step is N / 2 meetings, one after another,
//! so that the second already sees what the first has done.

use core::ops::Range;

use rand::Rng;

use crate::attention::Attention;
use crate::embedding::squared_distance;
use crate::influence::pairwise::PartnerSampler;
use crate::influence::{meeting_weight, restrict_opinion};
use crate::linalg::projection::Projection;
use crate::params::Params;
use crate::population::Population;
use crate::rng::{StreamKey, bounded_u32};

/// The meetings of one step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meetings<'a> {
    pub(crate) sampler: PartnerSampler<'a>,
    pub(crate) params: &'a Params,
    pub(crate) attention: &'a Attention,
    pub(crate) projection: &'a Projection,
    /// Key of the step's draws.
    pub(crate) key: StreamKey,
}

impl Meetings<'_> {
    /// Number of meetings per step.
    pub(crate) fn count(agents: usize) -> usize {
        agents / 2
    }

    /// Holds the meetings with these numbers, one after another: `x ← x + μ w (y − x)` for both agents at once, w the
    /// attention at their distance unless an influence weighs the meeting otherwise.
    ///
    /// Costs a few draws and `2(r + 1)D` multiply-adds per meeting, and a [`PartnerSampler::sample`].
    pub(crate) fn apply(&self, numbers: Range<usize>, population: &mut Population, weights: &mut Vec<f32>) {
        let agents = population.agents();
        let Population { current, traits, all_default_traits, .. } = population;
        for number in numbers {
            let mut stream = self.key.stream(number);
            let agent = bounded_u32(agents as u32, stream.next_u32());
            let coordinates = current.embedding.padded(agent as usize);
            let partner =
                self.sampler.sample(coordinates, Some(agent), &current.embedding, &mut stream, weights);
            let Some(partner) = partner else { continue };
            let pair = [agent as usize, partner as usize];
            let squared = squared_distance(coordinates, current.embedding.padded(pair[1]));
            let weight = meeting_weight(self.params, self.attention, squared);
            if weight == 0.0 {
                continue;
            }
            let share = pair.map(|agent| {
                let own = if *all_default_traits { None } else { traits[agent].convergence_rate };
                weight * own.unwrap_or(self.params.convergence_rate)
            });
            let (a, b) = current.opinions.two_rows_mut(pair[0], pair[1]);
            for (x, y) in a.iter_mut().zip(b) {
                let difference = *y - *x;
                (*x, *y) = (*x + share[0] * difference, *y - share[1] * difference);
            }
            for agent in pair {
                restrict_opinion(self.params, current.opinions.row_mut(agent), self.projection.mean());
                self.projection.project(current.opinions.row(agent), current.embedding.padded_mut(agent));
            }
        }
    }
}
