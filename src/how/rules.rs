//! Which rules and worlds are there? Tables, written from what the engine itself uses.

use super::boxed::{boxed, heads};
use crate::drift::{Decimal, Kernel, Network, Params, Reach};
use crate::link::LabWorld;
use crate::worlds::{Circles, Preset, Setting, Start};
use core::ops::RangeInclusive;

/// One rule: symbol, name, what it does, and how its range, its default and its value in a world are written.
struct Rule {
    symbol: &'static str,
    name: &'static str,
    does: &'static str,
    range: String,
    value: fn(&Params) -> String,
}

fn decimal(x: f32) -> String {
    Decimal::from(x).to_string()
}

fn real(range: RangeInclusive<f32>) -> String {
    format!("{} to {}", decimal(*range.start()), decimal(*range.end()))
}

fn whole(range: RangeInclusive<u32>) -> String {
    let [low, high] = [range.start(), range.end()].map(|end| crate::wording::grouped(u64::from(*end)));
    format!("{low} to {high}")
}

fn rules() -> Vec<Rule> {
    let rule = |symbol, name, does, range, value| Rule { symbol, name, does, range, value };
    vec![
        rule(
            "K",
            "posts a day",
            "how much everybody reads. it hardly changes where they end",
            whole(Params::POSTS),
            |p| p.posts.to_string(),
        ),
        rule(
            "m",
            "authors tried",
            "the recommender’s strength: it tries so many and shows the nearest",
            whole(Params::SCREENED),
            |p| p.screened.to_string(),
        ),
        rule(
            "φ",
            "feed",
            "share of posts that the recommender picks. the rest is conversation",
            real(Params::FEED),
            |p| decimal(p.feed),
        ),
        rule(
            "e",
            "exploration",
            "share of posts by anybody at all, read with full attention",
            real(Params::EXPLORE),
            |p| decimal(p.explore),
        ),
        rule(
            "μ",
            "susceptibility",
            "share of the way to what was read that one goes in a day",
            real(Params::SUSCEPTIBILITY),
            |p| decimal(p.susceptibility),
        ),
        rule(
            "λ",
            "anchor",
            "share of the way home, to one’s own first beliefs, in a day",
            real(Params::ANCHOR),
            |p| decimal(p.anchor),
        ),
        rule(
            "ρ",
            "mentorship",
            "how much mentors weigh instead of the feed; somebody’s own, not the world’s",
            real(Params::MENTORSHIP),
            |_| "0".to_owned(),
        ),
        rule(
            "σ",
            "whims",
            "one’s own new ideas, in standard deviations a day",
            real(Params::INNOVATION),
            |p| decimal(p.innovation),
        ),
        rule(
            "θ",
            "display",
            "how much of a post is what its author believes, not what they read",
            real(Params::DISPLAY),
            |p| decimal(p.display),
        ),
        rule(
            "k",
            "attention",
            "how it falls with distance: not at all, at an edge, smoothly",
            "one, flat, gauss, rational".to_owned(),
            |p| {
                match p.kernel {
                    Kernel::Flat => "flat",
                    Kernel::Gauss => "gauss",
                    Kernel::Rational => "rational",
                    Kernel::One => "one",
                }
                .to_owned()
            },
        ),
        rule("δ", "fall-off", "how steeply, for the rational one", real(Params::FALLOFF), |p| {
            decimal(p.falloff)
        }),
        rule(
            "p",
            "reach",
            "mean attention to a stranger on day 0; h follows from it. textbooks set h",
            real(Params::SHARE),
            |p| match p.reach {
                Reach::Share(share) => decimal(share),
                Reach::Radius(h) => format!("h = {}", decimal(h)),
            },
        ),
        rule("r", "coordinates", "how many the recommender sees of anybody", whole(Params::EMBEDDING), |p| {
            p.embedding.to_string()
        }),
        rule(
            "R",
            "refit",
            "days after which the recommender learns its coordinates anew",
            whole(Params::REFIT),
            |p| p.refit.map_or("never".to_owned(), |days| days.to_string()),
        ),
        rule(
            "γ",
            "bias",
            "where people meet in pairs: how strongly they prefer the near",
            real(Params::BIAS),
            |p| decimal(p.bias),
        ),
    ]
}

