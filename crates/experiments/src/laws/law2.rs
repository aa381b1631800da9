//! Law 2: assimilation of outsiders over time.

use drift::Params;

use super::crowds::{PEOPLE, assimilated, mean_surprisal, outsiders, run_days, tribes, world};
use super::figure::{Figure, PlotSeries, hundred, percents, range};
use super::report::Report;

/// Days between two measurements, and the last day.
const EVERY: u32 = 10;
const LAST: u32 = 300;

/// Setup of an experiment: dimensions, and share of the feed.
#[derive(Clone, Copy, PartialEq)]
pub struct OutsiderSetup {
    /// Name in the figure.
    pub name: &'static str,
    /// Number of dimensions.
    pub dims: usize,
    /// Share of the recommender in what agents read, 0 to 1.
    pub feed: f32,
}

/// Setups of the experiment.
pub const KINDS: [OutsiderSetup; 3] = [
    OutsiderSetup { name: "on the feed, D = 64", dims: 64, feed: 1.0 },
    OutsiderSetup { name: "on the feed, D = 512", dims: 512, feed: 1.0 },
    OutsiderSetup { name: "no feed, D = 64", dims: 64, feed: 0.0 },
];

/// Results, by setup, then by seed.
pub struct Law2 {
    /// Outsiders by setup, then by seed.
    pub trajectories: Vec<Vec<OutsiderTrajectory>>,
}

/// Outsiders of one world, every tenth day from day 0.
pub struct OutsiderTrajectory {
    /// Share that is assimilated.
    pub inside: Vec<f64>,
    /// Mean surprisal, bits.
    pub bits: Vec<f64>,
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law2 {
    Law2 {
        trajectories: KINDS
            .iter()
            .map(|kind| seeds.iter().map(|&seed| simulate(kind, seed)).collect())
            .collect(),
    }
}

fn simulate(kind: &OutsiderSetup, seed: u64) -> OutsiderTrajectory {
    let mut world = world(seed, PEOPLE, kind.dims, Params { feed_share: kind.feed, ..Params::default() });
    let strange = outsiders(&world);
    let mut trajectory = OutsiderTrajectory { inside: Vec::new(), bits: Vec::new() };
    for look in 0..=LAST / EVERY {
        if look > 0 {
            run_days(&mut world, EVERY);
        }
        trajectory.inside.push(assimilated(&tribes(&world), &strange));
        trajectory.bits.push(mean_surprisal(&world, &strange));
    }
    trajectory
}

impl Law2 {
    /// Assimilated shares on a day, by seed, in worlds of one setup.
    pub fn inside(&self, kind: usize, day: u32) -> Vec<f64> {
        self.trajectories[kind].iter().map(|trajectory| trajectory.inside[(day / EVERY) as usize]).collect()
    }

    /// Mean surprisals on a day in bits, by seed, in worlds of one setup.
    pub fn bits(&self, kind: usize, day: u32) -> Vec<f64> {
        self.trajectories[kind].iter().map(|trajectory| trajectory.bits[(day / EVERY) as usize]).collect()
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |kind: usize| {
            let on = |day| percents(self.inside(kind, day));
            let bits = |day| range(self.bits(kind, day));
            format!(
                "{}: inside a tribe {} on day 100, {} on day 200, {} on day 300; surprisal {} bits, then {}",
                KINDS[kind].name,
                on(100),
                on(200),
                on(LAST),
                bits(0),
                bits(LAST)
            )
        };
        let curve = |name: String, of: &dyn Fn(u32) -> Vec<f64>| {
            PlotSeries::new(name, (0..=LAST).step_by(EVERY as usize).map(|day| (f64::from(day), of(day))))
        };
        let inside = |kind: usize| curve(KINDS[kind].name.into(), &|day| hundred(self.inside(kind, day)));
        let bits = |kind: usize| curve(format!("bits: {}", KINDS[kind].name), &|day| self.bits(kind, day));
        Report {
            claim: "law 2: outsiders, the strangest twentieth, are assimilated by the feed and not without it",
            found: (0..KINDS.len()).map(line).collect(),
            figure: Figure {
                x: "day",
                y: "outsiders inside a tribe, %",
                dots: false,
                series: (0..KINDS.len()).map(inside).collect(),
            },
            beside: (0..KINDS.len()).map(bits).collect(),
        }
    }
}
