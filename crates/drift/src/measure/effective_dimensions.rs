//! Effective number of dimensions: the participation ratio of the opinions' covariance.

use crate::linalg::matrix::Matrix;
use crate::measure::sample::CenteredSample;

/// The participation ratio `(Σλ)² / Σλ²` of the eigenvalues λ of the covariance, 0 to D (Bell and Dean, *Discussions of the
/// Faraday Society* 50, 1970).
///
/// D for an isotropic cloud, 1 when all agents lie on a line, 0 when all agree. No covariance is formed: `Σλ` is the mean of
/// `|x|²`, and `Σλ²` the mean of `(x·y)²` over pairs of agents, self-pairs included.
///
/// Samples 2 000 agents and 20 000 pairs at fixed index spacings, and costs that many times D multiply-adds.
pub fn effective_dimensions(opinions: &Matrix) -> f64 {
    let sample = CenteredSample::new(opinions);
    let squares = sample.squared_norms();
    let own = 1.0 / sample.count() as f64;
    let trace = own * squares.iter().sum::<f64>();
    let with_self = own * squares.iter().map(|square| square * square).sum::<f64>();
    let (with_others, _) = sample.pair_moments(|i, j| sample.product(i, j) * sample.product(i, j));
    let squared = own * with_self + (1.0 - own) * with_others;
    if squared > 0.0 { trace * trace / squared } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample::normal_rows;

    #[test]
    fn normal_clouds_have_the_participation_ratio_of_their_covariance() {
        for (sd, expected) in
            [(&[1.0; 10][..], 10.0), (&[2.0, 0.0, 0.0], 1.0), (&[3.0, 1.0], 100.0 / 82.0), (&[0.0, 0.0], 0.0)]
        {
            let found = effective_dimensions(&normal_rows(3_000, sd));
            assert!((found - expected).abs() <= 0.04 * expected, "{sd:?}: {found}");
        }
    }
}
