//! Which way do a person's mentors pull them?

use crate::belief::add_differences;

/// Adds `share · (mean of the mentors' posts − x)` to `pull`. Mentors are heard whole, without the feed and
/// whatever their distance: that is what makes them mentors. Friedkin and Johnsen's fixed weights are this.
///
/// * `belief` – x, what the person believes (D numbers).
/// * `mentors` – rows of the mentors, at most eight.
/// * `post` – what the mentor of a row shows (D numbers).
pub fn add_mentors<'a>(
    pull: &mut [f32],
    belief: &'a [f32],
    mentors: &[u32],
    post: impl Fn(u32) -> &'a [f32],
    share: f32,
) {
    if mentors.is_empty() || share == 0.0 {
        return;
    }
    let weight = share / mentors.len() as f32;
    let rows = std::array::from_fn(|k| mentors.get(k).map_or(belief, |&mentor| post(mentor)));
    let weights = std::array::from_fn(|k| if k < mentors.len() { weight } else { 0.0 });
    add_differences(pull, belief, rows, weights);
}
