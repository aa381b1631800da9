//! Which worlds do the experiments run in, and what is looked at in them?

use normie_descent::crowd;
use normie_descent::drift::{Params, PersonId, World, squared_distance};
use normie_descent::tribes::{Tribes, surprisal};

/// People in most of the worlds.
pub const PEOPLE: usize = 2_000;

/// Day 0 of a crowd shaped by the surveys.
pub fn world(seed: u64, people: usize, dims: usize, params: Params) -> World {
    let axes = crowd::Axes::new(seed, dims).expect("the experiments ask for legal sizes");
    let beliefs = crowd::draw(seed, people, &axes).expect("the experiments' crowds are small");
    World::new(beliefs, params, seed).expect("the experiments' rules are legal")
}

/// Lets days pass.
pub fn live(world: &mut World, days: u32) {
    (0..days).for_each(|_| world.step());
}

/// The world after so many days.
pub fn lived(mut world: World, days: u32) -> World {
    live(&mut world, days);
    world
}

/// Surprisal of somebody, bits.
pub fn strangeness(world: &World, person: usize) -> f64 {
    surprisal(world.embedding().padded(person), Some(person), world.embedding(), world.attention())
}

/// The same, the mean over some.
pub fn mean_strangeness(world: &World, people: &[usize]) -> f64 {
    people.iter().map(|&person| strangeness(world, person)).sum::<f64>() / people.len() as f64
}

/// Everybody, strangest first.
pub fn by_strangeness(world: &World) -> Vec<usize> {
    let mut people: Vec<(f64, usize)> =
        (0..world.beliefs().people()).map(|person| (strangeness(world, person), person)).collect();
    people.sort_by(|a, b| b.0.total_cmp(&a.0));
    people.into_iter().map(|(_, person)| person).collect()
}

/// The strangest twentieth, strangest first.
pub fn outsiders(world: &World) -> Vec<usize> {
    let mut people = by_strangeness(world);
    people.truncate(world.beliefs().people() / 20);
    people
}

/// The tribes of today.
pub fn tribes(world: &World) -> Tribes {
    Tribes::find(world.embedding(), world.spread())
}

/// Share of these outsiders who have been assimilated: who are in a tribe that is not mostly of their own kind.
pub fn assimilated(tribes: &Tribes, outsiders: &[usize]) -> f64 {
    let mut own = vec![0; tribes.count()];
    outsiders.iter().filter_map(|&person| tribes.of(person)).for_each(|tribe| own[tribe] += 1);
    let others = own.iter().zip(tribes.sizes()).filter(|&(own, size)| 2 * own <= *size);
    f64::from(others.map(|(own, _)| own).sum::<u32>()) / outsiders.len() as f64
}

/// Share of the crowd that is in some tribe.
pub fn all_inside(world: &World) -> f64 {
    1.0 - tribes(world).loners() as f64 / world.beliefs().people() as f64
}

/// The `count` of `people` nearest to `person` (who is not among them).
pub fn nearest_of(world: &World, people: &[usize], person: usize, count: usize) -> Vec<PersonId> {
    let at = |person: usize| world.embedding().padded(person);
    let mut others: Vec<(f32, usize)> = people
        .iter()
        .filter(|&&other| other != person)
        .map(|&other| (squared_distance(at(person), at(other)), other))
        .collect();
    others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    others[..count].iter().map(|&(_, other)| PersonId(other as u32)).collect()
}

/// Mean squared distance of people from their centre, over all dimensions.
pub fn variance(world: &World) -> f64 {
    let beliefs = world.beliefs();
    let mean = normie_descent::belief::mean(beliefs);
    let spread = f64::from(normie_descent::belief::spread(beliefs, &mean));
    spread * spread
}
