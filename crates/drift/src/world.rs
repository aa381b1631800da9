//! World: a population with its parameters, and the changes that can be made to it.

use crate::agent::{AgentId, Traits};
use crate::attention::Attention;
use crate::error::WorldError;
use crate::influence::all_average_rows;
use crate::influence::innovation::shared_rows;
use crate::influence::sampling::SampledPosts;
use crate::linalg::projection::Projection;
use crate::network::contacts::Contacts;
use crate::params::{Interaction, Params};
use crate::population::Population;
use crate::range::OutOfRange;
use crate::refit::EmbeddingRefit;
use crate::reinforced::ReinforcedPosts;
use crate::sorted_1d::Sorted1d;
use crate::update::Scratch;

/// A population that reads its own posts, step after step, and observers who read along.
///
/// All agents are updated at once, from the posts of the step before. Every random number is keyed by seed, step and agent,
/// so a step can be cut into slices of any size, and observers can be added: the population's opinions are the same to the
/// bit.
///
/// ```
/// use drift::{Matrix, Params, World};
///
/// let opinions = Matrix::from_rows(2, vec![0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0])?;
/// let mut world = World::new(opinions, Params::default(), 42)?;
/// world.step();
/// assert_eq!((world.step_count(), world.population_size()), (1, 4));
/// # Ok::<(), drift::WorldError>(())
/// ```
#[derive(Clone, Debug)]
pub struct World {
    pub(crate) params: Params,
    pub(crate) seed: u64,
    /// Complete steps.
    pub(crate) step_count: u32,
    /// Agents of the population that the step in progress has updated.
    pub(crate) updated: usize,
    /// Pairs that have met in it.
    pub(crate) pairs_met: usize,
    pub(crate) refit: EmbeddingRefit,
    pub(crate) population: Population,
    /// What posts move their readers towards, where that is not the posts themselves.
    pub(crate) reinforced: Option<ReinforcedPosts>,
    pub(crate) observers: Population,
    /// Seed of each observer.
    pub(crate) observer_seeds: Vec<u32>,
    pub(crate) projection: Projection,
    pub(crate) attention: Attention,
    pub(crate) initial_spread: f32,
    pub(crate) contacts: Option<Contacts>,
    pub(crate) sorted_1d: Sorted1d,
    /// Axes of shared innovation, r × D.
    pub(crate) shared_rows: Vec<f32>,
    pub(crate) scratch: Scratch,
}

/// Bytes a world may need of the 4 GiB that a WebAssembly instance can address; the rest is for the caller.
const MEMORY_LIMIT: u64 = 3 << 30;

impl World {
    /// The world of a population at step 0.
    pub(crate) fn at_step_0(
        params: Params,
        seed: u64,
        population: Population,
        observers: Population,
        projection: Projection,
        initial_spread: f32,
        reinforced: Option<ReinforcedPosts>,
    ) -> World {
        let mut world = World {
            attention: Attention::calibrate(&params, &population.current.embedding, seed),
            scratch: Scratch::new(projection.dims()),
            params,
            seed,
            step_count: 0,
            updated: 0,
            pairs_met: 0,
            refit: EmbeddingRefit::default(),
            shared_rows: shared_rows(&population.anchor_embedding, &projection),
            population,
            reinforced,
            observers,
            observer_seeds: Vec::new(),
            projection,
            initial_spread,
            contacts: None,
            sorted_1d: Sorted1d::default(),
        };
        world.reserve_scratch();
        world
    }

    /// Checks parameters and the size of a world of `agents` × `dims` opinions.
    ///
    /// # Errors
    /// [`WorldError::OutOfRange`] for a parameter or a size outside its range, [`WorldError::TooLarge`] for more memory than
    /// a world may need.
    pub fn check_size(agents: u32, dims: u32, params: &Params) -> Result<(), WorldError> {
        params.check()?;
        OutOfRange::check_u32("agents", agents, Params::AGENTS)?;
        OutOfRange::check_u32("dims", dims, Params::DIMS)?;
        let needed = World::memory_bytes(agents, dims, params);
        if needed > MEMORY_LIMIT {
            let (mib, limit_mib) = (needed >> 20, MEMORY_LIMIT >> 20);
            return Err(WorldError::TooLarge { agents, dims, mib, limit_mib });
        }
        Ok(())
    }

    /// Memory of a world in bytes: opinions at this step and the next, anchors, posts where they are separate, reinforced
    /// posts, embeddings and traits.
    pub fn memory_bytes(agents: u32, dims: u32, params: &Params) -> u64 {
        let reinforced = u64::from(ReinforcedPosts::are_needed(params));
        let matrices = if params.expression < 1.0 { 5 } else { 3 } + reinforced;
        let coordinates = u64::from(params.embedding_width.min(dims).next_multiple_of(8));
        let traits = size_of::<Traits>() as u64;
        u64::from(agents) * (4 * (matrices * u64::from(dims) + 3 * coordinates) + traits)
    }

