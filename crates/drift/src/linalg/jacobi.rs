//! Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi rotations.

/// A small symmetric matrix, and after [`diagonalize`](Self::diagonalize) its eigenvalues, largest first, and eigenvectors.
///
/// The buffers are reused when the matrix is filled again.
#[derive(Clone, Debug, Default)]
pub(crate) struct SymmetricEigen {
    /// n rows of n; after diagonalization the eigenvalues are on the diagonal.
    pub(crate) a: Vec<Vec<f64>>,
    /// Eigenvectors, one per column.
    v: Vec<Vec<f64>>,
    /// Columns by decreasing eigenvalue.
    order: Vec<usize>,
}

impl SymmetricEigen {
    /// Makes `a` the n × n zero matrix.
    pub(crate) fn clear(&mut self, n: usize) {
        for rows in [&mut self.a, &mut self.v] {
            rows.resize_with(n, Vec::new);
            for row in rows {
                row.clear();
                row.resize(n, 0.0);
            }
        }
        self.order.clear();
        self.order.extend(0..n);
    }

    /// Computes eigenvalues and eigenvectors of `a` by cyclic Jacobi rotations (Golub and Van Loan, *Matrix Computations*,
    /// section 8.5).
    ///
    /// Costs about `4n³` multiply-adds per sweep; matrices of a few dozen rows converge within eight sweeps.
    pub(crate) fn diagonalize(&mut self) {
        let SymmetricEigen { a, v, order } = self;
        let n = a.len();
        v.iter_mut().enumerate().for_each(|(i, row)| row[i] = 1.0);
        let scale: f64 = (0..n).map(|i| a[i][i].abs()).sum();
        for _sweep in 0..24 {
            let off: f64 = (0..n).map(|i| a[i][i + 1..].iter().map(|x| x * x).sum::<f64>()).sum();
            if off <= 1e-30 * scale * scale {
                break;
            }
            for p in 0..n {
                for q in p + 1..n {
                    rotate(a, v, p, q);
                }
            }
        }
        order.sort_unstable_by(|&i, &j| a[j][j].total_cmp(&a[i][i]).then(i.cmp(&j)));
    }

    /// The k-th largest eigenvalue.
    pub(crate) fn value(&self, k: usize) -> f64 {
        self.a[self.order[k]][self.order[k]]
    }

    /// The eigenvector of the k-th largest eigenvalue.
    pub(crate) fn vector(&self, k: usize) -> impl Iterator<Item = f64> {
        self.v.iter().map(move |row| row[self.order[k]])
    }
}

/// Eigenvalues of a symmetric matrix, given as its rows, largest first. Costs some `30 n³` multiply-adds.
///
/// # Panics
///
/// When the matrix is not square.
pub fn eigenvalues(rows: Vec<Vec<f64>>) -> Vec<f64> {
    let n = rows.len();
    assert!(rows.iter().all(|row| row.len() == n), "a square matrix");
    let mut eigen = SymmetricEigen::default();
    eigen.clear(n);
    eigen.a = rows;
    eigen.diagonalize();
    (0..n).map(|k| eigen.value(k)).collect()
}

/// Rotates in the plane of axes `p` and `q` so that `a[p][q]` becomes zero.
fn rotate(a: &mut [Vec<f64>], v: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let tau = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = if tau >= 0.0 { 1.0 } else { -1.0 } / (tau.abs() + (1.0 + tau * tau).sqrt());
    let c = 1.0 / (1.0 + t * t).sqrt();
    let s = t * c;
    for row in a.iter_mut().chain(v.iter_mut()) {
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
    let (above, below) = a.split_at_mut(q);
    for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eigenvectors_reconstruct_the_matrix() {
        let n = 9;
        let a: Vec<Vec<f64>> =
            (0..n).map(|i| (0..n).map(|j| f64::from(((i * j + i + j) % 7) as u8)).collect()).collect();
        let mut found = SymmetricEigen::default();
        // The result must not depend on what the buffers held before.
        for _ in 0..2 {
            found.clear(n);
            found.a.clone_from(&a);
            found.diagonalize();
        }
        let values: Vec<f64> = (0..n).map(|k| found.value(k)).collect();
        let vectors: Vec<Vec<f64>> = (0..n).map(|k| found.vector(k).collect()).collect();
        assert!(values.is_sorted_by(|x, y| x >= y));
        for i in 0..n {
            for j in 0..n {
                let reconstructed: f64 = (0..n).map(|k| values[k] * vectors[k][i] * vectors[k][j]).sum();
                assert!((reconstructed - a[i][j]).abs() < 1e-12, "{i} {j}");
            }
        }
    }
}
