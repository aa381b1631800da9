//! All-to-all interaction: one post of every agent within reach, as in the textbook models.

use crate::agent::Traits;
use crate::attention::Attention;
use crate::embedding::{Embedding, squared_distance};
use crate::influence::declaration::{Influence, WorldSize};
use crate::influence::sampling::SampledPosts;
use crate::params::{Interaction, Params};

/// Reading everybody within reach: a weighted mean of their rows (Hegselmann and Krause 2002).
pub(crate) struct AllToAll;

impl Influence for AllToAll {
    const AVERAGES_ROWS: bool = true;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.interaction == Interaction::AllToAll
    }

    fn cost(_: &Params, size: &WorldSize) -> u64 {
        // One dimension is mostly answered by prefix sums.
        if size.dims == 1 { 200 } else { size.agents * (size.coordinates + size.dims) }
    }
}

/// Fills `read` with one post of every agent that gets any attention. Costs `N · r` multiply-adds.
///
/// * `coordinates` – padded coordinates of the reader.
pub(crate) fn all_within_reach(
    coordinates: &[f32],
    embedding: &Embedding,
    attention: &Attention,
    read: &mut SampledPosts,
) {
    read.clear();
    for author in 0..embedding.agents() {
        let weight = attention.weight(squared_distance(coordinates, embedding.padded(author)));
        if weight > 0.0 {
            read.push(author as u32, weight);
        }
    }
}
