//! Law 3: effect of the number of dimensions.

use drift::measure::effective_dimensions;
use drift::{Kernel, Params};

use super::crowds::{run_days, variance, world};
use super::figure::{Figure, PlotSeries, hundred, range};
use super::report::Report;

const PEOPLE: usize = 1_000;
/// Numbers of dimensions.
pub const DIMS: [usize; 3] = [64, 512, 2_048];
const EVERY: u32 = 10;
const LAST: u32 = 200;

/// Results.
pub struct Law3 {
    /// Participation ratio by number of dimensions, by seed, every tenth day.
    pub effective: Vec<Vec<Vec<f64>>>,
    /// Days, and the variance of opinions that the recommender does not see, relative to theory, by seed.
    pub unseen: Vec<f64>,
}

/// Days for which unseen opinions are measured.
pub const UNSEEN_DAYS: u32 = 15;

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law3 {
    let watched = |dims: usize| seeds.iter().map(|&seed| watched(dims, seed)).collect();
    Law3 {
        effective: DIMS.iter().map(|&dims| watched(dims)).collect(),
        unseen: seeds.iter().map(|&seed| unseen(seed)).collect(),
    }
}

fn watched(dims: usize, seed: u64) -> Vec<f64> {
    let mut world = world(seed, PEOPLE, dims, Params::default());
    let mut seen = vec![effective_dimensions(world.opinions())];
    for _ in 0..LAST / EVERY {
        run_days(&mut world, EVERY);
        seen.push(effective_dimensions(world.opinions()));
    }
    seen
}

/// Opinions that do not affect who is read: random authors with full attention. `Var(t) = ((1 − μ)² + μ²/K)^t Var(0)`.
fn unseen(seed: u64) -> f64 {
    let params =
        Params { candidates_per_post: 1, kernel: Kernel::Constant, stubbornness: 0.0, ..Params::default() };
    let (mu, posts) = (f64::from(params.convergence_rate), f64::from(params.posts_per_step));
    let mut world = world(seed, 5_000, 34, params);
    let rate = (1.0 - mu) * (1.0 - mu) + mu * mu / posts;
    let expected = (0..UNSEEN_DAYS).fold(variance(&world), |variance, _| variance * rate);
    run_days(&mut world, UNSEEN_DAYS);
    variance(&world) / expected
}

impl Law3 {
    /// First and last participation ratio, by seed.
    pub fn first_and_last(&self, dims: usize) -> Vec<(f64, f64)> {
        self.effective[dims].iter().map(|seen| (seen[0], seen[seen.len() - 1])).collect()
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |at: usize| {
            let (first, last): (Vec<f64>, Vec<f64>) = self.first_and_last(at).into_iter().unzip();
            format!(
                "D = {}: effective dimensions {}, after {LAST} days {}",
                DIMS[at],
                range(first),
                range(last)
            )
        };
        let curve = |at: usize| {
            let on = |look: usize| self.effective[at].iter().map(|seen| seen[look]).collect();
            let looks = 0..self.effective[at][0].len();
            PlotSeries::new(
                format!("D = {}", DIMS[at]),
                looks.map(|look| (f64::from(EVERY) * look as f64, on(look))),
            )
        };
        let mut found: Vec<String> = (0..DIMS.len()).map(line).collect();
        found.push(format!(
            "beliefs the recommender cannot see collapse as ((1 − μ)² + μ²/K)^t: after {UNSEEN_DAYS} days {} of the prediction",
            range(self.unseen.iter().map(|ratio| 100.0 * ratio)) + " %"
        ));
        Report {
            claim: "law 3: more dimensions do not save you",
            found,
            figure: Figure {
                x: "day",
                y: "effective dimensions (participation ratio)",
                dots: false,
                series: (0..DIMS.len()).map(curve).collect(),
            },
            beside: vec![PlotSeries::new(
                "unseen variance, % of the prediction",
                [(f64::from(UNSEEN_DAYS), hundred(self.unseen.clone()))],
            )],
        }
    }
}
