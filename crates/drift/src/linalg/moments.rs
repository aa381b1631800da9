//! First and second moments of the rows of a matrix: centroid and root mean square distance.

use crate::linalg::matrix::Matrix;

/// The centroid: mean of every column over all rows (D numbers), summed in double precision.
pub fn mean(matrix: &Matrix) -> Vec<f32> {
    let mut mean = vec![0.0; matrix.dims()];
    write_mean(matrix, &mut Vec::new(), &mut mean);
    mean
}

/// Writes the centroid of the rows to `mean` (D numbers).
///
/// * `sums` – scratch buffer.
pub(crate) fn write_mean(matrix: &Matrix, sums: &mut Vec<f64>, mean: &mut [f32]) {
    sums.clear();
    sums.resize(matrix.dims(), 0.0);
    for row in matrix.rows() {
        sums.iter_mut().zip(row).for_each(|(sum, &x)| *sum += f64::from(x));
    }
    let rows = matrix.row_count().max(1) as f64;
    mean.iter_mut().zip(sums.iter()).for_each(|(mean, sum)| *mean = (sum / rows) as f32);
}

/// Squared distance of a row from `center`, summed in double precision.
pub(crate) fn squared_distance_from(row: &[f32], center: &[f32]) -> f64 {
    row.iter().zip(center).map(|(x, c)| f64::from(x - c) * f64::from(x - c)).sum()
}

/// Root mean square distance of the rows from `center` (D numbers).
pub fn rms_distance(matrix: &Matrix, center: &[f32]) -> f32 {
    let squares: f64 = matrix.rows().map(|row| squared_distance_from(row, center)).sum();
    (squares / matrix.row_count().max(1) as f64).sqrt() as f32
}
