//! What does a recommender see of people?

use core::ops::Range;

use crate::belief::{Beliefs, BeliefsError, Projection};
use crate::drift::params::Params;

/// Coordinates are kept in blocks of this many floats, the rest filled with noughts: distances are then whole
/// vector instructions. Only a single coordinate stands alone: eight times as many people then fit into a cache.
const BLOCK: usize = 8;

/// Floats that a row of so many coordinates takes.
fn stride(width: usize) -> usize {
    if width == 1 { 1 } else { width.next_multiple_of(BLOCK) }
}

/// Floats that a row of coordinates and its padding take at most.
pub(super) const WIDEST: usize = (*Params::EMBEDDING.end() as usize).next_multiple_of(BLOCK);

/// A few coordinates of everybody: people × r, each row padded with noughts to a multiple of eight floats, if there is
/// more than one.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    width: usize,
    rows: Beliefs,
}

impl Embedding {
    /// Coordinates of `beliefs` through `projection`.
    pub fn of(beliefs: &Beliefs, projection: &Projection) -> Result<Self, BeliefsError> {
        let width = projection.width();
        let rows = Beliefs::zeros(beliefs.people(), stride(width))?;
        let mut embedding = Embedding { width, rows };
        embedding.project(beliefs, 0..beliefs.people(), projection);
        Ok(embedding)
    }

    /// Nobody yet, and room for `people` with `width` coordinates each.
    pub(super) fn with_room(people: usize, width: usize) -> Result<Self, BeliefsError> {
        Ok(Embedding { width, rows: Beliefs::with_room(people, stride(width))? })
    }

    /// Takes the coordinates of these people anew.
    pub(super) fn project(&mut self, beliefs: &Beliefs, people: Range<usize>, projection: &Projection) {
        for person in people {
            projection.project(beliefs.row(person), &mut self.rows.row_mut(person)[..self.width]);
        }
    }

    /// Room for one more person.
    pub(super) fn reserve(&mut self) -> Result<(), BeliefsError> {
        self.rows.try_reserve_row()
    }

    /// One more person at the end, who believes `row`.
    pub(super) fn push(&mut self, row: &[f32], projection: &Projection) -> Result<(), BeliefsError> {
        let mut coordinates = [0.0; WIDEST];
        projection.project(row, &mut coordinates[..self.width]);
        self.rows.push_row(&coordinates[..self.rows.dims()])
    }

    /// Number of people.
    pub fn people(&self) -> usize {
        self.rows.people()
    }

    /// r, the number of coordinates.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The r coordinates of `person`.
    pub fn row(&self, person: usize) -> &[f32] {
        &self.rows.row(person)[..self.width]
    }

    /// The coordinates of `person` and the noughts after them.
    #[inline]
    pub fn padded(&self, person: usize) -> &[f32] {
        self.rows.row(person)
    }

    /// The same, to be changed; the noughts have to stay.
    #[inline]
    pub(super) fn padded_mut(&mut self, person: usize) -> &mut [f32] {
        self.rows.row_mut(person)
    }

    /// All rows with their padding, as a matrix.
    pub(super) fn rows(&self) -> &Beliefs {
        &self.rows
    }

    /// All rows with their padding, to be changed; the noughts have to stay.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn values_mut(&mut self) -> &mut [f32] {
        self.rows.values_mut()
    }

    /// All rows with their padding.
    #[inline]
    pub fn values(&self) -> &[f32] {
        self.rows.values()
    }
}

/// Whether a recommender with `r` coordinates looks along principal components. It sees the beliefs themselves, centred,
/// where there are no more of them than r and than eight.
pub fn needs_axes(dims: usize, r: usize) -> bool {
    dims > r.min(BLOCK)
}

/// Squared distance of two padded rows.
#[inline]
pub fn squared_distance(a: &[f32], b: &[f32]) -> f32 {
    folded(distance_lanes(a, b))
}

/// Squared distance of two padded rows, still in four lanes.
#[inline]
pub(super) fn distance_lanes(a: &[f32], b: &[f32]) -> [f32; 4] {
    if let ([x], [y]) = (a, b) {
        return [(x - y) * (x - y), 0.0, 0.0, 0.0];
    }
    let (a, _) = a.as_chunks::<BLOCK>();
    let (b, _) = b.as_chunks::<BLOCK>();
    let mut sum = [0.0; 4];
    for (x, y) in a.iter().zip(b) {
        let block = squares(x, y);
        (0..4).for_each(|lane| sum[lane] += block[lane]);
    }
    sum
}

/// Squared differences of two blocks, in four lanes.
#[inline(always)]
pub(super) fn squares(x: &[f32; BLOCK], y: &[f32; BLOCK]) -> [f32; 4] {
    core::array::from_fn(|lane| {
        let (low, high) = (x[lane] - y[lane], x[lane + 4] - y[lane + 4]);
        low * low + high * high
    })
}

/// The sum of the lanes.
#[inline(always)]
pub(super) fn folded(lanes: [f32; 4]) -> f32 {
    (lanes[0] + lanes[2]) + (lanes[1] + lanes[3])
}
