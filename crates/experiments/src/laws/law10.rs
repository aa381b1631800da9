//! Law 10: what reinforcement does to clusters, extremes, constraint, and to people who do not move.

use drift::Params;
use drift::measure::effective_dimensions;
use perplexity::drifted::{BeliefPoint, FactorMap, surprisal};
use perplexity::likeness::Likeness;
use settings::turned_up;

use super::crowds::{PEOPLE, after_days, assimilated, outsiders, tribes, variance, world};
use super::figure::{Figure, PlotSeries, hundred, mean, percents, range};
use super::report::Report;

/// κ, the strengths of reinforcement; controversialness and decay are those of the feed turned up.
pub const STRENGTHS: [f32; 6] = [0.0, 0.01, 0.02, 0.04, 0.08, 0.12];
/// Place of the feed turned up among them.
pub const TURNED_UP: usize = 4;
const DAYS: u32 = 200;
/// Dimensions: those of all items of the bank, and some.
const DIMS: usize = 128;
/// Agents whose likeness to the crowd is measured: every tenth.
const STRIDE: usize = 10;

/// Results, by seed.
pub struct Law10 {
    /// With the full feed, by strength, then by seed.
    pub ends: Vec<Vec<ReinforcementOutcome>>,
    /// The feed turned up, but nobody recommends anything.
    pub unfed: Vec<ReinforcementOutcome>,
    /// The feed turned up, with one post in ten at random.
    pub explored: Vec<ReinforcementOutcome>,
}

