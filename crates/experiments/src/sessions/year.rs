//! A year in a world of the year's size: the surprisal of visitors who drift, of the same visitors unmoved, and of the crowd.

use drift::linalg::{Matrix, mean, rms_distance};
use drift::measure::{Clusters, effective_dimensions};
use drift::rng::normal;
use drift::{AgentId, Params, Traits, World, WorldError};
use perplexity::answers::{Answer, ItemAnswers};
use perplexity::drifted::{BeliefPoint, FactorMap, surprisal};
use perplexity::item_bank::item;
use perplexity::likeness::Likeness;
use perplexity::opinions::OpinionAxes;
use perplexity::plausible::plausible_selves;
use perplexity::posterior::PosteriorDraws;
use perplexity::respondent::SimulatedRespondent;
use perplexity::response_model::factors;

use super::sitting::{Answering, Asking, asked_and_answered};
use super::statistics::quantile;
use survey::parallel::in_parallel;

/// Number of agents and of dimensions.
pub const AGENTS: usize = 4_000;
/// Number of dimensions.
pub const DIMS: usize = 512;

/// Agents whose own surprisal is measured: evenly spaced.
const SAMPLE: usize = 500;

/// A visitor who answered some items, and the surprisal that the score shows.
pub struct YearVisitor {
    /// Surprisal shown on day 0, bits: the headline.
    pub headline: f64,
    answers: ItemAnswers,
    posterior: PosteriorDraws,
}

impl YearVisitor {
    /// The visitor with these answers.
    pub fn new(likeness: &Likeness, answers: ItemAnswers) -> YearVisitor {
        let posterior = PosteriorDraws::new(&answers.observations());
        let surprisals = posterior.draws().map(|(draw, _)| likeness.surprisal(factors(draw)));
        let headline = posterior.expectation(surprisals);
        YearVisitor { headline, answers, posterior }
    }
}

/// The first `count` respondents of the population of `seed` whose true place is within `places`, after sittings of 48
/// answers.
pub fn visitors(
    likeness: &Likeness,
    seed: u64,
    count: usize,
    places: core::ops::Range<f64>,
) -> Vec<YearVisitor> {
    let place = |n: usize| likeness.place(likeness.surprisal(SimulatedRespondent::nth(seed, n).factors()));
    let numbers: Vec<usize> = (0..).filter(|&n| places.contains(&place(n))).take(count).collect();
    in_parallel(count, |at| {
        let n = numbers[at];
        let responses = SimulatedRespondent::nth(seed, n).responses(0);
        let mut answers = ItemAnswers::default();
        let answering = Answering::Responses(&responses);
        for (item, given) in asked_and_answered(likeness, answering, n as u64, Asking::Targeted, 48) {
            answers.set(item, Answer::Category(given));
        }
        YearVisitor::new(likeness, answers)
    })
}

/// Made-up people with their names, from a table whose first column holds keys of items and whose cells hold categories from
/// 1.
///
/// # Panics
///
/// When a cell is no category, or a key no item.
pub fn personas<'a>(likeness: &Likeness, table: &'a str) -> Vec<(&'a str, YearVisitor)> {
    let mut rows = table.lines().map(|row| row.split(',').collect::<Vec<_>>());
    let names = rows.next().unwrap_or_default();
    let rows: Vec<Vec<&str>> = rows.collect();
    let of_column = |(column, name): (usize, &&'a str)| {
        let mut answers = ItemAnswers::default();
        for row in &rows {
            let category: u8 = row[column].parse().expect("a category");
            answers.set(item(row[0]), Answer::Category(category - 1));
        }
        (*name, YearVisitor::new(likeness, answers))
    };
    names.iter().enumerate().skip(1).map(of_column).collect()
}

/// State of the crowd.
#[derive(Clone, Copy, Debug)]
pub struct CrowdState {
    /// Number of clusters of at least one per cent of the agents.
    pub clusters: usize,
    /// Share of the agents in the largest cluster.
    pub largest: f64,
    /// Share of the agents in no cluster.
    pub unclustered: f64,
    /// Mean variance of a dimension.
    pub variance: f64,
    /// Participation ratio of the covariance of all dimensions.
    pub effective_dimensions: f64,
}

impl CrowdState {
    /// The state of a world's population.
    pub fn of(world: &World) -> CrowdState {
        let clusters = Clusters::find(world.embedding(), world.initial_spread());
        let agents = world.population_size() as f64;
        let largest = clusters.sizes().iter().copied().max().unwrap_or(0);
        CrowdState {
            clusters: clusters.count(),
            largest: f64::from(largest) / agents,
            unclustered: clusters.unclustered() as f64 / agents,
            variance: variance(world.opinions()),
            effective_dimensions: effective_dimensions(world.opinions()),
        }
    }
}

