//! Tables of all settings and presets, written from the registry.

use super::tables::{boxed, heads};
use drift::Decimal;
use link::encode_world;
use quiz::format::grouped;
use settings::{AppliesTo, DIMS, LabWorld, PEOPLE, Preset, Range, SettingSpec};

/// The settings of a world, without those of the visitor alone.
fn rules() -> impl Iterator<Item = &'static SettingSpec> {
    let all = settings::groups().iter().flat_map(|group| group.settings);
    all.filter(|spec| spec.applies_to == AppliesTo::World)
}

/// A rule's title, with its symbol as mathematicians set it.
fn title(SettingSpec { title, symbol, .. }: &SettingSpec) -> String {
    if symbol.is_empty() { (*title).to_owned() } else { format!("{title} <i>{symbol}</i>") }
}

fn range(spec: &SettingSpec) -> String {
    match spec.range() {
        Range::Choices(all) => all.iter().map(|choice| choice.label).collect::<Vec<_>>().join(", "),
        Range::Seed => "any whole number".to_owned(),
        Range::Integer(ends) => ends.map(|end| grouped(end.into())).join(" to "),
        Range::Number(ends) => ends.map(|end| Decimal::from(end).to_string()).join(" to "),
        Range::People => String::new(),
    }
}

/// Every rule, its range and its usual value.
pub(super) fn parameters() -> String {
    let usual = LabWorld::default();
    let row = |spec: &SettingSpec| {
        let SettingSpec { unit, help, .. } = spec;
        format!(
            "<tr><th scope=\"row\">{}</th><td>{help}</td><td>{} <small>{unit}</small></td><td>{}</td></tr>\n",
            title(spec),
            range(spec),
            spec.label(&usual).unwrap_or_default()
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
pub(super) fn presets() -> String {
    let usual = LabWorld::default();
    let mut rows = String::new();
    for preset in Preset::ALL {
        let [name, shows] = preset.words();
        let world = LabWorld::from(preset.setting());
        let differs = |spec: &SettingSpec| {
            let value = spec.label(&world).filter(|_| spec.value(&world) != spec.value(&usual))?;
            Some(format!("{}:\u{a0}{value}", title(spec)))
        };
        // People and dimensions have columns of their own.
        let rules: Vec<String> =
            rules().filter(|spec| ![PEOPLE, DIMS].contains(&spec.key)).filter_map(differs).collect();
        rows.push_str(&format!(
            "<tr><th scope=\"row\"><a href=\"./#{}\">{name}</a></th><td>{shows}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            encode_world(&world).replace('&', "&amp;"),
            grouped(world.setting.people.into()),
            grouped(world.setting.dims.into()),
            if rules.is_empty() { "as usual".to_owned() } else { rules.join("; ") }
        ));
    }
    let head = heads(&["world", "what it shows", "people", "beliefs", "unlike the usual"]);
    boxed("presets", &format!("<table class=\"worlds\">{head}<tbody>{rows}</tbody></table>"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use link::{self, Link, read_world};

    #[test]
    fn every_rule_and_world_has_its_row() {
        let rows = |table: &str| table.matches("<tr><th scope=\"row\">").count();
        assert_eq!(rows(&presets()), Preset::ALL.len());
        assert_eq!(rows(&parameters()), rules().count());
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
            let read = read_world(&code).expect("it was just written");
            assert_eq!((read.world.setting, read.notes.len()), (preset.setting(), 0), "{link}");
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
