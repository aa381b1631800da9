//! Does the engine show the laws the essay is about?

use normie_descent::belief::Beliefs;
use normie_descent::crowd;
use normie_descent::drift::{
    Audience, Averaging, Circle, Kernel, Params, PersonId, Traits, World, squared_distance,
};
use normie_descent::tribes::{Tribes, effective_dimensions, surprisal};

const SEED: u64 = 1;
const PEOPLE: usize = 2_000;

fn world(people: usize, dims: usize, params: Params) -> World {
    let axes = crowd::Axes::new(SEED, dims).expect("legal");
    World::new(crowd::draw(SEED, people, &axes).expect("fits"), params, SEED).expect("legal")
}

fn live(world: &mut World, days: u32) {
    (0..days).for_each(|_| world.step());
}

/// The most surprising twentieth of the crowd, strangest first.
fn outsiders(world: &World) -> Vec<usize> {
    let mut people: Vec<(f64, usize)> =
        (0..PEOPLE).map(|person| (strangeness(world, person), person)).collect();
    people.sort_by(|a, b| b.0.total_cmp(&a.0));
    people[..PEOPLE / 20].iter().map(|&(_, person)| person).collect()
}

fn strangeness(world: &World, person: usize) -> f64 {
    surprisal(world.embedding().padded(person), Some(person), world.embedding(), world.attention())
}

fn mean_strangeness(world: &World, people: &[usize]) -> f64 {
    people.iter().map(|&person| strangeness(world, person)).sum::<f64>() / people.len() as f64
}

/// Share of these people who are in some tribe.
fn assimilated(world: &World, people: &[usize]) -> f64 {
    let tribes = Tribes::find(world.embedding(), world.spread());
    people.iter().filter(|&&person| tribes.of(person).is_some()).count() as f64 / people.len() as f64
}

#[test]
fn a_matched_feed_pulls_two_to_the_surprisal_times_harder() {
    // The pull of a feed that shows posts as often as they would be heeded, against that of open conversation.
    let everyone = Params { audience: Audience::Everyone, anchor: 0.0, ..Params::default() };
    let mut open = world(600, 64, everyone.clone());
    let mut matched = world(600, 64, Params { averaging: Averaging::ByAttention, ..everyone });
    let before = open.beliefs().clone();
    let bits: Vec<f64> = (0..600)
        .map(|i| surprisal(open.embedding().padded(i), None, open.embedding(), open.attention()))
        .collect();
    open.step();
    matched.step();
    let moved = |world: &World, i: usize| {
        let steps = world.beliefs().row(i).iter().zip(before.row(i));
        steps.map(|(&x, &y)| square(x - y)).sum::<f64>().sqrt()
    };
    let (mut largest, mut least) = (0.0f64, f64::INFINITY);
    for (i, bits) in bits.iter().enumerate() {
        let ratio = moved(&matched, i) / moved(&open, i) / libm::exp2(*bits);
        assert!((ratio - 1.0).abs() < 1e-3, "{i}: {ratio}");
        (largest, least) = (largest.max(*bits), least.min(*bits));
    }
    assert!(largest - least > 2.0, "surprisal hardly varies: {least} to {largest}");
}

#[test]
fn outsiders_fall_into_a_tribe_under_the_feed_and_not_without() {
    let mut fed = world(PEOPLE, 64, Params::default());
    let mut unfed = world(PEOPLE, 64, Params { feed: 0.0, ..Params::default() });
    let strange = outsiders(&fed);
    let first = mean_strangeness(&fed, &strange);
    assert_eq!(assimilated(&fed, &strange), 0.0);
    live(&mut fed, 100);
    live(&mut unfed, 100);
    let (with, without) = (assimilated(&fed, &strange), assimilated(&unfed, &strange));
    assert!(with > 0.35 && without < 0.02, "day 100: {with} and {without}");
    live(&mut fed, 100);
    assert!(assimilated(&fed, &strange) > 0.5);
    let last = mean_strangeness(&fed, &strange);
    assert!(last < first - 3.0, "{first} bits, then {last}");
}

