//! Sorted one-dimensional population, against the sum over all pairs.

use drift::rng::{Domain, StreamKey, normal, uniform};
use drift::{
    AgentId, Bandwidth, Interaction, Kernel, Matrix, MentorSet, Normalization, Params, Traits, World,
};

/// The same opinions in one dimension, which is sorted, and in two, which is not: the second dimension is zero.
fn sorted_and_summed(opinions: &[f32], params: &Params) -> [World; 2] {
    let flat = opinions.iter().flat_map(|&x| [x, 0.0]).collect();
    [(1, opinions.to_vec()), (2, flat)].map(|(dims, values)| {
        let opinions = Matrix::from_rows(dims, values).expect("whole rows");
        World::new(opinions, params.clone(), 1).expect("legal")
    })
}

#[track_caller]
fn check(worlds: &[World; 2], what: &str) {
    let total = (worlds[0].opinions().row_count() + worlds[0].observer_count()) as u32;
    for agent in (0..total).map(AgentId) {
        let [sorted, summed] = worlds.each_ref().map(|world| world.opinion(agent).expect("exists")[0]);
        assert!((sorted - summed).abs() < 2e-5, "{what}, {agent:?}: {sorted} {summed}");
    }
}

fn params(radius: f32, normalization: Normalization) -> Params {
    Params {
        interaction: Interaction::AllToAll,
        normalization,
        kernel: Kernel::Flat,
        bandwidth: Bandwidth::Fixed(radius),
        ..Params::default()
    }
}

#[test]
fn prefix_sums_equal_the_sum_over_all_pairs() {
    let mut stream = StreamKey::new(9, Domain::INITIAL_OPINIONS).stream(0);
    let scattered: Vec<f32> = (0..700).map(|_| normal(&mut stream) as f32).collect();
    // Many coincide, and many are exactly one bandwidth apart.
    let grid: Vec<f32> = (0..700).map(|_| (uniform(&mut stream) * 16.0).floor() as f32 * 0.25).collect();
    for opinions in [scattered, grid] {
        for radius in [0.01, 0.25, 1.0, 20.0] {
            for normalization in [Normalization::ByAttention, Normalization::ByCount] {
                let mut worlds = sorted_and_summed(&opinions, &params(radius, normalization));
                for step in 0..4 {
                    check(&worlds, &format!("radius {radius}, {normalization:?}, step {step}"));
                    worlds.iter_mut().for_each(World::step);
                }
            }
        }
    }
}

#[test]
fn observers_and_mentored_agents_read_the_same() {
    let mut stream = StreamKey::new(10, Domain::INITIAL_OPINIONS).stream(0);
    let opinions: Vec<f32> = (0..300).map(|_| normal(&mut stream) as f32).collect();
    let mut worlds = sorted_and_summed(&opinions, &params(0.5, Normalization::ByAttention));
    for world in &mut worlds {
        let mentors = MentorSet::new(&[AgentId(5), AgentId(6)]).expect("two");
        let mentored = Traits { mentorship: 0.5, mentors, ..Traits::default() };
        world.set_traits(AgentId(3), mentored).expect("legal");
        for x in [-9.0, -0.3, 0.0, opinions[7], 9.0] {
            let row = [x, 0.0];
            let dims = world.opinions().dims();
            world.add_observer(&row[..dims], Traits::default(), 1).expect("legal");
        }
        world.step();
    }
    check(&worlds, "after a step");
    // An observer out of reach of everybody does not move.
    assert_eq!(worlds[0].opinion(AgentId(300)).expect("exists"), [-9.0]);
}

#[test]
fn slices_change_no_bit() {
    let mut stream = StreamKey::new(11, Domain::INITIAL_OPINIONS).stream(0);
    let opinions: Vec<f32> = (0..500).map(|_| normal(&mut stream) as f32).collect();
    let [mut whole, _] = sorted_and_summed(&opinions, &params(0.3, Normalization::ByAttention));
    let mut sliced = whole.clone();
    whole.step();
    while sliced.step_count() == 0 {
        sliced.step_agents(7);
    }
    assert_eq!(whole.opinions(), sliced.opinions());
}
