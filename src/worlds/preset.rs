//! Which worlds are worth a visit?

use crate::drift::{Audience, Averaging, Kernel, Network, Params, Reach};
use crate::worlds::circles::Circles;
use crate::worlds::setting::{Setting, Start};

/// A world with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The essay's picture: left–right against anti–pro AI.
    TwoAxes,
    /// The essay's "expand this into a couple thousand dimensions".
    Thousands,
    /// Outsiders with mentors of their own kind, some of whom do not move.
    YoungHegelians,
    /// No recommender: anybody's posts as they come.
    Chronological,
    /// No recommender, and no strangers: only the people one knows.
    LogOff,
    /// Everybody averages those within reach (Hegselmann and Krause 2002).
    HegselmannKrause,
    /// People meet in pairs (Deffuant, Weisbuch and others 2000).
    DeffuantWeisbuch,
    /// Fixed listening and stubborn people (Friedkin and Johnsen 1990).
    FriedkinJohnsen,
}

impl Preset {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Preset; 8] = [
        Preset::TwoAxes,
        Preset::Thousands,
        Preset::YoungHegelians,
        Preset::Chronological,
        Preset::LogOff,
        Preset::HegselmannKrause,
        Preset::DeffuantWeisbuch,
        Preset::FriedkinJohnsen,
    ];

    /// Its short name.
    pub fn key(self) -> &'static str {
        match self {
            Preset::TwoAxes => "axes",
            Preset::Thousands => "thousands",
            Preset::YoungHegelians => "hegelians",
            Preset::Chronological => "chronological",
            Preset::LogOff => "log-off",
            Preset::HegselmannKrause => "hegselmann-krause",
            Preset::DeffuantWeisbuch => "deffuant-weisbuch",
            Preset::FriedkinJohnsen => "friedkin-johnsen",
        }
    }

    /// The world it stands for.
    pub fn setting(self) -> Setting {
        let rules = Params::default();
        let plane = Setting::default();
        let crowd = Setting { dims: 64, ..Setting::default() };
        match self {
            // A weak recommender and far-reaching attention: two axes have room for a few wide valleys only.
            Preset::TwoAxes => Setting {
                params: Params { screened: 8, anchor: 0.01, reach: Reach::Share(0.3), falloff: 2.0, ..rules },
                ..plane
            },
            Preset::Thousands => Setting { dims: 2_048, ..plane },
            Preset::YoungHegelians => Setting {
                circles: Circles::School { share: 0.03, ties: 5, mentorship: 0.8, anchored: 0.3 },
                ..crowd
            },
            Preset::Chronological => Setting { params: Params { feed: 0.0, ..rules }, ..crowd },
            Preset::LogOff => Setting {
                params: Params { feed: 0.0, ..rules },
                network: Network::SmallWorld { neighbours: 10, rewiring: 0.1 },
                ..crowd
            },
            Preset::HegselmannKrause => Setting {
                people: 1_000,
                start: Start::Uniform,
                params: Params {
                    audience: Audience::Everyone,
                    averaging: Averaging::ByAttention,
                    kernel: Kernel::Flat,
                    reach: Reach::Radius(0.2),
                    susceptibility: 1.0,
                    anchor: 0.0,
                    ..rules
                },
                ..plane
            },
            Preset::DeffuantWeisbuch => Setting {
                people: 1_000,
                start: Start::Uniform,
                params: Params {
                    audience: Audience::Pairs,
                    kernel: Kernel::Flat,
                    reach: Reach::Radius(0.2),
                    susceptibility: 0.5,
                    anchor: 0.0,
                    ..rules
                },
                ..plane
            },
            Preset::FriedkinJohnsen => Setting {
                params: Params { susceptibility: 1.0, anchor: 0.1, ..rules },
                circles: Circles::Everybody { ties: 5, mentorship: 1.0 },
                ..plane
            },
        }
    }
}
