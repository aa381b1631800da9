//! Polarization: the variance of the distance between two agents.

use crate::linalg::matrix::Matrix;
use crate::measure::sample::CenteredSample;

/// Variance of the pairwise distance `|x − y| / √D`; dividing by `√D` makes it comparable across numbers of dimensions.
///
/// Large when agents are either very near or very far from each other, zero when all distances are equal (after Bramson and
/// others, *Journal of Mathematical Sociology* 40, 2016). Samples the same agents and pairs as
/// [`effective_dimensions`](crate::measure::effective_dimensions).
pub fn polarization(opinions: &Matrix) -> f64 {
    let sample = CenteredSample::new(opinions);
    let squares = sample.squared_norms();
    let scale = 1.0 / opinions.dims() as f64;
    let distance = |i, j| ((squares[i] + squares[j] - 2.0 * sample.product(i, j)).max(0.0) * scale).sqrt();
    sample.pair_moments(distance).1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample::normal_rows;

    #[test]
    fn two_clusters_are_polarized_and_one_cloud_is_not() {
        let cloud = normal_rows(1_000, &[1.0; 20]);
        let mut clusters = normal_rows(1_000, &[0.1; 20]);
        (0..500).for_each(|agent| clusters.row_mut(agent).iter_mut().for_each(|x| *x += 2.0));
        // Two clusters at distance 2: half of all pairs near zero, half near two, variance one.
        assert!((polarization(&clusters) - 1.0).abs() < 0.2, "{}", polarization(&clusters));
        assert!(polarization(&cloud) < 0.1, "{}", polarization(&cloud));
    }
}
