//! Does turning the feed off bring people back?

use normie_descent::drift::{Params, World};
use normie_descent::tribes::effective_dimensions;

use super::crowds::{PEOPLE, live, tribes, world};
use super::report::{Figure, Report, Series, hundred, percents, range};

const EVERY: u32 = 10;
/// Days on the feed, and days after it is turned off.
pub const ON: u32 = 150;
pub const OFF: u32 = 250;

/// What was found, by what happens on the day, then by seed.
pub struct Law9 {
    pub lives: [Vec<Life>; 3],
}

/// What may be turned to on the day.
pub const TURNS: [&str; 3] = ["feed stays on", "feed off, people talk", "everybody logs off"];

/// One world, every tenth day from day 0.
pub struct Life {
    /// Effective number of tribes.
    pub tribes: Vec<f64>,
    pub dimensions: Vec<f64>,
    /// How far people are from home, as a share of how far from the middle their home is (root mean squares).
    pub away: Vec<f64>,
}

pub fn run(seeds: &[u64]) -> Law9 {
    let of = |turn: usize| seeds.iter().map(|&seed| life(turn, seed)).collect();
    Law9 { lives: [of(0), of(1), of(2)] }
}

fn life(turn: usize, seed: u64) -> Life {
    let mut world = world(seed, PEOPLE, 64, Params::default());
    let mut life = Life { tribes: Vec::new(), dimensions: Vec::new(), away: Vec::new() };
    for look in 0..=(ON + OFF) / EVERY {
        if look > 0 {
            live(&mut world, EVERY);
        }
        if look * EVERY == ON {
            let after = match turn {
                0 => Params::default(),
                1 => Params { feed: 0.0, ..Params::default() },
                _ => Params { susceptibility: 0.0, ..Params::default() },
            };
            world.set_params(after).expect("legal, and between days");
        }
        life.tribes.push(tribes(&world).effective());
        life.dimensions.push(effective_dimensions(world.beliefs()));
        life.away.push(away(&world));
    }
    life
}

fn away(world: &World) -> f64 {
    let pairs = world.beliefs().values().iter().zip(world.anchors().values());
    let square: f64 = pairs.map(|(x, a)| f64::from(x - a) * f64::from(x - a)).sum();
    (square / PEOPLE as f64).sqrt() / f64::from(world.spread())
}

impl Law9 {
    /// One figure on a day, by seed.
    pub fn on(&self, turn: usize, day: u32, figure: impl Fn(&Life) -> &Vec<f64>) -> Vec<f64> {
        self.lives[turn].iter().map(|life| figure(life)[(day / EVERY) as usize]).collect()
    }

    pub fn report(&self) -> Report {
        let line = |turn: usize, day: u32| {
            format!(
                "{}, day {day}: {} effective tribes, {} effective dimensions, {} of the way from home",
                TURNS[turn],
                range(self.on(turn, day, |life| &life.tribes)),
                range(self.on(turn, day, |life| &life.dimensions)),
                percents(self.on(turn, day, |life| &life.away))
            )
        };
        let curve = |name: String, of: &dyn Fn(u32) -> Vec<f64>| {
            Series::new(name, (0..=ON + OFF).step_by(EVERY as usize).map(|day| (f64::from(day), of(day))))
        };
        let away =
            |turn: usize| curve(TURNS[turn].into(), &|day| hundred(self.on(turn, day, |life| &life.away)));
        let beside = |turn: usize| {
            let named = |what: &str| format!("{what}: {}", TURNS[turn]);
            [
                curve(named("effective tribes"), &|day| self.on(turn, day, |life| &life.tribes)),
                curve(named("effective dimensions"), &|day| self.on(turn, day, |life| &life.dimensions)),
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
