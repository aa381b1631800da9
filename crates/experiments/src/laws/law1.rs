//! Law 1: pull of a feed that shows what an agent accepts.

use drift::measure::surprisal;
use drift::{Interaction, Normalization, Params, World};

use super::crowds::world;
use super::figure::{Figure, PlotSeries, mean, range};
use super::report::Report;

const PEOPLE: usize = 1_000;

/// Results, by world.
pub struct Law1 {
    /// Agents of each world.
    pub worlds: Vec<Vec<Pull>>,
}

/// One agent.
pub struct Pull {
    /// S, surprisal in bits, the agent itself included as in the feed.
    pub bits: f64,
    /// Displacement in a day by the matched feed, relative to open conversation.
    pub times: f64,
}

/// In both worlds, agents read all posts, weighted by attention. Open conversation averages over all posts; a matched feed
/// shows posts in proportion to attention, which averages over attention.
pub fn run(seeds: &[u64]) -> Law1 {
    Law1 { worlds: seeds.iter().map(|&seed| pulls(seed)).collect() }
}

fn pulls(seed: u64) -> Vec<Pull> {
    let everyone = Params { interaction: Interaction::AllToAll, stubbornness: 0.0, ..Params::default() };
    let mut open = world(seed, PEOPLE, 64, everyone.clone());
    let mut matched =
        world(seed, PEOPLE, 64, Params { normalization: Normalization::ByAttention, ..everyone });
    let bits: Vec<f64> = (0..PEOPLE)
        .map(|i| surprisal(open.embedding().padded(i), None, open.embedding(), open.attention()))
        .collect();
    open.step();
    matched.step();
    let pull =
        |(person, bits): (usize, f64)| Pull { bits, times: moved(&matched, person) / moved(&open, person) };
    bits.into_iter().enumerate().map(pull).collect()
}

/// Displacement of an agent since step 0.
fn moved(world: &World, person: usize) -> f64 {
    let steps = world.opinions().row(person).iter().zip(world.anchors().row(person));
    steps.map(|(&x, &y)| f64::from(x - y) * f64::from(x - y)).sum::<f64>().sqrt()
}

impl Law1 {
    /// The largest relative error of `2^S` as a prediction of the pull.
    pub fn worst(&self) -> f64 {
        let error = |pull: &Pull| (pull.times / libm::exp2(pull.bits) - 1.0).abs();
        self.worlds.iter().flatten().map(error).fold(0.0, f64::max)
    }

    /// Mean pull on outsiders, and the pull on the agent nearest to the centroid, by world.
    pub fn outside_and_middle(&self) -> Vec<(f64, f64)> {
        let of = |world: &Vec<Pull>| {
            let mut times: Vec<f64> = world.iter().map(|pull| pull.times).collect();
            times.sort_by(f64::total_cmp);
            (mean(times[PEOPLE - PEOPLE / 20..].iter().copied()), times[PEOPLE / 2])
        };
        self.worlds.iter().map(of).collect()
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let (outside, middle): (Vec<f64>, Vec<f64>) = self.outside_and_middle().into_iter().unzip();
        let cloud = self.worlds[0].iter().map(|pull| (pull.bits, vec![libm::log2(pull.times)]));
        let (least, most) = self.worlds[0]
            .iter()
            .fold((f64::INFINITY, 0.0f64), |(least, most), pull| (least.min(pull.bits), most.max(pull.bits)));
        Report {
            claim: "law 1: a matched feed pulls 2^S times harder on you than open conversation, S your surprisal",
            found: vec![
                format!("holds exactly: the largest error among {PEOPLE} people is {:.0e}", self.worst()),
                format!(
                    "{} times for the strangest twentieth, {} times in the middle",
                    range(outside.clone()),
                    range(middle.clone())
                ),
            ],
            figure: Figure {
                x: "surprisal S, bits",
                y: "pull of the matched feed, log2 of times",
                dots: true,
                series: vec![
                    PlotSeries::new("people", cloud),
                    PlotSeries::new("2^S", [(least, vec![least]), (most, vec![most])]),
                ],
            },
            beside: vec![
                PlotSeries::new("times outside", [(0.0, outside.clone())]),
                PlotSeries::new("times in the middle", [(0.0, middle.clone())]),
                PlotSeries::new("largest error, millionths", [(0.0, vec![1e6 * self.worst()])]),
            ],
        }
    }
}
