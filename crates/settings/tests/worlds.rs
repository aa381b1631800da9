//! Worlds that settings build, over the whole range of every setting.

use std::collections::BTreeSet;

use drift::{
    AgentId, Bandwidth, Interaction, Kernel, NetworkModel, Normalization, Params, TopicOverlap, World,
    WorldError,
};
use proptest::prelude::*;
use settings::{ConstructionProgress, MentorModel, Preset, Setting, SettingError, Start, WorldConstruction};

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
            (world.opinions().row_count(), world.opinions().dims()),
            (setting.people as usize, setting.dims as usize)
        );
    }
}

#[test]
fn a_world_made_in_slices_is_the_same_world() {
    let params = Params { expression: 0.5, ..Params::default() };
    for setting in [
        Setting { people: 101, dims: 40, params, ..Preset::YoungHegelians.setting() },
        Setting { people: 101, ..Preset::HegselmannKrause.setting() },
        Setting { people: 101, ..Preset::LogOff.setting() },
    ] {
        let mut whole = open(&setting);
        (0..3).for_each(|_| whole.step());
        for budget in [1, 7, 100, 101, 5_000] {
            let mut opening = WorldConstruction::new(setting.clone()).expect("legal");
            let mut before = 0.0;
            let mut world = loop {
                match opening.advance(budget).expect("legal") {
                    ConstructionProgress::Underway { share } => {
                        assert!((before..=1.0).contains(&share), "{before}, then {share}");
                        before = share;
                    }
                    ConstructionProgress::Done(world) => break world,
                }
            };
            (0..3).for_each(|_| world.step());
            assert_eq!(
                (world.opinions(), world.posts()),
                (whole.opinions(), whole.posts()),
                "slices of {budget}"
            );
        }
    }
}

#[test]
fn a_school_is_made_of_the_outermost_and_every_circle_holds_somebody_anchored() {
    let world = open(&Preset::YoungHegelians.setting());
    let tied = |person: &u32| !world.traits(AgentId(*person)).expect("there").mentors.members().is_empty();
    let members: Vec<u32> = (0..2_000).filter(tied).collect();
    assert_eq!(members.len(), 60);
    let out = |person: u32| world.embedding().row(person as usize).iter().map(|z| z * z).sum::<f32>();
    let nearest_member = members.iter().map(|&person| out(person)).fold(f32::INFINITY, f32::min);
    let further = (0..2_000u32).filter(|&person| out(person) > nearest_member).count();
    assert_eq!(further, 59, "all who stand further out are members");
    let anchored = |person: u32| world.traits(AgentId(person)).expect("there").stubbornness.is_some();
    assert_eq!(members.iter().filter(|&&person| anchored(person)).count(), 6);
    for &person in &members {
        let mentors = world.traits(AgentId(person)).expect("there").mentors.members();
        assert!(
            mentors.len() == 5 && mentors.iter().any(|&mentor| anchored(mentor)),
            "{person}: {mentors:?}"
        );
    }
}

#[test]
fn crowds_too_small_for_circles_and_ties_do_without() {
    for people in 2..12 {
        for mentor_model in [
            MentorModel::School { share: 0.25, ties: 8, mentorship: 0.8, anchored: 0.3 },
            MentorModel::School { share: 0.25, ties: 2, mentorship: 0.8, anchored: 0.3 },
            MentorModel::Everybody { ties: 8, mentorship: 1.0 },
        ] {
            let network = NetworkModel::WattsStrogatz { neighbors: 64, rewiring: 0.5 };
            let setting = Setting { people, mentor_model, network, ..Setting::default() };
            (0..3).for_each(|_| open(&setting).step());
        }
    }
}

#[test]
fn worlds_beyond_memory_are_refused_before_anything_is_drawn() {
    let setting = Setting { people: 1_000_000, dims: 2_048, ..Setting::default() };
    let error = setting.open().expect_err("25 GB");
    assert!(matches!(error, SettingError::Drift(WorldError::TooLarge { .. })));
    assert_eq!(
        error.to_string(),
        "1000000 people with 2048 beliefs need 23605 MiB, and a world gets 3072 MiB at most"
    );
    assert_eq!(World::memory_bytes(20_000, 2_048, &Params::default()) >> 20, 472);
    let refused = |setting: Setting| setting.open().expect_err("out of range").to_string();
    assert!(refused(Setting { dims: 1, ..Setting::default() }).contains("2 to 2048 dimensions, not 1"));
    let few = MentorModel::Everybody { ties: 1, mentorship: 1.0 };
    assert_eq!(
        refused(Setting { mentor_model: few, ..Setting::default() }),
        "the number of mentors is 1, but it has to be between 2 and 8"
    );
}

