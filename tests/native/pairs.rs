//! Does the engine, set to the textbooks of people who meet in pairs, find what they found?

use normie_descent::belief::Beliefs;
use normie_descent::chance::{Chance, Purpose, uniform};
use normie_descent::drift::{
    Audience, Contacts, DriftError, Kernel, Network, Params, PersonId, Progress, Reach, Traits, World,
};

/// People meet in pairs and go half the way, or not at all if they are further apart than `confidence`.
fn bounded(confidence: f32, bias: f32) -> Params {
    Params {
        audience: Audience::Pairs,
        kernel: Kernel::Flat,
        reach: Reach::Radius(confidence),
        susceptibility: 0.5,
        anchor: 0.0,
        bias,
        ..Params::default()
    }
}

/// Opinions anywhere between 0 and 1; everybody agrees on the second dimension.
fn uniform_opinions(people: usize, seed: u64) -> Beliefs {
    let chance = Chance::new(seed, Purpose::Factors);
    let rows = (0..people).flat_map(|person| [uniform(&mut chance.of(person)) as f32, 0.0]).collect();
    Beliefs::from_rows(2, rows).expect("rows of two")
}

/// Sizes of the clusters in which `days` end, as shares of the crowd. A gap of a hundredth parts two clusters.
fn clusters(params: Params, people: usize, days: u32, seed: u64) -> Vec<f64> {
    let mut world = World::new(uniform_opinions(people, seed), params, seed).expect("legal");
    (0..days).for_each(|_| world.step());
    let mut opinions: Vec<f32> = world.beliefs().rows().map(|row| row[0]).collect();
    opinions.sort_by(f32::total_cmp);
    opinions.chunk_by(|a, b| b - a < 0.01).map(|cluster| cluster.len() as f64 / people as f64).collect()
}

#[test]
fn deffuant_and_weisbuch_count_one_cluster_in_twice_the_confidence() {
    // Large clusters, of a twentieth at least, over ten populations: about ⌊1/2d⌋, and consensus from d = 0.3 on.
    for (confidence, low, high) in
        [(0.05, 8.0, 10.0), (0.1, 4.0, 5.2), (0.2, 1.8, 2.4), (0.3, 1.0, 1.3), (0.5, 1.0, 1.0)]
    {
        let large = |seed| {
            clusters(bounded(confidence, 0.0), 1_000, 200, seed)
                .into_iter()
                .filter(|&share| share >= 0.05)
                .count()
        };
        let mean = (0..10).map(large).sum::<usize>() as f64 / 10.0;
        println!("d {confidence}: {mean}");
        assert!((low..=high).contains(&mean), "d {confidence}: {mean}");
    }
}

#[test]
fn meeting_the_near_more_often_makes_more_clusters() {
    // Effective number of clusters 1 / Σ share², as Sîrbu et al. (2019) count, at a confidence where everybody else agrees.
    let effective = |bias: f32| {
        let diversity = |seed| {
            let shares = clusters(bounded(0.3, bias), 300, 800, seed);
            1.0 / shares.into_iter().map(|share| share * share).sum::<f64>()
        };
        (0..10).map(diversity).sum::<f64>() / 10.0
    };
    let (fair, biased) = (effective(0.0), effective(1.0));
    println!("{fair} {biased}");
    assert!(fair < 1.2 && biased > fair + 0.3 && biased < 2.2, "{fair} {biased}");
}

#[test]
fn who_meets_keeps_the_mean_and_both_move() {
    let mut world = World::new(uniform_opinions(400, 1), bounded(2.0, 0.0), 1).expect("legal");
    let mean = |world: &World| world.beliefs().rows().map(|row| f64::from(row[0])).sum::<f64>() / 400.0;
    let before = mean(&world);
    world.step();
    let moved = world.beliefs().rows().zip(world.anchors().rows()).filter(|(now, then)| now != then).count();
    // Two hundred meetings leave 1/e of the people at home.
    assert!((220..=280).contains(&moved), "{moved}");
    (0..50).for_each(|_| world.step());
    assert!((mean(&world) - before).abs() < 1e-5);
    assert!(world.beliefs().rows().all(|row| (f64::from(row[0]) - before).abs() < 1e-3));
}

