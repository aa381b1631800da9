//! How is a world made, in one go or in slices?

use crate::belief::{Beliefs, Fitting, Projection, mean};
use crate::drift::attention::Attention;
use crate::drift::day::Desk;
use crate::drift::embedding::needs_axes;
use crate::drift::encounters::Reading;
use crate::drift::group::Group;
use crate::drift::line::Line;
use crate::drift::night::Night;
use crate::drift::params::Params;
use crate::drift::world::{DriftError, World, check_row};

/// A world that is being made: checked, looked at by the recommender, and moved into, a slice at a time. Slices of any
/// size make the same world.
#[derive(Debug)]
pub struct Opening {
    params: Params,
    seed: u64,
    beliefs: Beliefs,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Beliefs are checked; so many people have been.
    Checking(usize),
    /// The recommender looks for its coordinates.
    Fitting(Box<Fitting>),
    /// People move in.
    Moving(Box<Moving>),
    /// The world has been handed out.
    Done,
}

#[derive(Debug)]
struct Moving {
    projection: Projection,
    crowd: Group,
    /// Sum of squared distances from the middle.
    squares: f64,
}

impl Opening {
    /// Begins. Refuses what is out of range or too large; memory is taken bit by bit.
    pub fn new(beliefs: Beliefs, params: Params, seed: u64) -> Result<Opening, DriftError> {
        let capped = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        World::check_size(capped(beliefs.people()), capped(beliefs.dims()), &params)?;
        Ok(Opening { params, seed, beliefs, stage: Stage::Checking(0) })
    }

    /// Share of the way, 0 to 1, roughly.
    pub fn share(&self) -> f32 {
        let people = self.beliefs.people() as f32;
        match &self.stage {
            Stage::Checking(checked) => 0.1 * *checked as f32 / people,
            Stage::Fitting(_) => 0.3,
            Stage::Moving(moving) => 0.5 + 0.5 * moving.crowd.people() as f32 / people,
            Stage::Done => 1.0,
        }
    }

    /// Does a slice: about `budget` people's worth, or a round of the recommender's search. The world, when it is made.
    pub fn advance(&mut self, budget: u32) -> Result<Option<World>, DriftError> {
        let (people, budget) = (self.beliefs.people(), budget.max(1) as usize);
        match &mut self.stage {
            Stage::Checking(checked) => {
                let until = people.min(checked.saturating_add(budget));
                for person in *checked..until {
                    check_row(self.beliefs.row(person), person)?;
                }
                *checked = until;
                if until == people {
                    self.look()?;
                }
                Ok(None)
            }
            Stage::Fitting(fit) => {
                if !fit.advance(&self.beliefs) {
                    let projection = fit.finish(&self.beliefs);
                    self.stage = self.moving(projection)?;
                }
                Ok(None)
            }
            Stage::Moving(moving) => {
                let first = moving.crowd.people();
                let until = people.min(first.saturating_add(budget));
                for person in first..until {
                    let row = self.beliefs.row(person);
                    moving.crowd.move_in(row, &moving.projection)?;
                    moving.squares += square(row, moving.projection.mean());
                }
                if until < people {
                    return Ok(None);
                }
                self.finish().map(Some)
            }
            Stage::Done => Ok(None),
        }
    }

    /// Chooses what the recommender sees.
    fn look(&mut self) -> Result<(), DriftError> {
        let r = self.params.embedding as usize;
        self.stage = if needs_axes(self.beliefs.dims(), r) {
            Stage::Fitting(Box::new(Fitting::fresh(&self.beliefs, r)))
        } else {
            self.moving(Projection::plain(mean(&self.beliefs)))?
        };
        Ok(())
    }

    /// Gets room for everybody.
    fn moving(&self, projection: Projection) -> Result<Stage, DriftError> {
        let crowd = Group::with_room(self.beliefs.people(), &projection, self.params.display < 1.0)?;
        Ok(Stage::Moving(Box::new(Moving { projection, crowd, squares: 0.0 })))
    }

    fn finish(&mut self) -> Result<World, DriftError> {
        let Stage::Moving(moving) = core::mem::replace(&mut self.stage, Stage::Done) else {
            unreachable!("only who is moving in can be finished");
        };
        let Moving { projection, mut crowd, squares } = *moving;
        let beliefs = core::mem::replace(&mut self.beliefs, Beliefs::zeros(0, projection.dims())?);
        let dims = beliefs.dims();
        crowd.today.beliefs = beliefs;
        let guests = Group::with_room(0, &projection, self.params.display < 1.0)?;
        let people = crowd.people();
        let attention = Attention::calibrated(&self.params, &crowd.today.embedding, self.seed);
        let mut world = World {
            params: self.params.clone(),
            seed: self.seed,
            day: 0,
            moved: 0,
            met: 0,
            night: Night::default(),
            crowd,
            guests,
            luck: Vec::new(),
            projection,
            attention,
            spread: (squares / people as f64).sqrt() as f32,
            contacts: None,
            line: Line::default(),
            desk: Desk { reading: Reading::default(), pull: vec![0.0; dims], chances: Vec::new() },
        };
        world.clear_desk();
        Ok(world)
    }
}

/// Squared distance of a row from a centre, summed as [`crate::belief::spread`] does.
fn square(row: &[f32], centre: &[f32]) -> f64 {
    row.iter().zip(centre).map(|(x, c)| f64::from(x - c) * f64::from(x - c)).sum()
}
