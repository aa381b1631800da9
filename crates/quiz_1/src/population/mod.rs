//! Simulated population with the statistics of surveyed people.
//!
//! A respondent has scores on six factors, a response style, and a unique factor per item. Respondents are drawn from a
//! seed and a number: respondent 29 573 is the same in every browser, whichever others are drawn.

mod axes;
mod respondent;

pub use axes::{AXES, OpinionSpace, OpinionSpaceError};
pub use respondent::Respondent;

use crate::questionnaire::SET_1;
use drift::linalg::{Matrix, MatrixError};

/// Seed of the population that fills the visitor's world, and that of [`SET_1`].
pub const SEED: u64 = SET_1.seed();

/// Opinions of the first `people` respondents of `seed`: a `people` × D matrix, unit variance per dimension, whose row
/// `n` is [`Respondent::nth`]`(seed, n)`.
///
/// Costs about seven multiply-adds and one normal deviate per respondent and dimension.
///
/// # Errors
///
/// [`MatrixError`] when the matrix is larger than allowed or memory does not suffice.
pub fn draw(seed: u64, people: usize, axes: &OpinionSpace) -> Result<Matrix, MatrixError> {
    let mut beliefs = Matrix::zeros(people, axes.dims())?;
    for n in 0..people {
        axes.write_respondent(&Respondent::nth(seed, n), beliefs.row_mut(n));
    }
    Ok(beliefs)
}