    /// Replaces the parameters. The embedding stays; attention is calibrated again, on the opinions of step 0.
    ///
    /// # Errors
    /// [`WorldError::OutOfRange`], [`WorldError::StepInProgress`], or [`WorldError::Matrix`] when memory for separate posts
    /// is refused. The world is then unchanged.
    pub fn set_params(&mut self, params: Params) -> Result<(), WorldError> {
        params.check()?;
        self.check_between_steps()?;
        let missing = self.reinforced.is_none();
        let (agents, dims) = (self.population.agents(), self.projection.dims());
        let reinforced = if missing { ReinforcedPosts::for_params(&params, agents, dims)? } else { None };
        let separate_posts = params.expression < 1.0;
        self.population.set_separate_posts(separate_posts)?;
        if let Err(refusal) = self.observers.set_separate_posts(separate_posts) {
            // Memory is only refused where posts have just become separate.
            self.population.set_separate_posts(false)?;
            return Err(refusal.into());
        }
        let same_attention = (params.kernel, params.kernel_exponent, params.bandwidth)
            == (self.params.kernel, self.params.kernel_exponent, self.params.bandwidth);
        if !same_attention {
            self.attention = Attention::calibrate(&params, &self.population.anchor_embedding, self.seed);
        }
        self.reinforced =
            reinforced.or(self.reinforced.take()).filter(|_| ReinforcedPosts::are_needed(&params));
        self.params = params;
        self.reserve_scratch();
        Ok(())
    }

    /// Sets the contact network of the population; `None`: everybody converses with everybody, as observers always do.
    ///
    /// # Errors
    /// [`WorldError::NetworkSize`] for a network of another size, [`WorldError::StepInProgress`].
    pub fn set_contacts(&mut self, contacts: Option<Contacts>) -> Result<(), WorldError> {
        self.check_between_steps()?;
        let population = self.population.agents();
        match contacts.as_ref().map(Contacts::agents) {
            Some(network) if network != population => {
                Err(WorldError::NetworkSize { network: network as u32, population: population as u32 })
            }
            _ => {
                self.contacts = contacts;
                Ok(())
            }
        }
    }

    /// Gives an agent of the population, or an observer, traits of its own.
    ///
    /// # Errors
    /// [`WorldError::UnknownAgent`], [`WorldError::Traits`], or, for an agent of the population,
    /// [`WorldError::StepInProgress`].
    pub fn set_traits(&mut self, agent: AgentId, traits: Traits) -> Result<(), WorldError> {
        let population = self.population.agents();
        self.find(agent)?;
        traits.check(agent, population as u32, (population + self.observers.agents()) as u32)?;
        if agent.index() < population {
            self.check_between_steps()?;
            self.population.set_traits(agent.index(), traits);
        } else {
            self.observers.set_traits(agent.index() - population, traits);
        }
        Ok(())
    }

    /// Reserves scratch buffers for the posts that an agent may read, so that no step has to.
    fn reserve_scratch(&mut self) {
        let posts = match self.params.interaction {
            Interaction::Posts => self.params.posts_per_step as usize,
            Interaction::AllToAll => self.population.agents(),
            Interaction::Pairwise => 1,
        };
        self.scratch.read = SampledPosts::with_capacity(posts);
        if self.params.algorithmic_bias > 0.0 {
            let weights = match self.params.interaction {
                Interaction::Pairwise => &mut self.scratch.weights,
                Interaction::Posts | Interaction::AllToAll => &mut self.scratch.read.partner_weights,
            };
            weights.reserve(self.population.agents());
        }
    }

    /// Checks that no step is in progress.
    ///
    /// # Errors
    /// [`WorldError::StepInProgress`].
    pub(crate) fn check_between_steps(&self) -> Result<(), WorldError> {
        let rows_written = self.reinforced.as_ref().is_some_and(|posts| !posts.is_untouched());
        let in_progress = self.updated > 0 || self.pairs_met > 0 || rows_written || self.refit.is_active();
        if in_progress { Err(WorldError::StepInProgress) } else { Ok(()) }
    }

    /// The population to which an agent belongs, and its row there.
    ///
    /// # Errors
    /// [`WorldError::UnknownAgent`].
    pub(crate) fn find(&self, AgentId(agent): AgentId) -> Result<(&Population, usize), WorldError> {
        let population = self.population.agents();
        match (agent as usize).checked_sub(population) {
            None => Ok((&self.population, agent as usize)),
            Some(observer) if observer < self.observers.agents() => Ok((&self.observers, observer)),
            Some(_) => Err(WorldError::UnknownAgent(agent)),
        }
    }

    /// Whether coordinates are averaged along with opinions, instead of projected again.
    pub(crate) fn averages_coordinates(&self) -> bool {
        self.projection.has_axes() && all_average_rows(&self.params)
    }
}
