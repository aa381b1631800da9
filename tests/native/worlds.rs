//! Are settings the worlds they say, whatever is asked for?

use std::collections::BTreeSet;

use normie_descent::drift::{
    Audience, Averaging, DriftError, Kernel, Network, Params, PersonId, Reach, World,
};
use normie_descent::worlds::{Circles, Opened, Opening, Preset, Setting, SettingError, Start};
use proptest::prelude::*;

fn open(setting: &Setting) -> World {
    setting.open().expect("a legal setting")
}

#[test]
fn presets_have_names_of_their_own_and_can_be_opened() {
    let keys: BTreeSet<&str> = Preset::ALL.iter().map(|preset| preset.key()).collect();
    assert_eq!(keys.len(), Preset::ALL.len());
    for preset in Preset::ALL {
        let setting = preset.setting();
        let world = open(&setting);
        assert_eq!(
            (world.beliefs().people(), world.beliefs().dims()),
            (setting.people as usize, setting.dims as usize)
        );
    }
}

#[test]
fn a_world_made_in_slices_is_the_same_world() {
    let params = Params { display: 0.5, ..Params::default() };
    for setting in [
        Setting { people: 101, dims: 40, params, ..Preset::YoungHegelians.setting() },
        Setting { people: 101, ..Preset::HegselmannKrause.setting() },
        Setting { people: 101, ..Preset::LogOff.setting() },
    ] {
        let mut whole = open(&setting);
        (0..3).for_each(|_| whole.step());
        for budget in [1, 7, 100, 101, 5_000] {
            let mut opening = Opening::new(setting.clone()).expect("legal");
            let mut before = 0.0;
            let mut world = loop {
                match opening.advance(budget).expect("legal") {
                    Opened::Underway { share } => {
                        assert!((before..=1.0).contains(&share), "{before}, then {share}");
                        before = share;
                    }
                    Opened::Open(world) => break world,
                }
            };
            (0..3).for_each(|_| world.step());
            assert_eq!(
                (world.beliefs(), world.posts()),
                (whole.beliefs(), whole.posts()),
                "slices of {budget}"
            );
        }
    }
}

#[test]
fn a_school_is_made_of_the_outermost_and_every_circle_holds_somebody_anchored() {
    let world = open(&Preset::YoungHegelians.setting());
    let tied = |person: &u32| !world.traits(PersonId(*person)).expect("there").mentors.members().is_empty();
    let members: Vec<u32> = (0..2_000).filter(tied).collect();
    assert_eq!(members.len(), 60);
    let out = |person: u32| world.embedding().row(person as usize).iter().map(|z| z * z).sum::<f32>();
    let nearest_member = members.iter().map(|&person| out(person)).fold(f32::INFINITY, f32::min);
    let further = (0..2_000u32).filter(|&person| out(person) > nearest_member).count();
    assert_eq!(further, 59, "all who stand further out are members");
    let anchored = |person: u32| world.traits(PersonId(person)).expect("there").anchor.is_some();
    assert_eq!(members.iter().filter(|&&person| anchored(person)).count(), 6);
    for &person in &members {
        let mentors = world.traits(PersonId(person)).expect("there").mentors.members();
        assert!(
            mentors.len() == 5 && mentors.iter().any(|&mentor| anchored(mentor)),
            "{person}: {mentors:?}"
        );
    }
}

#[test]
fn crowds_too_small_for_circles_and_ties_do_without() {
    for people in 2..12 {
        for circles in [
            Circles::School { share: 0.25, ties: 8, mentorship: 0.8, anchored: 0.3 },
            Circles::School { share: 0.25, ties: 2, mentorship: 0.8, anchored: 0.3 },
            Circles::Everybody { ties: 8, mentorship: 1.0 },
        ] {
            let network = Network::SmallWorld { neighbours: 64, rewiring: 0.5 };
            let setting = Setting { people, circles, network, ..Setting::default() };
            (0..3).for_each(|_| open(&setting).step());
        }
    }
}

#[test]
fn worlds_beyond_memory_are_refused_before_anything_is_drawn() {
    let setting = Setting { people: 1_000_000, dims: 2_048, ..Setting::default() };
    let error = setting.open().expect_err("25 GB");
    assert!(matches!(error, SettingError::Drift(DriftError::TooLarge { .. })));
    assert_eq!(
        error.to_string(),
        "1000000 people with 2048 beliefs need 23597 MiB, and a world gets 3072 MiB at most"
    );
    assert_eq!(World::bytes(20_000, 2_048, &Params::default()) >> 20, 471);
    let refused = |setting: Setting| setting.open().expect_err("out of range").to_string();
    assert!(refused(Setting { dims: 1, ..Setting::default() }).contains("2 to 2048 dimensions, not 1"));
    let few = Circles::Everybody { ties: 1, mentorship: 1.0 };
    assert_eq!(
        refused(Setting { circles: few, ..Setting::default() }),
        "the number of mentors is 1, but it has to be between 2 and 8"
    );
}

