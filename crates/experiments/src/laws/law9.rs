//! Law 9: reversal after the feed is turned off.

use drift::measure::effective_dimensions;
use drift::{Params, World};

use super::crowds::{PEOPLE, run_days, tribes, world};
use super::figure::{Figure, PlotSeries, hundred, percents, range};
use super::report::Report;

const EVERY: u32 = 10;
/// Days on the feed.
pub const ON: u32 = 150;
/// Days after the intervention.
pub const OFF: u32 = 250;

/// Results, by intervention, then by seed.
pub struct Law9 {
    /// By intervention, then by seed.
    pub trajectories: [Vec<ReversalTrajectory>; 3],
}

/// Names of the interventions.
pub const TURNS: [&str; 3] = ["feed stays on", "feed off, people talk", "everybody logs off"];

/// Measures of one world, every tenth day from day 0.
pub struct ReversalTrajectory {
    /// Effective number of clusters.
    pub tribes: Vec<f64>,
    /// Participation ratio.
    pub dimensions: Vec<f64>,
    /// Distance of agents from their initial opinions, relative to the distance of these from their mean (root mean squares).
    pub away: Vec<f64>,
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law9 {
    let of = |turn: usize| seeds.iter().map(|&seed| simulate(turn, seed)).collect();
    Law9 { trajectories: [of(0), of(1), of(2)] }
}

fn simulate(turn: usize, seed: u64) -> ReversalTrajectory {
    let mut world = world(seed, PEOPLE, 64, Params::default());
    let mut trajectory = ReversalTrajectory { tribes: Vec::new(), dimensions: Vec::new(), away: Vec::new() };
    for look in 0..=(ON + OFF) / EVERY {
        if look > 0 {
            run_days(&mut world, EVERY);
        }
        if look * EVERY == ON {
            let after = match turn {
                0 => Params::default(),
                1 => Params { feed_share: 0.0, ..Params::default() },
                _ => Params { convergence_rate: 0.0, ..Params::default() },
            };
            world.set_params(after).expect("legal, and between days");
        }
        trajectory.tribes.push(tribes(&world).effective_count());
        trajectory.dimensions.push(effective_dimensions(world.opinions()));
        trajectory.away.push(away(&world));
    }
    trajectory
}

fn away(world: &World) -> f64 {
    let pairs = world.opinions().values().iter().zip(world.anchors().values());
    let square: f64 = pairs.map(|(x, a)| f64::from(x - a) * f64::from(x - a)).sum();
    (square / PEOPLE as f64).sqrt() / f64::from(world.initial_spread())
}

impl Law9 {
    /// One measure on a day, by seed.
    pub fn on(&self, turn: usize, day: u32, figure: impl Fn(&ReversalTrajectory) -> &Vec<f64>) -> Vec<f64> {
        self.trajectories[turn].iter().map(|trajectory| figure(trajectory)[(day / EVERY) as usize]).collect()
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |turn: usize, day: u32| {
            format!(
                "{}, day {day}: {} effective tribes, {} effective dimensions, {} of the way from home",
                TURNS[turn],
                range(self.on(turn, day, |trajectory| &trajectory.tribes)),
                range(self.on(turn, day, |trajectory| &trajectory.dimensions)),
                percents(self.on(turn, day, |trajectory| &trajectory.away))
            )
        };
        let curve = |name: String, of: &dyn Fn(u32) -> Vec<f64>| {
            PlotSeries::new(name, (0..=ON + OFF).step_by(EVERY as usize).map(|day| (f64::from(day), of(day))))
        };
        let away = |turn: usize| {
            curve(TURNS[turn].into(), &|day| hundred(self.on(turn, day, |trajectory| &trajectory.away)))
        };
        let beside = |turn: usize| {
            let named = |what: &str| format!("{what}: {}", TURNS[turn]);
            [
                curve(named("effective tribes"), &|day| self.on(turn, day, |trajectory| &trajectory.tribes)),
                curve(named("effective dimensions"), &|day| {
                    self.on(turn, day, |trajectory| &trajectory.dimensions)
                }),
            ]
        };
        let mut found = vec![line(0, 0), line(0, ON)];
        found.extend((0..TURNS.len()).map(|turn| line(turn, ON + OFF)));
        Report {
            claim: "law 9: turning the feed off after the tribes have formed does not bring people back",
            found,
            figure: Figure {
                x: "day (the turn is on day 150)",
                y: "distance from home, % of where home is",
                dots: false,
                series: (0..TURNS.len()).map(away).collect(),
            },
            beside: (0..TURNS.len()).flat_map(beside).collect(),
        }
    }
}
