//! Opinion space: the dimensions of a world.

use thiserror::Error;

use super::plane::{Composite, composites};
use drift::rng::normal;
use perplexity::item_bank::{FACTORS, ITEM_COUNT};
use perplexity::opinions::OpinionAxes;
use perplexity::respondent::SimulatedRespondent;

/// Range of the number of dimensions of a world.
pub const AXES: core::ops::RangeInclusive<usize> = 2..=2048;

/// Error of a number of dimensions outside [`AXES`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a world has {} to {} dimensions, not {dims}", AXES.start(), AXES.end())]
pub struct OpinionSpaceError {
    /// The number requested.
    pub dims: usize,
}

/// Dimensions of a world.
///
/// With two dimensions: the essay's plane, left–right and anti–pro AI, each a composite of items. With more: the items of the
/// bank first, then dimensions without an item ([`OpinionAxes`]).
#[derive(Clone, Debug)]
pub struct OpinionSpace {
    /// Dimensions; of the plane, the items of the bank.
    axes: OpinionAxes,
    /// With two dimensions: items and their weights in each.
    composites: Option<[Composite; 2]>,
}

impl OpinionSpace {
    /// The `dims` dimensions of worlds with this `seed`.
    ///
    /// # Errors
    ///
    /// [`OpinionSpaceError`] when `dims` is outside [`AXES`].
    pub fn new(seed: u64, dims: usize) -> Result<OpinionSpace, OpinionSpaceError> {
        if !AXES.contains(&dims) {
            return Err(OpinionSpaceError { dims });
        }
        let composites = (dims == 2).then(composites);
        let axes = OpinionAxes::new(seed, if dims == 2 { ITEM_COUNT } else { dims });
        Ok(OpinionSpace { axes, composites })
    }

    /// Number of dimensions D.
    pub fn dims(&self) -> usize {
        if self.composites.is_some() { 2 } else { self.axes.dims() }
    }

    /// Dimension of an item of the bank; `None` when the world does not have it.
    pub fn of_item(&self, bank: usize) -> Option<usize> {
        (self.composites.is_none() && bank < ITEM_COUNT.min(self.axes.dims())).then_some(bank)
    }

    /// Writes the opinion vector of a simulated respondent into `row` (length [`OpinionSpace::dims`]).
    pub fn write_respondent(&self, person: &SimulatedRespondent, row: &mut [f32]) {
        let mut unique_factors = person.unique_factors();
        self.write_opinions(person.factors(), |_| normal(&mut unique_factors), row);
    }

    /// Writes the opinion vector of given factor scores and unique factors into `row` (length [`OpinionSpace::dims`]).
    ///
    /// * `unique_factor` – unique factor of dimension d, standard normal; called once for every item and every dimension
    ///   without an item, in ascending order.
    pub fn write_opinions(
        &self,
        factors: &[f64; FACTORS],
        unique_factor: impl FnMut(usize) -> f64,
        row: &mut [f32],
    ) {
        let Some(composites) = &self.composites else {
            return self.axes.write(factors, unique_factor, row);
        };
        let mut items = [0.0f32; ITEM_COUNT];
        self.axes.write(factors, unique_factor, &mut items);
        for (x, weights) in row.iter_mut().zip(composites) {
            *x = weights.iter().fold(0.0, |sum, &(item, w)| sum + w * f64::from(items[item])) as f32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::population::draw;

    #[test]
    fn every_dimension_has_unit_variance() {
        for dims in [2, 8, 200] {
            let opinions = draw(3, 4_000, &OpinionSpace::new(1, dims).expect("in range")).expect("memory");
            for d in 0..dims {
                let squares: f32 = opinions.rows().map(|row| row[d] * row[d]).sum();
                assert!((squares / 4_000.0 - 1.0).abs() < 0.12, "{dims} {d}: {}", squares / 4_000.0);
            }
        }
    }

    #[test]
    fn a_world_has_the_items_it_has_room_for() {
        let of = |dims: usize, bank: usize| OpinionSpace::new(1, dims).expect("in range").of_item(bank);
        assert_eq!([of(2, 0), of(8, 7), of(8, 8), of(200, 100)], [None, Some(7), None, Some(100)]);
        assert_eq!(OpinionSpace::new(1, 1).expect_err("too few"), OpinionSpaceError { dims: 1 });
        assert!(OpinionSpace::new(1, 2_049).is_err());
    }
}
