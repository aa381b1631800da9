//! Who has chosen mentors?

use core::ops::RangeInclusive;

use rand::Rng;
use serde::{Deserialize, Serialize};

use crate::chance::{Chance, Purpose, below};
use crate::drift::{Circle, DriftError, OutOfRange, Params, PersonId, Traits, World, squared_distance};

/// Circles of mentors, in a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Circles {
    /// Nobody has mentors.
    #[default]
    None,
    /// The outermost people listen to the nearest of their own kind: a school.
    School {
        /// Share of the crowd, counted from outside.
        share: f32,
        /// Mentors of each.
        ties: u32,
        /// ρ, weight of the mentors.
        mentorship: f32,
        /// λ of every tenth of them, who keep to their own first beliefs; every circle holds one of those. Nought: no
        /// such people.
        anchored: f32,
    },
    /// Everybody listens to a few people, chosen at random: the fixed weights of Friedkin and Johnsen.
    Everybody {
        /// Mentors of each.
        ties: u32,
        /// ρ, weight of the mentors.
        mentorship: f32,
    },
}

impl Circles {
    /// Share of the crowd in a school.
    pub const SHARE: RangeInclusive<f32> = 0.0..=0.25;
    /// Mentors of a person.
    pub const TIES: RangeInclusive<u32> = *Circle::SIZE.start() as u32..=*Circle::SIZE.end() as u32;

    /// Refuses the first number out of range.
    pub fn check(&self) -> Result<(), OutOfRange> {
        match *self {
            Circles::None => Ok(()),
            Circles::School { share, ties, mentorship, anchored } => {
                OutOfRange::real("the share of people in a school", share, Self::SHARE)?;
                OutOfRange::whole("the number of mentors", ties, Self::TIES)?;
                OutOfRange::real("mentorship", mentorship, Params::MENTORSHIP)?;
                OutOfRange::real("the weight of the anchor", anchored, Params::ANCHOR)
            }
            Circles::Everybody { ties, mentorship } => {
                OutOfRange::whole("the number of mentors", ties, Self::TIES)?;
                OutOfRange::real("mentorship", mentorship, Params::MENTORSHIP)
            }
        }
    }

    /// Ties the people of a world as it stands.
    ///
    /// A school looks at the distance from the middle of the embedding, and costs as many distances as it has members,
    /// squared. Crowds too small for circles get none.
    pub fn form(&self, world: &mut World, seed: u64) -> Result<(), DriftError> {
        let people = world.beliefs().people();
        match *self {
            Circles::None => Ok(()),
            Circles::School { share, ties, mentorship, anchored } => {
                let members = outermost(world, libm::round(f64::from(share) * people as f64) as usize);
                school(world, &members, ties as usize, mentorship, anchored)
            }
            Circles::Everybody { ties, .. } if ties as usize >= people => Ok(()),
            Circles::Everybody { ties, mentorship } => {
                let chance = Chance::new(seed, Purpose::Mentors);
                for person in 0..people as u32 {
                    let mut luck = chance.of(person as usize);
                    let mut mentors: Vec<PersonId> = Vec::with_capacity(ties as usize);
                    while mentors.len() < ties as usize {
                        let other = PersonId(below(people as u32, luck.next_u32()));
                        if other.0 != person && !mentors.contains(&other) {
                            mentors.push(other);
                        }
                    }
                    tie(world, PersonId(person), &mentors, mentorship, None)?;
                }
                Ok(())
            }
        }
    }
}

/// The `count` people furthest from the middle of the embedding, furthest first.
pub fn outermost(world: &World, count: usize) -> Vec<PersonId> {
    let out = |person: u32| world.embedding().row(person as usize).iter().fold(0.0f32, |sum, z| sum + z * z);
    let mut people: Vec<(f32, u32)> = (0..world.beliefs().people() as u32).map(|p| (out(p), p)).collect();
    people.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    people.truncate(count);
    people.into_iter().map(|(_, person)| PersonId(person)).collect()
}

fn school(
    world: &mut World,
    members: &[PersonId],
    ties: usize,
    mentorship: f32,
    anchored: f32,
) -> Result<(), DriftError> {
    if members.len() <= ties {
        return Ok(());
    }
    let rocks: Vec<PersonId> =
        if anchored > 0.0 { members.iter().copied().step_by(10).collect() } else { Vec::new() };
    let others: Vec<PersonId> = members.iter().copied().filter(|person| !rocks.contains(person)).collect();
    for &person in members {
        let rock = nearest(world, person, &rocks, 1);
        let mut mentors = nearest(world, person, &others, ties - rock.len());
        mentors.extend(rock);
        let own = rocks.contains(&person).then_some(anchored);
        tie(world, person, &mentors, mentorship, own)?;
    }
    Ok(())
}

/// The `count` of `people` nearest to `person`, who is not among them.
fn nearest(world: &World, person: PersonId, people: &[PersonId], count: usize) -> Vec<PersonId> {
    let at = |person: PersonId| world.embedding().padded(person.index());
    let others = people.iter().filter(|&&other| other != person);
    let mut others: Vec<(f32, PersonId)> =
        others.map(|&other| (squared_distance(at(person), at(other)), other)).collect();
    others.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    others.into_iter().take(count).map(|(_, other)| other).collect()
}

fn tie(
    world: &mut World,
    person: PersonId,
    mentors: &[PersonId],
    mentorship: f32,
    anchor: Option<f32>,
) -> Result<(), DriftError> {
    // One mentor is no circle: somebody with one rock and nobody else near stays alone.
    let mentors = Circle::new(mentors).unwrap_or_default();
    let mentorship = if mentors.members().is_empty() { 0.0 } else { mentorship };
    world.set_traits(person, Traits { mentorship, mentors, anchor, ..Traits::default() })
}