#[test]
fn the_stronger_the_recommender_the_more_tribes() {
    let mut counts = Vec::new();
    for screened in [1, 32, 128] {
        let mut world = world(PEOPLE, 64, Params { screened, ..Params::default() });
        live(&mut world, 150);
        counts.push(Tribes::find(world.embedding(), world.spread()).count());
    }
    let [one, default, strong] = counts[..] else { unreachable!("three worlds") };
    assert!(one <= 2 && (4..=12).contains(&default) && strong > default, "{counts:?}");
}

#[test]
fn more_dimensions_do_not_save_anybody() {
    for dims in [64, 512] {
        let mut world = world(1_000, dims, Params::default());
        let first = effective_dimensions(world.beliefs());
        live(&mut world, 150);
        let last = effective_dimensions(world.beliefs());
        assert!(first > 15.0 && last < first / 3.0, "{dims}: {first}, then {last}");
    }
}

#[test]
fn beliefs_the_recommender_cannot_see_collapse_at_the_predicted_rate() {
    // Var(t) = ((1 − μ)² + μ²/K)^t Var(0) for beliefs met at random and heeded fully.
    let params = Params { screened: 1, kernel: Kernel::One, anchor: 0.0, ..Params::default() };
    let mut world = world(5_000, 34, params);
    let first = total_variance(world.beliefs());
    live(&mut world, 15);
    let expected = (0..15).fold(first, |v, _| v * (0.9 * 0.9 + 0.01 / 8.0));
    let ratio = total_variance(world.beliefs()) / expected;
    assert!((ratio - 1.0).abs() < 0.02, "{ratio}");
}

fn square(x: f32) -> f64 {
    f64::from(x) * f64::from(x)
}

fn total_variance(beliefs: &Beliefs) -> f64 {
    let mean = normie_descent::belief::mean(beliefs);
    let distance = |row: &[f32]| row.iter().zip(&mean).map(|(x, m)| square(x - m)).sum::<f64>();
    beliefs.rows().map(distance).sum::<f64>() / beliefs.people() as f64
}

#[test]
fn a_circle_of_mentors_keeps_an_outsider_out_for_longer_and_an_anchored_one_stranger() {
    let mut alone = world(PEOPLE, 64, Params::default());
    let strange = outsiders(&alone);
    let (mut tied, mut anchored) = (alone.clone(), alone.clone());
    for (rank, &person) in strange.iter().enumerate() {
        let mentors = Circle::new(&nearest_of(&alone, &strange, person, 5)).expect("five mentors");
        let traits = Traits { mentorship: 0.8, mentors, ..Traits::default() };
        let own = (rank % 5 == 0).then_some(0.3);
        tied.set_traits(PersonId(person as u32), traits.clone()).expect("legal");
        anchored.set_traits(PersonId(person as u32), Traits { anchor: own, ..traits }).expect("legal");
    }
    for world in [&mut alone, &mut tied, &mut anchored] {
        live(world, 200);
    }
    let [alone, tied, anchored] = [alone, tied, anchored]
        .map(|world| (assimilated(&world, &strange), mean_strangeness(&world, &strange)));
    assert!(alone.0 > 0.5 && tied.0 < 0.15 && anchored.0 <= 0.02, "{alone:?} {tied:?} {anchored:?}");
    assert!(anchored.1 > tied.1 + 0.3 && anchored.1 > alone.1 + 0.8, "{alone:?} {tied:?} {anchored:?}");
}

/// The `count` of `people` nearest to `person`, who is not among them.
fn nearest_of(world: &World, people: &[usize], person: usize, count: usize) -> Vec<PersonId> {
    let at = |person: usize| world.embedding().padded(person);
    let mut others: Vec<usize> = people.iter().copied().filter(|&other| other != person).collect();
    others.sort_by(|&a, &b| {
        squared_distance(at(person), at(a)).total_cmp(&squared_distance(at(person), at(b))).then(a.cmp(&b))
    });
    others[..count].iter().map(|&other| PersonId(other as u32)).collect()
}

#[test]
fn stronger_anchors_leave_more_people_outside_the_tribes() {
    let mut inside = Vec::new();
    for anchor in [0.01, 0.05, 0.1] {
        let mut world = world(PEOPLE, 64, Params { anchor, ..Params::default() });
        live(&mut world, 150);
        inside.push(assimilated(&world, &(0..PEOPLE).collect::<Vec<_>>()));
    }
    assert!(inside[0] > 0.9 && inside[1] < 0.5 && inside[2] < 0.05, "{inside:?}");
}
