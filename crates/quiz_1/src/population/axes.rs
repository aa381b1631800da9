//! Opinion space: dimensions of a world and their loadings on the factors.

use thiserror::Error;

use crate::domains;
use crate::population::respondent::Respondent;
use crate::questionnaire::{BANK, FACTORS, ItemModel, RELIABILITY, bank, bank_models};
use drift::rng::{StreamKey, bounded_u32, normal};
use rand::Rng;

/// Range of the number of dimensions of a world.
pub const AXES: core::ops::RangeInclusive<usize> = 2..=2048;

/// Items of the left–right composite; the sign is positive where agreeing is right.
const LEFT_RIGHT: [(usize, f64); 6] = [
    (bank("gap"), -1.0),
    (bank("borders"), 1.0),
    (bank("planet"), -1.0),
    (bank("guns"), -1.0),
    (bank("drugs"), -1.0),
    (bank("roles"), 1.0),
];

/// Items of the anti–pro AI composite; the sign is positive where agreeing is pro.
const ANTI_PRO_AI: [(usize, f64); 5] = [
    (bank("ai_build"), 1.0),
    (bank("ai_jobs"), -1.0),
    (bank("ai_rules"), -1.0),
    (bank("tech_good"), 1.0),
    (bank("ai_mind"), 1.0),
];

/// Error of a number of dimensions outside [`AXES`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a world has {} to {} dimensions, not {dims}", AXES.start(), AXES.end())]
pub struct OpinionSpaceError {
    /// The number requested.
    pub dims: usize,
}

/// One dimension: `x = Λf + q·s` with unit variance, `q` the standard deviation of the unique factor's contribution.
#[derive(Clone, Copy, Debug)]
struct Axis {
    loadings: [f64; FACTORS],
    unique_sd: f64,
}

/// Dimensions of a world.
///
/// With two dimensions: the essay's plane, left–right and anti–pro AI, each a composite of items. With more: the items
/// of the bank first, then dimensions without an item, whose loadings have the lengths of the bank's and random
/// directions.
#[derive(Clone, Debug)]
pub struct OpinionSpace {
    /// Items, then dimensions without an item.
    axes: Vec<Axis>,
    /// With two dimensions: items and their weights in each.
    composites: Option<[Vec<(usize, f64)>; 2]>,
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
        let items = bank_models().map(|model| Axis::of_item(&model));
        if dims == 2 {
            let composites = [composite(&items, &LEFT_RIGHT), composite(&items, &ANTI_PRO_AI)];
            return Ok(OpinionSpace { axes: items.to_vec(), composites: Some(composites) });
        }
        let unnamed = |d: usize| {
            let mut stream = StreamKey::new(seed, domains::LOADINGS).stream(d);
            let model = &items[bounded_u32(BANK.len() as u32, stream.next_u32()) as usize];
            let direction: [f64; FACTORS] = core::array::from_fn(|_| normal(&mut stream));
            let scale = length(&model.loadings) / length(&direction);
            Axis { loadings: direction.map(|v| v * scale), unique_sd: model.unique_sd }
        };
        let axes = (0..dims).map(|d| items.get(d).copied().unwrap_or_else(|| unnamed(d))).collect();
        Ok(OpinionSpace { axes, composites: None })
    }

    /// Number of dimensions D.
    pub fn dims(&self) -> usize {
        if self.composites.is_some() { 2 } else { self.axes.len() }
    }

    /// Dimension of an item of the bank; `None` when the world does not have it.
    pub fn of_item(&self, bank: usize) -> Option<usize> {
        (self.composites.is_none() && bank < BANK.len().min(self.axes.len())).then_some(bank)
    }

    /// Writes the opinion vector of a simulated respondent into `row` (length [`OpinionSpace::dims`]).
    pub fn write_respondent(&self, person: &Respondent, row: &mut [f32]) {
        let mut unique_factors = person.unique_factors();
        self.write_opinions(&person.factors, |_| normal(&mut unique_factors), row);
    }

    /// Writes the opinion vector of given factor scores and unique factors into `row` (length [`OpinionSpace::dims`]).
    ///
    /// * `unique_factor` – unique factor of dimension d, standard normal; called once for every item and every
    ///   dimension without an item, in ascending order.
    pub fn write_opinions(
        &self,
        factors: &[f64; FACTORS],
        mut unique_factor: impl FnMut(usize) -> f64,
        row: &mut [f32],
    ) {
        let mut belief = |(d, axis): (usize, &Axis)| axis.belief(factors, unique_factor(d));
        let axes = self.axes.iter().enumerate();
        match &self.composites {
            None => row.iter_mut().zip(axes).for_each(|(x, axis)| *x = belief(axis) as f32),
            Some(composites) => {
                let items: Vec<f64> = axes.map(belief).collect();
                for (x, weights) in row.iter_mut().zip(composites) {
                    *x = weights.iter().fold(0.0, |sum, &(item, w)| sum + w * items[item]) as f32;
                }
            }
        }
    }
}

impl Axis {
    /// Stable part of an item's latent response, rescaled to unit variance.
    fn of_item(model: &ItemModel) -> Axis {
        let scale = 1.0 / f64::sqrt(RELIABILITY);
        Axis { loadings: model.loadings.map(|l| l * scale), unique_sd: model.unique_sd * scale }
    }

    fn belief(&self, factors: &[f64; FACTORS], unique_factor: f64) -> f64 {
        dot(&self.loadings, factors) + self.unique_sd * unique_factor
    }
}

/// Weights of a composite with unit variance: the signs over the root of `Σ_ab s_a s_b cov(x_a, x_b)`.
fn composite(bank: &[Axis; BANK.len()], items: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let mut variance = 0.0;
    for &(a, sign_a) in items {
        for &(b, sign_b) in items {
            let own = if a == b { bank[a].unique_sd * bank[a].unique_sd } else { 0.0 };
            variance += sign_a * sign_b * (dot(&bank[a].loadings, &bank[b].loadings) + own);
        }
    }
    let scale = 1.0 / f64::sqrt(variance);
    items.iter().map(|&(item, sign)| (item, sign * scale)).collect()
}

fn dot(a: &[f64; FACTORS], b: &[f64; FACTORS]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + x * y)
}

fn length(a: &[f64; FACTORS]) -> f64 {
    f64::sqrt(dot(a, a))
}
