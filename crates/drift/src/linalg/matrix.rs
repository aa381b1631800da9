//! Row-major `f32` matrix, one contiguous row per agent.

use thiserror::Error;

/// A matrix of `f32`, row-major, one row per agent.
///
/// Opinions, anchors and posts are N × D; embeddings are N × r. A step reads and writes whole rows, so rows are contiguous.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    dims: usize,
    values: Vec<f32>,
}

/// Why a matrix cannot be made.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MatrixError {
    /// The values do not fill whole rows.
    #[error("{values} values do not make rows of {dims}")]
    Ragged {
        /// Numbers given.
        values: usize,
        /// Length of a row.
        dims: usize,
    },
    /// The allocator refused the memory.
    #[error("the allocator refused a matrix of {rows} rows of {dims}, {mib} MiB")]
    TooLarge {
        /// Rows asked for.
        rows: usize,
        /// Length of a row.
        dims: usize,
        /// Mebibytes asked for.
        mib: usize,
    },
}

impl MatrixError {
    /// The refusal of `rows × dims` numbers.
    pub(crate) fn too_large(rows: usize, dims: usize) -> Self {
        MatrixError::TooLarge { rows, dims, mib: rows.saturating_mul(dims).saturating_mul(4) >> 20 }
    }
}

impl Matrix {
    /// The `rows × dims` matrix of zeros.
    ///
    /// # Errors
    /// [`MatrixError::TooLarge`] when the memory is refused.
    pub fn zeros(rows: usize, dims: usize) -> Result<Self, MatrixError> {
        let mut matrix = Matrix::with_capacity(rows, dims)?;
        matrix.values.resize(rows * dims, 0.0);
        Ok(matrix)
    }

    /// An empty matrix with capacity for `rows` rows of `dims` numbers.
    ///
    /// # Errors
    /// [`MatrixError::TooLarge`] when the memory is refused.
    pub fn with_capacity(rows: usize, dims: usize) -> Result<Self, MatrixError> {
        let mut empty = Matrix { dims, values: Vec::new() };
        let numbers = rows.saturating_mul(dims);
        empty.values.try_reserve_exact(numbers).map_err(|_| MatrixError::too_large(rows, dims))?;
        Ok(empty)
    }

    /// The matrix with these `values`, row after row, `dims` numbers each.
    ///
    /// # Errors
    /// [`MatrixError::Ragged`] when `dims` is zero or does not divide the number of values.
    pub fn from_rows(dims: usize, values: Vec<f32>) -> Result<Self, MatrixError> {
        if dims == 0 || !values.len().is_multiple_of(dims) {
            return Err(MatrixError::Ragged { values: values.len(), dims });
        }
        Ok(Matrix { dims, values })
    }

    /// A copy.
    ///
    /// # Errors
    /// [`MatrixError::TooLarge`] when the memory is refused.
    pub fn try_clone(&self) -> Result<Self, MatrixError> {
        let mut copy = Matrix::zeros(self.row_count(), self.dims)?;
        copy.values.copy_from_slice(&self.values);
        Ok(copy)
    }

    /// Appends a row of [`dims`](Self::dims) numbers.
    ///
    /// # Errors
    /// [`MatrixError::Ragged`] when the row has another length, [`MatrixError::TooLarge`] when the memory is refused.
    pub fn push_row(&mut self, row: &[f32]) -> Result<(), MatrixError> {
        if row.len() != self.dims {
            return Err(MatrixError::Ragged { values: row.len(), dims: self.dims });
        }
        self.try_reserve_row()?;
        self.values.extend_from_slice(row);
        Ok(())
    }

    /// Reserves memory for one more row, so that the next [`push_row`](Self::push_row) cannot be refused it.
    ///
    /// # Errors
    /// [`MatrixError::TooLarge`] when the memory is refused.
    pub fn try_reserve_row(&mut self) -> Result<(), MatrixError> {
        self.values
            .try_reserve(self.dims)
            .map_err(|_| MatrixError::too_large(self.row_count() + 1, self.dims))
    }

    /// Number of rows: N, for a population.
    #[inline]
    pub fn row_count(&self) -> usize {
        self.values.len() / self.dims
    }

    /// Length of a row: D, for opinions.
    #[inline]
    pub fn dims(&self) -> usize {
        self.dims
    }

    /// The row with this index.
    ///
    /// # Panics
    /// When there is no such row.
    #[inline]
    pub fn row(&self, index: usize) -> &[f32] {
        &self.values[index * self.dims..][..self.dims]
    }

    /// The row with this index, mutable.
    ///
    /// # Panics
    /// When there is no such row.
    #[inline]
    pub fn row_mut(&mut self, index: usize) -> &mut [f32] {
        &mut self.values[index * self.dims..][..self.dims]
    }

    /// Two different rows, mutable.
    ///
    /// # Panics
    /// When `a` is `b`, or there is no such row.
    #[inline]
    pub fn two_rows_mut(&mut self, a: usize, b: usize) -> (&mut [f32], &mut [f32]) {
        let dims = self.dims;
        let (low, high) = self.values.split_at_mut(a.max(b) * dims);
        let (low, high) = (&mut low[a.min(b) * dims..][..dims], &mut high[..dims]);
        if a < b { (low, high) } else { (high, low) }
    }

    /// All rows in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        self.values.chunks_exact(self.dims)
    }

    /// All numbers, row after row.
    #[inline]
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// All numbers, row after row, mutable.
    #[inline]
    pub fn values_mut(&mut self) -> &mut [f32] {
        &mut self.values
    }
}
