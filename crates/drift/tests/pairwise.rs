//! Pairwise interaction: published results, conservation laws and slices.

use drift::rng::{Domain, StreamKey, uniform};
use drift::{
    AgentId, Bandwidth, Contacts, Interaction, Kernel, Matrix, NetworkModel, Params, StepProgress, Traits,
    World, WorldError,
};

/// Deffuant–Weisbuch: pairs move to their mean, or not at all beyond the confidence bound.
fn bounded(confidence: f32, bias: f32) -> Params {
    Params {
        interaction: Interaction::Pairwise,
        kernel: Kernel::Flat,
        bandwidth: Bandwidth::Fixed(confidence),
        convergence_rate: 0.5,
        stubbornness: 0.0,
        algorithmic_bias: bias,
        ..Params::default()
    }
}

/// Uniform opinions on the unit interval; the second dimension is zero.
fn uniform_opinions(agents: usize, seed: u64) -> Matrix {
    let key = StreamKey::new(seed, Domain::INITIAL_OPINIONS);
    let rows = (0..agents).flat_map(|agent| [uniform(&mut key.stream(agent)) as f32, 0.0]).collect();
    Matrix::from_rows(2, rows).expect("rows of two")
}

/// Sizes of the clusters after `steps` steps, as shares of the population. Clusters are at least 0.01 apart.
fn clusters(params: Params, agents: usize, steps: u32, seed: u64) -> Vec<f64> {
    let mut world = World::new(uniform_opinions(agents, seed), params, seed).expect("legal");
    (0..steps).for_each(|_| world.step());
    let mut opinions: Vec<f32> = world.opinions().rows().map(|row| row[0]).collect();
    opinions.sort_by(f32::total_cmp);
    opinions.chunk_by(|a, b| b - a < 0.01).map(|cluster| cluster.len() as f64 / agents as f64).collect()
}

