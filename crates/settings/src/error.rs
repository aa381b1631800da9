//! Errors of a setting, worded for a visitor.

use thiserror::Error;

use crate::refusal;
use drift::{MatrixError, OutOfRange, WorldError};
use quiz::population::OpinionSpaceError;

/// Reason why a setting makes no world.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SettingError {
    /// A number out of range.
    #[error("{}", refusal::out_of_range(.0))]
    OutOfRange(#[from] OutOfRange),
    /// The population model refuses the number of dimensions.
    #[error(transparent)]
    Axes(#[from] OpinionSpaceError),
    /// The memory cannot be allocated.
    #[error("{}", refusal::matrix(.0))]
    Beliefs(#[from] MatrixError),
    /// The engine refuses the world.
    #[error("{}", refusal::world(.0))]
    Drift(#[from] WorldError),
}
