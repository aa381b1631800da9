//! The lab's world: any setting, made and lived in slices.
//!
//! A message does a slice of work, some 15 ms on a laptop, and says how far things have got; the page asks again, or
//! does not. So a large world keeps nobody waiting for an answer, and nobody from giving it up.

use crate::drift::{DriftError, Params, Progress, World};
use crate::protocol::{FromWorker, LabFrame, LabMeasures, LabPlane, Reply, RunId};
use crate::tribes::{Strangeness, Tribes, effective_dimensions, polarisation};
use crate::worlds::{Opened, Opening, Setting, SettingError};

/// Multiply-adds of a slice, a random read of memory counting as eight of them.
const SLICE: u64 = 60_000_000;

/// Days between two measurements while days are quick.
const MEASURED: u32 = 5;

/// People whose surprisal stands for everybody's.
const SAMPLE: usize = 100;

pub(super) struct Lab {
    stage: Stage,
    plane: LabPlane,
}

enum Stage {
    /// Being made, so many people a slice.
    Opening(Box<Opening>, u32),
    Open(Box<Running>),
}

/// A world that runs, and what was last measured in it.
struct Running {
    world: World,
    measures: LabMeasures,
    /// Tribe of each person as last measured; −1: a loner.
    tribe_of: Vec<f32>,
    /// Checksum of day [`LabFrame::GOLDEN_DAY`].
    golden: Option<u32>,
}

impl Lab {
    pub fn open(setting: Setting, plane: LabPlane) -> Result<Lab, SettingError> {
        // Drawing a belief costs about as much as forty multiply-adds.
        let people = SLICE / (40 * u64::from(setting.dims));
        let opening = Box::new(Opening::new(setting)?);
        Ok(Lab { stage: Stage::Opening(opening, people.clamp(1, 1 << 20) as u32), plane })
    }

    /// A slice of making the world, or of living: at most `days` days, and no more than a slice's work.
    pub fn advance(&mut self, run: RunId, days: u16) -> Result<Reply, SettingError> {
        match &mut self.stage {
            Stage::Opening(opening, people) => match opening.advance(*people)? {
                Opened::Underway { share } => Ok(FromWorker::LabOpening { run, share }.into()),
                Opened::Open(world) => {
                    let (measures, tribe_of) = measured(&world);
                    self.stage =
                        Stage::Open(Box::new(Running { world: *world, measures, tribe_of, golden: None }));
                    Ok(self.look(run, true))
                }
            },
            Stage::Open(running) => {
                let anew = running.live(days);
                Ok(self.look(run, anew))
            }
        }
    }

    /// Another plane to look at.
    pub fn turn(&mut self, run: RunId, plane: LabPlane) -> Reply {
        self.plane = plane;
        self.look(run, true)
    }

    /// Other rules from tomorrow on; a day that is going on is lived to its end first.
    pub fn rule(&mut self, run: RunId, params: Params) -> Result<Reply, DriftError> {
        if let Stage::Open(running) = &mut self.stage {
            params.check()?;
            running.finish_day();
            running.world.set_params(params)?;
        }
        Ok(self.look(run, false))
    }

    /// How it stands. `whole`: with the tribe of everybody.
    fn look(&self, run: RunId, whole: bool) -> Reply {
        let Stage::Open(running) = &self.stage else {
            return FromWorker::LabOpening { run, share: 0.0 }.into();
        };
        let Running { world, measures, tribe_of, golden } = &**running;
        let (points, kept) = flat(world, self.plane);
        let mut arrays = vec![points];
        if whole {
            arrays.push(tribe_of.clone());
        }
        let frame = LabFrame {
            day: world.day(),
            moved: world.moved(),
            people: world.beliefs().people() as u32,
            dims: world.beliefs().dims() as u32,
            kept,
            measures: measures.clone(),
            golden: *golden,
        };
        Reply { message: FromWorker::Lab { run, frame }, arrays }
    }
}

impl Running {
    /// Lives up to `days` days within one slice's work. Whether anything was measured anew.
    fn live(&mut self, days: u16) -> bool {
        let each = self.world.work_per_person().max(1);
        let people = (SLICE / each).clamp(1, u64::from(u32::MAX));
        let a_day = each * self.world.beliefs().people() as u64;
        let affordable = (SLICE / a_day.max(1)).clamp(1, u64::from(days.max(1)));
        for _ in 0..affordable {
            if self.world.step_people(people as u32) == Progress::DayOver {
                self.note_checksum();
            } else {
                break;
            }
        }
        // Between days, and not every day: measuring costs about as much as a small world's day.
        let due = self.world.moved() == 0 && self.world.day() >= self.measures.day + MEASURED;
        if due {
            (self.measures, self.tribe_of) = measured(&self.world);
        }
        due
    }

    fn finish_day(&mut self) {
        if self.world.moved() > 0 {
            self.world.step();
            self.note_checksum();
        }
    }

    fn note_checksum(&mut self) {
        if self.world.day() == LabFrame::GOLDEN_DAY {
            self.golden = Some(self.world.checksum());
        }
    }
}

fn measured(world: &World) -> (LabMeasures, Vec<f32>) {
    let tribes = Tribes::find(world.embedding(), world.spread());
    let strangeness = Strangeness::of(SAMPLE, world.embedding(), world.attention());
    let measures = LabMeasures {
        day: world.day(),
        tribes: tribes.sizes().to_vec(),
        effective_tribes: tribes.effective(),
        diversity: strangeness.diversity,
        dimensions: effective_dimensions(world.beliefs()),
        polarisation: polarisation(world.beliefs()),
        bits: strangeness.bits,
    };
    let people = 0..world.beliefs().people();
    (measures, people.map(|person| tribes.of(person).map_or(-1.0, |tribe| tribe as f32)).collect())
}

/// Everybody's place on a plane, x and y in turn, and the share of squared distances between people that it keeps.
fn flat(world: &World, plane: LabPlane) -> (Vec<f32>, f32) {
    let beliefs = world.beliefs();
    let people = 0..beliefs.people();
    let points: Vec<f32> = match plane {
        LabPlane::Components => {
            let second = |z: &[f32]| z.get(1).copied().unwrap_or_default();
            people.flat_map(|n| [world.embedding().row(n)[0], second(world.embedding().row(n))]).collect()
        }
        LabPlane::Beliefs(x, y) => {
            // Beliefs that are not there are the last one.
            let [x, y] = [x, y].map(|axis| usize::from(axis).min(beliefs.dims() - 1));
            people.flat_map(|n| [beliefs.row(n)[x], beliefs.row(n)[y]]).collect()
        }
    };
    let (flat, all) = (spread_of(points.chunks_exact(2)), spread_of(beliefs.rows()));
    (points, if all > 0.0 { (flat / all).min(1.0) as f32 } else { 1.0 })
}

/// Sum over dimensions of the variance of rows, over two thousand of them at most.
fn spread_of<'a>(rows: impl ExactSizeIterator<Item = &'a [f32]>) -> f64 {
    let every = rows.len().div_ceil(2_000).max(1);
    let (mut count, mut sums, mut squares) = (0.0f64, Vec::new(), 0.0f64);
    for row in rows.step_by(every) {
        sums.resize(row.len(), 0.0f64);
        count += 1.0;
        for (sum, &x) in sums.iter_mut().zip(row) {
            *sum += f64::from(x);
            squares += f64::from(x) * f64::from(x);
        }
    }
    squares / count - sums.iter().map(|sum| (sum / count) * (sum / count)).sum::<f64>()
}
