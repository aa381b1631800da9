//! Construction of a world, in one go or in slices.

use crate::embedding::needs_principal_components;
use crate::error::{WorldError, check_finite};
use crate::linalg::matrix::Matrix;
use crate::linalg::moments::{mean, squared_distance_from};
use crate::linalg::pca::PcaFit;
use crate::linalg::projection::Projection;
use crate::params::Params;
use crate::population::Population;
use crate::reinforced::ReinforcedPosts;
use crate::world::World;

impl World {
    /// The world of a population with these opinions at step 0, which are also its anchors.
    ///
    /// Fits the embedding and calibrates attention. With 10 000 agents and 2 048 dimensions it takes about a third of a
    /// second and three matrices of 80 MB; [`WorldBuilder`] does the same in slices.
    ///
    /// # Errors
    /// [`WorldError::OutOfRange`] and [`WorldError::TooLarge`] as [`World::check_size`], [`WorldError::NotFinite`], and
    /// [`WorldError::Matrix`] when memory is refused.
    pub fn new(opinions: Matrix, params: Params, seed: u64) -> Result<World, WorldError> {
        let mut builder = WorldBuilder::new(opinions, params, seed)?;
        loop {
            if let Some(world) = builder.advance(u32::MAX)? {
                return Ok(world);
            }
        }
    }
}

/// A world under construction. Slices of any size make the same world.
///
/// ```
/// use drift::{Matrix, Params, WorldBuilder};
///
/// let opinions = Matrix::from_rows(1, (0..1_000).map(|agent| agent as f32 / 1_000.0).collect())?;
/// let mut builder = WorldBuilder::new(opinions, Params::default(), 42)?;
/// let world = loop {
///     if let Some(world) = builder.advance(100)? {
///         break world;
///     }
/// };
/// assert_eq!(world.population_size(), 1_000);
/// # Ok::<(), drift::WorldError>(())
/// ```
#[derive(Debug)]
pub struct WorldBuilder {
    params: Params,
    seed: u64,
    opinions: Matrix,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Opinions are checked; so many rows have been.
    Checking(usize),
    /// The embedding is fitted.
    Fitting(Box<PcaFit>),
    /// The population is filled.
    Filling(Box<Filling>),
    /// The world has been handed out.
    Done,
}

#[derive(Debug)]
struct Filling {
    projection: Projection,
    population: Population,
    /// Sum of squared distances from the centroid.
    squares: f64,
}

impl WorldBuilder {
    /// Begins. Memory is taken slice by slice.
    ///
    /// # Errors
    /// [`WorldError::OutOfRange`] and [`WorldError::TooLarge`] as [`World::check_size`].
    pub fn new(opinions: Matrix, params: Params, seed: u64) -> Result<WorldBuilder, WorldError> {
        let capped = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        World::check_size(capped(opinions.row_count()), capped(opinions.dims()), &params)?;
        Ok(WorldBuilder { params, seed, opinions, stage: Stage::Checking(0) })
    }

    /// Approximate share of the work that is done, 0 to 1.
    pub fn progress(&self) -> f32 {
        let agents = self.opinions.row_count() as f32;
        match &self.stage {
            Stage::Checking(checked) => 0.1 * *checked as f32 / agents,
            Stage::Fitting(_) => 0.3,
            Stage::Filling(filling) => 0.5 + 0.5 * filling.population.agents() as f32 / agents,
            Stage::Done => 1.0,
        }
    }

    /// Runs a slice: about `budget` agents, or a round of the fit. Returns the world when it is complete, and `None` before
    /// and after.
    ///
    /// # Errors
    /// [`WorldError::NotFinite`], and [`WorldError::Matrix`] when memory is refused.
    pub fn advance(&mut self, budget: u32) -> Result<Option<World>, WorldError> {
        let (agents, budget) = (self.opinions.row_count(), budget.max(1) as usize);
        match &mut self.stage {
            Stage::Checking(checked) => {
                let until = agents.min(checked.saturating_add(budget));
                for agent in *checked..until {
                    check_finite(self.opinions.row(agent), agent)?;
                }
                *checked = until;
                if until == agents {
                    self.begin_embedding()?;
                }
                Ok(None)
            }
            Stage::Fitting(fit) => {
                if !fit.advance(&self.opinions) {
                    let projection = fit.finish(&self.opinions);
                    self.stage = self.filling(projection)?;
                }
                Ok(None)
            }
            Stage::Filling(filling) => {
                let first = filling.population.agents();
                let until = agents.min(first.saturating_add(budget));
                for agent in first..until {
                    let opinion = self.opinions.row(agent);
                    filling.population.push_derived(opinion, &filling.projection)?;
                    filling.squares += squared_distance_from(opinion, filling.projection.mean());
                }
                if until < agents {
                    return Ok(None);
                }
                self.finish().map(Some)
            }
            Stage::Done => Ok(None),
        }
    }

    /// Begins to fit principal components, or centers the opinions where those are not needed.
    fn begin_embedding(&mut self) -> Result<(), WorldError> {
        let r = self.params.embedding_width as usize;
        self.stage = if needs_principal_components(self.opinions.dims(), r) {
            Stage::Fitting(Box::new(PcaFit::cold_start(&self.opinions, r)))
        } else {
            self.filling(Projection::centering(mean(&self.opinions)))?
        };
        Ok(())
    }

    /// Allocates the population.
    fn filling(&self, projection: Projection) -> Result<Stage, WorldError> {
        let separate_posts = self.params.expression < 1.0;
        let population = Population::with_capacity(self.opinions.row_count(), &projection, separate_posts)?;
        Ok(Stage::Filling(Box::new(Filling { projection, population, squares: 0.0 })))
    }

    fn finish(&mut self) -> Result<World, WorldError> {
        let Stage::Filling(filling) = core::mem::replace(&mut self.stage, Stage::Done) else {
            unreachable!("only a builder that is filling the population finishes");
        };
        let Filling { projection, mut population, squares } = *filling;
        population.current.opinions =
            core::mem::replace(&mut self.opinions, Matrix::zeros(0, projection.dims())?);
        let observers = Population::with_capacity(0, &projection, self.params.expression < 1.0)?;
        let initial_spread = (squares / population.agents() as f64).sqrt() as f32;
        let params = self.params.clone();
        let reinforced = ReinforcedPosts::for_params(&params, population.agents(), projection.dims())?;
        let seed = self.seed;
        Ok(World::at_step_0(params, seed, population, observers, projection, initial_spread, reinforced))
    }
}
