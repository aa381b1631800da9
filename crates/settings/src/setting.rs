//! Setting: every parameter that determines a run of a world.

use serde::{Deserialize, Serialize};

use crate::mentor_model::MentorModel;
use drift::{NetworkModel, Params};

/// Everything that determines a world and its runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// Seed of all random numbers.
    pub seed: u64,
    /// N, number of people: [`Params::AGENTS`].
    pub people: u32,
    /// D, number of belief dimensions: [`Params::DIMS`].
    pub dims: u32,
    /// Opinions at step 0.
    pub start: Start,
    /// Parameters of the engine.
    pub params: Params,
    /// Contact network.
    pub network: NetworkModel,
    /// Mentors of the agents.
    pub mentor_model: MentorModel,
}

/// Opinions at step 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    /// Drawn from the surveys' factor model, in two dimensions or more.
    #[default]
    Crowd,
    /// Independent and uniform in [0, 1) in every dimension, as in the textbooks.
    Uniform,
}

impl Default for Setting {
    /// The default world, in two dimensions.
    fn default() -> Self {
        Setting {
            seed: 42,
            people: Params::DEFAULT_AGENTS,
            dims: 2,
            start: Start::Crowd,
            params: Params::default(),
            network: NetworkModel::Complete,
            mentor_model: MentorModel::None,
        }
    }
}
