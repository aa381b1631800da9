//! Opinions in a world: what a respondent believes in each of its dimensions.

use crate::domains;
use crate::item_bank::{FACTORS, ITEM_COUNT, ITEMS, ItemParameters};
use crate::respondent::SimulatedRespondent;
use crate::response_model::RELIABILITY;
use drift::linalg::{Matrix, MatrixError};
use drift::rng::{StreamKey, bounded_u32, normal};
use rand::Rng;

/// One dimension: `x = Λf + u·s` with unit variance, `u` the standard deviation of the unique factor's contribution.
#[derive(Clone, Copy, Debug)]
struct Axis {
    loadings: [f64; FACTORS],
    unique_sd: f64,
}

impl Axis {
    /// Stable part of an item's latent response, rescaled to unit variance.
    fn of_item(item: &ItemParameters) -> Axis {
        let scale = 1.0 / f64::sqrt(RELIABILITY);
        let unique_sd = scale * item.unique_sd();
        Axis { loadings: item.loadings.map(|l| l * scale), unique_sd }
    }
}

/// Dimensions of a world: the items of the bank first, then dimensions without an item, whose loadings have the lengths of
/// the bank's and random directions.
#[derive(Clone, Debug)]
pub struct OpinionAxes(Vec<Axis>);

impl OpinionAxes {
    /// The `dims` dimensions of worlds with this `seed`.
    pub fn new(seed: u64, dims: usize) -> OpinionAxes {
        let items = ITEMS.each_ref().map(Axis::of_item);
        let unnamed = |d: usize| {
            let mut stream = StreamKey::new(seed, domains::LOADINGS).stream(d);
            let model = &items[bounded_u32(ITEM_COUNT as u32, stream.next_u32()) as usize];
            let direction: [f64; FACTORS] = core::array::from_fn(|_| normal(&mut stream));
            let length = |a: &[f64; FACTORS]| f64::sqrt(a.iter().fold(0.0, |sum, x| sum + x * x));
            let scale = length(&model.loadings) / length(&direction);
            Axis { loadings: direction.map(|v| v * scale), unique_sd: model.unique_sd }
        };
        OpinionAxes((0..dims).map(|d| items.get(d).copied().unwrap_or_else(|| unnamed(d))).collect())
    }

    /// Number of dimensions D.
    pub fn dims(&self) -> usize {
        self.0.len()
    }

    /// Writes the opinion vector of factor scores and unique factors into `row` (length D).
    ///
    /// * `unique_factor` – unique factor of dimension d, standard normal; called once a dimension, in ascending order.
    pub fn write(
        &self,
        factors: &[f64; FACTORS],
        mut unique_factor: impl FnMut(usize) -> f64,
        row: &mut [f32],
    ) {
        for (d, (x, axis)) in row.iter_mut().zip(&self.0).enumerate() {
            let shared = axis.loadings.iter().zip(factors).fold(0.0, |sum, (l, f)| sum + l * f);
            *x = (shared + axis.unique_sd * unique_factor(d)) as f32;
        }
    }

    /// Opinions of the first `people` respondents of the population of `seed`: a `people` × D matrix, unit variance per
    /// dimension.
    ///
    /// # Errors
    ///
    /// [`MatrixError`] when the matrix is larger than allowed or memory does not suffice.
    pub fn population(&self, seed: u64, people: usize) -> Result<Matrix, MatrixError> {
        let mut opinions = Matrix::zeros(people, self.dims())?;
        for n in 0..people {
            let respondent = SimulatedRespondent::nth(seed, n);
            let mut unique = respondent.unique_factors();
            self.write(respondent.factors(), |_| normal(&mut unique), opinions.row_mut(n));
        }
        Ok(opinions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opinions_have_unit_variance_and_agents_are_the_respondents() {
        let axes = OpinionAxes::new(7, 130);
        let opinions = axes.population(3, 4_000).expect("a small world");
        for d in [0, 50, 100, 129] {
            let squares: f32 = opinions.rows().map(|row| row[d] * row[d]).sum();
            assert!((squares / 4_000.0 - 1.0).abs() < 0.1, "{d}: {}", squares / 4_000.0);
        }
        // A larger world has the same beliefs in its first dimensions.
        let wider = OpinionAxes::new(7, 200).population(3, 1).expect("a small world");
        assert_eq!(opinions.row(0), &wider.row(0)[..130]);
    }

    #[test]
    fn items_correlate_as_their_loadings_say() {
        let opinions = OpinionAxes::new(7, ITEM_COUNT).population(3, 6_000).expect("a small world");
        for (a, b) in [(0, 1), (5, 10), (31, 40), (80, 90)] {
            let products: f32 = opinions.rows().map(|row| row[a] * row[b]).sum();
            let loadings = ITEMS[a].loadings.iter().zip(ITEMS[b].loadings);
            let expected = loadings.fold(0.0, |sum, (x, y)| sum + x * y) / RELIABILITY;
            assert!((f64::from(products) / 6_000.0 - expected).abs() < 0.05, "{a} {b}");
        }
    }
}
