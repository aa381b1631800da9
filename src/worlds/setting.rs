//! What decides how a world goes.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::belief::BeliefsError;
use crate::crowd::{Axes, AxesError, Person};
use crate::drift::{DriftError, Network, OutOfRange, Params, World};
use crate::worlds::circles::Circles;
use crate::worlds::opening::{Opened, Opening, anywhere};

/// Everything that decides how a world goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// Which crowd, which luck.
    pub seed: u64,
    /// N, number of people: [`Params::PEOPLE`].
    pub people: u32,
    /// D, number of belief dimensions: [`Params::DIMS`].
    pub dims: u32,
    /// Where people are on day 0.
    pub start: Start,
    /// The rules.
    pub params: Params,
    /// Who has conversations with whom.
    pub network: Network,
    /// Who has chosen mentors.
    pub circles: Circles,
}

/// Where people are on day 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    /// Where the surveys put them, in two dimensions or more.
    #[default]
    Crowd,
    /// Anywhere between 0 and 1 in every dimension, as in the textbooks.
    Uniform,
}

/// A setting that makes no world.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SettingError {
    /// A number out of range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// The dimensions are not to be had.
    #[error(transparent)]
    Axes(#[from] AxesError),
    /// The memory is not to be had.
    #[error(transparent)]
    Beliefs(#[from] BeliefsError),
    /// The world refuses.
    #[error(transparent)]
    Drift(#[from] DriftError),
}

impl Default for Setting {
    /// The default world in the plane of the essay.
    fn default() -> Self {
        Setting {
            seed: 42,
            people: Params::DEFAULT_PEOPLE,
            dims: 2,
            start: Start::Crowd,
            params: Params::default(),
            network: Network::Everybody,
            circles: Circles::None,
        }
    }
}

impl Setting {
    /// The first beliefs of person `number`, who need not be in the crowd: it could have been larger.
    pub fn beliefs_of(&self, number: usize) -> Result<Vec<f32>, SettingError> {
        let mut row = vec![0.0; self.dims as usize];
        match self.start {
            Start::Crowd => {
                let axes = Axes::new(self.seed, row.len())?;
                axes.place_person(&Person::nth(self.seed, number), &mut row);
            }
            Start::Uniform => anywhere(self.seed, number, &mut row),
        }
        Ok(row)
    }

    /// Day 0, in one go.
    pub fn open(&self) -> Result<World, SettingError> {
        let mut opening = Opening::new(self.clone())?;
        loop {
            if let Opened::Open(world) = opening.advance(u32::MAX)? {
                return Ok(*world);
            }
        }
    }
}
