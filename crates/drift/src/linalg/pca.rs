//! Principal components by randomized subspace iteration, one round at a time.

use crate::linalg::gram_schmidt::{fix_sign, orthonormalize};
use crate::linalg::jacobi::SymmetricEigen;
use crate::linalg::matrix::Matrix;
use crate::linalg::moments::write_mean;
use crate::linalg::projection::Projection;
use crate::linalg::reduce::{add_weighted_rows, dot};
use crate::rng::{Domain, StreamKey, normal};

/// Rows that are sampled, evenly spaced: more of them do not change the leading components visibly.
const SAMPLE: usize = 2_000;

/// Oversampling: axes iterated beyond those asked for, so that the leading ones converge (Halko et al., section 4.2).
const OVERSAMPLING: usize = 8;

/// Rounds from random axes.
const COLD_ROUNDS: usize = 6;
/// Rounds from the axes of an earlier fit.
const WARM_ROUNDS: usize = 2;

/// The `r` principal components of the rows of a matrix: their mean and the orthonormal axes of largest variance.
///
/// Randomized subspace iteration with a Rayleigh–Ritz step (Halko, Martinsson and Tropp, *SIAM Review* 53, 2011). The start
/// vectors are fixed, so the result depends on the matrix alone. Each axis has its coordinate of largest magnitude positive.
/// Axes beyond the rank of the matrix are zero; at most D axes are returned.
///
/// Samples at most 2 000 rows, evenly spaced, and costs about `12 · 2 000 · D · (r + 8)` multiply-adds: a fifth of a second
/// for 2 048 dimensions and eight axes.
///
/// ```
/// use drift::Matrix;
/// use drift::linalg::principal_components;
///
/// // Points on a line in the plane: one component explains all variance.
/// let points = Matrix::from_rows(2, (0..20).flat_map(|i| [3.0 * i as f32, 4.0 * i as f32]).collect())?;
/// let projection = principal_components(&points, 1);
/// assert!(projection.explained_variance() > 0.999);
/// assert!((projection.axes()[0][0] - 0.6).abs() < 1e-3);
/// # Ok::<(), drift::MatrixError>(())
/// ```
pub fn principal_components(matrix: &Matrix, r: usize) -> Projection {
    let mut fit = PcaFit::cold_start(matrix, r);
    while fit.advance(matrix) {}
    fit.finish(matrix)
}

/// A fit of principal components in progress.
///
/// With many dimensions a round takes about 30 ms, so callers run them one by one. The buffers are kept from one fit to the
/// next: only the first one allocates. Every method must be given the same matrix.
#[derive(Clone, Debug, Default)]
pub struct PcaFit {
    /// Axes wanted.
    r: usize,
    /// Rounds left.
    rounds: usize,
    /// Centroid, D numbers.
    mean: Vec<f32>,
    /// Axes being iterated, D numbers each.
    axes: Vec<f32>,
    /// The covariance times the axes, in progress.
    image: Vec<f32>,
    /// Eight centered rows.
    batch: Vec<f32>,
    /// Coordinates of the eight rows on every axis.
    scores: Vec<[f32; 8]>,
    /// Sums of the columns.
    sums: Vec<f64>,
    /// Covariance restricted to the span of the axes.
    restricted: SymmetricEigen,
    /// The leading axes found.
    components: Vec<f32>,
}

impl PcaFit {
    /// Begins a fit of `r` components from random axes.
    pub fn cold_start(matrix: &Matrix, r: usize) -> PcaFit {
        let mut fit = PcaFit::default();
        let dims = matrix.dims();
        fit.push_random_axes((r + OVERSAMPLING).min(dims), dims);
        fit.begin(matrix, r.min(dims), COLD_ROUNDS);
        fit
    }

    /// Begins a fit of opinions that have moved a little since `previous` was fitted: two rounds from its axes, at a third
    /// of the cost.
    pub fn warm_start(&mut self, matrix: &Matrix, previous: &Projection) {
        let (dims, r) = (matrix.dims(), previous.width());
        self.axes.clear();
        self.axes.extend_from_slice(previous.axis_values());
        self.push_random_axes(OVERSAMPLING.min(dims - r), dims);
        self.begin(matrix, r, WARM_ROUNDS);
    }