/// Any legal rules at all.
fn params() -> impl Strategy<Value = Params> {
    let kernels =
        prop::sample::select(vec![Kernel::Flat, Kernel::Gaussian, Kernel::Rational, Kernel::Constant]);
    let audiences =
        prop::sample::select(vec![Interaction::Posts, Interaction::AllToAll, Interaction::Pairwise]);
    let averagings = prop::sample::select(vec![Normalization::ByCount, Normalization::ByAttention]);
    let reaches = prop_oneof![
        (0.001f32..=0.9).prop_map(Bandwidth::MeanAttention),
        (1e-4f32..=1e3).prop_map(Bandwidth::Fixed)
    ];
    let shares = (0.0f32..=1.0, 0.0f32..=1.0, 0.0f32..=1.0, 0.0f32..=1.0, 0.0f32..=1.0);
    let kinds = (kernels, audiences, averagings, reaches);
    let counts = (1u32..=64, 1u32..=512, 1u32..=32, prop::option::of(1u32..=4));
    let overlaps = prop_oneof![
        Just(TopicOverlap::None),
        (0.0f32..=1.0).prop_map(TopicOverlap::Uniform),
        Just(TopicOverlap::Opinions)
    ];
    let reinforcement = (0.0f32..=2.0, 0.0f32..=10.0, overlaps, 0.0f32..=1.0);
    let repulsion = (prop::option::of(1e-4f32..=1e3), 1e-3f32..=1e3);
    let meetings = (0.0f32..=4.0, repulsion, reinforcement);
    (shares, 0.0f32..=2.0, 0.5f32..=16.0, meetings, kinds, counts).prop_map(
        |((feed, explore, susceptibility, anchor, display), innovation, falloff, meetings, kinds, counts)| {
            Params {
                posts_per_step: counts.0,
                candidates_per_post: counts.1,
                feed_share: feed,
                exploration: explore,
                convergence_rate: susceptibility,
                stubbornness: anchor,
                innovation,
                shared_innovation: 0.5 * innovation,
                expression: display,
                kernel: kinds.0,
                kernel_exponent: falloff,
                bandwidth: kinds.3,
                embedding_width: counts.2,
                refit_interval: counts.3,
                interaction: kinds.1,
                normalization: kinds.2,
                algorithmic_bias: meetings.0,
                reinforcement: meetings.2.0,
                controversialness: meetings.2.1,
                topic_overlap: meetings.2.2,
                decay: meetings.2.3,
                rejection_latitude: meetings.1.0,
                opinion_bound: meetings.1.1,
            }
        },
    )
}

fn settings() -> impl Strategy<Value = Setting> {
    let networks = prop_oneof![
        Just(NetworkModel::Complete),
        (2u32..=64, 0.0f32..=1.0).prop_map(|(neighbours, rewiring)| NetworkModel::WattsStrogatz {
            neighbors: neighbours,
            rewiring
        }),
        (1u32..=64, 0.0f32..=64.0, 0.0f32..=64.0)
            .prop_map(|(blocks, within, across)| NetworkModel::StochasticBlocks { blocks, within, across }),
    ];
    let mentor_model = prop_oneof![
        Just(MentorModel::None),
        (0.0f32..=0.25, 2u32..=8, 0.0f32..=1.0, 0.0f32..=1.0).prop_map(
            |(share, ties, mentorship, anchored)| {
                MentorModel::School { share, ties, mentorship, anchored }
            }
        ),
        (2u32..=8, 0.0f32..=1.0).prop_map(|(ties, mentorship)| MentorModel::Everybody { ties, mentorship }),
    ];
    let starts = prop::sample::select(vec![Start::Crowd, Start::Uniform]);
    (any::<u64>(), 2u32..120, 2u32..70, starts, params(), networks, mentor_model).prop_map(
        |(seed, people, dims, start, params, network, mentor_model)| Setting {
            seed,
            people,
            dims,
            start,
            params,
            network,
            mentor_model,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn legal_settings_live_and_never_give_what_is_not_a_number(setting in settings(), budget in 1u32..50) {
        let mut world = setting.open().expect("a legal setting");
        while world.step_count() < 5 {
            world.step_agents(budget);
        }
        prop_assert!(world.opinions().values().iter().all(|x| x.is_finite()));
        prop_assert!(world.posts().values().iter().all(|x| x.is_finite()));
        prop_assert!(world.embedding().padded_values().iter().all(|x| x.is_finite()));
        let mut again = setting.open().expect("a legal setting");
        (0..5).for_each(|_| again.step());
        prop_assert_eq!(again.checksum(), world.checksum());
    }

    #[test]
    fn rules_out_of_range_are_refused_by_the_name_of_the_rule(setting in settings(), which in 0usize..19, by in 0.001f32..1e6) {
        let mut params = setting.params.clone();
        let much = by as u32;
        let named = match which {
            0 => { params.posts_per_step = 65 + much; "the number of posts a day" }
            1 => { params.candidates_per_post = 513 + much; "the number of authors screened" }
            2 => { params.feed_share = 1.0 + by; "the strength of the feed" }
            3 => { params.exploration = -by; "exploration" }
            4 => { params.convergence_rate = 1.0 + by; "susceptibility" }
            5 => { params.stubbornness = -by; "the weight of the anchor" }
            6 => { params.innovation = 2.0 + by; "innovation" }
            7 => { params.expression = f32::NAN; "honesty of display" }
            8 => { params.kernel_exponent = 16.0 + by; "the fall-off of attention" }
            9 => { params.bandwidth = Bandwidth::MeanAttention(0.9 + by); "the mean attention to a stranger" }
            10 => { params.bandwidth = Bandwidth::Fixed(f32::INFINITY); "the radius of attention" }
            11 => { params.embedding_width = 33 + much; "the number of coordinates the recommender sees" }
            12 => { params.algorithmic_bias = 4.0 + by; "the preference for meeting the near" }
            13 => { params.reinforcement = 2.0 + by; "the push of posts" }
            14 => { params.controversialness = -by; "controversy" }
            15 => { params.topic_overlap = TopicOverlap::Uniform(1.0 + by); "the overlap of topics" }
            17 => { params.shared_innovation = 1.0 + by; "shared innovation" }
            16 => { params.decay = f32::NAN; "calming down" }
            _ => { params.refit_interval = Some(0); "the days between refits" }
        };
        let error = Setting { params, ..setting }.open().expect_err("out of range").to_string();
        prop_assert!(error.starts_with(named), "{}", error);
    }
}
