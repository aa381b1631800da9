//! Range checks of parameters, and their error.

use core::ops::RangeInclusive;

use thiserror::Error;

use crate::decimal::Decimal;

/// A parameter outside its range.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{parameter} is {value}, outside {low} to {high}")]
pub struct OutOfRange {
    /// Name of the parameter, as in the code.
    pub parameter: &'static str,
    /// The value given.
    pub value: Decimal,
    /// Least legal value.
    pub low: Decimal,
    /// Greatest legal value.
    pub high: Decimal,
}

impl OutOfRange {
    /// Checks an integer.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is outside `range`.
    pub fn check_u32(
        parameter: &'static str,
        value: u32,
        range: RangeInclusive<u32>,
    ) -> Result<(), OutOfRange> {
        check(parameter, value, range)
    }

    /// Checks a number.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is outside `range` or not a number.
    pub fn check_f32(
        parameter: &'static str,
        value: f32,
        range: RangeInclusive<f32>,
    ) -> Result<(), OutOfRange> {
        check(parameter, value, range)
    }
}

fn check<T: PartialOrd + Copy + Into<Decimal>>(
    parameter: &'static str,
    value: T,
    range: RangeInclusive<T>,
) -> Result<(), OutOfRange> {
    if range.contains(&value) {
        return Ok(());
    }
    Err(OutOfRange {
        parameter,
        value: value.into(),
        low: (*range.start()).into(),
        high: (*range.end()).into(),
    })
}
