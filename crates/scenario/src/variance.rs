//! Variance of coordinates.

use drift::Embedding;

/// Standard deviation of the first coordinate around zero.
pub(crate) fn standard_deviation(embedding: &Embedding) -> f32 {
    let squares = (0..embedding.agents()).map(|n| f64::from(embedding.padded(n)[0])).map(|z| z * z);
    f64::sqrt(squares.fold(0.0, |sum, square| sum + square) / embedding.agents() as f64) as f32
}

/// Variance around the mean.
pub(crate) fn variance(values: impl ExactSizeIterator<Item = f32>) -> f64 {
    let n = values.len() as f64;
    let (sum, squares) = values.fold((0.0, 0.0), |(sum, squares), x| {
        let x = f64::from(x);
        (sum + x, squares + x * x)
    });
    squares / n - (sum / n) * (sum / n)
}