/// Mean over the dimensions of their variance over the agents.
fn variance(opinions: &Matrix) -> f64 {
    let spread = f64::from(rms_distance(opinions, &mean(opinions)));
    spread * spread / opinions.dims() as f64
}

/// Surprisals on one day, bits.
#[derive(Clone, Debug)]
pub struct Day {
    /// Day.
    pub day: u32,
    /// Surprisals of some agents, ascending.
    pub crowd: Vec<f64>,
    /// State of the crowd.
    pub state: CrowdState,
    /// For each visitor the mean over their selves: drifting with the feed, unmoved.
    pub visitors: Vec<[f64; 2]>,
}

impl Day {
    /// Quantile of the crowd's surprisals, bits.
    pub fn crowd_at(&self, level: f64) -> f64 {
        quantile(&self.crowd, level)
    }

    /// Quantile over visitors of the surprisal of those who drift, and of those who do not move, bits.
    pub fn visitors_at(&self, level: f64, visitors: core::ops::Range<usize>) -> [f64; 2] {
        [0, 1].map(|way| {
            let values: Vec<f64> = self.visitors[visitors.clone()].iter().map(|v| v[way]).collect();
            quantile(&values, level)
        })
    }
}

/// Most observers of a world; visitors beyond them enter the same world again.
const MOST_OBSERVERS: usize = 256;

/// A year: measurements on `days`, ascending, of a world of `seed` in which each visitor is present as so many `selves`, of
/// which a world holds 256.
///
/// # Errors
///
/// [`WorldError`] when the world refuses its people or an observer.
pub fn year(
    likeness: &Likeness,
    params: &Params,
    seed: u64,
    visitors: &[YearVisitor],
    selves: usize,
    days: &[u32],
) -> Result<Vec<Day>, WorldError> {
    let batches: Vec<&[YearVisitor]> = visitors.chunks(MOST_OBSERVERS / selves).collect();
    let years = in_parallel(batches.len(), |at| part(likeness, params, seed, batches[at], selves, days));
    let mut years = years.into_iter();
    let mut whole = years.next().unwrap_or_else(|| part(likeness, params, seed, &[], selves, days))?;
    for next in years {
        for (day, part) in whole.iter_mut().zip(next?) {
            day.visitors.extend(part.visitors);
        }
    }
    Ok(whole)
}

/// The year of as many visitors as one world holds.
fn part(
    likeness: &Likeness,
    params: &Params,
    seed: u64,
    visitors: &[YearVisitor],
    selves: usize,
    days: &[u32],
) -> Result<Vec<Day>, WorldError> {
    let axes = OpinionAxes::new(seed, DIMS);
    let map = FactorMap::new(likeness);
    let mut world = World::new(axes.population(seed, AGENTS)?, params.clone(), seed)?;
    let mut observers: Vec<Vec<(AgentId, BeliefPoint)>> = Vec::new();
    for visitor in visitors {
        let mut of_visitor = Vec::new();
        for (at, own) in plausible_selves(&visitor.posterior, &visitor.answers, selves).iter().enumerate() {
            let mut row = vec![0.0; DIMS];
            // Dimensions without an item are those of an agent of another population.
            let mut rest = SimulatedRespondent::nth(!seed, at).unique_factors();
            let unique_factor = |d: usize| {
                let drawn = normal(&mut rest);
                own.unique_factors.get(d).copied().unwrap_or(drawn)
            };
            axes.write(own.factors(), unique_factor, &mut row);
            // The same random streams for all selves of all visitors (common random numbers).
            of_visitor.push((world.add_observer(&row, Traits::default(), 0)?, map.point(&row)));
        }
        observers.push(of_visitor);
    }
    let mut measured = Vec::with_capacity(days.len());
    for &day in days {
        while world.step_count() < day {
            world.step();
        }
        measured.push(measure(&world, &map, &observers)?);
    }
    Ok(measured)
}

/// Surprisals of the world's current day.
fn measure(
    world: &World,
    map: &FactorMap,
    observers: &[Vec<(AgentId, BeliefPoint)>],
) -> Result<Day, WorldError> {
    let agents = map.points(world.opinions());
    let of_sampled = |n: usize| {
        let agent = n * AGENTS / SAMPLE;
        surprisal(&agents[agent], Some(agent), &agents)
    };
    let mut crowd: Vec<f64> = (0..SAMPLE).map(of_sampled).collect();
    crowd.sort_unstable_by(f64::total_cmp);
    let mut visitors = Vec::with_capacity(observers.len());
    for selves in observers {
        let (mut drifting, mut unmoved) = (0.0, 0.0);
        for (observer, start) in selves {
            drifting += surprisal(&map.point(world.opinion(*observer)?), None, &agents);
            unmoved += surprisal(start, None, &agents);
        }
        visitors.push([drifting, unmoved].map(|sum| sum / selves.len() as f64));
    }
    Ok(Day { day: world.step_count(), crowd, state: CrowdState::of(world), visitors })
}
