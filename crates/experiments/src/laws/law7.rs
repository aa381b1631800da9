//! Law 7: innovation at which clusters dissolve.

use drift::linalg::{Matrix, mean as centre, rms_distance};
use drift::{Bandwidth, Interaction, Kernel, Normalization, Params, World};

use super::crowds::{PEOPLE, after_days, clustered_share, run_days, world};
use super::figure::{Figure, PlotSeries, hundred, mean, percents};
use super::report::Report;

/// σ of single clusters (knots) under a matched feed, in units of `h √(2μ)`.
pub const KNOTS: [f64; 6] = [0.25, 0.5, 0.7, 0.9, 1.1, 1.4];
/// σ in populations on the feed, in units of `h √(2μ)`.
pub const CROWDS: [f32; 7] = [0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5];
/// Dimensions of those populations.
pub const DIMS: [usize; 2] = [2, 64];
/// Days until a knot has its stationary width, and until a population has clustered.
const KNOT_DAYS: u32 = 400;
const CROWD_DAYS: u32 = 200;
/// μ of the knots.
const MU: f64 = 0.1;

/// Results.
pub struct Law7 {
    /// Squared width of a knot in units of h², by innovation, then by seed.
    pub knots: Vec<Vec<f64>>,
    /// Share of a population in clusters, by dimensions, innovation and seed.
    pub crowds: Vec<Vec<Vec<f64>>>,
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law7 {
    let crowds = |&dims: &usize| {
        let of = |&size: &f32| seeds.iter().map(|&seed| inside(dims, size, seed)).collect();
        CROWDS.iter().map(of).collect()
    };
    Law7 {
        knots: KNOTS.iter().map(|&size| seeds.iter().map(|&seed| width(size, seed)).collect()).collect(),
        crowds: DIMS.iter().map(crowds).collect(),
    }
}

/// Squared width of a knot: agents that start at one point, read everybody by attention, and innovate.
fn width(size: f64, seed: u64) -> f64 {
    let params = Params {
        interaction: Interaction::AllToAll,
        normalization: Normalization::ByAttention,
        kernel: Kernel::Gaussian,
        bandwidth: Bandwidth::Fixed(1.0),
        stubbornness: 0.0,
        convergence_rate: MU as f32,
        innovation: (size * f64::sqrt(2.0 * MU)) as f32,
        ..Params::default()
    };
    let knot = Matrix::zeros(300, 2).expect("a small crowd");
    let mut world = World::new(knot, params, seed).expect("legal");
    run_days(&mut world, KNOT_DAYS);
    let apart = f64::from(rms_distance(world.opinions(), &centre(world.opinions())));
    apart * apart / 2.0
}

/// Stationary squared width in theory, in units of h². In a knot of variance `s²`, a Gaussian kernel of bandwidth h contracts
/// at the rate `a = μ h² / (h² + s²)` per day, and `s² = σ² / (2a − a²)`: no solution from about `σ = h √(2μ)` on.
pub fn expected(size: f64) -> Option<f64> {
    let noise = size * size * 2.0 * MU;
    let mut variance = noise;
    for _ in 0..100_000 {
        let rate = MU / (1.0 + variance);
        let next = noise / (2.0 * rate - rate * rate);
        if next > 1e4 {
            return None;
        }
        variance += 0.1 * (next - variance);
    }
    Some(variance)
}

fn inside(dims: usize, size: f32, seed: u64) -> f64 {
    let calm = Params { stubbornness: 0.0, ..Params::default() };
    let h = world(seed, PEOPLE, dims, calm.clone()).bandwidth();
    let innovation = size * h * (2.0 * calm.convergence_rate).sqrt();
    clustered_share(&after_days(world(seed, PEOPLE, dims, Params { innovation, ..calm }), CROWD_DAYS))
}

impl Law7 {
    /// Mean squared width of a knot, in units of h².
    pub fn width(&self, size: usize) -> f64 {
        mean(self.knots[size].iter().copied())
    }

    /// Mean share of a population in clusters.
    pub fn share(&self, dims: usize, size: usize) -> f64 {
        mean(self.crowds[dims][size].iter().copied())
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let knot = |at: usize| {
            let expected = expected(KNOTS[at]).map_or_else(|| "none".to_owned(), |s| format!("{s:.2}"));
            format!("{}: {:.2} ({expected})", KNOTS[at], self.width(at))
        };
        let crowd = |dims: usize| {
            let share =
                |at: usize| format!("{}: {}", CROWDS[at], percents(self.crowds[dims][at].iter().copied()));
            format!(
                "on the feed, D = {}, inside a tribe by σ/h√(2μ): {}",
                DIMS[dims],
                (0..CROWDS.len()).map(share).collect::<Vec<_>>().join("; ")
            )
        };
        let curve = |dims: usize| {
            let inside = CROWDS.iter().zip(&self.crowds[dims]);
            PlotSeries::new(
                format!("on the feed, D = {}", DIMS[dims]),
                inside.map(|(&size, shares)| (f64::from(size), hundred(shares.clone()))),
            )
        };
        let expected = KNOTS.iter().filter_map(|&size| Some((size, vec![expected(size)?])));
        let beside = vec![
            PlotSeries::new("squared width of a knot, h²", KNOTS.iter().copied().zip(self.knots.clone())),
            PlotSeries::new("the same in theory, where there is one", expected),
        ];
        let mut found = vec![format!(
            "under a matched feed, s²/h² of a knot by σ/h√(2μ), and in theory: {}",
            (0..KNOTS.len()).map(knot).collect::<Vec<_>>().join("; ")
        )];
        found.extend((0..DIMS.len()).map(crowd));
        Report {
            claim: "law 7: innovation has a threshold, σ = h√(2μ), beyond which no tribe holds together",
            found,
            figure: Figure {
                x: "innovation σ, in units of h√(2μ)",
                y: "people inside a tribe, %",
                dots: false,
                series: (0..DIMS.len()).map(curve).collect(),
            },
            beside,
        }
    }
}
