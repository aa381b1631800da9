//! Reinforcement: posts push their readers further to the side they are on, and decay brings opinions back to neutral.
//!
//! Radicalization dynamics of Baumann, Lorenz-Spreen, Sokolov and Starnini, *Physical Review Letters* 124, 048301, 2020,
//! `dx/dt = −x + K Σ A tanh(α x_j)`, and for topics that overlap *Physical Review X* 11, 011012, 2021, `tanh(α Φ x_j)`.

use crate::agent::Traits;
use crate::embedding::Embedding;
use crate::influence::declaration::{Influence, WorldSize};
use crate::linalg::projection::Projection;
use crate::linalg::reduce::add_weighted_rows;
use crate::params::{Interaction, Params, TopicOverlap};

/// The second pull of a post, `κ g(α Φ (y − c))`, towards the pole that it is nearest to, and the decay `−ν (x − c)`.
///
/// c is the opinion that the embedding is centered on, and stands for neutral.
pub(crate) struct Reinforcement;

impl Influence for Reinforcement {
    // The pull is not linear in the row that is read.
    const AVERAGES_ROWS: bool = false;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.interaction != Interaction::Pairwise && (params.reinforcement > 0.0 || params.decay > 0.0)
    }

    fn cost(params: &Params, size: &WorldSize) -> u64 {
        let overlap = match params.topic_overlap {
            TopicOverlap::None => 0,
            TopicOverlap::Uniform(_) => 2,
            TopicOverlap::Opinions => size.coordinates,
        };
        (overlap + 8) * size.dims
    }
}

/// g, a saturating function between −1 and 1: the Padé approximant x(27 + x²)/(27 + 9x²) of the hyperbolic tangent up to 3,
/// where it reaches 1. It is odd, increasing, of slope 1 at 0, and differs from tanh by .024 at most.
#[inline]
pub(crate) fn saturation(x: f32) -> f32 {
    let x = x.clamp(-3.0, 3.0);
    let square = x * x;
    x * (27.0 + square) / (27.0 + 9.0 * square)
}

/// Rows of Φ for [`TopicOverlap::Opinions`], so that `Φ (y − c) = Σ_k z_k rows_k`: r rows of D numbers, whatever D.
///
/// Φ is the covariance of opinions at step 0 as far as the embedding knows it, with a mean diagonal of 1; where coordinates
/// are the opinions themselves, their correlation.
///
/// * `anchors` – embedding of the population at step 0.
pub(crate) fn overlap_rows(anchors: &Embedding, projection: &Projection) -> Vec<f32> {
    let covariance = |a: usize, b: usize| -> f64 {
        let product = |agent| {
            let z: &[f32] = anchors.padded(agent);
            f64::from(z[a]) * f64::from(z[b])
        };
        (0..anchors.agents()).map(product).sum::<f64>() / anchors.agents() as f64
    };
    let (width, dims) = (projection.width(), projection.dims());
    let variances: Vec<f64> = (0..width).map(|k| covariance(k, k)).collect();
    if projection.has_axes() {
        let total = variances.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        let scaled = |(axis, variance): (&[f32], &f64)| {
            let scale = (variance * dims as f64 / total) as f32;
            axis.iter().map(|a| scale * a).collect::<Vec<f32>>()
        };
        return projection.axes().into_iter().zip(&variances).flat_map(scaled).collect();
    }
    let correlation = |a: usize, b: usize| {
        let scale = (variances[a] * variances[b]).sqrt();
        let related = if scale > 0.0 { covariance(a, b) / scale } else { 0.0 };
        if a == b { 1.0 } else { related as f32 }
    };
    (0..width).flat_map(|a| (0..width).map(move |b| correlation(a, b)).collect::<Vec<f32>>()).collect()
}

/// The agreement of one author's post with every topic: Φ (y − c).
pub(crate) struct Alignment<'a> {
    /// c, D numbers.
    pub(crate) center: &'a [f32],
    pub(crate) overlap: TopicOverlap,
    /// [`overlap_rows`]; empty for another overlap.
    pub(crate) rows: &'a [f32],
}

impl Alignment<'_> {
    /// Writes Φ (y − c) to `aligned`, D numbers.
    ///
    /// * `post` – y, D numbers.
    /// * `coordinates` – z of the post, r numbers.
    #[inline]
    pub(crate) fn write(&self, post: &[f32], coordinates: &[f32], aligned: &mut [f32]) {
        let centered = post.iter().zip(self.center).map(|(y, c)| y - c);
        match self.overlap {
            TopicOverlap::None => aligned.iter_mut().zip(centered).for_each(|(a, y)| *a = y),
            TopicOverlap::Uniform(cosine) => {
                let others = cosine * centered.clone().sum::<f32>();
                aligned.iter_mut().zip(centered).for_each(|(a, y)| *a = (1.0 - cosine) * y + others);
            }
            TopicOverlap::Opinions => {
                aligned.fill(0.0);
                let dims = post.len();
                for (rows, z) in self.rows.chunks(8 * dims).zip(coordinates.chunks(8)) {
                    let count = rows.len() / dims;
                    let row = |k: usize| &rows[dims * k.min(count - 1)..][..dims];
                    let weights = std::array::from_fn(|k| if k < count { z[k] } else { 0.0 });
                    add_weighted_rows(aligned, std::array::from_fn(row), weights);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saturation_is_odd_increasing_and_near_the_hyperbolic_tangent() {
        let mut before = -1.0;
        for n in -400..=400i16 {
            let x = f32::from(n) / 100.0;
            let g = saturation(x);
            assert_eq!(g, -saturation(-x));
            assert!(g >= before - 1e-6 && (g - libm::tanhf(x)).abs() < 0.024, "{x} {g}");
            before = g;
        }
        assert_eq!([saturation(3.0), saturation(f32::INFINITY)], [1.0, 1.0]);
        assert!((saturation(1e-3) / 1e-3 - 1.0).abs() < 1e-5);
    }

    #[test]
    fn topics_align_with_others_as_far_as_they_overlap() {
        let (center, post) = ([1.0, 0.0, 0.0], [2.0, 3.0, -2.0]);
        let aligned = |overlap, rows: &[f32]| {
            let mut aligned = [0.0; 3];
            Alignment { center: &center, overlap, rows }.write(&post, &[1.0, 3.0, -2.0], &mut aligned);
            aligned
        };
        assert_eq!(aligned(TopicOverlap::None, &[]), [1.0, 3.0, -2.0]);
        assert_eq!(aligned(TopicOverlap::Uniform(0.0), &[]), [1.0, 3.0, -2.0]);
        assert_eq!(aligned(TopicOverlap::Uniform(1.0), &[]), [2.0; 3]);
        assert_eq!(aligned(TopicOverlap::Uniform(0.5), &[]), [1.5, 2.5, 0.0]);
        let rows = [1.0, 0.5, 0.0, 0.5, 1.0, 0.0, 0.0, 0.0, 1.0];
        assert_eq!(aligned(TopicOverlap::Opinions, &rows), [2.5, 3.5, -2.0]);
    }
}
