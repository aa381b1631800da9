//! Construction of the world of a setting, a slice at a time.

use crate::error::SettingError;
use crate::setting::{Setting, Start};
use drift::linalg::Matrix;
use drift::rng::{Domain, StreamKey, uniform};
use drift::{World, WorldBuilder};
use perplexity::respondent::SimulatedRespondent;
use quiz::population::OpinionSpace;

/// Construction of a world, a slice at a time. The world does not depend on the size of the slices; dropping the value
/// cancels the construction.
#[derive(Debug)]
pub struct WorldConstruction {
    setting: Setting,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Initial opinions are drawn, agent by agent.
    Drawing { beliefs: Matrix, axes: Option<Box<OpinionSpace>> },
    /// The engine builds the world.
    Building(Box<WorldBuilder>),
}

/// Progress of a construction.
#[derive(Debug)]
pub enum ConstructionProgress {
    /// The world is not complete.
    Underway {
        /// Approximate share that is done, 0 to 1.
        share: f32,
    },
    /// The world at step 0.
    Done(Box<World>),
}

impl WorldConstruction {
    /// Starts a construction.
    ///
    /// # Errors
    /// If a number is out of range, or the world is too large. Nothing has been drawn by then.
    pub fn new(setting: Setting) -> Result<WorldConstruction, SettingError> {
        World::check_size(setting.people, setting.dims, &setting.params)?;
        setting.mentor_model.check()?;
        setting.network.check()?;
        let (people, dims) = (setting.people as usize, setting.dims as usize);
        let axes = match setting.start {
            Start::Crowd => Some(Box::new(OpinionSpace::new(setting.seed, dims)?)),
            Start::Uniform => None,
        };
        let stage = Stage::Drawing { beliefs: Matrix::with_capacity(people, dims)?, axes };
        Ok(WorldConstruction { setting, stage })
    }

    /// Does one slice of work, of about `budget` agents.
    ///
    /// # Errors
    /// If memory is refused, or the engine refuses the world.
    pub fn advance(&mut self, budget: u32) -> Result<ConstructionProgress, SettingError> {
        let people = self.setting.people as usize;
        match &mut self.stage {
            Stage::Drawing { beliefs, axes } => {
                let until = people.min(beliefs.row_count().saturating_add(budget.max(1) as usize));
                let mut row = vec![0.0; beliefs.dims()];
                for person in beliefs.row_count()..until {
                    match axes {
                        Some(axes) => axes
                            .write_respondent(&SimulatedRespondent::nth(self.setting.seed, person), &mut row),
                        None => anywhere(self.setting.seed, person, &mut row),
                    }
                    beliefs.push_row(&row)?;
                }
                if until < people {
                    return Ok(ConstructionProgress::Underway { share: 0.5 * until as f32 / people as f32 });
                }
                let beliefs = core::mem::replace(beliefs, Matrix::with_capacity(0, row.len())?);
                let building = WorldBuilder::new(beliefs, self.setting.params.clone(), self.setting.seed)?;
                self.stage = Stage::Building(Box::new(building));
                Ok(ConstructionProgress::Underway { share: 0.5 })
            }
            Stage::Building(building) => match building.advance(budget)? {
                None => Ok(ConstructionProgress::Underway { share: 0.5 + 0.5 * building.progress() }),
                Some(mut world) => {
                    let Setting { seed, network, mentor_model, .. } = &self.setting;
                    world.set_contacts(network.generate(people, *seed)?)?;
                    mentor_model.form(&mut world, *seed)?;
                    Ok(ConstructionProgress::Done(Box::new(world)))
                }
            },
        }
    }
}

impl Setting {
    /// Initial opinion vector of agent `number`, which may exceed the population.
    ///
    /// # Errors
    /// If the dimensions are out of range.
    pub fn beliefs_of(&self, number: usize) -> Result<Vec<f32>, SettingError> {
        let mut row = vec![0.0; self.dims as usize];
        match self.start {
            Start::Crowd => {
                let axes = OpinionSpace::new(self.seed, row.len())?;
                axes.write_respondent(&SimulatedRespondent::nth(self.seed, number), &mut row);
            }
            Start::Uniform => anywhere(self.seed, number, &mut row),
        }
        Ok(row)
    }

    /// Builds the whole world at step 0.
    ///
    /// # Errors
    /// As [`WorldConstruction::new`] and [`WorldConstruction::advance`].
    ///
    /// # Examples
    ///
    /// ```
    /// use settings::Setting;
    ///
    /// let setting = Setting { people: 100, ..Setting::default() };
    /// let world = setting.open()?;
    /// assert_eq!(world.opinions().row_count(), 100);
    /// # Ok::<(), settings::SettingError>(())
    /// ```
    pub fn open(&self) -> Result<World, SettingError> {
        let mut construction = WorldConstruction::new(self.clone())?;
        loop {
            if let ConstructionProgress::Done(world) = construction.advance(u32::MAX)? {
                return Ok(*world);
            }
        }
    }
}

/// Draws an opinion vector with independent uniform numbers in [0, 1).
fn anywhere(seed: u64, number: usize, row: &mut [f32]) {
    let mut stream = StreamKey::new(seed, Domain::INITIAL_OPINIONS).stream(number);
    row.iter_mut().for_each(|x| *x = uniform(&mut stream) as f32);
}
