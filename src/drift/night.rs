//! What does the recommender do at night?
//!
//! On some nights it looks at where people differ by now, and learns new coordinates to see them in.

use crate::belief::{Beliefs, Fit, Projection};
use crate::drift::calendar::Progress;
use crate::drift::world::World;

/// A night on which the recommender learns.
#[derive(Clone, Debug)]
pub(super) struct Night {
    /// The search for new coordinates; `None`: they are found.
    fit: Option<Fit>,
    /// The new window, or the old one while there is none.
    projection: Projection,
    /// People already seen through it.
    seen: usize,
}

impl Night {
    /// Begins to look at today's beliefs.
    pub fn new(beliefs: &Beliefs, old: &Projection) -> Night {
        Night { fit: Some(Fit::again(beliefs, old)), projection: old.clone(), seen: 0 }
    }
}

impl World {
    /// The next slice of the night: a round of the search, or `budget` people seen anew.
    pub(super) fn pass_night(&mut self, budget: u32) -> Progress {
        let people = self.crowd.people();
        let Some(night) = &mut self.night else { return Progress::DayOver };
        let beliefs = &self.crowd.today.beliefs;
        if let Some(fit) = &mut night.fit {
            if !fit.advance(beliefs) {
                night.projection =
                    night.fit.take().map_or_else(|| self.projection.clone(), |fit| fit.finish(beliefs));
            }
            return Progress::Partway { moved: people as u32, people: people as u32 };
        }
        // Tomorrow's page is blank: new coordinates are written there, and today's stay whole until all are done.
        let until = people.min(night.seen.saturating_add(budget.max(1) as usize));
        let seen = &mut self.crowd.tomorrow.embedding;
        seen.project(beliefs, night.seen..until, &night.projection);
        night.seen = until;
        if until < people {
            return Progress::Partway { moved: people as u32, people: people as u32 };
        }
        core::mem::swap(&mut self.crowd.today.embedding, &mut self.crowd.tomorrow.embedding);
        let guests = &mut self.guests.today;
        guests.embedding.project(&guests.beliefs, 0..guests.beliefs.people(), &night.projection);
        core::mem::swap(&mut self.projection, &mut night.projection);
        self.night = None;
        self.day += 1;
        Progress::DayOver
    }
}
