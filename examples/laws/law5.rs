//! What does authenticity buy?

use normie_descent::drift::Params;

use super::crowds::{PEOPLE, all_inside, lived, tribes, world};
use super::report::{Figure, Report, Series, mean, percents, range};

pub const ANCHORS: [f32; 7] = [0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const DAYS: u32 = 200;

/// What was found, by anchor, then by seed.
pub struct Law5 {
    pub ends: Vec<Vec<End>>,
}

/// How a world ends.
pub struct End {
    pub tribes: usize,
    /// Share of people inside one.
    pub inside: f64,
}

pub fn run(seeds: &[u64]) -> Law5 {
    let end = |anchor: f32, seed: u64| {
        let world = lived(world(seed, PEOPLE, 64, Params { anchor, ..Params::default() }), DAYS);
        End { tribes: tribes(&world).count(), inside: all_inside(&world) }
    };
    Law5 {
        ends: ANCHORS.iter().map(|&anchor| seeds.iter().map(|&seed| end(anchor, seed)).collect()).collect(),
    }
}

impl Law5 {
    /// Mean share inside.
    pub fn inside(&self, anchor: usize) -> f64 {
        mean(self.ends[anchor].iter().map(|end| end.inside))
    }

    pub fn report(&self) -> Report {
        let line = |at: usize| {
            let ends = &self.ends[at];
            format!(
                "λ = {}: {} tribes with {} inside them",
                ANCHORS[at],
                range(ends.iter().map(|end| end.tribes as f64)),
                percents(ends.iter().map(|end| end.inside))
            )
        };
        let by_anchor = |name: &str, of: &dyn Fn(&End) -> f64| {
            let ends = ANCHORS.iter().zip(&self.ends);
            Series::new(name, ends.map(|(&anchor, ends)| (f64::from(anchor), ends.iter().map(of).collect())))
        };
        Report {
            claim: "law 5: who keeps coming home to their own first beliefs stays out of the tribes",
            found: (0..ANCHORS.len()).map(line).collect(),
            figure: Figure {
                x: "anchor λ, share of the way home a day",
                y: "people inside a tribe, %",
                dots: false,
                series: vec![by_anchor("inside", &|end| 100.0 * end.inside)],
            },
            beside: vec![by_anchor("tribes", &|end| end.tribes as f64)],
        }
    }
}
