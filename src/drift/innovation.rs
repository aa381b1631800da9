//! What does a person come up with on their own?

use crate::chance::{Stream, normal};

/// Adds `σ ξ` to `beliefs`, ξ a fresh standard normal number for every dimension.
pub fn add_ideas(beliefs: &mut [f32], size: f32, luck: &mut Stream) {
    for x in beliefs {
        *x += size * normal(luck) as f32;
    }
}
