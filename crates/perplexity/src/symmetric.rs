//! Small symmetric positive definite matrices of fixed size: factorization, inverse, determinant.

/// A square matrix.
pub type Square<const N: usize> = [[f64; N]; N];

/// Cholesky factor: the lower triangle L with `A = LLᵀ`.
#[derive(Clone, Debug)]
pub struct Cholesky<const N: usize>(Square<N>);

impl<const N: usize> Cholesky<N> {
    /// Factors a matrix, of which the lower triangle is read; `None` unless it is positive definite.
    pub fn of(a: &Square<N>) -> Option<Cholesky<N>> {
        let mut l = [[0.0; N]; N];
        for i in 0..N {
            for j in 0..=i {
                let sum = (0..j).fold(a[i][j], |sum, k| sum - l[i][k] * l[j][k]);
                if i != j {
                    l[i][j] = sum / l[j][j];
                } else if sum > 0.0 {
                    l[i][i] = f64::sqrt(sum);
                } else {
                    return None;
                }
            }
        }
        Some(Cholesky(l))
    }

    /// Solves A x = b.
    pub fn solve(&self, b: [f64; N]) -> [f64; N] {
        self.solve_upper(self.solve_lower(b))
    }

    /// Solves L x = b.
    fn solve_lower(&self, b: [f64; N]) -> [f64; N] {
        let mut x = b;
        for i in 0..N {
            x[i] = (0..i).fold(x[i], |sum, k| sum - self.0[i][k] * x[k]) / self.0[i][i];
        }
        x
    }

    /// Solves Lᵀ x = b.
    pub fn solve_upper(&self, b: [f64; N]) -> [f64; N] {
        let mut x = b;
        for i in (0..N).rev() {
            x[i] = (i + 1..N).fold(x[i], |sum, k| sum - self.0[k][i] * x[k]) / self.0[i][i];
        }
        x
    }

    /// Product Lᵀ x, whose squared length is xᵀ A x.
    pub fn times_transposed(&self, x: &[f64; N]) -> [f64; N] {
        core::array::from_fn(|i| (i..N).fold(0.0, |sum, k| sum + self.0[k][i] * x[k]))
    }

    /// Inverse of A.
    pub fn inverse(&self) -> Square<N> {
        let mut inverse = [[0.0; N]; N];
        for (i, row) in inverse.iter_mut().enumerate() {
            let mut unit = [0.0; N];
            unit[i] = 1.0;
            *row = self.solve(unit);
        }
        inverse
    }

    /// Natural logarithm of the determinant of A.
    pub fn log_determinant(&self) -> f64 {
        (0..N).fold(0.0, |sum, i| sum + 2.0 * libm::log(self.0[i][i]))
    }
}

/// Product A x.
pub fn times<const N: usize>(a: &Square<N>, x: &[f64; N]) -> [f64; N] {
    core::array::from_fn(|i| dot(&a[i], x))
}

/// Inner product.
pub fn dot<const N: usize>(a: &[f64; N], b: &[f64; N]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + x * y)
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Square<3> = [[4.0, 2.0, 0.6], [2.0, 3.0, 0.4], [0.6, 0.4, 1.5]];

    #[test]
    fn the_inverse_undoes_the_matrix() {
        let factor = Cholesky::of(&A).expect("positive definite");
        let inverse = factor.inverse();
        for (i, row) in inverse.iter().enumerate() {
            // The inverse is symmetric: its rows are its columns.
            for (k, x) in times(&A, row).iter().enumerate() {
                assert!((x - f64::from(u8::from(k == i))).abs() < 1e-14);
            }
        }
        let determinant = 4.0 * (3.0 * 1.5 - 0.16) - 2.0 * (3.0 - 0.24) + 0.6 * (0.8 - 1.8);
        assert!((factor.log_determinant() - libm::log(determinant)).abs() < 1e-14);
    }

    #[test]
    fn deviates_through_the_factor_have_the_inverse_as_covariance() {
        let factor = Cholesky::of(&A).expect("positive definite");
        // Σ over unit vectors u of (L⁻ᵀu)(L⁻ᵀu)ᵀ = A⁻¹.
        let inverse = factor.inverse();
        let columns: Vec<[f64; 3]> = (0..3)
            .map(|u| factor.solve_upper(core::array::from_fn(|k| f64::from(u8::from(k == u)))))
            .collect();
        for (i, row) in inverse.iter().enumerate() {
            for (j, x) in row.iter().enumerate() {
                let sum: f64 = columns.iter().map(|column| column[i] * column[j]).sum();
                assert!((sum - x).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn a_matrix_that_is_not_positive_definite_is_refused() {
        assert!(Cholesky::of(&[[1.0, 2.0], [2.0, 1.0]]).is_none());
    }
}
