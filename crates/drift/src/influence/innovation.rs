//! Innovation: Gaussian noise of an agent's own.

use crate::agent::Traits;
use crate::influence::declaration::{Influence, WorldSize};
use crate::params::Params;
use crate::rng::{Stream, normal};

/// Innovation noise `σ ξ` (Pineda, Toral and Hernández-García, *Journal of Statistical Mechanics*, 2009).
pub(crate) struct Innovation;

impl Influence for Innovation {
    const AVERAGES_ROWS: bool = false;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.innovation > 0.0
    }

    fn cost(_: &Params, size: &WorldSize) -> u64 {
        40 * size.dims
    }
}

/// Adds `σ ξ` to `opinion`, ξ an independent standard normal number for every dimension.
pub(crate) fn add_noise(opinion: &mut [f32], sigma: f32, stream: &mut Stream) {
    for x in opinion {
        *x += sigma * normal(stream) as f32;
    }
}
