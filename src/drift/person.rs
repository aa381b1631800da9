//! How does one person differ from the rules?

use core::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::drift::decimal::Decimal;
use crate::drift::params::{OutOfRange, Params};

/// A person of one world: members of the crowd come first, numbered like the rows of its beliefs, then guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonId(pub u32);

impl PersonId {
    /// The number, for indexing.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is special about a person. `None` means: as the world's rules say, also when they change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Traits {
    /// λᵢ, share of the way home a day, 0 to 1.
    pub anchor: Option<f32>,
    /// μᵢ, share of the way to what was read, 0 to 1. Nought: logged off.
    pub susceptibility: Option<f32>,
    /// φᵢ, share of slots the recommender fills, 0 to 1. Nought: chronological.
    pub feed: Option<f32>,
    /// eᵢ, share of slots filled with anybody, 0 to 1.
    pub explore: Option<f32>,
    /// ρᵢ, weight of the mentors against everything else that is read, 0 to 1. Needs a circle when positive.
    pub mentorship: f32,
    /// Whom the person has chosen to learn from.
    pub mentors: Circle,
}

/// Traits that make no sense.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum TraitsError {
    /// A number outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// A circle of the wrong size.
    #[error("a circle has between {least} and {most} mentors, not {0}", least = Circle::SIZE.start(), most = Circle::SIZE.end())]
    CircleSize(usize),
    /// ρ > 0 without mentors.
    #[error("mentorship of {0} needs a circle of mentors")]
    NoMentors(Decimal),
    /// A mentor who is not there.
    #[error("there is no person {0} to be a mentor")]
    UnknownMentor(u32),
    /// A guest as mentor of a member of the crowd.
    #[error("guests can only be mentors of guests: the crowd does not know they are there")]
    GuestMentor,
    /// A person as their own mentor.
    #[error("nobody is their own mentor")]
    OwnMentor,
}

/// No mentors, or two to eight of them. Naming one twice doubles their say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circle {
    size: u8,
    mentors: [u32; 8],
}

impl Circle {
    /// Mentors in a circle that is not empty.
    pub const SIZE: RangeInclusive<usize> = 2..=8;

    /// A circle of these mentors; none at all are fine, too.
    pub fn new(mentors: &[PersonId]) -> Result<Self, TraitsError> {
        if !mentors.is_empty() && !Self::SIZE.contains(&mentors.len()) {
            return Err(TraitsError::CircleSize(mentors.len()));
        }
        let mut circle = Circle { size: mentors.len() as u8, mentors: [0; 8] };
        circle.mentors.iter_mut().zip(mentors).for_each(|(slot, mentor)| *slot = mentor.0);
        Ok(circle)
    }

    /// The mentors' numbers.
    #[inline]
    pub fn members(&self) -> &[u32] {
        // A circle may come out of a message: a size beyond the array must not reach past it.
        &self.mentors[..usize::from(self.size).min(8)]
    }
}

impl Traits {
    /// Refuses what is out of range, and mentors who are not there.
    ///
    /// * `person` – whose traits these are.
    /// * `crowd` – number of people in the crowd; later numbers are guests.
    /// * `everybody` – number of people and guests.
    pub(super) fn check(&self, person: PersonId, crowd: u32, everybody: u32) -> Result<(), TraitsError> {
        for (field, value, range) in [
            ("the weight of the anchor", self.anchor, Params::ANCHOR),
            ("susceptibility", self.susceptibility, Params::SUSCEPTIBILITY),
            ("the strength of the feed", self.feed, Params::FEED),
            ("exploration", self.explore, Params::EXPLORE),
            ("mentorship", Some(self.mentorship), Params::MENTORSHIP),
        ] {
            value.map_or(Ok(()), |value| OutOfRange::real(field, value, range))?;
        }
        let mentors = self.mentors.members();
        if self.mentorship > 0.0 && mentors.is_empty() {
            return Err(TraitsError::NoMentors(self.mentorship.into()));
        }
        for &mentor in mentors {
            if mentor >= everybody {
                return Err(TraitsError::UnknownMentor(mentor));
            }
            if mentor == person.0 {
                return Err(TraitsError::OwnMentor);
            }
            if mentor >= crowd && person.0 < crowd {
                return Err(TraitsError::GuestMentor);
            }
        }
        Ok(())
    }
}
