//! Does a world of the lab survive its journey in a link?

use normie_descent::drift::{Audience, Circle, Network, Params, PersonId};
use normie_descent::link::{LabWorld, LabWorldLink, Link, LinkError, Note, read};
use normie_descent::worlds::Preset;

/// The world behind a link.
fn lab(link: &str) -> Result<LabWorldLink, LinkError> {
    match read(link)? {
        Link::Lab(code) => LabWorld::read(&code),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_rule_of_a_world_survives_and_what_is_out_of_range_is_clamped_and_told() {
    let mut world = LabWorld { seed: u64::MAX, people: 512, dims: 2048, ..LabWorld::default() };
    world.params = Params { posts: 3, innovation: 0.125, refit: Some(30), ..Params::default() };
    world.you.feed = Some(0.0);
    world.params.bias = 1.5;
    world.params.audience = Audience::Pairs;
    world.you.mentorship = 0.5;
    world.you.mentors =
        Circle::new(&[PersonId(12), PersonId(55), PersonId(103)]).expect("three are a circle");
    let found = lab(&world.encode()).expect("it is whole");
    assert_eq!((found.world, found.notes.len()), (world, 0));

    let found = lab("s1.seed=7&dims=1e99&people=99999999&feed=-3&color=red&utm_source=x")
        .expect("a world with one good value can be shown");
    let [dims, people, feed, colour] = &found.notes[..] else { panic!("{:?}", found.notes) };
    assert!(matches!(dims, Note::Unreadable { key: "dims", .. }));
    assert!(matches!(people, Note::Clamped { key: "people", .. }));
    assert_eq!(feed.to_string(), "the link asks for feed = -3; i made it 0");
    assert!(matches!(colour, Note::Unknown { key } if key == "color"));
    assert_eq!(lab("s1.nothing=1"), Err(LinkError::Unknown));
    assert_eq!((found.world.people, found.world.params.feed), (*Params::PEOPLE.end(), 0.0));
}

#[test]
fn every_preset_is_a_link_and_comes_back_as_it_was() {
    for preset in Preset::ALL {
        let world = LabWorld::from(preset.setting());
        let link = world.encode();
        let found = lab(&link).expect("it is whole");
        assert_eq!((&found.world, found.embed, found.notes.len()), (&world, false, 0), "{link}");
        assert_eq!(found.world.setting(), preset.setting());
        assert!(lab(&format!("{link}&embed=1")).expect("it is whole").embed);
    }
}

#[test]
fn whoever_passes_a_typed_world_on_passes_on_the_same_one() {
    for typed in ["s1.radius=1.184467440955&kernel=flat", "s1.radius=123.4567891", "s1.anchor=0.0123456789"] {
        let world = lab(typed).expect("a legal link").world;
        let passed_on = lab(&world.encode()).expect("it was just written").world;
        assert_eq!(passed_on, world, "{typed}");
    }
}

#[test]
fn a_part_of_a_network_is_read_before_or_after_its_kind_and_not_without_it() {
    let asked = Network::SmallWorld { neighbours: 4, rewiring: 0.25 };
    for link in [
        "s1.network=small-world&neighbours=4&rewiring=.25",
        "s1.rewiring=.25&neighbours=4&network=small-world",
    ] {
        assert_eq!(lab(link).expect("it is whole").world.network, asked, "{link}");
    }
    let without = lab("s1.seed=3&neighbours=4&anchored=.1").expect("a seed is enough");
    assert_eq!(without.world, LabWorld { seed: 3, ..LabWorld::default() });
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
    assert_eq!((world.people, note.to_string().contains("i made it 2")), (2, true));
    for (name, value) in [("refit", ""), ("you.feed", ""), ("you.mentors", "")] {
        assert_eq!(world.set(name, value), None, "{name}: left to the rules");
    }
}
