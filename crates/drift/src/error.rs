//! Errors of a world: parameters, sizes and changes that are refused.

use thiserror::Error;

use crate::agent::TraitsError;
use crate::linalg::matrix::MatrixError;
use crate::range::OutOfRange;

/// Why a world cannot be made, or a change cannot be made to it.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum WorldError {
    /// A parameter or a size outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// Traits that are refused.
    #[error(transparent)]
    Traits(#[from] TraitsError),
    /// Memory was refused, or rows have the wrong length.
    #[error(transparent)]
    Matrix(#[from] MatrixError),
    /// More memory than a WebAssembly instance can address.
    #[error("{agents} agents of {dims} dimensions need {mib} MiB, more than {limit_mib} MiB")]
    TooLarge {
        /// N asked for.
        agents: u32,
        /// D asked for.
        dims: u32,
        /// Mebibytes needed.
        mib: u64,
        /// Mebibytes allowed.
        limit_mib: u64,
    },
    /// An opinion that is infinite or not a number.
    #[error("dimension {dimension} of the opinion of agent {agent} is not finite")]
    NotFinite {
        /// Row.
        agent: u32,
        /// Column.
        dimension: u32,
    },
    /// No agent has this number.
    #[error("agent {0} does not exist")]
    UnknownAgent(u32),
    /// The opinion of an agent of the population cannot be set.
    #[error("agent {0} is not an observer")]
    NotAnObserver(u32),
    /// A contact network of another size.
    #[error("the network has {network} agents, the population {population}")]
    NetworkSize {
        /// Agents in the network.
        network: u32,
        /// Agents in the population.
        population: u32,
    },
    /// A change that has to wait until the step in progress is complete.
    #[error("a step is in progress")]
    StepInProgress,
}

/// Checks that an opinion is finite.
///
/// # Errors
/// [`WorldError::NotFinite`] for the first number that is not.
pub(crate) fn check_finite(opinion: &[f32], agent: usize) -> Result<(), WorldError> {
    match opinion.iter().position(|x| !x.is_finite()) {
        None => Ok(()),
        Some(at) => Err(WorldError::NotFinite { agent: agent as u32, dimension: at as u32 }),
    }
}
