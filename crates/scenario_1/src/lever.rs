//! Levers: interventions on what the visitor reads and heeds.

use drift::squared_distance;
use serde::{Deserialize, Serialize};

use drift::measure::surprisal;
use drift::{AgentId, MentorSet, Traits, World, WorldError};

/// Intervention on the visitor for a year. It changes only what the visitor reads and heeds; the population and the
/// visitor's random streams are the same to the last bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Lever {
    /// None: eight posts a day from the feed.
    AsIs,
    /// Five unusual mentors, who are also each other's; one of them is anchored more strongly.
    Mentors,
    /// Five times the default stubbornness.
    Authenticity,
    /// Three posts in ten from agents drawn uniformly, regardless of distance.
    Exploration,
    /// No recommender: posts of agents drawn uniformly, within bounded confidence.
    Chronological,
    /// No posts at all.
    LoggedOff,
}

/// λ of [`Lever::Authenticity`], five times the default.
const AUTHENTICITY_STUBBORNNESS: f32 = 0.1;
/// e of [`Lever::Exploration`].
const EXPLORATION_SHARE: f32 = 0.3;
/// ρ in the mentor group: four fifths of a member's movement comes from the group.
const MENTORSHIP: f32 = 0.8;
/// λ of the anchored mentor.
const ANCHORED_STUBBORNNESS: f32 = 0.3;
/// Number of mentors in the group.
const MENTORS: usize = 5;

/// Candidates for mentors are every fourth agent.
const CANDIDATE_STRIDE: usize = 4;
/// One candidate in so many counts as unusual, by surprisal.
const UNUSUAL_FRACTION: usize = 10;

impl Lever {
    /// All levers, [`Lever::AsIs`] first.
    pub const ALL: [Lever; 6] = [
        Lever::AsIs,
        Lever::Mentors,
        Lever::Authenticity,
        Lever::Exploration,
        Lever::Chronological,
        Lever::LoggedOff,
    ];

    /// Traits of an agent under the lever; [`Lever::Mentors`] also needs [`form_mentor_group`].
    pub(super) fn traits(self) -> Traits {
        let as_is = Traits::default();
        match self {
            Lever::AsIs | Lever::Mentors => as_is,
            Lever::Authenticity => Traits { stubbornness: Some(AUTHENTICITY_STUBBORNNESS), ..as_is },
            Lever::Exploration => Traits { exploration: Some(EXPLORATION_SHARE), ..as_is },
            Lever::Chronological => Traits { feed_share: Some(0.0), ..as_is },
            Lever::LoggedOff => Traits { convergence_rate: Some(0.0), ..as_is },
        }
    }
}

/// Forms a mentor group of `visitor` and the five unusual agents nearest to them: each of the six has the other five as
/// mentors, and the nearest mentor is anchored.
///
/// The mentors join as observers that start at the opinions of those agents, so that the population is unaffected.
/// Their random streams have the seeds `seed`, `seed + 1` and so on. Costs `N² r / 4` multiply-adds.
///
/// # Errors
///
/// [`WorldError`] when `world` refuses an observer or their traits.
///
/// # Panics
///
/// When `visitor` is no agent of `world`, or the population is too small for [`MENTORS`] candidates.
pub(super) fn form_mentor_group(world: &mut World, visitor: AgentId, seed: u32) -> Result<(), WorldError> {
    let mentors = nearest_unusual(world, visitor);
    let mut members = vec![visitor];
    for (mentor, seed) in mentors.into_iter().zip(seed..) {
        let row = world.opinions().row(mentor).to_vec();
        members.push(world.add_observer(&row, Traits::default(), seed)?);
    }
    for (at, &member) in members.iter().enumerate() {
        let others: Vec<AgentId> = members.iter().copied().filter(|&other| other != member).collect();
        let anchor = (at == 1).then_some(ANCHORED_STUBBORNNESS);
        let mentors = MentorSet::new(&others)?;
        world.set_traits(
            member,
            Traits { stubbornness: anchor, mentorship: MENTORSHIP, mentors, ..Traits::default() },
        )?;
    }
    Ok(())
}

/// The [`MENTORS`] agents nearest to the visitor among the tenth of highest surprisal, nearest first.
fn nearest_unusual(world: &World, visitor: AgentId) -> Vec<usize> {
    let (crowd, at) =
        (world.embedding(), world.coordinates(visitor).expect("the visitor is an observer of this world"));
    let people = (0..crowd.agents()).step_by(CANDIDATE_STRIDE);
    let bits = |n| surprisal(crowd.padded(n), Some(n), crowd, world.attention());
    let mut unusual: Vec<(f64, usize)> = people.map(|n| (bits(n), n)).collect();
    let mut ascending: Vec<f64> = unusual.iter().map(|person| person.0).collect();
    ascending.sort_unstable_by(f64::total_cmp);
    let bar = ascending[ascending.len() - (ascending.len() / UNUSUAL_FRACTION).max(MENTORS)];
    unusual.retain(|person| person.0 >= bar);
    let mut nearest = Vec::new();
    while nearest.len() < MENTORS {
        let mut best = (f32::INFINITY, 0);
        for (place, &(_, n)) in unusual.iter().enumerate() {
            let distance = squared_distance(at, crowd.padded(n));
            if distance < best.0 {
                best = (distance, place);
            }
        }
        nearest.push(unusual.swap_remove(best.1).1);
    }
    nearest
}
