//! Which way does what a person read pull them?

use crate::belief::Beliefs;
use crate::drift::encounters::Reading;
use crate::drift::params::Averaging;

/// Eight posts and the weight of each.
pub type Eight<'a> = ([&'a [f32]; 8], [f32; 8]);

/// The rows of up to eight people. A seat that stays empty is taken by the reader, whose difference to themselves is
/// nought.
#[inline]
pub fn seated<'a>(reader: &'a [f32], who: &[u32], row: impl Fn(u32) -> &'a [f32]) -> [&'a [f32]; 8] {
    std::array::from_fn(|seat| who.get(seat).map_or(reader, |&person| row(person)))
}

/// What was read, eight posts at a time: their weighted differences from `belief` add up to `share · u`,
/// `u = (1/K) Σ wₖ (yₖ − x)` being the mean pull. With many dimensions, reading rows is all a day costs, and eight are
/// read in one pass.
///
/// * `belief` – x, what the reader believes (D numbers).
/// * `shown` – posts, one row an author (D numbers each).
/// * `posts` – K: the number of posts the mean is over, heeded or not.
#[inline]
pub fn in_eights<'a>(
    belief: &'a [f32],
    reading: &'a Reading,
    shown: &'a Beliefs,
    averaging: Averaging,
    posts: usize,
    share: f32,
) -> impl DoubleEndedIterator<Item = Eight<'a>> + ExactSizeIterator {
    let divisor = match averaging {
        Averaging::PerPost => posts as f32,
        Averaging::ByAttention => reading.attention.iter().sum(),
    };
    let heeded = divisor > 0.0 && share != 0.0;
    let scale = share / divisor;
    let authors = if heeded { &reading.authors[..] } else { &[] };
    authors.chunks(8).zip(reading.attention.chunks(8)).map(move |(authors, attention)| {
        let rows = seated(belief, authors, |author| shown.row(author as usize));
        (rows, std::array::from_fn(|k| attention.get(k).map_or(0.0, |w| w * scale)))
    })
}
