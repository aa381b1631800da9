//! Worlds of the lab in links, version 1: readable, every value within its range.

use core::ops::RangeInclusive;

use super::LinkError;
use super::repair::Code;
use super::result::version_1;
use super::world_keys::{KEYS, Key};
use super::world_notes::{MOST, Note};
use super::world_values::Range;
use crate::crowd::AXES;
use crate::drift::{Circle, Decimal, Network, Params, PersonId, Traits};
use crate::worlds::{Circles, Setting, Start};

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
    /// Where people are on day 0.
    pub start: Start,
    /// The rules.
    pub params: Params,
    /// Who has conversations with whom.
    pub network: Network,
    /// Who has chosen mentors.
    pub circles: Circles,
    /// How the visitor in it differs from the rules.
    pub you: Traits,
}

/// A world read from a link.
#[derive(Clone, Debug, PartialEq)]
pub struct LabWorldLink {
    /// The world; can be built as it is.
    pub world: LabWorld,
    /// Whether it is to be shown within another page, without the levers.
    pub embed: bool,
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
            start: Start::Crowd,
            params: Params::default(),
            network: Network::Everybody,
            circles: Circles::None,
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
        let mut known = 0;
        // "&amp;" is what a page makes of "&" that shows its own source.
        let text = code.0.replace("&amp;", "&");
        let text = text.split(['#', '?', '<', '"', ')', ']']).next().unwrap_or_default();
        let pairs: Vec<&str> = text.split('&').map(str::trim).filter(|pair| !pair.is_empty()).collect();
        let mut embed = false;
        // What kind of network there is comes before how many neighbours it has, however the link puts them.
        let mut told: Vec<(usize, Note)> = Vec::new();
        for words in [true, false] {
            for (at, pair) in pairs.iter().enumerate() {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
                match key(&name) {
                    Some(key) if key.is_word() == words => {
                        known += 1;
                        told.extend(key.set(&mut world, value).map(|note| (at, note)));
                    }
                    Some(_) => {}
                    None if name == EMBED => embed = value != "0",
                    None if words || is_tracker(&name) => {}
                    None => told.push((at, Note::unknown(&name))),
                }
            }
        }
        told.sort_by_key(|(at, _)| *at);
        let mut notes: Vec<Note> = told.into_iter().map(|(_, note)| note).collect();
        if known == 0 && !pairs.is_empty() {
            return Err(LinkError::Unknown);
        }
        notes.extend(consistent(&mut world));
        if notes.len() > MOST {
            notes.truncate(MOST - 1);
            notes.push(Note::More);
        }
        Ok(LabWorldLink { world, embed, notes })
    }

    /// The world without the visitor.
    pub fn setting(&self) -> Setting {
        let LabWorld { seed, people, dims, start, params, network, circles, .. } = self.clone();
        Setting { seed, people, dims, start, params, network, circles }
    }

    /// The names of everything that can be set, in the order in which links write them.
    pub fn names() -> impl Iterator<Item = &'static str> {
        KEYS.iter().map(|key| key.name)
    }

    /// What can be set by that name.
    pub fn range(name: &str) -> Option<Range> {
        Some(key(name)?.range())
    }

    /// What stands there for this world, as in a link; `None` where this world has no such thing or leaves it to others.
    pub fn value(&self, name: &str) -> Option<String> {
        key(name)?.value(self)
    }

    /// Sets it as a link does, within its range; says what had to be changed.
    pub fn set(&mut self, name: &str, text: &str) -> Option<Note> {
        let note = key(name)?.set(self, text.trim());
        // Whatever had to be changed already, the world has to fit together.
        let repaired = consistent(self);
        note.or(repaired)
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

/// What a link says to be shown within another page.
const EMBED: &str = "embed";

impl From<Setting> for LabWorld {
    /// The visitor is as the rules say.
    fn from(setting: Setting) -> LabWorld {
        let Setting { seed, people, dims, start, params, network, circles } = setting;
        LabWorld { seed, people, dims, start, params, network, circles, you: Traits::default() }
    }
}

fn key(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
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
