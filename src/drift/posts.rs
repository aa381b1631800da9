//! Which way does what a person read pull them?

use crate::belief::{Beliefs, add_differences};
use crate::drift::encounters::Reading;
use crate::drift::params::Averaging;

/// Adds `share · u` to `pull`, `u = (1/K) Σ wₖ (yₖ − x)`: the mean pull of what was read.
///
/// * `belief` – x, what the reader believes (D numbers).
/// * `shown` – posts, one row an author (D numbers each).
/// * `posts` – K: the number of posts the mean is over, heeded or not.
///
/// Reads eight authors' rows in one pass: with many dimensions, reading rows is all a day costs.
pub fn add_posts(
    pull: &mut [f32],
    belief: &[f32],
    reading: &Reading,
    shown: &Beliefs,
    averaging: Averaging,
    posts: usize,
    share: f32,
) {
    let divisor = match averaging {
        Averaging::PerPost => posts as f32,
        Averaging::ByAttention => reading.attention.iter().sum(),
    };
    if divisor <= 0.0 || share == 0.0 {
        return;
    }
    let scale = share / divisor;
    for (authors, attention) in reading.authors.chunks(8).zip(reading.attention.chunks(8)) {
        // A seat that stays empty is taken by the reader, whose difference to themselves is nought.
        let rows =
            std::array::from_fn(|k| authors.get(k).map_or(belief, |&author| shown.row(author as usize)));
        let weights = std::array::from_fn(|k| attention.get(k).map_or(0.0, |w| w * scale));
        add_differences(pull, belief, rows, weights);
    }
}