#[test]
fn deffuant_weisbuch_has_one_cluster_per_two_confidence_bounds() {
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
fn algorithmic_bias_makes_more_clusters() {
    // Effective number of clusters 1 / Σ share² (Sîrbu et al. 2019), at a confidence bound of consensus without bias.
    let effective = |bias: f32| {
        let diversity = |seed| {
            let shares = clusters(bounded(0.3, bias), 300, 800, seed);
            1.0 / shares.into_iter().map(|share| share * share).sum::<f64>()
        };
        (0..10).map(diversity).sum::<f64>() / 10.0
    };
    let (unbiased, biased) = (effective(0.0), effective(1.0));
    println!("{unbiased} {biased}");
    assert!(unbiased < 1.2 && biased > unbiased + 0.3 && biased < 2.2, "{unbiased} {biased}");
}

#[test]
fn meetings_conserve_the_mean_and_move_both_agents() {
    let mut world = World::new(uniform_opinions(400, 1), bounded(2.0, 0.0), 1).expect("legal");
    let mean = |world: &World| world.opinions().rows().map(|row| f64::from(row[0])).sum::<f64>() / 400.0;
    let before = mean(&world);
    world.step();
    let moved = world.opinions().rows().zip(world.anchors().rows()).filter(|(now, then)| now != then).count();
    // Two hundred meetings leave 1/e of the agents unmoved.
    assert!((220..=280).contains(&moved), "{moved}");
    (0..50).for_each(|_| world.step());
    assert!((mean(&world) - before).abs() < 1e-5);
    assert!(world.opinions().rows().all(|row| (f64::from(row[0]) - before).abs() < 1e-3));
}

#[test]
fn meetings_follow_the_contact_network() {
    // Two halves without edges between them, and an agent without neighbors.
    let neighbors: Vec<Vec<AgentId>> = (0..101u32)
        .map(|i| {
            if i == 100 {
                Vec::new()
            } else {
                (0..100).filter(|j| j % 2 == i % 2 && *j != i).map(AgentId).collect()
            }
        })
        .collect();
    for bias in [0.0, 0.5] {
        let mut world = World::new(uniform_opinions(101, 2), bounded(2.0, bias), 1).expect("legal");
        world.set_contacts(Some(Contacts::new(&neighbors).expect("a network"))).expect("between steps");
        (0..100).for_each(|_| world.step());
        let at = |agent: usize| world.opinions().row(agent)[0];
        assert!((0..100).all(|agent| (at(agent) - at(agent % 2)).abs() < 1e-3));
        assert!((at(0) - at(1)).abs() > 1e-3);
        assert_eq!(at(100), world.anchors().row(100)[0]);
    }
}

#[test]
fn slices_and_observers_change_no_bit() {
    let busy = Params { stubbornness: 0.05, innovation: 0.01, kernel: Kernel::Gaussian, ..bounded(0.3, 1.3) };
    slices_and_observers(&busy);
    slices_and_observers(&Params { rejection_latitude: Some(0.5), opinion_bound: 0.6, ..busy });
    slices_and_observers(&rejecting(0.1, 0.2));
}

fn slices_and_observers(params: &Params) {
    let network =
        NetworkModel::WattsStrogatz { neighbors: 8, rewiring: 0.2 }.generate(301, 4).expect("legal");
    let open = || {
        let mut world = World::new(uniform_opinions(301, 3), params.clone(), 5).expect("legal");
        world.set_contacts(network.clone()).expect("between steps");
        world
    };
    let mut whole = open();
    (0..5).for_each(|_| whole.step());
    for budget in [1, 2, 17, 301, 302, 1_000] {
        let mut sliced = open();
        let observer = sliced.add_observer(&[0.9, 0.1], Traits::default(), 7).expect("legal");
        while sliced.step_count() < 5 {
            if sliced.step_agents(budget) != StepProgress::Done {
                assert_eq!(sliced.set_contacts(None), Err(WorldError::StepInProgress));
            }
        }
        assert_eq!(whole.opinions(), sliced.opinions(), "slices of {budget}");
        assert_ne!(sliced.opinion(observer), sliced.anchor(observer));
    }
}

#[test]
fn a_settled_population_is_the_same_as_one_that_swaps_its_buffers() {
    // A single coordinate is not padded.
    for dims in [1, 2] {
        let stream = StreamKey::new(3, Domain::INITIAL_OPINIONS);
        let values = (0..300 * dims).map(|at| uniform(&mut stream.stream(at)) as f32).collect();
        let opinions = Matrix::from_rows(dims, values).expect("full rows");
        let mut world = World::new(opinions, bounded(0.4, 1.0), 3).expect("legal");
        let observer = world.add_observer(&vec![0.3; dims], Traits::default(), 1).expect("room");
        // Traits equal to the parameters.
        let own = Traits { convergence_rate: Some(0.5), ..Traits::default() };
        let with_traits = |mut world: World| {
            world.set_traits(AgentId(7), own.clone()).expect("between steps");
            world
        };
        let mut swapping = with_traits(world.clone());
        for step in 0..12 {
            assert_eq!(
                world.opinions().values(),
                swapping.opinions().values(),
                "{dims} dimensions, step {step}"
            );
            assert_eq!(world.opinion(observer), swapping.opinion(observer), "{dims} dimensions, step {step}");
            if step == 5 {
                swapping = with_traits(world.clone());
            }
            world.step();
            swapping.step_parallel(3);
        }
        assert_eq!(world.checksum(), swapping.checksum());
        assert!(world.anchors().values() != world.opinions().values());
    }
}

/// Jager–Amblard on [−1, 1]: attraction within the latitude of acceptance u, repulsion beyond the latitude of rejection t.
fn rejecting(u: f32, t: f32) -> Params {
    Params { convergence_rate: 0.1, rejection_latitude: Some(t), opinion_bound: 1.0, ..bounded(u, 0.0) }
}

/// Means and shares of the clusters, of a fiftieth of the population at least, after 800 steps from uniform opinions.
fn clusters_of_rejecting_agents(u: f32, t: f32, seed: u64) -> Vec<(f32, f32)> {
    const AGENTS: usize = 500;
    // Pairs of opposite opinions, so that the center is exactly zero.
    let key = StreamKey::new(seed, Domain::INITIAL_OPINIONS);
    let drawn = (0..AGENTS / 2).map(|agent| 2.0 * uniform(&mut key.stream(agent)) as f32 - 1.0);
    let opinions = Matrix::from_rows(1, drawn.flat_map(|x| [x, -x]).collect()).expect("rows of one");
    let mut world = World::new(opinions, rejecting(u, t), seed).expect("legal");
    (0..800).for_each(|_| world.step());
    let mut opinions: Vec<f32> = world.opinions().values().to_vec();
    assert!(opinions.iter().all(|x| x.abs() <= 1.0), "attitudes stay on the interval");
    opinions.sort_by(f32::total_cmp);
    let clusters = opinions.chunk_by(|a, b| b - a < 0.02).filter(|cluster| cluster.len() >= AGENTS / 50);
    let mean = |cluster: &[f32]| cluster.iter().sum::<f32>() / cluster.len() as f32;
    clusters.map(|cluster| (mean(cluster), cluster.len() as f32 / AGENTS as f32)).collect()
}

#[test]
fn social_judgment_ends_in_uniformity_bipolarization_or_pluriformity() {
    // Jager and Amblard (2004): random pairs, attitudes uniform on [−1, 1] and kept there, μ 0.1. A wide latitude of
    // acceptance (u 1.2, t 1.6) leads to one central group; narrow latitudes of acceptance and noncommitment (u 0.2, t 0.6) to
    // two groups at the extremes; a narrow latitude of acceptance and a wide one of noncommitment (u 0.2, t 1.6) to several.
    for seed in 0..5 {
        let uniformity = clusters_of_rejecting_agents(1.2, 1.6, seed);
        assert!(
            matches!(uniformity[..], [(mean, share)] if mean.abs() < 0.15 && share > 0.97),
            "{uniformity:?}"
        );

        let bipolarization = clusters_of_rejecting_agents(0.2, 0.6, seed);
        let [(low, left), (high, right)] = bipolarization[..] else { panic!("{bipolarization:?}") };
        assert!(low < -0.98 && high > 0.98 && left.min(right) > 0.35, "{bipolarization:?}");

        let pluriformity = clusters_of_rejecting_agents(0.2, 1.6, seed);
        let inner = pluriformity.iter().filter(|(mean, _)| mean.abs() < 0.8).count();
        println!("{uniformity:?}\n{bipolarization:?}\n{pluriformity:?}");
        assert!((2..=4).contains(&inner) && pluriformity.len() == inner + 2, "{pluriformity:?}");
    }
}

#[test]
fn observers_are_repelled_too_and_within_bounds() {
    let mut world = World::new(uniform_opinions(200, 6), rejecting(0.05, 0.1), 6).expect("legal");
    let observer = world.add_observer(&[0.9, 0.0], Traits::default(), 1).expect("legal");
    for _ in 0..100 {
        world.step();
    }
    let at = world.opinion(observer).expect("it was added");
    let center = world.projection().mean();
    assert!(at[0] > 0.95 && at[0] <= center[0] + 1.0, "{at:?}");
}
