//! Embedding of agents: the few coordinates in which a recommender measures distance.

use core::ops::Range;

use crate::linalg::matrix::{Matrix, MatrixError};
use crate::linalg::projection::Projection;
use crate::params::Params;

/// Rows are padded with zeros to a multiple of this many floats, so that distances are whole vector instructions. Only a
/// single coordinate is not padded: eight times as many agents then fit into a cache.
const BLOCK: usize = 8;

/// Floats per row for `width` coordinates.
fn stride(width: usize) -> usize {
    if width == 1 { 1 } else { width.next_multiple_of(BLOCK) }
}

/// Most floats per row, padding included.
pub(crate) const MAX_STRIDE: usize = (*Params::EMBEDDING_WIDTH.end() as usize).next_multiple_of(BLOCK);

/// Coordinates of agents: an N × r matrix whose rows are padded with zeros to a multiple of eight floats if r > 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    width: usize,
    padded: Matrix,
}

impl Embedding {
    /// The coordinates of `opinions` under `projection`. Costs `N · r · D` multiply-adds.
    ///
    /// # Errors
    /// [`MatrixError::TooLarge`] when the memory is refused.
    pub fn new(opinions: &Matrix, projection: &Projection) -> Result<Self, MatrixError> {
        let width = projection.width();
        let padded = Matrix::zeros(opinions.row_count(), stride(width))?;
        let mut embedding = Embedding { width, padded };
        embedding.project(opinions, 0..opinions.row_count(), projection);
        Ok(embedding)
    }

    /// An empty embedding of `width` coordinates with capacity for `agents` agents.
    pub(crate) fn with_capacity(agents: usize, width: usize) -> Result<Self, MatrixError> {
        Ok(Embedding { width, padded: Matrix::with_capacity(agents, stride(width))? })
    }

    /// Overwrites the coordinates of a range of agents.
    pub(crate) fn project(&mut self, opinions: &Matrix, agents: Range<usize>, projection: &Projection) {
        for agent in agents {
            projection.project(opinions.row(agent), &mut self.padded.row_mut(agent)[..self.width]);
        }
    }

    /// Reserves memory for one more agent.
    pub(crate) fn try_reserve_row(&mut self) -> Result<(), MatrixError> {
        self.padded.try_reserve_row()
    }

    /// Appends an agent with this opinion (D numbers).
    pub(crate) fn push(&mut self, opinion: &[f32], projection: &Projection) -> Result<(), MatrixError> {
        let mut coordinates = [0.0; MAX_STRIDE];
        projection.project(opinion, &mut coordinates[..self.width]);
        self.padded.push_row(&coordinates[..self.padded.dims()])
    }

    /// Number of agents.
    #[inline]
    pub fn agents(&self) -> usize {
        self.padded.row_count()
    }

    /// r, the number of coordinates.
    #[inline]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The r coordinates of an agent.
    ///
    /// # Panics
    /// When there is no such agent.
    #[inline]
    pub fn row(&self, agent: usize) -> &[f32] {
        &self.padded.row(agent)[..self.width]
    }

    /// The coordinates of an agent, followed by the padding.
    ///
    /// # Panics
    /// When there is no such agent.
    #[inline]
    pub fn padded(&self, agent: usize) -> &[f32] {
        self.padded.row(agent)
    }

    /// The coordinates of an agent and the padding, mutable; the padding must stay zero.
    #[inline]
    pub(crate) fn padded_mut(&mut self, agent: usize) -> &mut [f32] {
        self.padded.row_mut(agent)
    }

    /// All rows with their padding, as a matrix.
    pub(crate) fn padded_rows(&self) -> &Matrix {
        &self.padded
    }

    /// All rows with their padding, mutable; the padding must stay zero.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn padded_values_mut(&mut self) -> &mut [f32] {
        self.padded.values_mut()
    }

    /// All rows with their padding, one after the other.
    #[inline]
    pub fn padded_values(&self) -> &[f32] {
        self.padded.values()
    }
}

/// Whether an embedding of width r needs principal components. With at most r dimensions, and at most eight, the coordinates
/// are the centered opinions themselves.
pub(crate) fn needs_principal_components(dims: usize, r: usize) -> bool {
    dims > r.min(BLOCK)
}

/// Squared Euclidean distance of two padded rows.
#[inline]
pub fn squared_distance(a: &[f32], b: &[f32]) -> f32 {
    sum_of_4(squared_distance_lanes(a, b))
}

/// Squared distance of two padded rows as four partial sums.
#[inline]
pub(crate) fn squared_distance_lanes(a: &[f32], b: &[f32]) -> [f32; 4] {
    if let ([x], [y]) = (a, b) {
        return [(x - y) * (x - y), 0.0, 0.0, 0.0];
    }
    let (a, _) = a.as_chunks::<BLOCK>();
    let (b, _) = b.as_chunks::<BLOCK>();
    let mut sum = [0.0; 4];
    for (x, y) in a.iter().zip(b) {
        let block = squared_differences(x, y);
        (0..4).for_each(|lane| sum[lane] += block[lane]);
    }
    sum
}

/// Squared differences of two blocks as four partial sums.
#[inline(always)]
pub(crate) fn squared_differences(x: &[f32; BLOCK], y: &[f32; BLOCK]) -> [f32; 4] {
    core::array::from_fn(|lane| {
        let (low, high) = (x[lane] - y[lane], x[lane + 4] - y[lane + 4]);
        low * low + high * high
    })
}

/// Sum of four partial sums.
#[inline(always)]
pub(crate) fn sum_of_4(lanes: [f32; 4]) -> f32 {
    (lanes[0] + lanes[2]) + (lanes[1] + lanes[3])
}
