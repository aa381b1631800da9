//! People × dimensions, one contiguous row a person.

use thiserror::Error;

/// What everybody believes: `people` rows of `dims` numbers, row-major `f32`, unit variance per dimension on
/// day 0. A row is what a step reads and writes, so a row is contiguous.
#[derive(Clone, Debug, PartialEq)]
pub struct Beliefs {
    dims: usize,
    values: Vec<f32>,
}

/// A matrix that cannot be had.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum BeliefsError {
    /// The rows do not have one length.
    #[error("{values} numbers do not make rows of {dims}")]
    Ragged {
        /// Numbers given.
        values: usize,
        /// Length a row should have.
        dims: usize,
    },
    /// Memory was refused.
    #[error("{people} people with {dims} beliefs need {mib} MiB, and this tab has not got that")]
    TooLarge {
        /// Rows asked for.
        people: usize,
        /// Length of a row.
        dims: usize,
        /// Mebibytes asked for.
        mib: usize,
    },
}

impl BeliefsError {
    pub(crate) fn too_large(people: usize, dims: usize) -> Self {
        BeliefsError::TooLarge { people, dims, mib: people.saturating_mul(dims).saturating_mul(4) >> 20 }
    }
}

impl Beliefs {
    /// Everybody at the origin. Refuses, instead of aborting, when memory is not to be had.
    pub fn zeros(people: usize, dims: usize) -> Result<Self, BeliefsError> {
        let mut room = Beliefs::with_room(people, dims)?;
        room.values.resize(people * dims, 0.0);
        Ok(room)
    }

    /// Nobody yet, and room for `people`. Refuses, instead of aborting, when memory is not to be had.
    pub fn with_room(people: usize, dims: usize) -> Result<Self, BeliefsError> {
        let mut empty = Beliefs { dims, values: Vec::new() };
        let numbers = people.saturating_mul(dims);
        empty.values.try_reserve_exact(numbers).map_err(|_| BeliefsError::too_large(people, dims))?;
        Ok(empty)
    }

    /// Rows of `dims` numbers, one after the other.
    pub fn from_rows(dims: usize, values: Vec<f32>) -> Result<Self, BeliefsError> {
        if dims == 0 || !values.len().is_multiple_of(dims) {
            return Err(BeliefsError::Ragged { values: values.len(), dims });
        }
        Ok(Beliefs { dims, values })
    }

    /// The same beliefs once more. Refuses, instead of aborting, when memory is not to be had.
    pub fn try_clone(&self) -> Result<Self, BeliefsError> {
        let mut copy = Beliefs::zeros(self.people(), self.dims)?;
        copy.values.copy_from_slice(&self.values);
        Ok(copy)
    }

    /// One more person at the end.
    pub fn push_row(&mut self, row: &[f32]) -> Result<(), BeliefsError> {
        if row.len() != self.dims {
            return Err(BeliefsError::Ragged { values: row.len(), dims: self.dims });
        }
        self.try_reserve_row()?;
        self.values.extend_from_slice(row);
        Ok(())
    }

    /// Room for one more person, so that the next [`push_row`](Self::push_row) has it.
    pub fn try_reserve_row(&mut self) -> Result<(), BeliefsError> {
        self.values.try_reserve(self.dims).map_err(|_| BeliefsError::too_large(self.people() + 1, self.dims))
    }

    /// Number of people.
    pub fn people(&self) -> usize {
        self.values.len() / self.dims
    }

    /// Number of belief dimensions.
    pub fn dims(&self) -> usize {
        self.dims
    }

    /// What `person` believes.
    #[inline]
    pub fn row(&self, person: usize) -> &[f32] {
        &self.values[person * self.dims..][..self.dims]
    }

    /// The same, to be changed.
    #[inline]
    pub fn row_mut(&mut self, person: usize) -> &mut [f32] {
        &mut self.values[person * self.dims..][..self.dims]
    }

    /// What two different people believe, to be changed together.
    ///
    /// # Panics
    /// When `one` is `other`.
    #[inline]
    pub fn two_rows_mut(&mut self, one: usize, other: usize) -> (&mut [f32], &mut [f32]) {
        let dims = self.dims;
        let (low, high) = self.values.split_at_mut(one.max(other) * dims);
        let (low, high) = (&mut low[one.min(other) * dims..][..dims], &mut high[..dims]);
        if one < other { (low, high) } else { (high, low) }
    }

    /// Everybody in turn.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        self.values.chunks_exact(self.dims)
    }

    /// All numbers, row after row.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// All numbers, to be changed.
    pub fn values_mut(&mut self) -> &mut [f32] {
        &mut self.values
    }
}
