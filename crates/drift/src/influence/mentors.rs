//! Mentors: chosen agents who are read in full, whatever their distance.

use crate::agent::Traits;
use crate::influence::batch::{Batch8, padded_rows};
use crate::influence::declaration::{Influence, WorldSize};
use crate::params::Params;

/// The pull towards the mean of the mentors' posts, `ρ (m − x)`.
pub(crate) struct Mentors;

impl Influence for Mentors {
    const AVERAGES_ROWS: bool = true;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(_: &Params, traits: &Traits) -> bool {
        traits.mentorship != 0.0
    }

    fn cost(_: &Params, size: &WorldSize) -> u64 {
        8 * (size.dims + size.coordinates)
    }
}

/// The mentors' posts, weighted so that their differences from `reader` add up to `share · (m − x)`, m their mean; `None`
/// without mentors. Mentors are read without the feed and with full attention: fixed weights, as in Friedkin and Johnsen.
///
/// * `reader` – x, the reader's row.
/// * `mentors` – rows of the mentors, at most eight.
/// * `post` – the post of the mentor with this row, as long as x.
pub(crate) fn mentor_batch<'a>(
    reader: &'a [f32],
    mentors: &[u32],
    post: impl Fn(u32) -> &'a [f32],
    share: f32,
) -> Option<Batch8<'a>> {
    if mentors.is_empty() || share == 0.0 {
        return None;
    }
    let weight = share / mentors.len() as f32;
    let weights = std::array::from_fn(|k| if k < mentors.len() { weight } else { 0.0 });
    Some((padded_rows(reader, mentors, post), weights))
}
