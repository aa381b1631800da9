//! What becomes of outsiders?

use normie_descent::drift::Params;

use super::crowds::{PEOPLE, assimilated, live, mean_strangeness, outsiders, tribes, world};
use super::report::{Figure, Report, Series, hundred, percents, range};

/// Days between two looks, and the last day.
const EVERY: u32 = 10;
const LAST: u32 = 300;

/// A kind of world.
#[derive(Clone, Copy, PartialEq)]
pub struct Kind {
    pub name: &'static str,
    pub dims: usize,
    pub feed: f32,
}

pub const KINDS: [Kind; 3] = [
    Kind { name: "on the feed, D = 64", dims: 64, feed: 1.0 },
    Kind { name: "on the feed, D = 512", dims: 512, feed: 1.0 },
    Kind { name: "no feed, D = 64", dims: 64, feed: 0.0 },
];

/// What was found, by kind of world, then by seed.
pub struct Law2 {
    pub lives: Vec<Vec<Life>>,
}

/// The strangest twentieth of one world, every tenth day from day 0.
pub struct Life {
    /// Share inside a tribe.
    pub inside: Vec<f64>,
    /// Mean surprisal, bits.
    pub bits: Vec<f64>,
}

pub fn run(seeds: &[u64]) -> Law2 {
    Law2 { lives: KINDS.iter().map(|kind| seeds.iter().map(|&seed| life(kind, seed)).collect()).collect() }
}

fn life(kind: &Kind, seed: u64) -> Life {
    let mut world = world(seed, PEOPLE, kind.dims, Params { feed: kind.feed, ..Params::default() });
    let strange = outsiders(&world);
    let mut life = Life { inside: Vec::new(), bits: Vec::new() };
    for look in 0..=LAST / EVERY {
        if look > 0 {
            live(&mut world, EVERY);
        }
        life.inside.push(assimilated(&tribes(&world), &strange));
        life.bits.push(mean_strangeness(&world, &strange));
    }
    life
}

impl Law2 {
    /// Shares inside on a day, by seed, in worlds of one kind.
    pub fn inside(&self, kind: usize, day: u32) -> Vec<f64> {
        self.lives[kind].iter().map(|life| life.inside[(day / EVERY) as usize]).collect()
    }

    /// Bits on a day, by seed, in worlds of one kind.
    pub fn bits(&self, kind: usize, day: u32) -> Vec<f64> {
        self.lives[kind].iter().map(|life| life.bits[(day / EVERY) as usize]).collect()
    }

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
            Series::new(name, (0..=LAST).step_by(EVERY as usize).map(|day| (f64::from(day), of(day))))
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
