//! Worlds of the lab in links, version 1: readable text, every value within its range.

use settings::{InLink, LabWorld, Note};

use super::error::LinkError;
use super::normalize::Code;

/// Largest number of notes about one link.
const MAX_NOTES: usize = 8;

/// A world read from a link.
#[derive(Clone, Debug, PartialEq)]
pub struct LabWorldLink {
    /// The world, consistent and within all ranges.
    pub world: LabWorld,
    /// Whether the world is embedded in another page, without controls.
    pub embed: bool,
    /// Notes for the visitor about values that were changed or ignored.
    pub notes: Vec<Note>,
}

/// Reads a world that [`encode_world`] wrote or that a visitor typed. Numbers out of range become the nearest legal ones.
///
/// # Errors
/// [`LinkError::Unknown`] if the code has pairs, but none with the key of a setting.
pub fn read_world(code: &LabCode) -> Result<LabWorldLink, LinkError> {
    let mut world = LabWorld::default();
    let mut known = 0;
    // A page that shows its own source turns "&" into "&amp;".
    let text = code.0.replace("&amp;", "&");
    let text = text.split(['#', '?', '<', '"', ')', ']']).next().unwrap_or_default();
    let pairs: Vec<&str> = text.split('&').map(str::trim).filter(|pair| !pair.is_empty()).collect();
    let mut embed = false;
    // Choices (such as the kind of a network) are read before the parameters that depend on them, in any order of the link.
    let mut found: Vec<(usize, Note)> = Vec::new();
    for choices in [true, false] {
        for (at, pair) in pairs.iter().enumerate() {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            match settings::named(&key) {
                Some(spec) if spec.is_choice() == choices => {
                    known += 1;
                    found.extend(spec.set(&mut world, value).map(|note| (at, note)));
                }
                Some(_) => {}
                None if key == EMBED => embed = value != "0",
                None if choices || is_tracker(&key) => {}
                None => found.push((at, Note::unknown(&key))),
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut notes: Vec<Note> = found.into_iter().map(|(_, note)| note).collect();
    if known == 0 && !pairs.is_empty() {
        return Err(LinkError::Unknown);
    }
    notes.extend(world.make_consistent());
    if notes.len() > MAX_NOTES {
        notes.truncate(MAX_NOTES - 1);
        notes.push(Note::More);
    }
    Ok(LabWorldLink { world, embed, notes })
}

/// Encodes a world as the fragment of a link, without `#`: some settings always, others where they differ from the default.
pub fn encode_world(world: &LabWorld) -> String {
    let usual = LabWorld::default();
    let written = settings::in_link_order().filter_map(|spec| {
        let value = spec.value(world)?;
        let always = matches!(spec.in_link, InLink::Always(_));
        let is_written = always || spec.value(&usual).as_deref() != Some(value.as_str());
        is_written.then(|| format!("{}={value}", spec.key))
    });
    format!("s1.{}", written.collect::<Vec<_>>().join("&"))
}

/// Key of embedding in another page.
const EMBED: &str = "embed";

/// Text of a world in a link, to be parsed by [`read_world`]. Parsing is separate, because only the lab needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabCode(String);

/// Text of a world in a link.
///
/// # Errors
/// [`LinkError`] if the version is another, or the text has no key and value.
pub(super) fn code(code: &Code) -> Result<LabCode, LinkError> {
    code.check_version()?;
    if !code.is_dotted || !code.rest.contains(&b'=') {
        return Err(LinkError::Unknown);
    }
    Ok(LabCode(code.rest.iter().map(|&byte| char::from(byte)).collect()))
}

/// Whether a key is a tracking parameter, which is ignored.
fn is_tracker(name: &str) -> bool {
    name.starts_with("utm_") || ["fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "si", "ref"].contains(&name)
}
