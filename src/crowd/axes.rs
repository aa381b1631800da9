//! What the dimensions of a world are.

use thiserror::Error;

use crate::chance::{Chance, Purpose, below, normal};
use crate::crowd::person::Person;
use crate::items::{BANK, FACTORS, ItemModel, RELIABILITY, bank, bank_models};
use rand::Rng;

/// Fewest and most dimensions of a world.
pub const AXES: core::ops::RangeInclusive<usize> = 2..=2048;

/// Left–right by item: the sign says whether agreeing is right.
const LEFT_RIGHT: [(usize, f64); 6] = [
    (bank("gap"), -1.0),
    (bank("borders"), 1.0),
    (bank("planet"), -1.0),
    (bank("guns"), -1.0),
    (bank("drugs"), -1.0),
    (bank("roles"), 1.0),
];

/// Anti–pro AI by item: the sign says whether agreeing is pro.
const ANTI_PRO_AI: [(usize, f64); 5] = [
    (bank("ai_build"), 1.0),
    (bank("ai_jobs"), -1.0),
    (bank("ai_rules"), -1.0),
    (bank("tech_good"), 1.0),
    (bank("ai_mind"), 1.0),
];

/// A number of dimensions nobody can live in.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a world has {} to {} dimensions, not {dims}", AXES.start(), AXES.end())]
pub struct AxesError {
    /// What was asked for.
    pub dims: usize,
}

/// One dimension as the answers see it: `x = Λf + q·s`, unit variance.
#[derive(Clone, Copy, Debug)]
struct Axis {
    loadings: [f64; FACTORS],
    quirk: f64,
}

/// The dimensions of a world.
///
/// With two, the essay's plane: left–right and anti–pro AI, each the sum of its items. With more, the bank's
/// items first, then beliefs, tastes and habits without a name, whose loadings have the lengths of the
/// bank's own and random directions.
#[derive(Clone, Debug)]
pub struct Axes {
    /// Items and unnamed dimensions.
    axes: Vec<Axis>,
    /// With two dimensions: the items' weights in each.
    composites: Option<[Vec<(usize, f64)>; 2]>,
}

impl Axes {
    /// The `dims` dimensions of worlds with this `seed`.
    pub fn new(seed: u64, dims: usize) -> Result<Axes, AxesError> {
        if !AXES.contains(&dims) {
            return Err(AxesError { dims });
        }
        let items = bank_models().map(|model| Axis::of_item(&model));
        if dims == 2 {
            let composites = [composite(&items, &LEFT_RIGHT), composite(&items, &ANTI_PRO_AI)];
            return Ok(Axes { axes: items.to_vec(), composites: Some(composites) });
        }
        let unnamed = |d: usize| {
            let mut stream = Chance::new(seed, Purpose::Loadings).of(d);
            let model = &items[below(BANK.len() as u32, stream.next_u32()) as usize];
            let direction: [f64; FACTORS] = core::array::from_fn(|_| normal(&mut stream));
            let scale = length(&model.loadings) / length(&direction);
            Axis { loadings: direction.map(|v| v * scale), quirk: model.quirk }
        };
        let axes = (0..dims).map(|d| items.get(d).copied().unwrap_or_else(|| unnamed(d))).collect();
        Ok(Axes { axes, composites: None })
    }

    /// How many there are.
    pub fn dims(&self) -> usize {
        if self.composites.is_some() { 2 } else { self.axes.len() }
    }

    /// The dimension on which an item of the bank lies, if the world has it.
    pub fn of_item(&self, bank: usize) -> Option<usize> {
        (self.composites.is_none() && bank < BANK.len().min(self.axes.len())).then_some(bank)
    }

    /// Writes the beliefs of a member of the crowd into `row` (length [`Axes::dims`]).
    pub fn place_person(&self, person: &Person, row: &mut [f32]) {
        let mut quirks = person.quirks();
        self.place(&person.factors, |_| normal(&mut quirks), row);
    }

    /// Writes the beliefs of somebody with these factors and quirks into `row` (length [`Axes::dims`]).
    ///
    /// `quirk(d)` is asked once for every item or unnamed dimension, in ascending order; standard normal.
    pub fn place(&self, factors: &[f64; FACTORS], mut quirk: impl FnMut(usize) -> f64, row: &mut [f32]) {
        let mut belief = |(d, axis): (usize, &Axis)| axis.belief(factors, quirk(d));
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
    /// The stable part of an item's answer, rescaled to unit variance.
    fn of_item(model: &ItemModel) -> Axis {
        let scale = 1.0 / f64::sqrt(RELIABILITY);
        Axis { loadings: model.loadings.map(|l| l * scale), quirk: model.quirk * scale }
    }

    fn belief(&self, factors: &[f64; FACTORS], quirk: f64) -> f64 {
        dot(&self.loadings, factors) + self.quirk * quirk
    }
}

/// Weights of a composite with unit variance: the signs over the root of `Σ_ab s_a s_b cov(x_a, x_b)`.
fn composite(bank: &[Axis; BANK.len()], items: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let mut variance = 0.0;
    for &(a, sign_a) in items {
        for &(b, sign_b) in items {
            let own = if a == b { bank[a].quirk * bank[a].quirk } else { 0.0 };
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
