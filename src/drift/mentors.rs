//! Which way do a person's mentors pull them?

use crate::drift::posts::{Eight, seated};

/// The mentors' posts, so weighted that their differences from `belief` add up to `share · (mean of the posts − x)`;
/// `None` for nobody. Mentors are heard whole, without the feed and whatever their distance: that is what makes them
/// mentors. Friedkin and Johnsen's fixed weights are this.
///
/// * `belief` – x, what the person believes (D numbers).
/// * `mentors` – rows of the mentors, at most eight.
/// * `post` – what the mentor of a row shows (D numbers).
pub fn mentors_posts<'a>(
    belief: &'a [f32],
    mentors: &[u32],
    post: impl Fn(u32) -> &'a [f32],
    share: f32,
) -> Option<Eight<'a>> {
    if mentors.is_empty() || share == 0.0 {
        return None;
    }
    let weight = share / mentors.len() as f32;
    let weights = std::array::from_fn(|k| if k < mentors.len() { weight } else { 0.0 });
    Some((seated(belief, mentors, post), weights))
}
