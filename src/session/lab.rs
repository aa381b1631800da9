//! The lab's world: any setting, made and lived in slices, with you in it.
//!
//! A message does a slice of work, some 15 ms on a laptop, and says how far things have got; the page asks again, or
//! does not. So a large world keeps nobody waiting for an answer, and nobody from giving it up.

mod describe;
mod inspect;
mod metrics;
mod plane;

use self::describe::About;
use self::inspect::{Table, beliefs, person_of};
use self::metrics::Metrics;
use self::plane::{flat, moved_to, seen, view};
use super::reference_population::ReferencePopulation;
use crate::protocol::{FromWorker, LabFrame, LabPlane, LabWho, LabYou, Reply, RunId};
use drift::measure::surprisal;
use drift::{AgentId, Params, StepProgress, World};
use settings::{ConstructionProgress, Setting, SettingError, WorldConstruction};

/// Multiply-adds of a slice, a random read of memory counting as eight of them.
const SLICE: u64 = 60_000_000;

pub(super) struct Lab {
    stage: Stage,
    setting: Setting,
    plane: LabPlane,
    you: LabYou,
}

enum Stage {
    /// Being made, so many people a slice.
    Opening(Box<WorldConstruction>, u32),
    Open(Box<Running>),
}

/// A world that runs, and what was last measured in it.
struct Running {
    world: World,
    you: AgentId,
    gauge: Metrics,
    /// What [`LabFrame::view`] says.
    view: [f32; 3],
    /// Checksum of day [`LabFrame::GOLDEN_DAY`].
    golden: Option<u32>,
}

impl Lab {
    pub(super) fn open(setting: Setting, plane: LabPlane, you: LabYou) -> Result<Lab, SettingError> {
        // Drawing a belief costs about as much as forty multiply-adds.
        let people = SLICE / (40 * u64::from(setting.dims.max(1)));
        let opening = Box::new(WorldConstruction::new(setting.clone())?);
        Ok(Lab { stage: Stage::Opening(opening, people.clamp(1, 1 << 20) as u32), setting, plane, you })
    }

    /// A slice of making the world, or of living: at most `days` days, and no more than a slice's work.
    pub(super) fn advance(&mut self, run: RunId, days: u16) -> Result<Reply, SettingError> {
        match &mut self.stage {
            Stage::Opening(opening, people) => match opening.advance(*people)? {
                ConstructionProgress::Underway { share } => Ok(FromWorker::LabOpening { run, share }.into()),
                ConstructionProgress::Done(mut world) => {
                    let row = beliefs(&self.setting, self.you.who)?;
                    let you = world.add_observer(&row, self.you.traits.clone(), 0)?;
                    let gauge = Metrics::new(&world, About::of(&self.setting));
                    let view = view(&world, self.plane, you)?;
                    let running = Running { world: *world, you, gauge, view, golden: None };
                    self.stage = Stage::Open(Box::new(running));
                    Ok(self.look(run, true))
                }
            },
            Stage::Open(running) => {
                let measured_again = running.live(days);
                Ok(self.look(run, measured_again))
            }
        }
    }

    /// Another plane to look at.
    pub(super) fn turn(&mut self, run: RunId, plane: LabPlane) -> Result<Reply, SettingError> {
        self.plane = plane;
        if let Stage::Open(running) = &mut self.stage {
            running.view = view(&running.world, plane, running.you)?;
        }
        Ok(self.look(run, true))
    }

    /// Other rules from tomorrow on; a day that is going on is lived to its end first.
    pub(super) fn rule(&mut self, run: RunId, params: Params) -> Result<Reply, SettingError> {
        if let Stage::Open(running) = &mut self.stage {
            params.check()?;
            running.finish_day();
            running.world.set_params(params)?;
            running.gauge.stir();
        }
        Ok(self.look(run, false))
    }

    /// You are somebody else from now on, or read in another way.
    pub(super) fn become_somebody(&mut self, run: RunId, you: LabYou) -> Result<Reply, SettingError> {
        if let Stage::Open(running) = &mut self.stage {
            running.world.set_traits(running.you, you.traits.clone())?;
            if you.who != LabWho::Same {
                running.world.set_observer_opinion(running.you, &beliefs(&self.setting, you.who)?)?;
            }
            running.gauge.stir();
        }
        self.you = LabYou { who: if you.who == LabWho::Same { self.you.who } else { you.who }, ..you };
        Ok(self.look(run, false))
    }

