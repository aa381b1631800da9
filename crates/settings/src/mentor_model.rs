//! Mentor groups of a setting: who has mentors, and whom.

use core::ops::RangeInclusive;

use rand::Rng;
use serde::{Deserialize, Serialize};

use drift::rng::{Domain, StreamKey, bounded_u32};
use drift::{AgentId, MentorSet, OutOfRange, Params, Traits, World, WorldError, squared_distance};

/// Domain of the choice of mentors.
const MENTORS: Domain = Domain::new(10);

/// Rule that gives agents their mentors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum MentorModel {
    /// No agent has mentors.
    #[default]
    None,
    /// School: each of the outermost agents has the nearest of them as mentors.
    School {
        /// Share of the population, counted from the outside, 0 to 0.25.
        share: f32,
        /// Mentors of each.
        ties: u32,
        /// ρ, weight of the mentors.
        mentorship: f32,
        /// λ, stubbornness of every tenth member; each mentor set contains one of these. Zero: there are none.
        anchored: f32,
    },
    /// Each agent has a few random mentors: the fixed weights of Friedkin and Johnsen.
    Everybody {
        /// Mentors of each.
        ties: u32,
        /// ρ, weight of the mentors.
        mentorship: f32,
    },
}

impl MentorModel {
    /// Range of the share of the population in a school.
    pub const SHARE: RangeInclusive<f32> = 0.0..=0.25;
    /// Range of the number of mentors of an agent.
    pub const TIES: RangeInclusive<u32> = *MentorSet::SIZE.start() as u32..=*MentorSet::SIZE.end() as u32;

    /// Checks all ranges.
    ///
    /// # Errors
    /// The first number out of range.
    pub fn check(&self) -> Result<(), OutOfRange> {
        match *self {
            MentorModel::None => Ok(()),
            MentorModel::School { share, ties, mentorship, anchored } => {
                OutOfRange::check_f32("school_share", share, Self::SHARE)?;
                OutOfRange::check_u32("mentors_each", ties, Self::TIES)?;
                OutOfRange::check_f32("mentorship", mentorship, Params::MENTORSHIP)?;
                OutOfRange::check_f32("stubbornness", anchored, Params::STUBBORNNESS)
            }
            MentorModel::Everybody { ties, mentorship } => {
                OutOfRange::check_u32("mentors_each", ties, Self::TIES)?;
                OutOfRange::check_f32("mentorship", mentorship, Params::MENTORSHIP)
            }
        }
    }

    /// Sets the mentors of all agents of a world, by its current embedding. A population that is too small gets none.
    ///
    /// A school of n members computes n² distances.
    ///
    /// # Errors
    /// The engine's error, if a number is out of range or a step is in progress.
    pub fn form(&self, world: &mut World, seed: u64) -> Result<(), WorldError> {
        let people = world.opinions().row_count();
        match *self {
            MentorModel::None => Ok(()),
            MentorModel::School { share, ties, mentorship, anchored } => {
                let members = outermost(world, libm::round(f64::from(share) * people as f64) as usize);
                school(world, &members, ties as usize, mentorship, anchored)
            }
            MentorModel::Everybody { ties, .. } if ties as usize >= people => Ok(()),
            MentorModel::Everybody { ties, mentorship } => {
                let streams = StreamKey::new(seed, MENTORS);
                for person in 0..people as u32 {
                    let mut rng = streams.stream(person as usize);
                    let mut mentors: Vec<AgentId> = Vec::with_capacity(ties as usize);
                    while mentors.len() < ties as usize {
                        let other = AgentId(bounded_u32(people as u32, rng.next_u32()));
                        if other.0 != person && !mentors.contains(&other) {
                            mentors.push(other);
                        }
                    }
                    set_mentors(world, AgentId(person), &mentors, mentorship, None)?;
                }
                Ok(())
            }
        }
    }
}

/// The `count` agents furthest from the origin of the embedding, furthest first.
pub fn outermost(world: &World, count: usize) -> Vec<AgentId> {
    let out = |person: u32| world.embedding().row(person as usize).iter().fold(0.0f32, |sum, z| sum + z * z);
    let mut people: Vec<(f32, u32)> = (0..world.opinions().row_count() as u32).map(|p| (out(p), p)).collect();
    people.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    people.truncate(count);
    people.into_iter().map(|(_, person)| AgentId(person)).collect()
}

fn school(
    world: &mut World,
    members: &[AgentId],
    ties: usize,
    mentorship: f32,
    anchored: f32,
) -> Result<(), WorldError> {
    if members.len() <= ties {
        return Ok(());
    }
    let stubborn_members: Vec<AgentId> =
        if anchored > 0.0 { members.iter().copied().step_by(10).collect() } else { Vec::new() };
    let others: Vec<AgentId> =
        members.iter().copied().filter(|person| !stubborn_members.contains(person)).collect();
    for &person in members {
        let stubborn_mentor = nearest(world, person, &stubborn_members, 1);
        let mut mentors = nearest(world, person, &others, ties - stubborn_mentor.len());
        mentors.extend(stubborn_mentor);
        let own = stubborn_members.contains(&person).then_some(anchored);
        set_mentors(world, person, &mentors, mentorship, own)?;
    }
    Ok(())
}

/// The `count` agents among `people` that are nearest to `person`, nearest first, `person` excluded.
fn nearest(world: &World, person: AgentId, people: &[AgentId], count: usize) -> Vec<AgentId> {
    let at = |person: AgentId| world.embedding().padded(person.index());
    let others = people.iter().filter(|&&other| other != person);
    let mut others: Vec<(f32, AgentId)> =
        others.map(|&other| (squared_distance(at(person), at(other)), other)).collect();
    others.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    others.into_iter().take(count).map(|(_, other)| other).collect()
}

fn set_mentors(
    world: &mut World,
    person: AgentId,
    mentors: &[AgentId],
    mentorship: f32,
    anchor: Option<f32>,
) -> Result<(), WorldError> {
    // A single mentor makes no set.
    let mentors = MentorSet::new(mentors).unwrap_or_default();
    let mentorship = if mentors.members().is_empty() { 0.0 } else { mentorship };
    world.set_traits(person, Traits { mentorship, mentors, stubbornness: anchor, ..Traits::default() })
}
