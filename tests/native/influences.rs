//! Does each influence on a person's day do what it says?

use normie_descent::belief::Beliefs;
use normie_descent::drift::{Contacts, ContactsError, Kernel, Params, PersonId, World, squared_distance};

/// Fifty people in a plane, no two alike: person i at (i, i²/50).
fn parabola() -> Beliefs {
    let rows = (0..50u8).flat_map(|i| [f32::from(i), f32::from(i) * f32::from(i) / 50.0]).collect();
    Beliefs::from_rows(2, rows).expect("rows of two")
}

/// One post a day, read with full attention, and a person goes all the way to it.
fn follower() -> Params {
    Params { posts: 1, feed: 0.0, kernel: Kernel::One, susceptibility: 1.0, anchor: 0.0, ..Params::default() }
}

fn lived(params: Params, contacts: Option<Contacts>) -> World {
    let mut world = World::new(parabola(), params, 3).expect("legal");
    world.set_contacts(contacts).expect("between days");
    world.step();
    world
}

/// The number of the person who stood where `person` stands now.
fn whom(world: &World, person: usize) -> usize {
    let row = world.beliefs().row(person);
    let same = |other: &[f32]| other.iter().zip(row).all(|(a, b)| (a - b).abs() < 1e-4);
    world.anchors().rows().position(same).expect("followers stand where somebody stood")
}

#[test]
fn conversation_is_with_anybody_but_oneself() {
    let world = lived(follower(), None);
    let met: Vec<usize> = (0..50).map(|person| whom(&world, person)).collect();
    assert!(met.iter().enumerate().all(|(person, &other)| person != other));
    let mut different = met.clone();
    different.sort_unstable();
    different.dedup();
    assert!(different.len() > 20, "{met:?}");
}

#[test]
fn in_a_network_conversation_is_with_neighbours() {
    let ring: Vec<Vec<PersonId>> =
        (0..50).map(|i| vec![PersonId((i + 1) % 50), PersonId((i + 49) % 50)]).collect();
    let contacts = Contacts::new(&ring).expect("a ring");
    let world = lived(follower(), Some(contacts.clone()));
    let steps: Vec<usize> = (0..50).map(|person| (whom(&world, person) + 50 - person) % 50).collect();
    assert!(steps.iter().all(|&step| step == 1 || step == 49) && steps.contains(&1) && steps.contains(&49));
    // Exploration does not care for neighbours.
    let world = lived(Params { explore: 1.0, ..follower() }, Some(contacts));
    assert!((0..50).any(|person| ![1, 49].contains(&((whom(&world, person) + 50 - person) % 50))));
    let error = Contacts::new(&[vec![PersonId(4)]]).expect_err("there is no person 4");
    assert_eq!(error, ContactsError::Unknown { person: 0, other: 4, people: 1 });
}

#[test]
fn the_feed_shows_somebody_nearer_the_more_it_screens() {
    let distance = |screened: u32| {
        let world = lived(Params { feed: 1.0, screened, ..follower() }, None);
        let moved = |i: usize| squared_distance_of(world.beliefs().row(i), world.anchors().row(i));
        (0..50).map(moved).sum::<f32>() / 50.0
    };
    let (one, few, many) = (distance(1), distance(5), distance(512));
    assert!(few < 0.5 * one && many < 0.1 * few, "{one} {few} {many}");
    // With so many screened, it is the nearest of all: a neighbour on the curve.
    let world = lived(Params { feed: 1.0, screened: 512, ..follower() }, None);
    assert!((0..50).all(|person| whom(&world, person).abs_diff(person) == 1));
}

fn squared_distance_of(a: &[f32], b: &[f32]) -> f32 {
    let padded = |row: &[f32]| [row[0], row[1], 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    squared_distance(&padded(a), &padded(b))
}

#[test]
fn who_hides_shows_what_they_read_the_day_before() {
    // Everybody hides altogether: the post of the evening is the post that was read.
    let world = lived(Params { display: 0.0, susceptibility: 0.0, ..follower() }, None);
    assert_eq!(world.beliefs(), world.anchors());
    let mut posts: Vec<usize> = Vec::new();
    for person in 0..50 {
        let post = world.posts().row(person);
        let author = world.anchors().rows().position(|row| squared_distance_of(row, post) < 1e-6);
        posts.push(author.expect("on the first day everybody still shows what they believe"));
    }
    assert!(posts.iter().enumerate().all(|(person, &author)| person != author));
    // Who half hides shows the middle of both.
    let half = lived(Params { display: 0.5, susceptibility: 0.0, ..follower() }, None);
    for (person, &author) in posts.iter().enumerate() {
        let (own, other) = (half.anchors().row(person), half.anchors().row(author));
        let middle = [0.5 * (own[0] + other[0]), 0.5 * (own[1] + other[1])];
        assert!(squared_distance_of(half.posts().row(person), &middle) < 1e-6);
    }
}

#[test]
fn innovation_adds_fresh_noise_of_the_size_asked_for() {
    let params = Params { innovation: 0.3, susceptibility: 0.0, anchor: 0.0, ..Params::default() };
    let mut world = World::new(Beliefs::zeros(2_000, 20).expect("fits"), params, 3).expect("legal");
    let variance = |world: &World| {
        let values = world.beliefs().values();
        values.iter().map(|x| f64::from(x * x)).sum::<f64>() / values.len() as f64
    };
    world.step();
    assert!((variance(&world) / 0.09 - 1.0).abs() < 0.03, "{}", variance(&world));
    world.step();
    assert!((variance(&world) / 0.18 - 1.0).abs() < 0.03, "{}", variance(&world));
}

#[test]
fn an_anchor_of_one_keeps_everybody_at_home() {
    let world = lived(Params { anchor: 1.0, ..follower() }, None);
    assert_eq!(world.beliefs(), world.anchors());
}
