//! How is the world of a setting made, a slice at a time?

use crate::belief::Beliefs;
use crate::chance::{Chance, Purpose, uniform};
use crate::crowd::{Axes, Person};
use crate::drift::{Opening as Building, World};
use crate::worlds::setting::{Setting, SettingError, Start};

/// A world that is being made. Slices of any size make the same world, and who is tired of waiting drops it.
#[derive(Debug)]
pub struct Opening {
    setting: Setting,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// People are drawn, one after the other.
    Drawing { beliefs: Beliefs, axes: Option<Box<Axes>> },
    /// The world is built around them.
    Building(Box<Building>),
}

/// How far a world has got.
#[derive(Debug)]
pub enum Opened {
    /// Not yet.
    Underway {
        /// Share of the way, 0 to 1, roughly.
        share: f32,
    },
    /// Day 0.
    Open(Box<World>),
}

impl Opening {
    /// Begins. Refuses what is out of range or too large before anything is drawn.
    pub fn new(setting: Setting) -> Result<Opening, SettingError> {
        World::check_size(setting.people, setting.dims, &setting.params)?;
        setting.circles.check()?;
        setting.network.check()?;
        let (people, dims) = (setting.people as usize, setting.dims as usize);
        let axes = match setting.start {
            Start::Crowd => Some(Box::new(Axes::new(setting.seed, dims)?)),
            Start::Uniform => None,
        };
        let stage = Stage::Drawing { beliefs: Beliefs::with_room(people, dims)?, axes };
        Ok(Opening { setting, stage })
    }

    /// Does a slice, of about `budget` people's worth.
    pub fn advance(&mut self, budget: u32) -> Result<Opened, SettingError> {
        let people = self.setting.people as usize;
        match &mut self.stage {
            Stage::Drawing { beliefs, axes } => {
                let until = people.min(beliefs.people().saturating_add(budget.max(1) as usize));
                let mut row = vec![0.0; beliefs.dims()];
                for person in beliefs.people()..until {
                    match axes {
                        Some(axes) => axes.place_person(&Person::nth(self.setting.seed, person), &mut row),
                        None => anywhere(self.setting.seed, person, &mut row),
                    }
                    beliefs.push_row(&row)?;
                }
                if until < people {
                    return Ok(Opened::Underway { share: 0.5 * until as f32 / people as f32 });
                }
                let beliefs = core::mem::replace(beliefs, Beliefs::with_room(0, row.len())?);
                let building = Building::new(beliefs, self.setting.params.clone(), self.setting.seed)?;
                self.stage = Stage::Building(Box::new(building));
                Ok(Opened::Underway { share: 0.5 })
            }
            Stage::Building(building) => match building.advance(budget)? {
                None => Ok(Opened::Underway { share: 0.5 + 0.5 * building.share() }),
                Some(mut world) => {
                    let Setting { seed, network, circles, .. } = &self.setting;
                    world.set_contacts(network.contacts(people, *seed)?)?;
                    circles.form(&mut world, *seed)?;
                    Ok(Opened::Open(Box::new(world)))
                }
            },
        }
    }
}

/// Somebody with each belief anywhere between 0 and 1.
pub(super) fn anywhere(seed: u64, number: usize, row: &mut [f32]) {
    let mut stream = Chance::new(seed, Purpose::Factors).of(number);
    row.iter_mut().for_each(|x| *x = uniform(&mut stream) as f32);
}