    fn begin(&mut self, matrix: &Matrix, r: usize, rounds: usize) {
        (self.r, self.rounds) = (r, rounds);
        self.mean.resize(matrix.dims(), 0.0);
        write_mean(matrix, &mut self.sums, &mut self.mean);
        orthonormalize(&mut self.axes, matrix.dims());
    }

    /// Runs one round, `axes ← orthonormal(axes · C)`, if one is left. Returns whether more are left.
    pub fn advance(&mut self, matrix: &Matrix) -> bool {
        if self.rounds == 0 {
            return false;
        }
        let PcaFit { mean, axes, image, batch, scores, .. } = self;
        let dims = matrix.dims();
        image.clear();
        image.resize(axes.len(), 0.0);
        Sample::new(matrix, mean).each_batch(batch, |rows| {
            write_scores(scores, rows, axes, dims);
            let rows: [&[f32]; 8] = std::array::from_fn(|b| &rows[b * dims..][..dims]);
            for (sum, &weights) in image.chunks_exact_mut(dims).zip(scores.iter()) {
                add_weighted_rows(sum, rows, weights);
            }
        });
        core::mem::swap(axes, image);
        orthonormalize(axes, dims);
        self.rounds -= 1;
        self.rounds > 0
    }

    /// The leading components in the span of the axes.
    pub fn finish(&mut self, matrix: &Matrix) -> Projection {
        let explained_variance = self.rayleigh_ritz(matrix);
        Projection::new(self.mean.clone(), self.components.clone(), explained_variance)
    }

    /// Writes the leading components over `found`, without allocating; each keeps the sign it has in `previous`. All have
    /// the same shape.
    pub fn finish_into(&mut self, matrix: &Matrix, previous: &Projection, found: &mut Projection) {
        let explained_variance = self.rayleigh_ritz(matrix);
        found.replace(&self.mean, &mut self.components, explained_variance, previous);
    }

    fn push_random_axes(&mut self, count: usize, dims: usize) {
        let key = StreamKey::new(0, Domain::PCA_START);
        for axis in 0..count {
            let mut stream = key.stream(axis);
            self.axes.extend(std::iter::repeat_with(|| normal(&mut stream) as f32).take(dims));
        }
    }

    /// Writes the leading eigenvectors in the span of the axes to `components`. Returns the share of the variance they keep.
    fn rayleigh_ritz(&mut self, matrix: &Matrix) -> f64 {
        let PcaFit { r, mean, axes, batch, scores, restricted, components, .. } = self;
        let (r, dims) = (*r, matrix.dims());
        let sample = Sample::new(matrix, mean);
        let width = axes.len() / dims;
        restricted.clear(width);
        let mut total = 0.0f64;
        sample.each_batch(batch, |rows| {
            write_scores(scores, rows, axes, dims);
            for b in 0..8 {
                let row = &rows[b * dims..][..dims];
                total += f64::from(dot(row, row));
                for i in 0..width {
                    for j in 0..width {
                        restricted.a[i][j] += f64::from(scores[i][b]) * f64::from(scores[j][b]);
                    }
                }
            }
        });
        restricted.diagonalize();
        components.clear();
        components.resize(r * dims, 0.0);
        for (k, component) in components.chunks_exact_mut(dims).enumerate() {
            for (weight, axis) in restricted.vector(k).zip(axes.chunks_exact(dims)) {
                component.iter_mut().zip(axis).for_each(|(sum, x)| *sum += weight as f32 * x);
            }
        }
        orthonormalize(components, dims);
        components.chunks_exact_mut(dims).for_each(fix_sign);
        let kept = (0..r).map(|k| restricted.value(k)).sum::<f64>();
        if total > 0.0 { (kept / total).clamp(0.0, 1.0) } else { 1.0 }
    }
}

/// Writes the dot products of eight rows with every axis: one array of eight per axis.
fn write_scores(scores: &mut Vec<[f32; 8]>, rows: &[f32], axes: &[f32], dims: usize) {
    let product = |axis| std::array::from_fn(|b| dot(&rows[b * dims..][..dims], axis));
    scores.clear();
    scores.extend(axes.chunks_exact(dims).map(product));
}