/// Final state of a world.
pub struct ReinforcementOutcome {
    /// Number of clusters.
    pub tribes: f64,
    /// Share of the agents in the largest cluster.
    pub largest: f64,
    /// Variance relative to day 0.
    pub variance: f64,
    /// Participation ratio.
    pub dimensions: f64,
    /// Share of the outsiders of day 0 who are assimilated.
    pub assimilated: f64,
    /// Median surprisal of the crowd, bits of likeness.
    pub crowd: f64,
    /// Mean surprisal, on day 0 and on the last, of the rarest twentieth of day 0 at their opinions of day 0.
    pub rare: [f64; 2],
    /// The same for the commonest fifth.
    pub common: [f64; 2],
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law10 {
    let map = FactorMap::new(&Likeness::default());
    let ends = |params: &Params| seeds.iter().map(|&seed| end(&map, seed, params)).collect();
    Law10 {
        ends: STRENGTHS.iter().map(|&k| ends(&reinforcing(k))).collect(),
        unfed: ends(&Params { feed_share: 0.0, ..turned_up() }),
        explored: ends(&Params { exploration: 0.1, ..turned_up() }),
    }
}

/// Decay in proportion, so that the balance of push and decay is the same at every strength.
fn reinforcing(strength: f32) -> Params {
    let full = turned_up();
    Params { reinforcement: strength, decay: full.decay * strength / full.reinforcement, ..full }
}

fn end(map: &FactorMap, seed: u64, params: &Params) -> ReinforcementOutcome {
    let start = world(seed, PEOPLE, DIMS, params.clone());
    let (first, strange, spread) = (map.points(start.opinions()), outsiders(&start), variance(&start));
    let world = after_days(start, DAYS);
    let last = map.points(world.opinions());
    let of = |points: &[BeliefPoint], agent: usize| surprisal(&points[agent], Some(agent), points);
    let mut sampled: Vec<(f64, usize)> =
        (0..first.len()).step_by(STRIDE).map(|agent| (of(&first, agent), agent)).collect();
    sampled.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut crowd: Vec<f64> = sampled.iter().map(|&(_, agent)| of(&last, agent)).collect();
    crowd.sort_by(f64::total_cmp);
    let unmoved = |group: &[(f64, usize)]| {
        let later = |&(_, agent): &(f64, usize)| surprisal(&first[agent], None, &last);
        [mean(group.iter().map(|person| person.0)), mean(group.iter().map(later))]
    };
    let clusters = tribes(&world);
    ReinforcementOutcome {
        tribes: clusters.count() as f64,
        largest: clusters.sizes().iter().copied().max().map_or(0.0, f64::from) / PEOPLE as f64,
        variance: variance(&world) / spread,
        dimensions: effective_dimensions(world.opinions()),
        assimilated: assimilated(&clusters, &strange),
        crowd: crowd[crowd.len() / 2],
        rare: unmoved(&sampled[sampled.len() * 19 / 20..]),
        common: unmoved(&sampled[..sampled.len() / 5]),
    }
}

impl Law10 {
    /// Values of a measure with the full feed at one strength, by seed.
    pub fn at(&self, strength: usize, of: impl Fn(&ReinforcementOutcome) -> f64) -> Vec<f64> {
        self.ends[strength].iter().map(of).collect()
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |name: String, ends: &[ReinforcementOutcome]| {
            let all = |of: &dyn Fn(&ReinforcementOutcome) -> f64| ends.iter().map(of).collect::<Vec<f64>>();
            format!(
                "{name}: {} tribes, the largest {}; {} of the variance, {} effective dimensions; {} of the outsiders inside; \
                 bits: crowd {}, rare unmoved {}, common unmoved {}",
                range(all(&|end| end.tribes)),
                percents(all(&|end| end.largest)),
                percents(all(&|end| end.variance)),
                range(all(&|end| end.dimensions)),
                percents(all(&|end| end.assimilated)),
                range(all(&|end| end.crowd)),
                range(all(&|end| end.rare[1])),
                range(all(&|end| end.common[1])),
            )
        };
        let mut found: Vec<String> =
            STRENGTHS.iter().zip(&self.ends).map(|(k, ends)| line(format!("κ = {k}"), ends)).collect();
        found.push(line("κ = 0.08, no feed".into(), &self.unfed));
        found.push(line("κ = 0.08, one post in ten at random".into(), &self.explored));
        let curve = |name: &str, of: &dyn Fn(&ReinforcementOutcome) -> f64| {
            let points = (0..STRENGTHS.len()).map(|at| (f64::from(STRENGTHS[at]), self.at(at, of)));
            PlotSeries::new(name, points)
        };
        let once = |name: &str, ends: &[ReinforcementOutcome], of: &dyn Fn(&ReinforcementOutcome) -> f64| {
            PlotSeries::new(name, [(0.0, ends.iter().map(of).collect())])
        };
        let percent = |name: &str, of: &dyn Fn(&ReinforcementOutcome) -> f64| {
            let points = (0..STRENGTHS.len()).map(|at| (f64::from(STRENGTHS[at]), hundred(self.at(at, of))));
            PlotSeries::new(name, points)
        };
        Report {
            claim: "law 10: a feed that pushes makes tribes at the extremes, and the middle rare without moving",
            found,
            figure: Figure {
                x: "reinforcement κ a day",
                y: "surprisal after 200 days, bits",
                dots: false,
                series: vec![
                    curve("rare, unmoved", &|end| end.rare[1]),
                    curve("common, unmoved", &|end| end.common[1]),
                    curve("crowd", &|end| end.crowd),
                ],
            },
            beside: vec![
                curve("rare on day 0", &|end| end.rare[0]),
                curve("common on day 0", &|end| end.common[0]),
                curve("tribes", &|end| end.tribes),
                percent("largest tribe, %", &|end| end.largest),
                percent("variance, %", &|end| end.variance),
                curve("effective dimensions", &|end| end.dimensions),
                percent("outsiders inside, %", &|end| end.assimilated),
                once("no feed: tribes", &self.unfed, &|end| end.tribes),
                once("no feed: variance, %", &self.unfed, &|end| 100.0 * end.variance),
                once("one in ten at random: tribes", &self.explored, &|end| end.tribes),
                once("one in ten at random: variance, %", &self.explored, &|end| 100.0 * end.variance),
            ],
        }
    }
}
