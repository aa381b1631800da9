//! Law 6: effect of random exploration.

use drift::Params;
use drift::measure::effective_dimensions;

use super::crowds::{PEOPLE, after_days, tribes, variance, world};
use super::figure::{Figure, PlotSeries, mean, percents, range};
use super::report::Report;

/// Share of authors that the feed draws at random.
pub const EXPLORE: [f32; 6] = [0.0, 0.02, 0.05, 0.1, 0.2, 0.4];
const DAYS: u32 = 200;

/// Results, by exploration, then by seed.
pub struct Law6 {
    /// By exploration, then by seed.
    pub ends: Vec<Vec<ExplorationOutcome>>,
}

/// Final state of a world.
pub struct ExplorationOutcome {
    /// Effective number of clusters.
    pub tribes: f64,
    /// Variance relative to day 0.
    pub variance: f64,
    /// Participation ratio.
    pub dimensions: f64,
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law6 {
    let end = |explore: f32, seed: u64| {
        let start = world(seed, PEOPLE, 64, Params { exploration: explore, ..Params::default() });
        let first = variance(&start);
        let world = after_days(start, DAYS);
        ExplorationOutcome {
            tribes: tribes(&world).effective_count(),
            variance: variance(&world) / first,
            dimensions: effective_dimensions(world.opinions()),
        }
    };
    Law6 { ends: EXPLORE.iter().map(|&e| seeds.iter().map(|&seed| end(e, seed)).collect()).collect() }
}

impl Law6 {
    /// Mean effective number of clusters.
    pub fn tribes(&self, explore: usize) -> f64 {
        mean(self.ends[explore].iter().map(|end| end.tribes))
    }

    /// Mean variance relative to day 0.
    pub fn variance(&self, explore: usize) -> f64 {
        mean(self.ends[explore].iter().map(|end| end.variance))
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |at: usize| {
            let ends = &self.ends[at];
            format!(
                "e = {}: {} effective tribes, {} of the variance left, {} effective dimensions",
                EXPLORE[at],
                range(ends.iter().map(|end| end.tribes)),
                percents(ends.iter().map(|end| end.variance)),
                range(ends.iter().map(|end| end.dimensions))
            )
        };
        let curve = |name: &str, of: &dyn Fn(&ExplorationOutcome) -> f64| {
            let ends = EXPLORE.iter().zip(&self.ends);
            PlotSeries::new(name, ends.map(|(&e, ends)| (f64::from(e), ends.iter().map(of).collect())))
        };
        Report {
            claim: "law 6: reading at random is not the cure: it makes one large tribe out of several",
            found: (0..EXPLORE.len()).map(line).collect(),
            figure: Figure {
                x: "exploration e, share of posts by anybody at all",
                y: "effective tribes; tenths of the variance left",
                dots: false,
                series: vec![
                    curve("effective tribes", &|end| end.tribes),
                    curve("variance, tenths", &|end| 10.0 * end.variance),
                ],
            },
            beside: vec![curve("effective dimensions", &|end| end.dimensions)],
        }
    }
}
