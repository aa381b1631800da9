//! Worlds of the experiments, and measures of them.

use drift::measure::{Clusters, surprisal};
use drift::{AgentId, Params, World, squared_distance};
use quiz::population;

/// Population of most worlds.
pub(super) const PEOPLE: usize = 2_000;

/// A world at step 0, with opinions drawn from the surveys' factor model.
pub(super) fn world(seed: u64, people: usize, dims: usize, params: Params) -> World {
    let axes = population::OpinionSpace::new(seed, dims).expect("the experiments ask for legal sizes");
    let beliefs = population::draw(seed, people, &axes).expect("the experiments' crowds are small");
    World::new(beliefs, params, seed).expect("the experiments' rules are legal")
}

/// Runs a world for so many days.
pub(super) fn run_days(world: &mut World, days: u32) {
    (0..days).for_each(|_| world.step());
}

/// Returns the world after so many days.
pub(super) fn after_days(mut world: World, days: u32) -> World {
    run_days(&mut world, days);
    world
}

/// Surprisal of an agent, in bits.
pub(super) fn surprisal_of(world: &World, person: usize) -> f64 {
    surprisal(world.embedding().padded(person), Some(person), world.embedding(), world.attention())
}

/// Mean surprisal of some agents, in bits.
pub(super) fn mean_surprisal(world: &World, people: &[usize]) -> f64 {
    people.iter().map(|&person| surprisal_of(world, person)).sum::<f64>() / people.len() as f64
}

/// All agents, in descending order of surprisal.
pub(super) fn by_surprisal(world: &World) -> Vec<usize> {
    let mut people: Vec<(f64, usize)> =
        (0..world.opinions().row_count()).map(|person| (surprisal_of(world, person), person)).collect();
    people.sort_by(|a, b| b.0.total_cmp(&a.0));
    people.into_iter().map(|(_, person)| person).collect()
}

/// Outsiders: the 5 % of agents with the highest surprisal, in descending order.
pub(super) fn outsiders(world: &World) -> Vec<usize> {
    let mut people = by_surprisal(world);
    people.truncate(world.opinions().row_count() / 20);
    people
}

/// The current clusters.
pub(super) fn tribes(world: &World) -> Clusters {
    Clusters::find(world.embedding(), world.initial_spread())
}

/// Share of these outsiders who are assimilated: who belong to a cluster of which they are at most half.
pub(super) fn assimilated(tribes: &Clusters, outsiders: &[usize]) -> f64 {
    let mut own = vec![0; tribes.count()];
    outsiders.iter().filter_map(|&person| tribes.cluster_of(person)).for_each(|tribe| own[tribe] += 1);
    let others = own.iter().zip(tribes.sizes()).filter(|&(own, size)| 2 * own <= *size);
    f64::from(others.map(|(own, _)| own).sum::<u32>()) / outsiders.len() as f64
}

/// Share of the population that belongs to a cluster.
pub(super) fn clustered_share(world: &World) -> f64 {
    1.0 - tribes(world).unclustered() as f64 / world.opinions().row_count() as f64
}

/// The `count` agents among `people` that are nearest to `person`, nearest first, `person` excluded.
pub(super) fn nearest_of(world: &World, people: &[usize], person: usize, count: usize) -> Vec<AgentId> {
    let at = |person: usize| world.embedding().padded(person);
    let mut others: Vec<(f32, usize)> = people
        .iter()
        .filter(|&&other| other != person)
        .map(|&other| (squared_distance(at(person), at(other)), other))
        .collect();
    others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    others[..count].iter().map(|&(_, other)| AgentId(other as u32)).collect()
}

/// Mean squared distance of all agents from their mean opinion, summed over all dimensions.
pub(super) fn variance(world: &World) -> f64 {
    let beliefs = world.opinions();
    let mean = drift::linalg::mean(beliefs);
    let spread = f64::from(drift::linalg::rms_distance(beliefs, &mean));
    spread * spread
}
