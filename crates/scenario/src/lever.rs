//! Levers: interventions on what the visitor reads and heeds.

use drift::measure::surprisal;
use drift::{AgentId, MentorSet, Traits, World, WorldError, squared_distance};
use serde::{Deserialize, Serialize};

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
pub(crate) const MENTORS: usize = 5;

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
    pub(crate) fn traits(self) -> Traits {
        let as_is = Traits::default();
        match self {
            Lever::AsIs | Lever::Mentors => as_is,
            Lever::Authenticity => Traits { stubbornness: Some(AUTHENTICITY_STUBBORNNESS), ..as_is },
            Lever::Exploration => Traits { exploration: Some(EXPLORATION_SHARE), ..as_is },
            Lever::Chronological => Traits { feed_share: Some(0.0), ..as_is },
            // Without the anchor, which is where it stands already, no rounding moves an opinion.
            Lever::LoggedOff => Traits { convergence_rate: Some(0.0), stubbornness: Some(0.0), ..as_is },
        }
    }
}

/// Forms a mentor group of `first`, one of `selves`, and the five unusual agents nearest to it. The five are mentors of all
/// `selves`; each of the five has the other four and `first` as mentors, and the nearest one is anchored.
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
/// When `first` is no agent of `world`, or the population is too small for [`MENTORS`] candidates.
pub(crate) fn form_mentor_group(
    world: &mut World,
    first: AgentId,
    selves: &[AgentId],
    seed: u32,
) -> Result<(), WorldError> {
    let mut mentors = Vec::new();
    for (agent, seed) in nearest_unusual(world, first).into_iter().zip(seed..) {
        let row = world.opinions().row(agent).to_vec();
        mentors.push(world.add_observer(&row, Traits::default(), seed)?);
    }
    let heeding = |stubbornness, mentors: &[AgentId]| -> Result<Traits, WorldError> {
        let mentors = MentorSet::new(mentors)?;
        Ok(Traits { stubbornness, mentorship: MENTORSHIP, mentors, ..Traits::default() })
    };
    for &own in selves {
        world.set_traits(own, heeding(None, &mentors)?)?;
    }
    for (at, &mentor) in mentors.iter().enumerate() {
        let mut others = vec![first];
        others.extend(mentors.iter().filter(|&&other| other != mentor));
        world.set_traits(mentor, heeding((at == 0).then_some(ANCHORED_STUBBORNNESS), &others)?)?;
    }
    Ok(())
}

/// The [`MENTORS`] agents nearest to `own` among the tenth of highest surprisal, nearest first.
fn nearest_unusual(world: &World, own: AgentId) -> Vec<usize> {
    let (crowd, at) = (
        world.embedding(),
        world.coordinates(own).expect("the visitor's selves are observers of this world"),
    );
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
