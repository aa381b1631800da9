//! Round trips of worlds of the lab through links.

use std::collections::BTreeSet;

use drift::{AgentId, Interaction, MentorSet, NetworkModel, Params};
use link::{LabWorldLink, Link, LinkError, encode_world, read, read_world};
use settings::{LabWorld, Note, Preset, Range, Setting};

/// The world behind a link.
fn lab(link: &str) -> Result<LabWorldLink, LinkError> {
    match read(link)? {
        Link::Lab(code) => read_world(&code),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_setting_survives_and_what_is_out_of_range_is_clamped_and_noted() {
    let mut world = LabWorld::from(Setting { seed: u64::MAX, people: 512, dims: 2048, ..Setting::default() });
    world.setting.params =
        Params { posts_per_step: 3, innovation: 0.125, refit_interval: Some(30), ..Params::default() };
    world.you.feed_share = Some(0.0);
    world.setting.params.algorithmic_bias = 1.5;
    world.setting.params.interaction = Interaction::Pairwise;
    world.you.mentorship = 0.5;
    world.you.mentors =
        MentorSet::new(&[AgentId(12), AgentId(55), AgentId(103)]).expect("three are a circle");
    let found = lab(&encode_world(&world)).expect("it is whole");
    assert_eq!((found.world, found.notes.len()), (world, 0));

    let found = lab("s1.seed=7&dims=1e99&people=99999999&feed=-3&color=red&utm_source=x")
        .expect("a world with one good value can be shown");
    let [dims, people, feed, colour] = &found.notes[..] else { panic!("{:?}", found.notes) };
    assert!(matches!(dims, Note::Unreadable { key: "dims", .. }));
    assert!(matches!(people, Note::Clamped { key: "people", .. }));
    assert_eq!(feed.to_string(), "the link asks for feed = -3; i made it 0");
    assert!(matches!(colour, Note::Unknown { key } if key == "color"));
    assert_eq!(lab("s1.nothing=1"), Err(LinkError::Unknown));
    assert_eq!(
        (found.world.setting.people, found.world.setting.params.feed_share),
        (*Params::AGENTS.end(), 0.0)
    );
}

#[test]
fn every_preset_is_a_link_and_comes_back_as_it_was() {
    for preset in Preset::ALL {
        let world = LabWorld::from(preset.setting());
        let link = encode_world(&world);
        let found = lab(&link).expect("it is whole");
        assert_eq!((&found.world, found.embed, found.notes.len()), (&world, false, 0), "{link}");
        assert_eq!(found.world.setting, preset.setting());
        assert!(lab(&format!("{link}&embed=1")).expect("it is whole").embed);
    }
}

#[test]
fn whoever_passes_a_typed_world_on_passes_on_the_same_one() {
    for typed in ["s1.radius=1.184467440955&kernel=flat", "s1.radius=123.4567891", "s1.anchor=0.0123456789"] {
        let world = lab(typed).expect("a legal link").world;
        let passed_on = lab(&encode_world(&world)).expect("it was just written").world;
        assert_eq!(passed_on, world, "{typed}");
    }
}

#[test]
fn a_world_fits_together_also_when_what_was_typed_is_out_of_range() {
    let mut world = LabWorld::default();
    assert!(matches!(world.set("you.mentorship", "5.5"), Some(Note::Clamped { .. })));
    assert_eq!(world.you.mentorship, 0.0, "there are no mentors");
}

#[test]
fn a_part_of_a_network_is_read_before_or_after_its_kind_and_not_without_it() {
    let asked = NetworkModel::WattsStrogatz { neighbors: 4, rewiring: 0.25 };
    for link in [
        "s1.network=small-world&neighbours=4&rewiring=.25",
        "s1.rewiring=.25&neighbours=4&network=small-world",
    ] {
        assert_eq!(lab(link).expect("it is whole").world.setting.network, asked, "{link}");
    }
    let without = lab("s1.seed=3&neighbours=4&anchored=.1").expect("a seed is enough");
    assert_eq!(without.world, LabWorld::from(Setting { seed: 3, ..Setting::default() }));
    assert!(without.notes.iter().all(|note| matches!(note, Note::Unreadable { .. })), "{:?}", without.notes);
    assert_eq!(without.notes.len(), 2);
}

#[test]
fn everything_with_a_name_can_be_set_to_what_stands_there() {
    let mut world = LabWorld::from(Preset::YoungHegelians.setting());
    world.set("network", "blocks");
    for name in LabWorld::names() {
        let Some(value) = world.value(name) else { continue };
        let mut again = world.clone();
        assert_eq!(again.set(name, &value), None, "{name} = {value}");
        assert_eq!(again, world, "{name} = {value}");
    }
    let note = world.set("people", "1").expect("one is no crowd");
    assert_eq!((world.setting.people, note.to_string().contains("i made it 2")), (2, true));
    for (name, value) in [("refit", ""), ("you.feed", ""), ("you.mentors", "")] {
        assert_eq!(world.set(name, value), None, "{name}: left to the rules");
    }
}

#[test]
fn every_setting_survives_at_the_ends_of_its_range() {
    let worlds =
        [["everybody", "none", "none"], ["small-world", "school", "alike"], ["blocks", "everybody", "none"]];
    let mut seen = BTreeSet::new();
    for [network, circles, topics] in worlds {
        let mut usual = LabWorld::default();
        let notes = [("network", network), ("circles", circles), ("topics", topics)]
            .map(|(name, value)| usual.set(name, value));
        assert_eq!(notes, [None, None, None]);
        for spec in settings::in_link_order() {
            let values: Vec<String> = match spec.range() {
                Range::Seed => vec!["0".to_owned(), u64::MAX.to_string()],
                Range::Integer(ends) => ends.map(|end| end.to_string()).to_vec(),
                Range::Number(ends) => ends.map(|end| end.to_string()).to_vec(),
                Range::Choices(choices) => choices.iter().map(|choice| choice.key.to_owned()).collect(),
                Range::People => vec!["1.1".to_owned(), "0.1.2.3.4.5.6.7".to_owned()],
            };
            for value in values {
                let mut world = usual.clone();
                // Mentorship of the visitor needs mentors.
                world.set("you.mentors", "1.1");
                if spec.is_part() && spec.value(&world).is_none() {
                    continue;
                }
                assert_eq!(spec.set(&mut world, &value), None, "{} = {value}", spec.key);
                world.make_consistent();
                let link = encode_world(&world);
                let found = lab(&link).expect("it is whole");
                assert_eq!((found.world, found.notes.len()), (world, 0), "{link}");
                seen.insert(spec.key);
            }
        }
    }
    assert_eq!(seen.len(), settings::in_link_order().count());
}
