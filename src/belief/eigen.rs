//! What are the eigenvectors of a small symmetric matrix?

/// Eigenvalues, largest first, and the eigenvectors of a symmetric `n × n` matrix, by cyclic Jacobi rotations
/// (Golub and Van Loan, *Matrix Computations*, section 8.5). `vectors[k]` belongs to `values[k]`.
///
/// For matrices of a few dozen rows: a sweep costs about `4n³` multiply-adds, and eight sweeps are plenty.
pub(super) fn symmetric(mut a: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = a.len();
    let mut v: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| f64::from(i == j)).collect()).collect();
    let scale: f64 = (0..n).map(|i| a[i][i].abs()).sum();
    for _sweep in 0..24 {
        let off: f64 = (0..n).map(|i| a[i][i + 1..].iter().map(|x| x * x).sum::<f64>()).sum();
        if off <= 1e-30 * scale * scale {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut v, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_unstable_by(|&i, &j| a[j][j].total_cmp(&a[i][i]).then(i.cmp(&j)));
    let vectors = order.iter().map(|&k| v.iter().map(|row| row[k]).collect()).collect();
    (order.iter().map(|&k| a[k][k]).collect(), vectors)
}

/// The rotation in the plane of axes `p` and `q` that makes `a[p][q]` nought.
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
    fn eigenvectors_rebuild_the_matrix() {
        let n = 9;
        let a: Vec<Vec<f64>> =
            (0..n).map(|i| (0..n).map(|j| f64::from(((i * j + i + j) % 7) as u8)).collect()).collect();
        let (values, vectors) = symmetric(a.clone());
        assert!(values.is_sorted_by(|x, y| x >= y));
        for i in 0..n {
            for j in 0..n {
                let rebuilt: f64 = (0..n).map(|k| values[k] * vectors[k][i] * vectors[k][j]).sum();
                assert!((rebuilt - a[i][j]).abs() < 1e-12, "{i} {j}");
            }
        }
    }
}
