//! Beats of the tutorial: their words, their worlds, and the guesses asked before days pass.

use crate::protocol::LabFrame;
use drift::Params;
use settings::{LabWorld, MentorModel, Preset, Setting};

/// One step of the argument: some words, one control, a guess.
pub(super) struct Beat {
    pub title: &'static str,
    pub words: &'static str,
    /// What is to be guessed.
    pub question: &'static str,
    /// Guesses to start from.
    pub chips: &'static [u32],
    /// The one control: its name and what can be chosen; empty where the control is the dot or the button itself.
    pub control: (&'static str, &'static [&'static str]),
    /// The button that lets days pass.
    pub go: &'static str,
    /// The day on which it is looked at.
    pub until: u32,
    /// Days that pass before anything is asked.
    pub before: u32,
    /// Where you begin in a world of two axes; elsewhere, and where it does not matter, among the outermost.
    pub start: Option<[f32; 2]>,
    /// The world of a choice.
    pub world: fn(usize) -> LabWorld,
    /// The rules of a choice from day [`Beat::before`] on.
    pub then: Option<fn(usize) -> Params>,
    /// The quantity that was guessed, as it came out; empty until it is known.
    pub came_out: fn(&LabFrame) -> Option<f64>,
    /// The unit of a guess.
    pub unit: &'static str,
    /// What to make of it.
    pub moral: &'static str,
}

/// Outside, and not out of reach: from here one is in a tribe some eighty days later, a quarter of the picture away. The
/// outermost of the crowd stay where they are for good, because hardly anybody is near them.
const BETWEEN: [f32; 2] = [-2.1, -1.9];

/// The six of them.
pub(super) const BEATS: [Beat; 6] = [
    Beat {
        title: "one person, by hand",
        words: "that dot is you. drag it anywhere, or use the arrow keys. then let a day pass. \
            eight posts come, picked because their authors are near you. you lean a tenth of the way towards them. \
            nobody argues with you. two thousand simulated people do the same. your trail shows where it goes.",
        question: "how many days until you are in a tribe?",
        chips: &[10, 50, 150, 400],
        control: ("", &[]),
        go: "let days pass",
        until: 400,
        before: 0,
        start: Some(BETWEEN),
        world: |_| LabWorld::from(Preset::TwoAxes.setting()),
        then: None,
        came_out: |frame| frame.your_cluster.map(|_| f64::from(frame.day)),
        unit: "days",
        moral: "now drag yourself into a far corner, where nobody is near. then somewhere in between.",
    },
    Beat {
        title: "two thousand people, press play",
        words: "now everybody at once. each reads eight posts a day. a feed picks each from 32 at random: \
            the nearest one. no tribe is painted on. nobody is told where to go. specks without a sign are loners. \
            people of one sign stand together. lines join places where the crowd is equally thick.",
        question: "of 2000 people, how many are loners on day 150?",
        chips: &[0, 60, 300, 1000],
        control: ("", &[]),
        go: "play",
        until: 150,
        before: 0,
        start: None,
        world: |_| crowd(Params::default()),
        then: None,
        came_out: |frame| Some(f64::from(frame.people.saturating_sub(frame.measures.clusters.iter().sum()))),
        unit: "loners",
        moral: "nobody pushed. everyone only read what they liked.",
    },
    Beat {
        title: "how strong is the feed?",
        words: "before the feed shows a post, it looks at some. it keeps the one nearest to you. \
            looking at one is a dice. looking at 128 is close to mind reading. \
            these people have 128 beliefs each, flattened for the map. choose a strength, and guess first. \
            then try the others.",
        question: "how many tribes on day 200?",
        chips: &[1, 2, 5, 10, 20],
        control: ("posts it looks at", &["1", "8", "32", "128"]),
        go: "run 200 days",
        until: 200,
        before: 0,
        start: None,
        world: |choice| {
            crowd(Params { candidates_per_post: [1, 8, 32, 128][choice.min(3)], ..Params::default() })
        },
        then: None,
        came_out: |frame| Some(frame.measures.clusters.len() as f64),
        unit: "tribes",
        moral: "a weak feed makes one crowd. a strong one makes many, and hardly anybody outside.",
    },
    Beat {
        title: "turn it off",
        words: "first the feed gets 150 days, so that there are tribes. then it ends. \
            people go on talking to whoever comes by. or everybody stops reading. \
            the measure: how far people are from home, from what they first believed. \
            zero is home. a hundred is as far as strangers are from the middle.",
        question: "how far from home, in per cent, on day 350?",
        chips: &[0, 20, 50, 70, 90],
        control: ("on day 150", &["the feed stays", "the feed ends, people talk", "everyone stops reading"]),
        go: "and now",
        until: 350,
        before: 150,
        start: None,
        world: |_| crowd(Params::default()),
        then: Some(|choice| match choice {
            0 => Params::default(),
            1 => Params { feed_share: 0.0, ..Params::default() },
            _ => Params { convergence_rate: 0.0, ..Params::default() },
        }),
        came_out: |frame| Some(frame.measures.away * 100.0),
        unit: "per cent",
        moral: "ending the feed brings nobody back. talk pulls on. only who stops reading comes home.",
    },
    Beat {
        title: "a mentor circle",
        words: "sixty outsiders, the outermost of two thousand. alone, the feed gets most of them. \
            now each listens to five others of their kind, four fifths of the time. \
            or one of the five hardly ever moves: a rock. the essay says mentors save you. \
            guess how many the feed gets all the same.",
        question: "of 60 outsiders, how many are in a tribe on day 200?",
        chips: &[0, 5, 20, 50, 60],
        control: ("they listen to", &["the feed only", "five mentors", "five mentors, one a rock"]),
        go: "run 200 days",
        until: 200,
        before: 0,
        start: None,
        world: |choice| {
            let school = |anchored| MentorModel::School { share: 0.03, ties: 5, mentorship: 0.8, anchored };
            let mentor_model = [MentorModel::None, school(0.0), school(0.3)][choice.min(2)];
            LabWorld::from(Setting { mentor_model, ..crowd(Params::default()).setting })
        },
        then: None,
        came_out: |frame| Some(f64::from(frame.measures.outsiders[0])),
        unit: "outsiders",
        moral: "most stay out. but look closely: inside a circle they grow alike.",
    },
    Beat {
        title: "surely i am more complicated",
        words: "two axes are too few, you say. people are complicated. so give everybody thousands of beliefs. \
            effective dimensions count the ways in which people still differ. \
            a tribe differs in few. drop yourself in with your own answers, if you took the quiz. \
            then guess what a hundred days leave of it.",
        question: "how many ways to differ are left on day 100?",
        chips: &[2, 5, 10, 25, 500],
        control: ("beliefs each", &["2", "128", "512", "2048"]),
        go: "run 100 days",
        until: 100,
        before: 0,
        start: None,
        world: |choice| {
            let dims = [2, 128, 512, 2_048][choice.min(3)];
            LabWorld::from(Setting { dims, ..crowd(Params::default()).setting })
        },
        then: None,
        came_out: |frame| Some(frame.measures.dimensions),
        unit: "ways to differ",
        moral: "more dimensions make more room. the feed makes all of them go together.",
    },
];

/// Two thousand people with 128 beliefs each, so that all questions have their own.
fn crowd(params: Params) -> LabWorld {
    LabWorld::from(Setting { dims: 128, params, ..Setting::default() })
}