/// Evenly spaced rows of a matrix, centered on the mean of all.
struct Sample<'a> {
    matrix: &'a Matrix,
    mean: &'a [f32],
    rows: usize,
}

impl<'a> Sample<'a> {
    fn new(matrix: &'a Matrix, mean: &'a [f32]) -> Self {
        Sample { matrix, mean, rows: matrix.row_count().min(SAMPLE) }
    }

    /// Calls `visit` with eight centered rows at a time; the last batch is padded with zeros.
    fn each_batch(&self, batch: &mut Vec<f32>, mut visit: impl FnMut(&[f32])) {
        let dims = self.matrix.dims();
        batch.resize(8 * dims, 0.0);
        for first in (0..self.rows).step_by(8) {
            for (b, centered) in batch.chunks_exact_mut(dims).enumerate() {
                if first + b >= self.rows {
                    centered.fill(0.0);
                    continue;
                }
                let row = self.matrix.row((first + b) * self.matrix.row_count() / self.rows);
                for ((out, x), m) in centered.iter_mut().zip(row).zip(self.mean) {
                    *out = x - m;
                }
            }
            visit(batch);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Normal rows with standard deviation `sd(d)` in column d, rotated in the first two columns and shifted in the first.
    fn sample(rows: usize, dims: usize, sd: impl Fn(usize) -> f32) -> Matrix {
        let mut matrix = Matrix::zeros(rows, dims).expect("a small matrix fits");
        for index in 0..rows {
            let mut stream = StreamKey::new(5, Domain::INITIAL_OPINIONS).stream(index);
            let row = matrix.row_mut(index);
            for (d, x) in row.iter_mut().enumerate() {
                *x = sd(d) * normal(&mut stream) as f32;
            }
            (row[0], row[1]) = (0.6 * row[0] - 0.8 * row[1] + 3.0, 0.8 * row[0] + 0.6 * row[1]);
        }
        matrix
    }

    #[test]
    fn leading_axes_are_found_in_order() {
        let matrix = sample(3_000, 200, |d| if d < 3 { [9.0, 6.0, 4.0][d] } else { 0.5 });
        let found = principal_components(&matrix, 3);
        let axes = found.axes();
        assert!((axes[0][0] - 0.6).abs() < 0.03 && (axes[0][1] - 0.8).abs() < 0.03, "{:?}", &axes[0][..3]);
        assert!((axes[1][0].abs() - 0.8).abs() < 0.04, "{:?}", &axes[1][..3]);
        assert!(axes[2][2] > 0.99);
        assert!((found.mean()[0] - 3.0).abs() < 0.5);
        let share = f64::from(81 + 36 + 16) / (133.0 + 197.0 * 0.25);
        assert!((found.explained_variance() - share).abs() < 0.02, "{} {share}", found.explained_variance());
    }

    #[test]
    fn axes_are_orthonormal_even_at_low_rank() {
        for (dims, sd) in [(40, 1.0), (300, 1.0), (12, 0.0)] {
            // With variance in two dimensions only, the rank is two: the other axes are zero.
            let matrix = sample(500, dims, |d| if d < 2 { 2.0 } else { sd });
            let found = principal_components(&matrix, 8);
            for (i, a) in found.axes().iter().enumerate() {
                for (j, b) in found.axes().iter().enumerate() {
                    let expected = f32::from(i == j && (sd > 0.0 || i < 2));
                    assert!((dot(a, b) - expected).abs() < 1e-5, "{dims} {i} {j}: {}", dot(a, b));
                }
            }
        }
    }

    #[test]
    fn a_warm_start_on_the_same_matrix_reproduces_the_axes() {
        let matrix = sample(1_000, 64, |d| 4.0 / (1.0 + d as f32));
        let before = principal_components(&matrix, 4);
        let (mut fit, mut after) = (PcaFit::default(), before.clone());
        fit.warm_start(&matrix, &before);
        while fit.advance(&matrix) {}
        fit.finish_into(&matrix, &before, &mut after);
        for (a, b) in before.axes().iter().zip(after.axes()) {
            assert!(dot(a, b) > 0.9999, "{}", dot(a, b));
        }
    }
}
