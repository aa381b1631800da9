//! Accessors of a world: counts, opinions, embeddings, costs and a checksum.

use crate::agent::{AgentId, Traits};
use crate::attention::Attention;
use crate::embedding::Embedding;
use crate::error::WorldError;
use crate::influence::declaration::WorldSize;
use crate::influence::total_cost;
use crate::linalg::matrix::Matrix;
use crate::linalg::projection::Projection;
use crate::params::Params;
use crate::world::World;

impl World {
    /// Number of complete steps.
    pub fn step_count(&self) -> u32 {
        self.step_count
    }

    /// Number of agents of the population that the step in progress has updated; all of them during a refit.
    pub fn updated_agents(&self) -> u32 {
        if self.refit.is_active() {
            self.population.agents() as u32
        } else {
            self.updated.max(self.pairs_met.min(1)) as u32
        }
    }

    /// Cost of a step per agent, in multiply-adds; a random memory read counts as eight. Enough to cut steps into slices of
    /// about equal duration.
    pub fn cost_per_agent(&self) -> u64 {
        let dims = self.opinions().dims() as u64;
        let coordinates = self.embedding().width().next_multiple_of(8) as u64;
        let size = WorldSize { agents: self.population_size() as u64, dims, coordinates };
        let embedding = if self.averages_coordinates() {
            (u64::from(self.params.posts_per_step) + 4) * coordinates
        } else {
            coordinates * dims
        };
        total_cost(&self.params, &size) + 4 * dims + embedding
    }

    /// Checksum (CRC-32C) of the population's opinions: equal for equal worlds, on every machine.
    pub fn checksum(&self) -> u32 {
        let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI);
        let mut digest = crc.digest();
        self.opinions().values().iter().for_each(|value| digest.update(&value.to_le_bytes()));
        digest.finalize()
    }

    /// The parameters.
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// N, the number of agents in the population.
    pub fn population_size(&self) -> usize {
        self.population.agents()
    }

    /// Opinions of the population, N × D.
    pub fn opinions(&self) -> &Matrix {
        &self.population.current.opinions
    }

    /// Anchors of the population: its opinions at step 0, N × D.
    pub fn anchors(&self) -> &Matrix {
        &self.population.anchors
    }

    /// Posts of the population, N × D.
    pub fn posts(&self) -> &Matrix {
        self.population.current.posts()
    }

    /// Coordinates of the population, N × r.
    pub fn embedding(&self) -> &Embedding {
        &self.population.current.embedding
    }

    /// Projection from opinions to coordinates.
    pub fn projection(&self) -> &Projection {
        &self.projection
    }

    /// Attention as a function of distance.
    pub fn attention(&self) -> &Attention {
        &self.attention
    }

    /// h, the bandwidth of attention, in units of opinion.
    pub fn bandwidth(&self) -> f32 {
        self.attention.bandwidth()
    }

    /// Root mean square distance of the agents from their centroid at step 0, over all D dimensions: about √D.
    pub fn initial_spread(&self) -> f32 {
        self.initial_spread
    }

    /// Number of observers; their numbers follow those of the population.
    pub fn observer_count(&self) -> usize {
        self.observers.agents()
    }

    /// Opinion of an agent or observer, D numbers.
    ///
    /// # Errors
    /// [`WorldError::UnknownAgent`].
    pub fn opinion(&self, agent: AgentId) -> Result<&[f32], WorldError> {
        self.find(agent).map(|(population, row)| population.current.opinions.row(row))
    }

    /// Anchor of an agent or observer, D numbers.
    ///
    /// # Errors
    /// [`WorldError::UnknownAgent`].
    pub fn anchor(&self, agent: AgentId) -> Result<&[f32], WorldError> {
        self.find(agent).map(|(population, row)| population.anchors.row(row))
    }

    /// Coordinates of an agent or observer, r numbers, then zeros up to a multiple of eight.
    ///
    /// # Errors
    /// [`WorldError::UnknownAgent`].
    pub fn coordinates(&self, agent: AgentId) -> Result<&[f32], WorldError> {
        self.find(agent).map(|(population, row)| population.current.embedding.padded(row))
    }

    /// Traits of an agent or observer.
    ///
    /// # Errors
    /// [`WorldError::UnknownAgent`].
    pub fn traits(&self, agent: AgentId) -> Result<&Traits, WorldError> {
        self.find(agent).map(|(population, row)| &population.traits[row])
    }
}
