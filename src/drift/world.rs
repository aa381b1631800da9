//! Who lives in this world, and what day is it?

use thiserror::Error;

use crate::belief::{Beliefs, BeliefsError, Fitting, Projection, spread};
use crate::chance::{Chance, Purpose};
use crate::drift::attention::Attention;
use crate::drift::contacts::Contacts;
use crate::drift::day::{Desk, Evening, Reader, Scene, live};
use crate::drift::embedding::{Embedding, window};
use crate::drift::encounters::Reading;
use crate::drift::group::{Group, Standing};
use crate::drift::line::Line;
use crate::drift::pairs::{Company, Meetings};
use crate::drift::params::{Audience, OutOfRange, Params};
use crate::drift::person::{Traits, TraitsError};

/// A crowd that reads its own posts, day after day, and guests who read along unseen.
///
/// Everybody moves at once, from what the others posted the day before. All randomness is named by seed, day and
/// person, so a day can be cut into slices of any size and guests can come and go: the crowd moves the same to
/// the last bit.
#[derive(Clone, Debug)]
pub struct World {
    pub(super) params: Params,
    seed: u64,
    pub(super) day: u32,
    /// Members of the crowd who have already lived through the day that is going on.
    moved: usize,
    /// Pairs of the crowd who have already met on it.
    met: usize,
    pub(super) crowd: Group,
    pub(super) guests: Group,
    /// The luck of each guest.
    pub(super) luck: Vec<u32>,
    pub(super) projection: Projection,
    /// Where it is fitted anew.
    fitting: Fitting,
    pub(super) attention: Attention,
    pub(super) spread: f32,
    contacts: Option<Contacts>,
    /// Everybody in order, in worlds where that is of use.
    line: Line,
    desk: Desk,
}

/// What a world may take of the 4 GiB that a page can address; the rest is for drawing and sending it.
const MEMORY: u64 = 3 << 30;

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

