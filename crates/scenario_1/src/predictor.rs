//! Predictor from the population of a later day, by regression of items on the recommender's embedding.

use drift::World;
use quiz::questionnaire::{ItemModels, RELIABILITY};
use quiz::scoring::Predictor;

/// Every fourth agent predicts; the regression uses all agents.
const PREDICTOR_STRIDE: usize = 4;

/// Number of regressors: the embedding's largest number of dimensions, and the constant.
const TERMS: usize = 9;

/// Predictor from the current population: the common part of each item is the least-squares fit of the opinions to the
/// recommender's embedding, and the residual variance is that of the unique factor.
pub(super) fn predictor(world: &World, models: &ItemModels) -> Predictor {
    let items = models.set().items();
    let (beliefs, embedding) = (world.opinions(), world.embedding());
    let people = beliefs.row_count();
    let terms = |person: usize| -> [f64; TERMS] {
        let seen = embedding.padded(person);
        core::array::from_fn(|t| if t == 0 { 1.0 } else { f64::from(seen[t - 1]) })
    };
    let mut moments = [[0.0; TERMS]; TERMS];
    let mut products = vec![[0.0; TERMS]; items.len()];
    let mut squares = vec![0.0; items.len()];
    for person in 0..people {
        let (x, row) = (terms(person), beliefs.row(person));
        for (a, moments) in moments.iter_mut().enumerate() {
            moments.iter_mut().zip(x).for_each(|(m, b)| *m += x[a] * b);
        }
        for (q, item) in items.iter().enumerate().filter(|(_, q)| !q.reverse_keyed) {
            let y = f64::from(row[item.bank]);
            products[q].iter_mut().zip(x).for_each(|(p, b)| *p += y * b);
            squares[q] += y * y;
        }
    }
    let factor = cholesky(moments);
    let scale = f64::sqrt(RELIABILITY);
    let mut drifted = models.clone();
    let mut weights = vec![[0.0; TERMS]; items.len()];
    for (q, item) in items.iter().enumerate().filter(|(_, q)| !q.reverse_keyed) {
        weights[q] = solve(&factor, products[q]);
        let explained: f64 = weights[q].iter().zip(products[q]).map(|(w, p)| w * p).sum();
        let rest = ((squares[q] - explained) / people as f64).max(0.0);
        drifted[q].unique_sd = f64::sqrt(RELIABILITY * rest);
        if let Some(consistency_pair) = item.consistency_pair {
            drifted[consistency_pair].unique_sd = drifted[q].unique_sd;
        }
    }
    Predictor::new(&drifted, |q| {
        let mean = |person| weights[q].iter().zip(terms(person)).fold(0.0, |sum, (w, x)| sum + w * x);
        (0..people).step_by(PREDICTOR_STRIDE).map(|person| (scale * mean(person)) as f32).collect()
    })
}

/// Cholesky factor: lower triangular L with `L Lᵀ = matrix`. The row of a dimension without variance is zero.
fn cholesky(matrix: [[f64; TERMS]; TERMS]) -> [[f64; TERMS]; TERMS] {
    let mut lower = [[0.0; TERMS]; TERMS];
    for i in 0..TERMS {
        for j in 0..=i {
            let sum = (0..j).fold(matrix[i][j], |sum, k| sum - lower[i][k] * lower[j][k]);
            if i == j {
                lower[i][i] = if sum > 1e-9 * matrix[0][0] { f64::sqrt(sum) } else { 0.0 };
            } else if lower[j][j] > 0.0 {
                lower[i][j] = sum / lower[j][j];
            }
        }
    }
    lower
}

/// Solution x of `L Lᵀ x = right`; zero where the row of L is zero.
fn solve(lower: &[[f64; TERMS]; TERMS], right: [f64; TERMS]) -> [f64; TERMS] {
    let mut x = right;
    let divided = |value: f64, by: f64| if by > 0.0 { value / by } else { 0.0 };
    for i in 0..TERMS {
        let sum = (0..i).fold(x[i], |sum, k| sum - lower[i][k] * x[k]);
        x[i] = divided(sum, lower[i][i]);
    }
    for i in (0..TERMS).rev() {
        let sum = (i + 1..TERMS).fold(x[i], |sum, k| sum - lower[k][i] * x[k]);
        x[i] = divided(sum, lower[i][i]);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_squares_are_solved_also_when_dimensions_are_missing() {
        // Dimension 4 does not vary at all.
        let entry = |i: usize, j: usize| match (i, j) {
            (4, _) | (_, 4) => 0.0,
            _ => 1.0 / (1.0 + i as f64 + j as f64) + if i == j { 1.0 } else { 0.0 },
        };
        let matrix: [[f64; TERMS]; TERMS] = core::array::from_fn(|i| core::array::from_fn(|j| entry(i, j)));
        let mut exact: [f64; TERMS] = core::array::from_fn(|i| i as f64 - 3.0);
        exact[4] = 0.0;
        let right: [f64; TERMS] = core::array::from_fn(|i| (0..TERMS).map(|j| matrix[i][j] * exact[j]).sum());
        for (got, exact) in solve(&cholesky(matrix), right).iter().zip(exact) {
            assert!((got - exact).abs() < 1e-9);
        }
    }
}
