//! Agents: their identity, and the parameters in which one differs from the others.

use core::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::decimal::Decimal;
use crate::params::Params;
use crate::range::OutOfRange;

/// An agent of one world: the population comes first, numbered like the rows of its opinions, then the observers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AgentId(pub u32);

impl AgentId {
    /// The number as an index.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Parameters of one agent. `None` stands for the parameter of the world, also when that changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Traits {
    /// λᵢ, share of the distance to the anchor per step, 0 to 1.
    pub stubbornness: Option<f32>,
    /// μᵢ, share of the distance to what was read per step, 0 to 1. With 0 the agent reads nothing.
    pub convergence_rate: Option<f32>,
    /// φᵢ, share of posts that the recommender selects, 0 to 1. With 0 the feed is chronological.
    pub feed_share: Option<f32>,
    /// eᵢ, share of posts by an author drawn from everybody, 0 to 1.
    pub exploration: Option<f32>,
    /// aᵢ, probability that the agent reads in a step, 0 to 1; `None`: it always does.
    pub activity: Option<f32>,
    /// ρᵢ, weight of the mentors against everything else that is read, 0 to 1. Positive only with mentors.
    pub mentorship: f32,
    /// The agent's mentors.
    pub mentors: MentorSet,
}

/// Why traits are refused.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum TraitsError {
    /// A number outside its range.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// A mentor set of the wrong size.
    #[error("a mentor set has {least} to {most} members, not {0}", least = MentorSet::SIZE.start(), most = MentorSet::SIZE.end())]
    MentorSetSize(usize),
    /// ρ > 0 without mentors.
    #[error("mentorship is {0} without mentors")]
    NoMentors(Decimal),
    /// A mentor who does not exist.
    #[error("mentor {0} does not exist")]
    UnknownMentor(u32),
    /// An observer as mentor of an agent of the population.
    #[error("an observer cannot be a mentor of an agent of the population")]
    ObserverMentor,
    /// An agent as its own mentor.
    #[error("an agent cannot be its own mentor")]
    SelfMentor,
}

/// No mentors, or two to eight of them. A mentor named twice has twice the weight.
///
/// ```
/// use drift::{AgentId, Matrix, MentorSet, Params, Traits, World};
///
/// let opinions = Matrix::from_rows(1, (0..10).map(|agent| agent as f32).collect())?;
/// let mut world = World::new(opinions, Params::default(), 42)?;
/// let mentors = MentorSet::new(&[AgentId(8), AgentId(9)])?;
/// world.set_traits(AgentId(0), Traits { mentors, mentorship: 0.8, ..Traits::default() })?;
/// world.step();
/// assert!(world.opinion(AgentId(0))?[0] > 0.5);
/// # Ok::<(), drift::WorldError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorSet {
    size: u8,
    mentors: [u32; 8],
}

impl MentorSet {
    /// Number of mentors in a set that is not empty.
    pub const SIZE: RangeInclusive<usize> = 2..=8;

    /// The set of these mentors, which may be none.
    ///
    /// # Errors
    /// [`TraitsError::MentorSetSize`] for one mentor or more than eight.
    pub fn new(mentors: &[AgentId]) -> Result<Self, TraitsError> {
        if !mentors.is_empty() && !Self::SIZE.contains(&mentors.len()) {
            return Err(TraitsError::MentorSetSize(mentors.len()));
        }
        let mut set = MentorSet { size: mentors.len() as u8, mentors: [0; 8] };
        set.mentors.iter_mut().zip(mentors).for_each(|(slot, mentor)| *slot = mentor.0);
        Ok(set)
    }

    /// The mentors' numbers.
    #[inline]
    pub fn members(&self) -> &[u32] {
        // A deserialized size may be larger than the array.
        &self.mentors[..usize::from(self.size).min(8)]
    }
}

impl Traits {
    /// Checks ranges and mentors.
    ///
    /// * `agent` – whose traits these are.
    /// * `population` – number of agents in the population; larger numbers are observers.
    /// * `total` – number of agents and observers.
    ///
    /// # Errors
    /// [`TraitsError`] for the first trait that is refused.
    pub(crate) fn check(&self, agent: AgentId, population: u32, total: u32) -> Result<(), TraitsError> {
        for (parameter, value, range) in [
            ("stubbornness", self.stubbornness, Params::STUBBORNNESS),
            ("convergence_rate", self.convergence_rate, Params::CONVERGENCE_RATE),
            ("feed_share", self.feed_share, Params::FEED_SHARE),
            ("exploration", self.exploration, Params::EXPLORATION),
            ("activity", self.activity, Params::ACTIVITY),
            ("mentorship", Some(self.mentorship), Params::MENTORSHIP),
        ] {
            value.map_or(Ok(()), |value| OutOfRange::check_f32(parameter, value, range))?;
        }
        let mentors = self.mentors.members();
        if self.mentorship > 0.0 && mentors.is_empty() {
            return Err(TraitsError::NoMentors(self.mentorship.into()));
        }
        for &mentor in mentors {
            if mentor >= total {
                return Err(TraitsError::UnknownMentor(mentor));
            }
            if mentor == agent.0 {
                return Err(TraitsError::SelfMentor);
            }
            if mentor >= population && agent.0 < population {
                return Err(TraitsError::ObserverMentor);
            }
        }
        Ok(())
    }
}