/// Any legal rules at all.
fn params() -> impl Strategy<Value = Params> {
    let kernels = prop::sample::select(vec![Kernel::Flat, Kernel::Gauss, Kernel::Rational, Kernel::One]);
    let audiences = prop::sample::select(vec![Audience::Posts, Audience::Everyone, Audience::Pairs]);
    let averagings = prop::sample::select(vec![Averaging::PerPost, Averaging::ByAttention]);
    let reaches =
        prop_oneof![(0.001f32..=0.9).prop_map(Reach::Share), (1e-4f32..=1e3).prop_map(Reach::Radius)];
    let shares = (0.0f32..=1.0, 0.0f32..=1.0, 0.0f32..=1.0, 0.0f32..=1.0, 0.0f32..=1.0);
    let kinds = (kernels, audiences, averagings, reaches);
    let counts = (1u32..=64, 1u32..=512, 1u32..=32, prop::option::of(1u32..=4));
    (shares, 0.0f32..=2.0, 0.5f32..=16.0, 0.0f32..=4.0, kinds, counts).prop_map(
        |((feed, explore, susceptibility, anchor, display), innovation, falloff, bias, kinds, counts)| {
            Params {
                posts: counts.0,
                screened: counts.1,
                feed,
                explore,
                susceptibility,
                anchor,
                innovation,
                display,
                kernel: kinds.0,
                falloff,
                reach: kinds.3,
                embedding: counts.2,
                refit: counts.3,
                audience: kinds.1,
                averaging: kinds.2,
                bias,
            }
        },
    )
}

fn settings() -> impl Strategy<Value = Setting> {
    let networks = prop_oneof![
        Just(Network::Everybody),
        (2u32..=64, 0.0f32..=1.0)
            .prop_map(|(neighbours, rewiring)| Network::SmallWorld { neighbours, rewiring }),
        (1u32..=64, 0.0f32..=64.0, 0.0f32..=64.0).prop_map(|(blocks, within, across)| Network::Blocks {
            blocks,
            within,
            across
        }),
    ];
    let circles = prop_oneof![
        Just(Circles::None),
        (0.0f32..=0.25, 2u32..=8, 0.0f32..=1.0, 0.0f32..=1.0).prop_map(
            |(share, ties, mentorship, anchored)| { Circles::School { share, ties, mentorship, anchored } }
        ),
        (2u32..=8, 0.0f32..=1.0).prop_map(|(ties, mentorship)| Circles::Everybody { ties, mentorship }),
    ];
    let starts = prop::sample::select(vec![Start::Crowd, Start::Uniform]);
    (any::<u64>(), 2u32..120, 2u32..70, starts, params(), networks, circles).prop_map(
        |(seed, people, dims, start, params, network, circles)| Setting {
            seed,
            people,
            dims,
            start,
            params,
            network,
            circles,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn legal_settings_live_and_never_give_what_is_not_a_number(setting in settings(), budget in 1u32..50) {
        let mut world = setting.open().expect("a legal setting");
        while world.day() < 5 {
            world.step_people(budget);
        }
        prop_assert!(world.beliefs().values().iter().all(|x| x.is_finite()));
        prop_assert!(world.posts().values().iter().all(|x| x.is_finite()));
        prop_assert!(world.embedding().values().iter().all(|x| x.is_finite()));
        let mut again = setting.open().expect("a legal setting");
        (0..5).for_each(|_| again.step());
        prop_assert_eq!(again.checksum(), world.checksum());
    }

    #[test]
    fn rules_out_of_range_are_refused_by_the_name_of_the_rule(setting in settings(), which in 0usize..14, by in 0.001f32..1e6) {
        let mut params = setting.params.clone();
        let much = by as u32;
        let named = match which {
            0 => { params.posts = 65 + much; "the number of posts a day" }
            1 => { params.screened = 513 + much; "the number of authors screened" }
            2 => { params.feed = 1.0 + by; "the strength of the feed" }
            3 => { params.explore = -by; "exploration" }
            4 => { params.susceptibility = 1.0 + by; "susceptibility" }
            5 => { params.anchor = -by; "the weight of the anchor" }
            6 => { params.innovation = 2.0 + by; "innovation" }
            7 => { params.display = f32::NAN; "honesty of display" }
            8 => { params.falloff = 16.0 + by; "the fall-off of attention" }
            9 => { params.reach = Reach::Share(0.9 + by); "the mean attention to a stranger" }
            10 => { params.reach = Reach::Radius(f32::INFINITY); "the radius of attention" }
            11 => { params.embedding = 33 + much; "the number of coordinates the recommender sees" }
            12 => { params.bias = 4.0 + by; "the preference for meeting the near" }
            _ => { params.refit = Some(0); "the days between refits" }
        };
        let error = Setting { params, ..setting }.open().expect_err("out of range").to_string();
        prop_assert!(error.starts_with(named), "{}", error);
    }
}
