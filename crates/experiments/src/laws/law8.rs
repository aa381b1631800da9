//! Law 8: clusters by strength of the recommender.

use drift::linalg::Matrix;
use drift::rng::{StreamKey, normal};
use drift::{Params, World};

use super::crowds::{PEOPLE, after_days, assimilated, outsiders, tribes, world};
use super::figure::{Figure, PlotSeries, mean, percents, range};
use super::report::Report;
use crate::domains::INDEPENDENT_OPINIONS;

/// Candidates per post.
pub const CANDIDATES: [u32; 8] = [1, 2, 4, 8, 16, 32, 64, 128];
const DAYS: u32 = 200;
/// Dimensions of a world of independent opinions, all of which the recommender sees.
const INDEPENDENT: usize = 32;

/// Results.
pub struct Law8 {
    /// By number of candidates per post, then by seed.
    pub ends: Vec<Vec<FeedOutcome>>,
    /// Without a feed, by seed.
    pub unfed: Vec<FeedOutcome>,
    /// In a world of independent opinions, by seed.
    pub unstructured: Vec<FeedOutcome>,
}

/// Final state of a world.
pub struct FeedOutcome {
    /// Number of clusters.
    pub tribes: usize,
    /// Share of outsiders who are assimilated.
    pub outsiders: f64,
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law8 {
    let survey = |params: Params| -> Vec<FeedOutcome> {
        seeds.iter().map(|&seed| end(world(seed, PEOPLE, 64, params.clone()))).collect()
    };
    Law8 {
        ends: CANDIDATES
            .iter()
            .map(|&screened| survey(Params { candidates_per_post: screened, ..Params::default() }))
            .collect(),
        unfed: survey(Params { feed_share: 0.0, ..Params::default() }),
        unstructured: seeds.iter().map(|&seed| end(independent(seed))).collect(),
    }
}

fn end(start: World) -> FeedOutcome {
    let strange = outsiders(&start);
    let world = after_days(start, DAYS);
    let tribes = tribes(&world);
    FeedOutcome { tribes: tribes.count(), outsiders: assimilated(&tribes, &strange) }
}

/// A population without factors: all opinions are independent.
fn independent(seed: u64) -> World {
    let mut beliefs = Matrix::zeros(PEOPLE, INDEPENDENT).expect("a small crowd");
    for person in 0..PEOPLE {
        let mut stream = StreamKey::new(seed, INDEPENDENT_OPINIONS).stream(person);
        beliefs.row_mut(person).iter_mut().for_each(|x| *x = normal(&mut stream) as f32);
    }
    let params = Params { embedding_width: INDEPENDENT as u32, ..Params::default() };
    World::new(beliefs, params, seed).expect("legal")
}

impl Law8 {
    /// Mean number of clusters.
    pub fn tribes(ends: &[FeedOutcome]) -> f64 {
        mean(ends.iter().map(|end| end.tribes as f64))
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |name: String, ends: &[FeedOutcome]| {
            format!(
                "{name}: {} tribes, {} of the outsiders inside",
                range(ends.iter().map(|end| end.tribes as f64)),
                percents(ends.iter().map(|end| end.outsiders))
            )
        };
        let mut found = vec![line("no feed".into(), &self.unfed)];
        found.extend(CANDIDATES.iter().zip(&self.ends).map(|(m, ends)| line(format!("best of {m}"), ends)));
        found.push(line(
            format!("no shared structure, D = r = {INDEPENDENT}, best of 32"),
            &self.unstructured,
        ));
        let worlds = |ends: &[FeedOutcome], of: &dyn Fn(&FeedOutcome) -> f64| {
            ends.iter().map(of).collect::<Vec<f64>>()
        };
        let once = |name: &str, ends: &[FeedOutcome], of: &dyn Fn(&FeedOutcome) -> f64| {
            PlotSeries::new(name, [(0.0, worlds(ends, of))])
        };
        let by_strength = |name: &str, of: &dyn Fn(&FeedOutcome) -> f64| {
            let ends = CANDIDATES.iter().zip(&self.ends);
            PlotSeries::new(name, ends.map(|(&m, ends)| (libm::log2(f64::from(m)), worlds(ends, of))))
        };
        Report {
            claim: "law 8: the feed makes the tribes: a weak recommender makes one, a strong one many",
            found,
            figure: Figure {
                x: "posts screened for each one shown, log2",
                y: "tribes after 200 days",
                dots: false,
                series: vec![by_strength("tribes", &|end| end.tribes as f64)],
            },
            beside: vec![
                by_strength("outsiders inside, %", &|end| 100.0 * end.outsiders),
                once("no feed: tribes", &self.unfed, &|end| end.tribes as f64),
                once("no feed: outsiders inside, %", &self.unfed, &|end| 100.0 * end.outsiders),
                once("no shared structure: tribes", &self.unstructured, &|end| end.tribes as f64),
            ],
        }
    }
}