#[test]
fn meetings_keep_to_the_network_and_those_without_friends_to_themselves() {
    // Two halves of a crowd that never meet, and a hermit.
    let ties: Vec<Vec<PersonId>> = (0..101u32)
        .map(|i| {
            if i == 100 {
                Vec::new()
            } else {
                (0..100).filter(|j| j % 2 == i % 2 && *j != i).map(PersonId).collect()
            }
        })
        .collect();
    for bias in [0.0, 0.5] {
        let mut world = World::new(uniform_opinions(101, 2), bounded(2.0, bias), 1).expect("legal");
        world.set_contacts(Some(Contacts::new(&ties).expect("a network"))).expect("between days");
        (0..100).for_each(|_| world.step());
        let at = |person: usize| world.beliefs().row(person)[0];
        assert!((0..100).all(|person| (at(person) - at(person % 2)).abs() < 1e-3));
        assert!((at(0) - at(1)).abs() > 1e-3);
        assert_eq!(at(100), world.anchors().row(100)[0]);
    }
}

#[test]
fn a_day_of_pairs_is_the_same_in_slices_and_with_guests() {
    let params = Params { anchor: 0.05, innovation: 0.01, kernel: Kernel::Gauss, ..bounded(0.3, 1.3) };
    let network = Network::SmallWorld { neighbours: 8, rewiring: 0.2 }.contacts(301, 4).expect("legal");
    let open = || {
        let mut world = World::new(uniform_opinions(301, 3), params.clone(), 5).expect("legal");
        world.set_contacts(network.clone()).expect("between days");
        world
    };
    let mut whole = open();
    (0..5).for_each(|_| whole.step());
    for budget in [1, 2, 17, 301, 302, 1_000] {
        let mut sliced = open();
        let guest = sliced.add_guest(&[0.9, 0.1], Traits::default(), 7).expect("legal");
        while sliced.day() < 5 {
            if sliced.step_people(budget) != Progress::DayOver {
                assert_eq!(sliced.set_contacts(None), Err(DriftError::DuringTheDay));
            }
        }
        assert_eq!(whole.beliefs(), sliced.beliefs(), "slices of {budget}");
        assert_ne!(sliced.belief(guest), sliced.anchor(guest));
    }
}

#[test]
fn a_crowd_that_stays_on_todays_page_goes_the_way_of_one_that_turns_it() {
    // In one number as well: there coordinates stand alone, and not in blocks.
    for dims in [1, 2] {
        let luck = Chance::new(3, Purpose::Factors);
        let values = (0..300 * dims).map(|at| uniform(&mut luck.of(at)) as f32).collect();
        let beliefs = Beliefs::from_rows(dims, values).expect("full rows");
        let mut world = World::new(beliefs, bounded(0.4, 1.0), 3).expect("legal");
        let guest = world.add_guest(&vec![0.3; dims], Traits::default(), 1).expect("room");
        // Traits that say what the rules say.
        let own = Traits { susceptibility: Some(0.5), ..Traits::default() };
        let from_today_on = |mut world: World| {
            world.set_traits(PersonId(7), own.clone()).expect("between days");
            world
        };
        let mut turning = from_today_on(world.clone());
        for day in 0..12 {
            assert_eq!(world.beliefs().values(), turning.beliefs().values(), "{dims} beliefs, day {day}");
            assert_eq!(world.belief(guest), turning.belief(guest), "{dims} beliefs, day {day}");
            if day == 5 {
                turning = from_today_on(world.clone());
            }
            world.step();
            turning.step_on(3);
        }
        assert_eq!(world.checksum(), turning.checksum());
        assert!(world.anchors().values() != world.beliefs().values());
    }
}
