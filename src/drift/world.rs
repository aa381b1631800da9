//! Who lives in this world, and what day is it?

use thiserror::Error;

use crate::belief::{Beliefs, BeliefsError, Projection};
use crate::drift::attention::Attention;
use crate::drift::contacts::Contacts;
use crate::drift::day::Desk;
use crate::drift::encounters::Reading;
use crate::drift::group::Group;
use crate::drift::line::Line;
use crate::drift::night::Night;
use crate::drift::opening::Opening;
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
    pub(super) seed: u64,
    pub(super) day: u32,
    /// Members of the crowd who have already lived through the day that is going on.
    pub(super) moved: usize,
    /// Pairs of the crowd who have already met on it.
    pub(super) met: usize,
    /// What the recommender does at night.
    pub(super) night: Night,
    pub(super) crowd: Group,
    pub(super) guests: Group,
    /// The luck of each guest.
    pub(super) luck: Vec<u32>,
    pub(super) projection: Projection,
    pub(super) attention: Attention,
    pub(super) spread: f32,
    pub(super) contacts: Option<Contacts>,
    /// Everybody in order, in worlds where that is of use.
    pub(super) line: Line,
    pub(super) desk: Desk,
}

/// What a world may take of the 4 GiB that a page can address; the rest is for drawing and sending it.
const MEMORY: u64 = 3 << 30;

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
    /// takes about a third of a second and three matrices of 80 MB; [`Opening`] is the same in slices.
    pub fn new(beliefs: Beliefs, params: Params, seed: u64) -> Result<World, DriftError> {
        let mut opening = Opening::new(beliefs, params, seed)?;
        loop {
            if let Some(world) = opening.advance(u32::MAX)? {
                return Ok(world);
            }
        }
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
        u64::from(people) * (4 * (matrices * u64::from(dims) + 3 * seen) + traits)
    }

    /// New rules from now on. The recommender's coordinates stay; attention is calibrated again, on the beliefs
    /// of day 0. Refused while a day is going on.
    pub fn set_params(&mut self, params: Params) -> Result<(), DriftError> {
        params.check()?;
        self.between_days()?;
        let same_attention = (params.kernel, params.falloff, params.reach)
            == (self.params.kernel, self.params.falloff, self.params.reach);
        if !same_attention {
            self.attention = Attention::calibrated(&params, &self.crowd.homes, self.seed);
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
    pub(super) fn clear_desk(&mut self) {
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

/// Refuses a row with a belief that is infinite or not a number.
pub(super) fn check_row(row: &[f32], person: usize) -> Result<(), DriftError> {
    match row.iter().position(|x| !x.is_finite()) {
        None => Ok(()),
        Some(at) => Err(DriftError::NotANumber { person: person as u32, dimension: at as u32 }),
    }
}
