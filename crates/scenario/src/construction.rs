//! Construction of the world of a year, a slice at a time.

use drift::linalg::Matrix;
use drift::rng::normal;
use drift::{Params, World, WorldBuilder, WorldError};
use perplexity::opinions::OpinionAxes;
use perplexity::respondent::SimulatedRespondent;

/// Number of agents ([`Year::PEOPLE`](crate::Year::PEOPLE)).
pub(crate) const PEOPLE: usize = 4_000;

/// Number of dimensions ([`Year::DIMS`](crate::Year::DIMS)).
pub(crate) const DIMS: usize = 512;

/// Construction of the world of a year: [`Year::PEOPLE`](crate::Year::PEOPLE) respondents of the population
/// of a seed with [`Year::DIMS`](crate::Year::DIMS) opinions, under the default parameters. Slices of any size make the same world.
#[derive(Debug)]
pub struct YearConstruction {
    seed: u64,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Opinions are drawn, agent by agent.
    Drawing { axes: OpinionAxes, opinions: Matrix },
    /// The engine builds the world.
    Building(Box<WorldBuilder>),
}

impl YearConstruction {
    /// Begins the construction of the world of `seed`.
    ///
    /// # Errors
    ///
    /// [`WorldError::Matrix`] when memory is refused.
    pub fn new(seed: u64) -> Result<YearConstruction, WorldError> {
        let opinions = Matrix::with_capacity(PEOPLE, DIMS)?;
        let axes = OpinionAxes::new(seed, DIMS);
        Ok(YearConstruction { seed, stage: Stage::Drawing { axes, opinions } })
    }

    /// Approximate share of the work that is done, 0 to 1.
    pub fn progress(&self) -> f32 {
        match &self.stage {
            Stage::Drawing { opinions, .. } => 0.5 * opinions.row_count() as f32 / PEOPLE as f32,
            Stage::Building(building) => 0.5 + 0.5 * building.progress(),
        }
    }

    /// Does one slice of work, of about `budget` agents. Returns the world when it is complete, and `None` before and after.
    ///
    /// # Errors
    ///
    /// [`WorldError`] when memory is refused.
    pub fn advance(&mut self, budget: u32) -> Result<Option<World>, WorldError> {
        match &mut self.stage {
            Stage::Drawing { axes, opinions } => {
                let drawn = opinions.row_count();
                let until = PEOPLE.min(drawn.saturating_add(budget.max(1) as usize));
                let mut row = vec![0.0; DIMS];
                for n in drawn..until {
                    let respondent = SimulatedRespondent::nth(self.seed, n);
                    let mut unique = respondent.unique_factors();
                    axes.write(respondent.factors(), |_| normal(&mut unique), &mut row);
                    opinions.push_row(&row)?;
                }
                if until == PEOPLE {
                    let opinions = core::mem::replace(opinions, Matrix::with_capacity(0, DIMS)?);
                    let building = WorldBuilder::new(opinions, Params::default(), self.seed)?;
                    self.stage = Stage::Building(Box::new(building));
                }
                Ok(None)
            }
            Stage::Building(building) => building.advance(budget),
        }
    }

    /// Does what is left of the work at once.
    ///
    /// # Errors
    ///
    /// [`WorldError`] when memory is refused.
    ///
    /// # Panics
    ///
    /// When the world has been handed out already.
    pub fn finish(mut self) -> Result<World, WorldError> {
        while self.progress() < 1.0 {
            if let Some(world) = self.advance(u32::MAX)? {
                return Ok(world);
            }
        }
        panic!("a world is handed out once")
    }
}
