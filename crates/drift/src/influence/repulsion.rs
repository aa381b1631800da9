//! Repulsion: agents who meet and are too far apart move away from each other.
//!
//! Jager and Amblard, *Computational & Mathematical Organization Theory* 10, 2004, after the social judgment theory of Sherif
//! and Hovland: attraction within the latitude of acceptance u, repulsion beyond the latitude of rejection t, and neither in
//! between.

use crate::agent::Traits;
use crate::influence::declaration::{Influence, WorldSize};
use crate::params::{Interaction, Params};

/// The latitude of rejection in pairwise interaction. The latitude of acceptance is the bandwidth of [`Kernel::Flat`].
///
/// Beyond t both agents move away from each other, `x ← x − μ (y − x)`, and stay within B of the center in every dimension.
///
/// [`Kernel::Flat`]: crate::Kernel::Flat
pub(crate) struct Repulsion;

impl Influence for Repulsion {
    // A weight is negative, and opinions are clamped.
    const AVERAGES_ROWS: bool = false;
    const NEEDS_PARTNER: bool = true;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.interaction == Interaction::Pairwise && params.rejection_latitude.is_some()
    }

    fn cost(_: &Params, size: &WorldSize) -> u64 {
        size.dims
    }

    #[inline]
    fn meeting_weight(params: &Params, squared_distance: f32) -> Option<f32> {
        params.rejection_latitude.filter(|t| squared_distance > t * t).map(|_| -1.0)
    }

    #[inline]
    fn restrict(params: &Params, opinion: &mut [f32], center: &[f32]) {
        if Self::is_active(params, &Traits::default()) {
            let bound = params.opinion_bound;
            // `clamp` panics with two floats in its message, whose formatting adds fifteen kilobytes to a WebAssembly binary.
            for (x, c) in opinion.iter_mut().zip(center) {
                *x = x.max(c - bound).min(c + bound);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_is_beyond_the_latitude_of_rejection_is_repelled() {
        let params = Params {
            interaction: Interaction::Pairwise,
            rejection_latitude: Some(0.5),
            opinion_bound: 1.0,
            ..Params::default()
        };
        assert_eq!(Repulsion::meeting_weight(&params, 0.25), None);
        assert_eq!(Repulsion::meeting_weight(&params, 0.26), Some(-1.0));
        let mut opinion = [1.7, 0.4, -3.0];
        Repulsion::restrict(&params, &mut opinion, &[0.5, 0.0, 0.0]);
        assert_eq!(opinion, [1.5, 0.4, -1.0]);
        let off = Params { rejection_latitude: None, ..params };
        assert_eq!(Repulsion::meeting_weight(&off, 1e6), None);
        Repulsion::restrict(&off, &mut opinion, &[9.0; 3]);
        assert_eq!(opinion, [1.5, 0.4, -1.0]);
    }
}
