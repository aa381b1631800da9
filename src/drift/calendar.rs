//! How does a day pass, in one go or in slices?

use crate::belief::Beliefs;
use crate::chance::{Chance, Purpose};
use crate::drift::day::{Desk, Evening, Reader, Scene, live};
use crate::drift::embedding::Embedding;
use crate::drift::group::{Group, Standing};
use crate::drift::line::Line;
use crate::drift::pairs::{Company, Meetings};
use crate::drift::params::{Audience, Params};
use crate::drift::person::Traits;
use crate::drift::world::{DriftError, World};

/// How far a day has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Some have lived through the day, some have not.
    Partway {
        /// Members of the crowd who have.
        moved: u32,
        /// Members of the crowd.
        people: u32,
    },
    /// The day is over for everybody.
    DayOver,
}

impl World {
    /// Lives through one day, or through what is left of it.
    pub fn step(&mut self) {
        while self.step_people(u32::MAX) != Progress::DayOver {}
    }

    /// Lets the next `budget` members of the crowd live through the day. Guests come last, all together, with the
    /// last of the crowd; then the day is over. Slices of any size come to the same bits.
    ///
    /// Where the recommender learns its coordinates anew, the night takes some slices of its own. Allocates nothing, but
    /// on the first day of its kind: of a line, or with such a night.
    pub fn step_people(&mut self, budget: u32) -> Progress {
        if self.night.is_going_on() {
            return self.pass_night(budget);
        }
        let people = self.crowd.people();
        let Some(budget) = self.begin(budget) else {
            return Progress::Partway { moved: 0, people: people as u32 };
        };
        let (first, until) = (self.moved, people.min(self.moved.saturating_add(budget as usize)));
        let stays = self.crowd_stays();
        let Day { scene, crowd, guests, desk, luck } = self.day_of_all();
        for person in if stays { until..until } else { first..until } {
            let reader = crowd.home.reader(scene.crowd, person, Some(person as u32), person);
            live(&reader, &scene, evening(crowd.tomorrow, person), desk);
        }
        if until == people {
            for (guest, &luck) in luck.iter().enumerate() {
                // Guests' numbers count down from the top, out of the way of the crowd's.
                let reader = guests.home.reader(scene.guests, guest, None, (u32::MAX - luck) as usize);
                live(&reader, &scene, evening(guests.tomorrow, guest), desk);
            }
        }
        self.moved = until;
        if until < people {
            Progress::Partway { moved: until as u32, people: people as u32 }
        } else {
            self.turn()
        }
    }

    /// Does what comes before people live through their day one by one: meetings in pairs, a look along the line.
    /// Returns what is left of the budget; `None`: some have yet to meet.
    pub(super) fn begin(&mut self, budget: u32) -> Option<u32> {
        let left = match self.meet_in_pairs(budget) {
            0 => return None,
            left => left,
        };
        if self.moved == 0 && self.in_line() {
            let Standing { beliefs, embedding, .. } = &self.crowd.today;
            self.line.survey(beliefs, embedding, &self.attention);
        }
        Some(left)
    }

    /// Whether the crowd has done with the day once all pairs have met: nobody has a home to come to, mentors, ideas of
    /// their own or posts to write, and so today's page is tomorrow's.
    pub(super) fn crowd_stays(&self) -> bool {
        let Params { audience, anchor, innovation, .. } = self.params;
        let met = audience == Audience::Pairs && anchor == 0.0 && innovation == 0.0;
        met && self.crowd.alike && self.crowd.today.posts.is_none()
    }

    fn in_line(&self) -> bool {
        Line::suits(&self.params, self.crowd.today.beliefs.dims())
    }

