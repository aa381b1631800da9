//! Law 5: effect of authenticity.

use drift::Params;

use super::crowds::{PEOPLE, after_days, clustered_share, tribes, world};
use super::figure::{Figure, PlotSeries, mean, percents, range};
use super::report::Report;

/// Stubbornness λ of the agents of each world.
pub const STUBBORNNESS: [f32; 7] = [0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const DAYS: u32 = 200;

/// Results, by stubbornness, then by seed.
pub struct Law5 {
    /// By stubbornness, then by seed.
    pub ends: Vec<Vec<AuthenticityOutcome>>,
}

/// Final state of a world.
pub struct AuthenticityOutcome {
    /// Number of clusters.
    pub tribes: usize,
    /// Share of agents in a cluster.
    pub inside: f64,
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law5 {
    let end = |anchor: f32, seed: u64| {
        let world =
            after_days(world(seed, PEOPLE, 64, Params { stubbornness: anchor, ..Params::default() }), DAYS);
        AuthenticityOutcome { tribes: tribes(&world).count(), inside: clustered_share(&world) }
    };
    Law5 {
        ends: STUBBORNNESS
            .iter()
            .map(|&anchor| seeds.iter().map(|&seed| end(anchor, seed)).collect())
            .collect(),
    }
}

impl Law5 {
    /// Mean share of agents in a cluster.
    pub fn inside(&self, anchor: usize) -> f64 {
        mean(self.ends[anchor].iter().map(|end| end.inside))
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |at: usize| {
            let ends = &self.ends[at];
            format!(
                "λ = {}: {} tribes with {} inside them",
                STUBBORNNESS[at],
                range(ends.iter().map(|end| end.tribes as f64)),
                percents(ends.iter().map(|end| end.inside))
            )
        };
        let by_anchor = |name: &str, of: &dyn Fn(&AuthenticityOutcome) -> f64| {
            let ends = STUBBORNNESS.iter().zip(&self.ends);
            PlotSeries::new(
                name,
                ends.map(|(&anchor, ends)| (f64::from(anchor), ends.iter().map(of).collect())),
            )
        };
        Report {
            claim: "law 5: who keeps coming home to their own first beliefs stays out of the tribes",
            found: (0..STUBBORNNESS.len()).map(line).collect(),
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
