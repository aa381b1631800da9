//! Batches of eight posts: rows read in one pass, with their weights.

use crate::influence::sampling::SampledPosts;
use crate::linalg::matrix::Matrix;
use crate::params::Normalization;

/// Eight posts (D or r numbers each) and the weight of each.
pub(crate) type Batch8<'a> = ([&'a [f32]; 8], [f32; 8]);

/// Up to eight rows, padded to eight with the reader's own row, whose difference to itself is zero.
#[inline]
pub(crate) fn padded_rows<'a>(
    reader: &'a [f32],
    authors: &[u32],
    row: impl Fn(u32) -> &'a [f32],
) -> [&'a [f32]; 8] {
    std::array::from_fn(|k| authors.get(k).map_or(reader, |&author| row(author)))
}

/// The posts read, in batches of eight: their weighted differences from `reader` add up to `share · u`, where
/// `u = (1/K) Σ wₖ (yₖ − x)` is the mean influence.
///
/// With many dimensions a step is dominated by reading rows, and eight are read in one pass.
///
/// * `reader` – x, the reader's row.
/// * `posts` – y, one row per author.
/// * `count` – K, the number of posts that [`Normalization::ByCount`] divides by.
#[inline]
pub(crate) fn batches_of_8<'a>(
    reader: &'a [f32],
    read: &'a SampledPosts,
    posts: &'a Matrix,
    normalization: Normalization,
    count: usize,
    share: f32,
) -> impl DoubleEndedIterator<Item = Batch8<'a>> + ExactSizeIterator {
    let divisor = match normalization {
        Normalization::ByCount => count as f32,
        // Agents who are repelled have negative weights.
        Normalization::ByAttention => read.attention.iter().map(|weight| weight.abs()).sum(),
    };
    let scale = share / divisor;
    let authors = if divisor > 0.0 && share != 0.0 { &read.authors[..] } else { &[] };
    authors.chunks(8).zip(read.attention.chunks(8)).map(move |(authors, attention)| {
        let rows = padded_rows(reader, authors, |author| posts.row(author as usize));
        (rows, std::array::from_fn(|k| attention.get(k).map_or(0.0, |w| w * scale)))
    })
}
