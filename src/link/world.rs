//! Worlds of the lab in links, version 1: readable, every value within its range.

use core::ops::RangeInclusive;

use super::LinkError;
use super::repair::Code;
use super::result::version_1;
use super::world_keys::KEYS;
use super::world_notes::{MOST, Note};
use crate::crowd::AXES;
use crate::drift::{Circle, Decimal, Params, PersonId, Traits};

/// The seed of a lab that nobody has given one.
const SEED: u64 = 42;

/// Everything that decides how a world of the lab goes.
#[derive(Clone, Debug, PartialEq)]
pub struct LabWorld {
    /// Which crowd, which luck.
    pub seed: u64,
    /// People, [`Params::PEOPLE`].
    pub people: u32,
    /// Belief dimensions, [`LabWorld::DIMS`].
    pub dims: u32,
    /// The rules.
    pub params: Params,
    /// How the visitor in it differs from the rules.
    pub you: Traits,
}

/// A world read from a link.
#[derive(Clone, Debug, PartialEq)]
pub struct LabWorldLink {
    /// The world; can be built as it is.
    pub world: LabWorld,
    /// What its reader should know.
    pub notes: Vec<Note>,
}

impl Default for LabWorld {
    /// The default world on the essay's two axes.
    fn default() -> Self {
        LabWorld {
            seed: SEED,
            people: Params::DEFAULT_PEOPLE,
            dims: 2,
            params: Params::default(),
            you: Traits::default(),
        }
    }
}

impl LabWorld {
    /// Belief dimensions: the surveys' crowd has two at least.
    pub const DIMS: RangeInclusive<u32> = *AXES.start() as u32..=*AXES.end() as u32;
    /// Reads what [`LabWorld::encode`] wrote, or what somebody typed.
    ///
    /// # Errors
    /// When nothing in it says anything about a world.
    pub fn read(code: &LabCode) -> Result<LabWorldLink, LinkError> {
        let mut world = LabWorld::default();
        let mut notes = Vec::new();
        let mut known = 0;
        // "&amp;" is what a page makes of "&" that shows its own source.
        let text = code.0.replace("&amp;", "&");
        let text = text.split(['#', '?', '<', '"', ')', ']']).next().unwrap_or_default();
        let pairs: Vec<&str> = text.split('&').map(str::trim).filter(|pair| !pair.is_empty()).collect();
        for pair in &pairs {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = name.trim().to_ascii_lowercase();
            match KEYS.iter().find(|key| key.name == name) {
                Some(key) => {
                    known += 1;
                    notes.extend(key.set(&mut world, value.trim()));
                }
                None if is_tracker(&name) => {}
                None => notes.push(Note::unknown(&name)),
            }
        }
        if known == 0 && !pairs.is_empty() {
            return Err(LinkError::Unknown);
        }
        notes.extend(consistent(&mut world));
        if notes.len() > MOST {
            notes.truncate(MOST - 1);
            notes.push(Note::More);
        }
        Ok(LabWorldLink { world, notes })
    }

    /// The part of the link behind `#`: seed, feed and dimensions always, the rest where it is not as by default.
    pub fn encode(&self) -> String {
        let usual = LabWorld::default();
        let written = KEYS.iter().filter_map(|key| {
            let value = key.value(self)?;
            let told = key.always || key.value(&usual).as_deref() != Some(value.as_str());
            told.then(|| format!("{}={value}", key.name))
        });
        format!("s1.{}", written.collect::<Vec<_>>().join("&"))
    }
}

/// A world as it stands in a link, not yet read. (Only the lab reads it, and most visitors never go there.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabCode(String);

/// The text of a world in a link.
pub(super) fn code(code: &Code) -> Result<LabCode, LinkError> {
    version_1(code)?;
    if code.version.is_none() || !code.rest.contains(&b'=') {
        return Err(LinkError::Unknown);
    }
    Ok(LabCode(code.rest.iter().map(|&byte| char::from(byte)).collect()))
}

/// What trackers append to every link.
fn is_tracker(name: &str) -> bool {
    name.starts_with("utm_") || ["fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "si", "ref"].contains(&name)
}

/// Mends what only makes sense together: mentors are people of this world, and listening needs some.
fn consistent(world: &mut LabWorld) -> Option<Note> {
    let named = world.you.mentors.members();
    let there: Vec<PersonId> = named.iter().filter(|m| **m < world.people).map(|m| PersonId(*m)).collect();
    let mut note = None;
    if there.len() < named.len() {
        // One alone is no circle.
        let circle = Circle::new(&there).unwrap_or_default();
        let [asked, used] = [named.len(), circle.members().len()].map(|count| Decimal(count as f64));
        note = Some(Note::Clamped { key: "you.mentors", asked, used });
        world.you.mentors = circle;
    }
    if world.you.mentorship > 0.0 && world.you.mentors.members().is_empty() {
        world.you.mentorship = 0.0;
        return Some(Note::NoMentors);
    }
    note
}
