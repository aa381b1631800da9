//! Which rules and worlds are there? Tables, written from what the engine itself uses.

use super::boxed::{boxed, heads};
use crate::drift::Decimal;
use crate::link::{LabWorld, Range};
use crate::wording::grouped;
use crate::wording::levers::{self, GROUPS, choice, words};
use crate::worlds::Preset;

/// Everything that can be set of a world, by its name in links, without what only concerns the visitor.
fn rules() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).filter(|name| !name.starts_with("you."))
}

/// A rule's title, with its symbol as mathematicians set it.
fn title(name: &str) -> String {
    let [title, ..] = words(name);
    match title.rsplit_once(' ') {
        Some((title, symbol)) if symbol.chars().count() == 1 => format!("{title} <i>{symbol}</i>"),
        _ => title.to_owned(),
    }
}

fn range(name: &str) -> String {
    match LabWorld::range(name) {
        Some(Range::Words(all)) => all.iter().map(|word| choice(name, word)).collect::<Vec<_>>().join(", "),
        Some(Range::Seed) => "any whole number".to_owned(),
        Some(Range::Whole(ends)) => ends.map(|end| grouped(end.into())).join(" to "),
        Some(Range::Real(ends)) => ends.map(|end| Decimal::from(end).to_string()).join(" to "),
        Some(Range::People) | None => String::new(),
    }
}

/// What a world says of a rule, as a visitor reads it.
fn value(world: &LabWorld, name: &str) -> Option<String> {
    let value = world.value(name)?;
    Some(match LabWorld::range(name) {
        Some(Range::Words(all)) => {
            all.iter().find(|word| **word == value).map_or(value, |word| choice(name, word).to_owned())
        }
        _ => value,
    })
}

/// Every rule, its range and its usual value.
pub fn parameters() -> String {
    let usual = LabWorld::default();
    let row = |name: &str| {
        let [_, unit, help] = words(name);
        format!(
            "<tr><th scope=\"row\">{}</th><td>{help}</td><td>{} <small>{unit}</small></td><td>{}</td></tr>\n",
            title(name),
            range(name),
            value(&usual, name).unwrap_or_default()
        )
    };
    let rows: String = rules().map(row).collect();
    boxed(
        "the rules of a world",
        &format!(
            "<table>{}<tbody>{rows}</tbody></table>",
            heads(&["rule", "what it does", "range", "usual"])
        ),
    )
}

/// Every preset, and the rules in which it differs from the usual world.
pub fn presets() -> String {
    let usual = LabWorld::default();
    let mut rows = String::new();
    for preset in Preset::ALL {
        let [name, shows] = levers::preset(preset.key());
        let world = LabWorld::from(preset.setting());
        let differs = |name: &'static str| {
            let value = value(&world, name).filter(|_| world.value(name) != usual.value(name))?;
            Some(format!("{}:\u{a0}{value}", title(name)))
        };
        let rules: Vec<String> =
            rules().filter(|name| !["people", "dims"].contains(name)).filter_map(differs).collect();
        rows.push_str(&format!(
            "<tr><th scope=\"row\"><a href=\"./#{}\">{name}</a></th><td>{shows}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            world.encode().replace('&', "&amp;"),
            grouped(world.people.into()),
            grouped(world.dims.into()),
            if rules.is_empty() { "as usual".to_owned() } else { rules.join("; ") }
        ));
    }
    let head = heads(&["world", "what it shows", "people", "beliefs", "unlike the usual"]);
    boxed("presets", &format!("<table class=\"worlds\">{head}<tbody>{rows}</tbody></table>"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{self, Link};

    #[test]
    fn every_rule_and_world_has_its_row() {
        let rows = |table: &str| table.matches("<tr><th scope=\"row\">").count();
        assert_eq!(rows(&presets()), Preset::ALL.len());
        assert_eq!(rows(&parameters()), rules().count());
        assert_eq!(rules().count(), LabWorld::names().filter(|name| !name.starts_with("you.")).count());
        assert!(LabWorld::names().all(|name| !words(name)[0].is_empty()), "every lever has a title");
        assert!(Preset::ALL.iter().all(|preset| !levers::preset(preset.key())[0].is_empty()));
    }

    #[test]
    fn every_world_opens_from_its_link() {
        let table = presets();
        let links: Vec<String> = table
            .split("href=\"./")
            .skip(1)
            .filter_map(|rest| Some(rest.split('"').next()?.replace("&amp;", "&")))
            .collect();
        for (link, preset) in links.iter().zip(Preset::ALL) {
            let Ok(Link::Lab(code)) = link::read(link) else { panic!("{link} leads nowhere") };
            let read = LabWorld::read(&code).expect("it was just written");
            assert_eq!((read.world.setting(), read.notes.len()), (preset.setting(), 0), "{link}");
        }
        assert_eq!(links.len(), Preset::ALL.len());
    }

    #[test]
    fn a_world_says_in_what_it_differs() {
        let presets = presets();
        for part in [
            "the feed’s reach <i>m</i>:\u{a0}8",
            "radius <i>h</i>:\u{a0}0.2",
            "as usual",
            "mentors each:\u{a0}5",
            "feed strength <i>φ</i>:\u{a0}0",
        ] {
            assert!(presets.contains(part), "{part}");
        }
    }
}
