//! What does the recommender do at night?
//!
//! On some nights it looks at where people differ by now, and learns new coordinates to see them in.

use crate::belief::{Beliefs, Fitting, Projection};
use crate::drift::calendar::Progress;
use crate::drift::group::Group;
use crate::drift::world::World;

/// The recommender's study. Its papers are kept from night to night.
#[derive(Clone, Debug, Default)]
pub(super) struct Night {
    stage: Stage,
    fitting: Fitting,
    /// The new window while it is not in use yet, and then the old one's frame.
    window: Option<Projection>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Stage {
    /// Nothing is studied.
    #[default]
    Asleep,
    /// New coordinates are looked for.
    Searching,
    /// So many people have been seen through them.
    Seeing(usize),
}

impl Night {
    /// Begins to study today's beliefs.
    pub fn begin(&mut self, beliefs: &Beliefs, old: &Projection) {
        self.fitting.again(beliefs, old);
        self.stage = Stage::Searching;
    }

    /// Whether something is being studied.
    pub fn is_going_on(&self) -> bool {
        self.stage != Stage::Asleep
    }
}

impl World {
    /// The next slice of the night: a round of the search, or `budget` people seen anew.
    pub(super) fn pass_night(&mut self, budget: u32) -> Progress {
        let people = self.crowd.people();
        let beliefs = &self.crowd.today.beliefs;
        let Night { stage, fitting, window } = &mut self.night;
        let window = window.get_or_insert_with(|| self.projection.clone());
        let underway = Progress::Partway { moved: people as u32, people: people as u32 };
        match *stage {
            Stage::Asleep => return Progress::DayOver,
            Stage::Searching => {
                if !fitting.advance(beliefs) {
                    fitting.finish_into(beliefs, &self.projection, window);
                    *stage = Stage::Seeing(0);
                }
                return underway;
            }
            Stage::Seeing(seen) => {
                // Tomorrow's page is blank: new coordinates are written there, and today's stay whole until all are
                // done.
                let until = people.min(seen.saturating_add(budget.max(1) as usize));
                self.crowd.tomorrow.embedding.project(beliefs, seen..until, window);
                self.crowd.homes.project(&self.crowd.anchors, seen..until, window);
                *stage = Stage::Seeing(until);
                if until < people {
                    return underway;
                }
            }
        }
        core::mem::swap(&mut self.crowd.today.embedding, &mut self.crowd.tomorrow.embedding);
        let Group { today: guests, anchors, homes, .. } = &mut self.guests;
        guests.embedding.project(&guests.beliefs, 0..guests.beliefs.people(), window);
        homes.project(anchors, 0..anchors.people(), window);
        core::mem::swap(&mut self.projection, window);
        *stage = Stage::Asleep;
        self.day += 1;
        Progress::DayOver
    }
}