/// A world that cannot be, or a change that cannot be made to it.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum DriftError {
    /// A rule or a size out of range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// Traits that make no sense.
    #[error(transparent)]
    Traits(#[from] TraitsError),
    /// Memory was refused, or rows do not fit.
    #[error(transparent)]
    Beliefs(#[from] BeliefsError),
    /// More memory than a page can have.
    #[error("{people} people with {dims} beliefs need {mib} MiB, and a world gets {most} MiB at most")]
    TooLarge {
        /// People asked for.
        people: u32,
        /// Beliefs of each.
        dims: u32,
        /// Mebibytes that would take.
        mib: u64,
        /// Mebibytes there are.
        most: u64,
    },
    /// A belief that is infinite or not a number.
    #[error("belief {dimension} of person {person} is not a number")]
    NotANumber {
        /// Row.
        person: u32,
        /// Column.
        dimension: u32,
    },
    /// Nobody has that number.
    #[error("there is no person {0}")]
    Nobody(u32),
    /// A member of the crowd cannot be put somewhere else.
    #[error("person {0} belongs to the crowd; only guests can be put somewhere else")]
    NotAGuest(u32),
    /// A contact network for another number of people.
    #[error("the network knows {network} people, the crowd has {crowd}")]
    OtherNetwork {
        /// People in the network.
        network: u32,
        /// People in the crowd.
        crowd: u32,
    },
    /// Rules change overnight, not while a day is going on.
    #[error("the day has begun; rules change when it is over")]
    DuringTheDay,
}

impl World {
    /// Day 0 of a crowd with these beliefs, which are also everybody's anchors.
    ///
    /// Fits the recommender's coordinates and calibrates attention. With 10 000 people and 2 048 dimensions it
    /// takes about a third of a second and three matrices of 80 MB.
    pub fn new(beliefs: Beliefs, params: Params, seed: u64) -> Result<World, DriftError> {
        let capped = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        World::check_size(capped(beliefs.people()), capped(beliefs.dims()), &params)?;
        for (person, row) in beliefs.rows().enumerate() {
            check_row(row, person)?;
        }
        let dims = beliefs.dims();
        let projection = window(&beliefs, params.embedding as usize);
        let mut crowd = Group::new(beliefs, &projection)?;
        let guests = Group::new(Beliefs::zeros(0, dims)?, &projection)?;
        crowd.keep_posts(params.display < 1.0)?;
        let attention = Attention::calibrated(&params, &crowd.today.embedding, seed);
        let spread = spread(&crowd.anchors, projection.mean());
        let desk = Desk { reading: Reading::default(), pull: vec![0.0; dims], chances: Vec::new() };
        let mut world = World {
            params,
            seed,
            day: 0,
            moved: 0,
            met: 0,
            crowd,
            guests,
            luck: Vec::new(),
            projection,
            fitting: Fitting::default(),
            attention,
            spread,
            contacts: None,
            line: Line::default(),
            desk,
        };
        world.guests.keep_posts(world.params.display < 1.0)?;
        world.clear_desk();
        Ok(world)
    }

    /// Refuses rules out of range, and worlds that are too large: of too many people, or of more memory than a page can
    /// have.
    pub fn check_size(people: u32, dims: u32, params: &Params) -> Result<(), DriftError> {
        params.check()?;
        OutOfRange::whole("the number of people", people, Params::PEOPLE)?;
        OutOfRange::whole("the number of beliefs", dims, Params::DIMS)?;
        let needed = World::bytes(people, dims, params);
        if needed > MEMORY {
            return Err(DriftError::TooLarge { people, dims, mib: needed >> 20, most: MEMORY >> 20 });
        }
        Ok(())
    }

    /// Memory of a world: beliefs of today and tomorrow and anchors, posts where they differ from beliefs, and what the
    /// recommender sees.
    pub fn bytes(people: u32, dims: u32, params: &Params) -> u64 {
        let matrices = if params.display < 1.0 { 5 } else { 3 };
        let seen = u64::from(params.embedding.min(dims).next_multiple_of(8));
        let traits = size_of::<Traits>() as u64;
        u64::from(people) * (4 * (matrices * u64::from(dims) + 2 * seen) + traits)
    }

    /// Lives through one day, or through what is left of it.
    pub fn step(&mut self) {
        while self.step_people(u32::MAX) != Progress::DayOver {}
    }

    /// Lets the next `budget` members of the crowd live through the day. Guests come last, all together, with the
    /// last of the crowd; then the day is over. Slices of any size come to the same bits.
    ///
    /// Allocates nothing, but on the first day of its kind: of a line, or on which the recommender learns its
    /// coordinates anew.
    pub fn step_people(&mut self, budget: u32) -> Progress {
        let people = self.crowd.people();
        let budget = match self.meet_in_pairs(budget) {
            0 => return Progress::Partway { moved: 0, people: people as u32 },
            left => left,
        };
        let in_line = Line::suits(&self.params, self.crowd.today.beliefs.dims());
        if in_line && self.moved == 0 {
            let Standing { beliefs, embedding, .. } = &self.crowd.today;
            self.line.survey(beliefs, embedding, &self.attention);
        }
        let until = people.min(self.moved.saturating_add(budget.max(1) as usize));
        let Group { today: crowd, tomorrow: crowd_next, anchors: crowd_anchors, traits: crowd_traits } =
            &mut self.crowd;
        let Group { today: guests, tomorrow: guests_next, anchors: guests_anchors, traits: guests_traits } =
            &mut self.guests;
        let scene = Scene {
            params: &self.params,
            attention: &self.attention,
            projection: &self.projection,
            contacts: self.contacts.as_ref(),
            line: in_line.then_some(&self.line),
            crowd,
            guests,
            meetings: Chance::new(self.seed, Purpose::Encounters).on(self.day),
            ideas: Chance::new(self.seed, Purpose::Innovation).on(self.day),
        };
        for person in self.moved..until {
            let reader =
                reader(scene.crowd, crowd_anchors, crowd_traits, person, Some(person as u32), person);
            live(&reader, &scene, evening(crowd_next, person), &mut self.desk);
        }
        self.moved = until;
        if until < people {
            return Progress::Partway { moved: until as u32, people: people as u32 };
        }
        for (guest, &luck) in self.luck.iter().enumerate() {
            // Guests' numbers count down from the top, out of the way of the crowd's.
            let luck = (u32::MAX - luck) as usize;
            let reader = reader(scene.guests, guests_anchors, guests_traits, guest, None, luck);
            live(&reader, &scene, evening(guests_next, guest), &mut self.desk);
        }
        self.turn();
        Progress::DayOver
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

    /// Night falls.
    fn turn(&mut self) {
        self.crowd.turn();
        self.guests.turn();
        (self.moved, self.met) = (0, 0);
        self.day += 1;
        if self.params.refit.is_some_and(|days| self.day.is_multiple_of(days)) && self.projection.rotates() {
            self.fitting.refit(&self.crowd.today.beliefs, &mut self.projection);
            for group in [&mut self.crowd, &mut self.guests] {
                group.today.embedding.project(&group.today.beliefs, &self.projection);
            }
        }
    }

    /// New rules from now on. The recommender's coordinates stay; attention is calibrated again, on the beliefs
    /// of day 0. Refused while a day is going on.
    pub fn set_params(&mut self, params: Params) -> Result<(), DriftError> {
        params.check()?;
        self.between_days()?;
        let same_attention = (params.kernel, params.falloff, params.reach)
            == (self.params.kernel, self.params.falloff, self.params.reach);
        if !same_attention {
            let day_zero = Embedding::of(&self.crowd.anchors, &self.projection)?;
            self.attention = Attention::calibrated(&params, &day_zero, self.seed);
        }
        self.crowd.keep_posts(params.display < 1.0)?;
        self.guests.keep_posts(params.display < 1.0)?;
        self.params = params;
        self.clear_desk();
        Ok(())
    }

    /// Who talks to whom; `None`: anybody to anybody. Guests talk to anybody. Refused while a day is going on.
    pub fn set_contacts(&mut self, contacts: Option<Contacts>) -> Result<(), DriftError> {
        self.between_days()?;
        let crowd = self.crowd.people();
        match contacts.as_ref().map(Contacts::people) {
            Some(network) if network != crowd => {
                Err(DriftError::OtherNetwork { network: network as u32, crowd: crowd as u32 })
            }
            _ => {
                self.contacts = contacts;
                Ok(())
            }
        }
    }

    /// Makes room for as many posts as the rules let a person read, so that no day has to.
    fn clear_desk(&mut self) {
        let posts = match self.params.audience {
            Audience::Posts => self.params.posts as usize,
            Audience::Everyone => self.crowd.people(),
            Audience::Pairs => 1,
        };
        if self.params.audience == Audience::Pairs && self.params.bias > 0.0 {
            self.desk.chances.reserve(self.crowd.people());
        }
        self.desk.reading = Reading::with_capacity(posts);
    }

    /// Refuses while a day is going on.
    pub(super) fn between_days(&self) -> Result<(), DriftError> {
        if self.moved == 0 && self.met == 0 { Ok(()) } else { Err(DriftError::DuringTheDay) }
    }

    /// The group a person belongs to, and their row in it.
    pub(super) fn find(&self, person: u32) -> Result<(&Group, usize), DriftError> {
        let crowd = self.crowd.people();
        match (person as usize).checked_sub(crowd) {
            None => Ok((&self.crowd, person as usize)),
            Some(guest) if guest < self.guests.people() => Ok((&self.guests, guest)),
            Some(_) => Err(DriftError::Nobody(person)),
        }
    }
}

/// A person on the morning of a day.
fn reader<'a>(
    today: &'a Standing,
    anchors: &'a Beliefs,
    traits: &'a [Traits],
    row: usize,
    own: Option<u32>,
    luck: usize,
) -> Reader<'a> {
    Reader {
        belief: today.beliefs.row(row),
        anchor: anchors.row(row),
        at: today.embedding.padded(row),
        traits: &traits[row],
        own,
        luck,
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

/// Refuses a row with a belief that is infinite or not a number.
pub(super) fn check_row(row: &[f32], person: usize) -> Result<(), DriftError> {
    match row.iter().position(|x| !x.is_finite()) {
        None => Ok(()),
        Some(at) => Err(DriftError::NotANumber { person: person as u32, dimension: at as u32 }),
    }
}
