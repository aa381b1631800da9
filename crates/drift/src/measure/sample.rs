//! Fixed-size samples of rows and of pairs of rows, for moments of a population.

use crate::linalg::matrix::Matrix;
use crate::linalg::reduce::dot;

/// Rows that are sampled, evenly spaced, and pairs of them: the moments are then known to a few percent.
const ROWS: usize = 2_000;
const PAIRS: usize = 20_000;

/// Sampled rows, centered on their mean.
pub(crate) struct CenteredSample(Matrix);

impl CenteredSample {
    /// At most 2 000 evenly spaced rows.
    pub(crate) fn new(matrix: &Matrix) -> Self {
        let count = matrix.row_count().min(ROWS);
        let mut rows = Vec::with_capacity(count * matrix.dims());
        (0..count).for_each(|nth| rows.extend_from_slice(matrix.row(nth * matrix.row_count() / count)));
        let mut mean = vec![0.0f64; matrix.dims()];
        for row in rows.chunks_exact(mean.len()) {
            mean.iter_mut().zip(row).for_each(|(sum, &x)| *sum += f64::from(x) / count as f64);
        }
        for row in rows.chunks_exact_mut(mean.len()) {
            row.iter_mut().zip(&mean).for_each(|(x, &m)| *x -= m as f32);
        }
        CenteredSample(Matrix::from_rows(mean.len(), rows).expect("rows were copied whole"))
    }

    /// Number of rows.
    pub(crate) fn count(&self) -> usize {
        self.0.row_count()
    }

    /// Dot product of two rows.
    pub(crate) fn product(&self, i: usize, j: usize) -> f64 {
        f64::from(dot(self.0.row(i), self.0.row(j)))
    }

    /// Squared norm of every row.
    pub(crate) fn squared_norms(&self) -> Vec<f64> {
        (0..self.count()).map(|i| self.product(i, i)).collect()
    }

    /// Mean and variance of `value` over about 20 000 pairs (i, i + s), for several spacings s around the circle of rows.
    pub(crate) fn pair_moments(&self, value: impl Fn(usize, usize) -> f64) -> (f64, f64) {
        let rows = self.count();
        let spacings = (rows / 2).max(1);
        let rounds = PAIRS.div_ceil(rows).min(spacings);
        let (mut sum, mut squares) = (0.0f64, 0.0f64);
        for round in 0..rounds {
            let spacing = 1 + round * spacings / rounds;
            for i in 0..rows {
                let v = value(i, (i + spacing) % rows);
                sum += v;
                squares += v * v;
            }
        }
        let pairs = (rounds * rows) as f64;
        let mean = sum / pairs;
        (mean, (squares / pairs - mean * mean).max(0.0))
    }
}

/// Normal rows around 5, with these standard deviations.
#[cfg(test)]
pub(crate) fn normal_rows(rows: usize, sd: &[f32]) -> Matrix {
    use crate::rng::{Domain, StreamKey, normal};

    let mut matrix = Matrix::zeros(rows, sd.len()).expect("a small matrix fits");
    for index in 0..rows {
        let mut stream = StreamKey::new(3, Domain::INITIAL_OPINIONS).stream(index);
        for (x, sd) in matrix.row_mut(index).iter_mut().zip(sd) {
            *x = 5.0 + sd * normal(&mut stream) as f32;
        }
    }
    matrix
}