    /// What everybody sees on this day, and the pages on which the evenings are written.
    pub(super) fn day_of_all(&mut self) -> Day<'_> {
        let in_line = self.in_line();
        let (crowd_today, crowd) = Pages::of(&mut self.crowd);
        let (guests_today, guests) = Pages::of(&mut self.guests);
        let scene = Scene {
            params: &self.params,
            attention: &self.attention,
            projection: &self.projection,
            contacts: self.contacts.as_ref(),
            line: in_line.then_some(&self.line),
            crowd: crowd_today,
            guests: guests_today,
            meetings: Chance::new(self.seed, Purpose::Encounters).on(self.day),
            ideas: Chance::new(self.seed, Purpose::Innovation).on(self.day),
        };
        Day { scene, crowd, guests, desk: &mut self.desk, luck: &self.luck }
    }

    /// Lets pairs meet, where that is the way of this world. Returns what is left of the budget (a meeting takes two
    /// people's worth); nought means that some have yet to meet.
    fn meet_in_pairs(&mut self, budget: u32) -> u32 {
        let budget = budget.max(1);
        let all = Meetings::of(self.crowd.people());
        if self.params.audience != Audience::Pairs || self.met == all {
            return budget;
        }
        let until = all.min(self.met + (budget as usize).div_ceil(2));
        let meetings = Meetings {
            company: Company { bias: self.params.bias, contacts: self.contacts.as_ref() },
            params: &self.params,
            attention: &self.attention,
            projection: &self.projection,
            luck: Chance::new(self.seed, Purpose::Encounters).on(self.day),
        };
        meetings.hold(self.met..until, &mut self.crowd, &mut self.desk.chances);
        let spent = 2 * (until - self.met) as u32;
        self.met = until;
        if until < all { 0 } else { budget.saturating_sub(spent).max(1) }
    }

    /// Night falls: everybody's tomorrow is today. The day is over, unless the recommender looks at people anew.
    fn turn(&mut self) -> Progress {
        if !self.crowd_stays() {
            self.crowd.turn();
        }
        self.guests.turn();
        (self.moved, self.met) = (0, 0);
        let learns = |days: u32| self.projection.rotates() && (self.day + 1).is_multiple_of(days);
        if self.params.refit.is_some_and(learns) {
            self.night.begin(&self.crowd.today.beliefs, &self.projection);
            let people = self.crowd.people() as u32;
            return Progress::Partway { moved: people, people };
        }
        self.day += 1;
        Progress::DayOver
    }

    /// Refuses while a day is going on.
    pub(super) fn between_days(&self) -> Result<(), DriftError> {
        let going_on = self.moved > 0 || self.met > 0 || self.night.is_going_on();
        if going_on { Err(DriftError::DuringTheDay) } else { Ok(()) }
    }
}

/// A day's work.
pub(super) struct Day<'a> {
    /// What everybody can look at.
    pub scene: Scene<'a>,
    pub crowd: Pages<'a>,
    pub guests: Pages<'a>,
    pub desk: &'a mut Desk,
    /// The luck of each guest.
    pub luck: &'a [u32],
}

/// Where the evenings of a group are written, and what its people bring along.
pub(super) struct Pages<'a> {
    pub tomorrow: &'a mut Standing,
    pub home: Home<'a>,
}

/// What people bring along: where they are at home, and what they are like.
#[derive(Clone, Copy)]
pub(super) struct Home<'a> {
    anchors: &'a Beliefs,
    seen: &'a Embedding,
    traits: &'a [Traits],
}

impl<'a> Pages<'a> {
    fn of(group: &'a mut Group) -> (&'a Standing, Pages<'a>) {
        let Group { today, tomorrow, anchors, homes: seen, traits, .. } = group;
        (today, Pages { tomorrow, home: Home { anchors, seen, traits } })
    }
}

impl<'a> Home<'a> {
    /// A person on the morning of a day.
    pub fn reader(self, today: &'a Standing, row: usize, own: Option<u32>, luck: usize) -> Reader<'a> {
        Reader {
            belief: today.beliefs.row(row),
            anchor: self.anchors.row(row),
            at: today.embedding.padded(row),
            home: self.seen.padded(row),
            traits: &self.traits[row],
            own,
            luck,
        }
    }
}

/// Where a person's evening is written.
fn evening(tomorrow: &mut Standing, row: usize) -> Evening<'_> {
    Evening {
        belief: tomorrow.beliefs.row_mut(row),
        at: tomorrow.embedding.padded_mut(row),
        post: tomorrow.posts.as_mut().map(|posts| posts.row_mut(row)),
    }
}