/// Every rule, its range and its default.
pub fn parameters() -> String {
    let defaults = Params::default();
    let mut rows = String::new();
    let mut row = |symbol: &str, name: &str, does: &str, range: &str, default: &str| {
        rows.push_str(&format!(
            "<tr><th scope=\"row\"><i>{symbol}</i> {name}</th><td>{does}</td><td>{range}</td><td>{default}</td></tr>\n"
        ));
    };
    let people = crate::wording::grouped(u64::from(Params::DEFAULT_PEOPLE));
    row("N", "people", "how many live in the world", &whole(Params::PEOPLE), &people);
    row(
        "D",
        "beliefs",
        "how many each of them holds",
        &whole(Params::DIMS),
        &Setting::default().dims.to_string(),
    );
    for rule in rules() {
        row(rule.symbol, rule.name, rule.does, &rule.range, &(rule.value)(&defaults));
    }
    boxed(
        "the rules of a world",
        &format!(
            "<table>{}<tbody>{rows}</tbody></table>",
            heads(&["rule", "what it does", "range", "usual"])
        ),
    )
}

/// What a preset is called, and what it shows.
fn about(preset: Preset) -> [&'static str; 2] {
    match preset {
        Preset::TwoAxes => ["the essay’s two axes", "left to right, against AI to for AI"],
        Preset::Thousands => ["a couple of thousand dimensions", "the same feed, far more to differ in"],
        Preset::YoungHegelians => ["young hegelians", "a few outsiders have mentors of their own kind"],
        Preset::Chronological => ["chronological feed", "no recommender; anybody’s posts as they come"],
        Preset::LogOff => ["log off", "no recommender and no strangers, only people one knows"],
        Preset::HegselmannKrause => ["Hegselmann–Krause", "everybody averages whoever is within reach"],
        Preset::DeffuantWeisbuch => ["Deffuant–Weisbuch", "people meet in pairs and move towards each other"],
        Preset::FriedkinJohnsen => {
            ["Friedkin–Johnsen", "everybody listens to fixed mentors, and stays a bit stubborn"]
        }
    }
}

/// Every preset, and the rules in which it differs from the usual world.
pub fn presets() -> String {
    let defaults = Params::default();
    let mut rows = String::new();
    for preset in Preset::ALL {
        let [name, shows] = about(preset);
        let setting = preset.setting();
        let world = LabWorld::from(setting.clone()).encode();
        let differs = |rule: &Rule| {
            let value = (rule.value)(&setting.params);
            (value != (rule.value)(&defaults)).then(|| match value.split_once(" = ") {
                Some(_) => value.clone(),
                None => format!("<i>{}</i> = {value}", rule.symbol),
            })
        };
        let mut rules: Vec<String> = rules().iter().filter_map(differs).collect();
        match setting.circles {
            Circles::School { share, ties, mentorship, anchored } => rules.push(format!(
                "the strangest {} of 100 have {ties} mentors, <i>ρ</i> = {}; some are anchored, <i>λ</i> = {}",
                decimal(100.0 * share),
                decimal(mentorship),
                decimal(anchored)
            )),
            Circles::Everybody { ties, mentorship } => {
                rules.push(format!("everybody has {ties} mentors, <i>ρ</i> = {}", decimal(mentorship)));
            }
            _ => {}
        }
        if let Network::SmallWorld { neighbours, .. } = setting.network {
            rules.push(format!("everybody knows {neighbours} others"));
        }
        if setting.start == Start::Uniform {
            rules.push("people start anywhere between 0 and 1".to_owned());
        }
        rows.push_str(&format!(
            "<tr><th scope=\"row\"><a href=\"./#{}\">{name}</a></th><td>{shows}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            world.replace('&', "&amp;"),
            crate::wording::grouped(u64::from(setting.people)),
            crate::wording::grouped(u64::from(setting.dims)),
            if rules.is_empty() {
                "as usual".to_owned()
            } else {
                rules.join("; ").replace(" = ", "\u{a0}=\u{a0}")
            }
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
        assert_eq!(rows(&parameters()), 2 + rules().len());
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
            "<i>m</i>\u{a0}=\u{a0}8",
            "h\u{a0}=\u{a0}0.2",
            "as usual",
            "have 5 mentors",
            "<i>φ</i>\u{a0}=\u{a0}0",
        ] {
            assert!(presets.contains(part), "{part}");
        }
    }
}