    /// You are at a spot of the plane from now on.
    pub(super) fn place(&mut self, run: RunId, spot: [f32; 2]) -> Result<Reply, SettingError> {
        if let Stage::Open(running) = &mut self.stage {
            let row = moved_to(&running.world, running.you, self.plane, spot)?;
            running.world.set_observer_opinion(running.you, &row)?;
            running.gauge.stir();
        }
        Ok(self.look(run, false))
    }

    /// Somebody of it, closely; in a sentence if anybody `listens`.
    pub(super) fn meet(
        &self,
        run: RunId,
        person: Option<AgentId>,
        listens: Option<&ReferencePopulation>,
    ) -> Result<Reply, SettingError> {
        let Stage::Open(running) = &self.stage else {
            return Ok(FromWorker::LabOpening { run, share: 0.0 }.into());
        };
        let id = person.unwrap_or(running.you);
        let spot = seen(&running.world, id, self.plane)?;
        let found = person_of(
            &running.world,
            running.gauge.clusters(),
            id,
            person,
            spot,
            (About::of(&self.setting), listens),
        )?;
        Ok(FromWorker::LabPerson { run, person: found }.into())
    }

    /// A stretch of everybody's beliefs as text.
    pub(super) fn table(&self, run: RunId, from: u32) -> Result<Reply, String> {
        let Stage::Open(running) = &self.stage else {
            return Err("there is nothing to write down yet".to_owned());
        };
        let table = Table {
            world: &running.world,
            clusters: running.gauge.clusters(),
            about: About::of(&self.setting),
        };
        let (text, next) = table.stretch(from)?;
        Ok(FromWorker::LabTable { run, text, next }.into())
    }

    /// The present frame. `whole`: with the marker of everybody's cluster.
    fn look(&self, run: RunId, whole: bool) -> Reply {
        let Stage::Open(running) = &self.stage else {
            return FromWorker::LabOpening { run, share: 0.0 }.into();
        };
        let Running { world, you, gauge, view, golden } = &**running;
        let (points, kept) = flat(world, self.plane);
        let mut arrays = vec![points];
        if whole {
            arrays.push(gauge.signs_of_people());
        }
        let there = "you moved in when the world was opened";
        let at = world.coordinates(*you).expect(there);
        let frame = LabFrame {
            day: world.step_count(),
            moved: world.updated_agents(),
            people: world.opinions().row_count() as u32,
            dims: world.opinions().dims() as u32,
            kept,
            view: *view,
            you: seen(world, *you, self.plane).expect(there),
            your_cluster: gauge.clusters().cluster_at(at).map(|cluster| cluster as u16),
            your_bits: surprisal(at, None, world.embedding(), world.attention()) as f32,
            measures: gauge.measures(),
            golden: *golden,
        };
        Reply { message: FromWorker::Lab { run, frame }, arrays }
    }
}

impl Running {
    /// Advances by up to `days` days within one slice's work; returns whether anything was measured again.
    fn live(&mut self, days: u16) -> bool {
        let each = self.world.cost_per_agent().max(1);
        let people = (SLICE / each).clamp(1, u64::from(u32::MAX));
        let a_day = each * self.world.opinions().row_count() as u64;
        let affordable = (SLICE / a_day.max(1)).clamp(1, u64::from(days.max(1)));
        for _ in 0..affordable {
            if self.world.step_agents(people as u32) == StepProgress::Done {
                self.note_checksum();
            } else {
                break;
            }
        }
        // Between days only: on the way some have moved and some have not.
        self.world.updated_agents() == 0 && self.gauge.measure_when_due(&self.world)
    }

    fn finish_day(&mut self) {
        if self.world.updated_agents() > 0 {
            self.world.step();
            self.note_checksum();
        }
    }

    fn note_checksum(&mut self) {
        if self.world.step_count() == LabFrame::GOLDEN_DAY {
            self.golden = Some(self.world.checksum());
        }
    }
}
