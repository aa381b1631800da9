//! What could the visitor do about it?

use crate::drift::squared_distance;
use serde::{Deserialize, Serialize};

use crate::drift::{Circle, DriftError, PersonId, Traits, World};
use crate::tribes::surprisal;

/// A way to live through the year. Each changes only what the visitor reads and heeds; the crowd is the same to the last
/// bit, and so is the visitor's luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Lever {
    /// Nothing: eight posts a day from the feed.
    AsIs,
    /// Five unusual people to learn from, who learn from each other; one of them stands firm.
    Mentors,
    /// Coming home to one's own beliefs five times as fast.
    Authenticity,
    /// Three posts in ten from anybody at all, read in full.
    Exploration,
    /// Posts from anybody, in the order they come; read when they are near enough.
    Chronological,
    /// No posts.
    LoggedOff,
}

/// λ with authenticity; five times the default.
const AUTHENTIC: f32 = 0.1;
/// e with exploration.
const EXPLORING: f32 = 0.3;
/// ρ in a mentor circle: four fifths of what moves a member comes from the circle.
const MENTORSHIP: f32 = 0.8;
/// λ of the mentor who stands firm.
const FIRM: f32 = 0.3;
/// Mentors in the circle.
const MENTORS: usize = 5;

/// Mentors are looked for among every so manieth person of the crowd.
const EVERY: usize = 4;
/// Unusual is one person in so many, by surprisal.
const UNUSUAL: usize = 10;

impl Lever {
    /// All of them; leaving things as they are comes first.
    pub const ALL: [Lever; 6] = [
        Lever::AsIs,
        Lever::Mentors,
        Lever::Authenticity,
        Lever::Exploration,
        Lever::Chronological,
        Lever::LoggedOff,
    ];

    /// What is special about somebody who pulls it; a circle comes on top ([`found_circle`]).
    pub(super) fn traits(self) -> Traits {
        let as_is = Traits::default();
        match self {
            Lever::AsIs | Lever::Mentors => as_is,
            Lever::Authenticity => Traits { anchor: Some(AUTHENTIC), ..as_is },
            Lever::Exploration => Traits { explore: Some(EXPLORING), ..as_is },
            Lever::Chronological => Traits { feed: Some(0.0), ..as_is },
            Lever::LoggedOff => Traits { susceptibility: Some(0.0), ..as_is },
        }
    }
}

/// Makes a circle of `visitor` and the five unusual people nearest to them: each of the six learns from the other five,
/// and the nearest mentor stands firm.
///
/// The mentors join as guests who begin where those people stand, so that the crowd goes its way without a circle in it.
/// Their luck is `luck` and the numbers after it. Costs `N² r / 4` multiply-adds.
pub(super) fn found_circle(world: &mut World, visitor: PersonId, luck: u32) -> Result<(), DriftError> {
    let mentors = nearest_unusual(world, visitor);
    let mut members = vec![visitor];
    for (mentor, luck) in mentors.into_iter().zip(luck..) {
        let row = world.beliefs().row(mentor).to_vec();
        members.push(world.add_guest(&row, Traits::default(), luck)?);
    }
    for (at, &member) in members.iter().enumerate() {
        let others: Vec<PersonId> = members.iter().copied().filter(|&other| other != member).collect();
        let anchor = (at == 1).then_some(FIRM);
        let mentors = Circle::new(&others)?;
        world.set_traits(member, Traits { anchor, mentorship: MENTORSHIP, mentors, ..Traits::default() })?;
    }
    Ok(())
}

/// Of the most surprising tenth of the crowd those nearest to the visitor, the nearest first.
fn nearest_unusual(world: &World, visitor: PersonId) -> Vec<usize> {
    let (crowd, at) = (world.embedding(), world.coordinates(visitor).expect("the visitor has moved in"));
    let people = (0..crowd.people()).step_by(EVERY);
    let bits = |n| surprisal(crowd.padded(n), Some(n), crowd, world.attention());
    let mut unusual: Vec<(f64, usize)> = people.map(|n| (bits(n), n)).collect();
    let mut ascending: Vec<f64> = unusual.iter().map(|person| person.0).collect();
    ascending.sort_unstable_by(f64::total_cmp);
    let bar = ascending[ascending.len() - (ascending.len() / UNUSUAL).max(MENTORS)];
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
