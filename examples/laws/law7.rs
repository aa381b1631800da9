//! How much of their own do people have to add before tribes dissolve?

use normie_descent::belief::{Beliefs, mean as centre, spread};
use normie_descent::drift::{Audience, Averaging, Kernel, Params, Reach, World};

use super::crowds::{PEOPLE, all_inside, live, lived, world};
use super::report::{Figure, Report, Series, hundred, mean, percents};

/// σ of the knots under a matched feed, in units of `h √(2μ)`.
pub const KNOTS: [f64; 6] = [0.25, 0.5, 0.7, 0.9, 1.1, 1.4];
/// σ in crowds on the feed, in the same units.
pub const CROWDS: [f32; 7] = [0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5];
/// Dimensions of those crowds.
pub const DIMS: [usize; 2] = [2, 64];
/// Days for a knot to find its width, and for a crowd to fall into tribes.
const KNOT_DAYS: u32 = 400;
const CROWD_DAYS: u32 = 200;
/// μ of the knots.
const MU: f64 = 0.1;

/// What was found.
pub struct Law7 {
    /// Squared width of a knot, in units of h², by size of innovation, then by seed.
    pub knots: Vec<Vec<f64>>,
    /// Share of a crowd inside a tribe, by dimensions, size of innovation and seed.
    pub crowds: Vec<Vec<Vec<f64>>>,
}

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

/// The width of a knot of people who all start in one spot, hear everybody by attention, and innovate.
fn width(size: f64, seed: u64) -> f64 {
    let params = Params {
        audience: Audience::Everyone,
        averaging: Averaging::ByAttention,
        kernel: Kernel::Gauss,
        reach: Reach::Radius(1.0),
        anchor: 0.0,
        susceptibility: MU as f32,
        innovation: (size * f64::sqrt(2.0 * MU)) as f32,
        ..Params::default()
    };
    let knot = Beliefs::zeros(300, 2).expect("a small crowd");
    let mut world = World::new(knot, params, seed).expect("legal");
    live(&mut world, KNOT_DAYS);
    let apart = f64::from(spread(world.beliefs(), &centre(world.beliefs())));
    apart * apart / 2.0
}

/// What theory says of it. In a knot of variance `s²` a Gaussian kernel of width h pulls home at the rate
/// `a = μ h² / (h² + s²)` a day, and `s² = σ² / (2a − a²)`: no solution from about `σ = h √(2μ)` on.
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
    let calm = Params { anchor: 0.0, ..Params::default() };
    let h = world(seed, PEOPLE, dims, calm.clone()).bandwidth();
    let innovation = size * h * (2.0 * calm.susceptibility).sqrt();
    all_inside(&lived(world(seed, PEOPLE, dims, Params { innovation, ..calm }), CROWD_DAYS))
}

impl Law7 {
    /// Mean squared width of a knot, in units of h².
    pub fn width(&self, size: usize) -> f64 {
        mean(self.knots[size].iter().copied())
    }

    /// Mean share of a crowd inside a tribe.
    pub fn share(&self, dims: usize, size: usize) -> f64 {
        mean(self.crowds[dims][size].iter().copied())
    }

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
            Series::new(
                format!("on the feed, D = {}", DIMS[dims]),
                inside.map(|(&size, shares)| (f64::from(size), hundred(shares.clone()))),
            )
        };
        let expected = KNOTS.iter().filter_map(|&size| Some((size, vec![expected(size)?])));
        let beside = vec![
            Series::new("squared width of a knot, h²", KNOTS.iter().copied().zip(self.knots.clone())),
            Series::new("the same in theory, where there is one", expected),
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
