//! Emulator: quadratic response surfaces through simulations, one for each difference from a fact.
//!
//! A simulated panel has a sampling error; the surface averages it out, and says how certain it is itself.

/// Added to the diagonal of the normal equations; parameters are between 0 and 1, so this is small.
const RIDGE: f64 = 1e-6;

/// Surfaces over the unit cube of the parameters.
#[derive(Clone, Debug)]
pub struct Emulator {
    /// Cholesky factor L of the normal equations, `LLᵀ = XᵀX`.
    factor: Vec<Vec<f64>>,
    surfaces: Vec<Surface>,
}

#[derive(Clone, Debug)]
struct Surface {
    coefficients: Vec<f64>,
    /// Variance of the simulations around the surface.
    variance: f64,
}

impl Emulator {
    /// Least-squares surfaces through simulations: parameters, and differences from the facts in standard errors.
    ///
    /// # Panics
    ///
    /// When there are no simulations, or no more than a surface has coefficients.
    pub fn new(simulations: &[(&[f64], &[f64])]) -> Emulator {
        let rows: Vec<Vec<f64>> = simulations.iter().map(|(at, _)| terms(at)).collect();
        let count = rows[0].len();
        let spare = rows.len().checked_sub(count).filter(|&spare| spare > 0);
        let spare = spare.expect("more simulations than coefficients") as f64;
        let squares = |i: usize, j: usize| {
            let sum = rows.iter().fold(0.0, |sum, row| sum + row[i] * row[j]);
            if i == j { sum + RIDGE } else { sum }
        };
        let factor = cholesky(count, squares);
        let surface = |fact: usize| {
            let products = (0..count)
                .map(|k| rows.iter().zip(simulations).fold(0.0, |sum, (row, (_, z))| sum + row[k] * z[fact]));
            let coefficients = solve_upper(&factor, solve_lower(&factor, products.collect()));
            let residual = |row: &[f64], z: f64| z - dot(&coefficients, row);
            let squares = rows.iter().zip(simulations).map(|(row, (_, z))| residual(row, z[fact]));
            let variance = squares.map(|rest| rest * rest).sum::<f64>() / spare;
            Surface { coefficients, variance }
        };
        let surfaces = (0..simulations[0].1.len()).map(surface).collect();
        Emulator { factor, surfaces }
    }

    /// Logarithm of the likelihood of the facts, up to a constant: their errors are normal with variance 1, to which the
    /// surfaces' own are added.
    pub fn log_likelihood(&self, at: &[f64]) -> f64 {
        let terms = terms(at);
        let reach = solve_lower(&self.factor, terms.clone());
        let leverage = dot(&reach, &reach);
        let of_fact = |surface: &Surface| {
            let z = dot(&surface.coefficients, &terms);
            let variance = 1.0 + surface.variance * leverage;
            -0.5 * (z * z / variance + libm::log(variance))
        };
        self.surfaces.iter().map(of_fact).sum()
    }
}

/// Terms of a quadratic polynomial: 1, all parameters, all products of two.
fn terms(at: &[f64]) -> Vec<f64> {
    let mut terms = vec![1.0];
    terms.extend(at);
    for (i, a) in at.iter().enumerate() {
        terms.extend(at[i..].iter().map(|b| a * b));
    }
    terms
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + x * y)
}

/// Rows of the lower triangle L with `LLᵀ` the given positive definite matrix.
fn cholesky(n: usize, matrix: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(n);
    for i in 0..n {
        let mut row = Vec::with_capacity(i + 1);
        for (j, other) in rows.iter().enumerate() {
            let sum = (0..j).fold(matrix(i, j), |sum, k| sum - row[k] * other[k]);
            row.push(sum / other[j]);
        }
        let square = row.iter().fold(matrix(i, i), |sum, l: &f64| sum - l * l);
        row.push(f64::sqrt(square.max(1e-12)));
        rows.push(row);
    }
    rows
}

/// Solves L x = b.
fn solve_lower(l: &[Vec<f64>], b: Vec<f64>) -> Vec<f64> {
    let mut x = b;
    for i in 0..x.len() {
        x[i] = (0..i).fold(x[i], |sum, k| sum - l[i][k] * x[k]) / l[i][i];
    }
    x
}

/// Solves Lᵀ x = b.
fn solve_upper(l: &[Vec<f64>], b: Vec<f64>) -> Vec<f64> {
    let mut x = b;
    for i in (0..x.len()).rev() {
        x[i] = (i + 1..x.len()).fold(x[i], |sum, k| sum - l[k][i] * x[k]) / l[i][i];
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::rng::{Domain, StreamKey, normal, uniform};

    #[test]
    fn a_quadratic_surface_is_found_and_its_noise_averaged_out() {
        let surface = |a: f64, b: f64| 1.0 + 2.0 * a - 3.0 * a * b + b * b;
        let runs: Vec<([f64; 2], [f64; 1])> = (0..2_000)
            .map(|n| {
                let mut stream = StreamKey::new(2, Domain::new(999)).stream(n);
                let [a, b] = [uniform(&mut stream), uniform(&mut stream)];
                ([a, b], [surface(a, b) + normal(&mut stream)])
            })
            .collect();
        let runs: Vec<(&[f64], &[f64])> = runs.iter().map(|(at, z)| (&at[..], &z[..])).collect();
        let emulator = Emulator::new(&runs);
        for [a, b] in [[0.2, 0.9], [0.5, 0.5], [0.8, 0.1]] {
            let z = surface(a, b);
            let found = emulator.log_likelihood(&[a, b]);
            assert!((found + 0.5 * z * z).abs() < 0.2, "{a} {b}: {found} {z}");
        }
        // Outside of the simulations it knows that it knows less.
        let [inside, outside] = [0.5, 30.0].map(|a| {
            let reach = solve_lower(&emulator.factor, terms(&[a, 0.5]));
            dot(&reach, &reach)
        });
        assert!(inside < 0.01 && outside > 1.0, "{inside} {outside}");
    }
}
