//! Who is in the crowd?
//!
//! Invented people with the statistics of real ones: coordinates on six factors, a response style, a stable
//! quirk for every item. Everybody is drawn from a seed and a number, so person 29 573 is the same person
//! in every browser, whoever else is drawn.

mod axes;
mod person;

pub use axes::{AXES, Axes, AxesError};
pub use person::Person;

use crate::belief::{Beliefs, BeliefsError};

/// Beliefs of `people` simulated people in `axes`, unit variance per dimension; person `n` of the result is
/// [`Person::nth`]`(seed, n)`.
///
/// Costs about seven multiply-adds and one normal deviate per person and dimension.
pub fn draw(seed: u64, people: usize, axes: &Axes) -> Result<Beliefs, BeliefsError> {
    let mut beliefs = Beliefs::zeros(people, axes.dims())?;
    for n in 0..people {
        axes.place_person(&Person::nth(seed, n), beliefs.row_mut(n));
    }
    Ok(beliefs)
}
