//! Presets: settings with names and captions.

use crate::mentor_model::MentorModel;
use crate::setting::{Setting, Start};
use drift::{Bandwidth, Interaction, Kernel, NetworkModel, Normalization, Params, TopicOverlap};

/// Named setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Two axes, as in the essay: left–right, and against–for AI.
    TwoAxes,
    /// 2 048 dimensions, as in the essay: "expand this into a couple thousand dimensions".
    Thousands,
    /// A feed that reinforces what people believe: 128 dimensions, about the world of the year.
    TurnedUp,
    /// The pace of real people: fitted to panels of a survey, a quarter of a year a step.
    AsPeopleMove,
    /// Outsiders with mentors among themselves, some of whom are stubborn.
    YoungHegelians,
    /// No recommender: posts of random authors.
    Chronological,
    /// No recommender: posts of neighbors in a contact network.
    LogOff,
    /// Bounded confidence, synchronous (Hegselmann and Krause 2002).
    HegselmannKrause,
    /// Bounded confidence in pairs (Deffuant, Neau, Amblard and Weisbuch 2000).
    DeffuantWeisbuch,
    /// Fixed weights and stubbornness (Friedkin and Johnsen 1990).
    FriedkinJohnsen,
    /// Reinforcement and homophily, two topics that overlap (Baumann, Lorenz-Spreen, Sokolov and Starnini 2021).
    Baumann,
}

/// Parameters of a feed that reinforces as well as attracts: with attraction alone all opinions contract to the middle. Chosen
/// among strengths, controversialness and decay for several clusters, none of them with more than half of the agents
/// (`experiments`, example `reinforcement_map`).
pub fn turned_up() -> Params {
    Params { reinforcement: 0.08, controversialness: 2.0, decay: 0.02, ..Params::default() }
}

/// Steps per year of real people at the pace of [`as_people_move`].
pub const REAL_STEPS_PER_YEAR: u32 = 4;

/// Parameters of a world that moves as real people do, [`REAL_STEPS_PER_YEAR`] steps a year.
///
/// Fitted to three panels of the General Social Survey (`experiments`, example `real_pace`). The values are near the medians of the
/// posterior. Per year, with 90 % intervals: attraction .032 [.005, .049], reinforcement .068 [.012, .21], decay .020 [.007,
/// .042], stubbornness .024 [.002, .049], innovation .06 [.005, .15] and shared innovation .204 [.19, .24] per √year, 5 candidates
/// per post [1, 28], 4 steps a year [1, 8]. What such a world does is known better than what it is made of: attraction,
/// reinforcement, decay and stubbornness can stand in for each other. Innovation along what beliefs have in common is well
/// determined.
pub fn as_people_move() -> Params {
    Params {
        convergence_rate: 0.008,
        stubbornness: 0.006,
        candidates_per_post: 5,
        reinforcement: 0.017,
        decay: 0.005,
        innovation: 0.03,
        shared_innovation: 0.102,
        ..turned_up()
    }
}

impl Preset {
    /// All presets, in the order in which the page offers them.
    pub const ALL: [Preset; 11] = [
        Preset::TwoAxes,
        Preset::Thousands,
        Preset::TurnedUp,
        Preset::AsPeopleMove,
        Preset::YoungHegelians,
        Preset::Chronological,
        Preset::LogOff,
        Preset::HegselmannKrause,
        Preset::DeffuantWeisbuch,
        Preset::FriedkinJohnsen,
        Preset::Baumann,
    ];

    /// Key of the preset in links.
    pub fn key(self) -> &'static str {
        match self {
            Preset::TwoAxes => "axes",
            Preset::Thousands => "thousands",
            Preset::TurnedUp => "turned-up",
            Preset::AsPeopleMove => "as-people-move",
            Preset::YoungHegelians => "hegelians",
            Preset::Chronological => "chronological",
            Preset::LogOff => "log-off",
            Preset::HegselmannKrause => "hegselmann-krause",
            Preset::DeffuantWeisbuch => "deffuant-weisbuch",
            Preset::FriedkinJohnsen => "friedkin-johnsen",
            Preset::Baumann => "baumann",
        }
    }

    /// Title and caption, in the voice of the page.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Preset::TwoAxes => ["the essay’s two axes", "politics and AI, and a feed"],
            Preset::Thousands => ["a couple of thousand dimensions", "2 048 beliefs each"],
            Preset::TurnedUp => ["the feed turned up", "it agrees with you, and then some"],
            Preset::AsPeopleMove => [
                "as people really move",
                "fitted to people asked three times. a day here is three months out there",
            ],
            Preset::YoungHegelians => {
                ["young hegelians", "outsiders with mentors, some of whom do not budge"]
            }
            Preset::Chronological => ["chronological feed", "whatever comes, in the order it comes"],
            Preset::LogOff => ["log off", "only people one knows"],
            Preset::HegselmannKrause => {
                ["Hegselmann\u{2013}Krause", "everybody averages those in reach. 2002"]
            }
            Preset::DeffuantWeisbuch => ["Deffuant\u{2013}Weisbuch", "two meet, both give way. 2000"],
            Preset::FriedkinJohnsen => ["Friedkin\u{2013}Johnsen", "fixed listening, stubborn people. 1990"],
            Preset::Baumann => ["Baumann et al.", "posts push, like seeks like, topics hang together. 2021"],
        }
    }

    /// The preset's setting.
    pub fn setting(self) -> Setting {
        let rules = Params::default();
        let plane = Setting::default();
        let crowd = Setting { dims: 128, ..Setting::default() };
        match self {
            // A weak recommender and a wide kernel: two dimensions have room for few clusters.
            Preset::TwoAxes => Setting {
                params: Params {
                    candidates_per_post: 8,
                    stubbornness: 0.01,
                    bandwidth: Bandwidth::MeanAttention(0.3),
                    kernel_exponent: 2.0,
                    ..rules
                },
                ..plane
            },
            Preset::Thousands => Setting { dims: 2_048, ..plane },
            Preset::TurnedUp => Setting { params: turned_up(), ..crowd },
            Preset::AsPeopleMove => Setting { params: as_people_move(), ..crowd },
            Preset::YoungHegelians => Setting {
                mentor_model: MentorModel::School { share: 0.03, ties: 5, mentorship: 0.8, anchored: 0.3 },
                ..crowd
            },
            Preset::Chronological => Setting { params: Params { feed_share: 0.0, ..rules }, ..crowd },
            Preset::LogOff => Setting {
                params: Params { feed_share: 0.0, ..rules },
                network: NetworkModel::WattsStrogatz { neighbors: 10, rewiring: 0.1 },
                ..crowd
            },
            Preset::HegselmannKrause => Setting {
                people: 1_000,
                start: Start::Uniform,
                params: Params {
                    interaction: Interaction::AllToAll,
                    normalization: Normalization::ByAttention,
                    kernel: Kernel::Flat,
                    bandwidth: Bandwidth::Fixed(0.2),
                    convergence_rate: 1.0,
                    stubbornness: 0.0,
                    ..rules
                },
                ..plane
            },
            Preset::DeffuantWeisbuch => Setting {
                people: 1_000,
                start: Start::Uniform,
                params: Params {
                    interaction: Interaction::Pairwise,
                    kernel: Kernel::Flat,
                    bandwidth: Bandwidth::Fixed(0.2),
                    convergence_rate: 0.5,
                    stubbornness: 0.0,
                    ..rules
                },
                ..plane
            },
            Preset::FriedkinJohnsen => Setting {
                params: Params { convergence_rate: 1.0, stubbornness: 0.1, ..rules },
                mentor_model: MentorModel::Everybody { ties: 5, mentorship: 1.0 },
                ..plane
            },
            // K = 3 contacts' worth of influence over 10 contacts at a mean activity of .05, in steps of .05.
            Preset::Baumann => Setting {
                people: 1_000,
                start: Start::Uniform,
                params: Params {
                    posts_per_step: 10,
                    feed_share: 0.0,
                    algorithmic_bias: 3.0,
                    kernel: Kernel::Constant,
                    convergence_rate: 0.0,
                    stubbornness: 0.0,
                    reinforcement: 0.075,
                    controversialness: 3.0,
                    topic_overlap: TopicOverlap::Uniform(0.5),
                    decay: 0.05,
                    ..rules
                },
                ..plane
            },
        }
    }
}
