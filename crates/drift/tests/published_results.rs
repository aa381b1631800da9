//! Published results of textbook models: Hegselmann–Krause, mean shift, Friedkin–Johnsen and `DeGroot`.

use drift::rng::{Domain, StreamKey, normal, uniform};
use drift::{
    AgentId, Bandwidth, Interaction, Kernel, Matrix, MentorSet, Normalization, Params, Traits, World,
};
use rand::Rng;

/// All-to-all interaction: every agent moves to the attention-weighted mean.
fn all_to_all(kernel: Kernel, radius: f32) -> Params {
    Params {
        interaction: Interaction::AllToAll,
        normalization: Normalization::ByAttention,
        kernel,
        bandwidth: Bandwidth::Fixed(radius),
        convergence_rate: 1.0,
        stubbornness: 0.0,
        ..Params::default()
    }
}

/// Opinions of one dimension.
fn one_dimensional(opinions: impl IntoIterator<Item = f64>) -> Matrix {
    Matrix::from_rows(1, opinions.into_iter().map(|x| x as f32).collect()).expect("rows of one")
}

/// Runs until no agent moves: sizes of the clusters in order of opinion, and the step of the last movement.
fn run_to_rest(world: &mut World, limit: u32) -> (Vec<usize>, u32) {
    let mut last_move = 0;
    for _ in 0..limit {
        let before = world.opinions().clone();
        world.step();
        let still = |(x, y): (&f32, &f32)| (x - y).abs() < 1e-6;
        if before.values().iter().zip(world.opinions().values()).all(still) {
            break;
        }
        last_move = world.step_count();
    }
    let mut opinions: Vec<f32> = world.opinions().rows().map(|row| row[0]).collect();
    opinions.sort_by(f32::total_cmp);
    let clusters = opinions.chunk_by(|a, b| b - a < 1e-4).map(<[f32]>::len).collect();
    (clusters, last_move)
}

#[test]
fn hegselmann_krause_splits_a_hundred_equally_spaced_agents_as_published() {
    for (radius, sizes, steps) in [(0.05, vec![12, 12, 12, 12, 4, 12, 12, 12, 12], 19), (0.25, vec![100], 9)]
    {
        let agents = one_dimensional((0..100).map(|i| f64::from(i) / 99.0));
        let mut world = World::new(agents, all_to_all(Kernel::Flat, radius), 1).expect("legal");
        assert_eq!(run_to_rest(&mut world, 200), (sizes, steps), "radius {radius}");
    }
}

#[test]
fn hegselmann_krause_counts_on_the_unit_interval_fall_with_confidence() {
    // Mean number of clusters of at least 1 % of the agents, over ten random populations of 1 000.
    for (radius, low, high) in
        [(0.01, 28.0, 40.0), (0.05, 7.0, 9.0), (0.1, 3.5, 4.5), (0.2, 1.5, 2.5), (0.25, 1.0, 1.2)]
    {
        let mut clusters = 0;
        for seed in 0..10 {
            let key = StreamKey::new(seed, Domain::INITIAL_OPINIONS);
            let agents = one_dimensional((0..1_000).map(|agent| uniform(&mut key.stream(agent))));
            let mut world = World::new(agents, all_to_all(Kernel::Flat, radius), seed).expect("legal");
            let (sizes, _) = run_to_rest(&mut world, 300);
            clusters += sizes.iter().filter(|&&size| size >= 10).count();
        }
        let mean = clusters as f64 / 10.0;
        println!("radius {radius}: {mean}");
        assert!((low..=high).contains(&mean), "radius {radius}: {mean} clusters");
    }
}

#[test]
fn clusters_on_long_intervals_are_more_than_two_confidence_bounds_apart() {
    // Blondel, Hendrickx and Tsitsiklis (IEEE Transactions on Automatic Control 54, 2009) find about 2.2 for agents
    // who start equally spaced; random initial opinions make it more. The clusters at the ends are left out.
    let key = StreamKey::new(5, Domain::INITIAL_OPINIONS);
    let scattered = (0..12_001).map(|agent| 60.0 * uniform(&mut key.stream(agent)));
    let spaced = (0..12_001).map(|i| f64::from(i) * 60.0 / 12_000.0);
    for (agents, low, high) in [(one_dimensional(spaced), 2.15, 2.35), (one_dimensional(scattered), 2.4, 3.0)]
    {
        let mut world = World::new(agents, all_to_all(Kernel::Flat, 1.0), 1).expect("legal");
        run_to_rest(&mut world, 2_000);
        let mut opinions: Vec<f32> = world.opinions().rows().map(|row| row[0]).collect();
        opinions.sort_by(f32::total_cmp);
        let clusters = opinions.chunk_by(|a, b| b - a < 1e-3).filter(|cluster| cluster.len() > 60);
        let large: Vec<f32> = clusters.map(|cluster| cluster[0]).collect();
        let spacing = (large[large.len() - 2] - large[1]) / (large.len() - 3) as f32;
        println!("{} clusters, {spacing} apart", large.len());
        assert!((low..=high).contains(&spacing), "{spacing}");
    }
}

#[test]
fn consensus_returns_on_longer_intervals() {
    // Lorenz, *Complexity* 12, 2006: 20 001 agents equally spaced on [0, L], confidence 1.
    for (length, clusters) in [(5.0, 1), (5.3, 3), (5.5, 3), (5.7, 3), (6.0, 1), (6.8, 3), (7.2, 3)] {
        let agents = one_dimensional((0..=20_000).map(|i| f64::from(i) * length / 20_000.0));
        let mut world = World::new(agents, all_to_all(Kernel::Flat, 1.0), 1).expect("legal");
        let (sizes, _) = run_to_rest(&mut world, 4_000);
        assert_eq!(sizes.len(), clusters, "L {length}: {sizes:?}");
    }
}

#[test]
fn a_step_is_the_gradient_of_log_density_times_the_squared_bandwidth() {
    let (agents, dims, h) = (300, 5, 0.9f64);
    let mut rows = Vec::new();
    for agent in 0..agents {
        let mut stream = StreamKey::new(2, Domain::INITIAL_OPINIONS).stream(agent);
        rows.extend((0..dims).map(|_| normal(&mut stream) as f32));
    }
    let opinions = Matrix::from_rows(dims, rows).expect("whole rows");
    let mut world = World::new(opinions.clone(), all_to_all(Kernel::Gaussian, h as f32), 1).expect("legal");
    world.step();
    let h = f64::from(world.bandwidth());
    let mut worst = 0.0f64;
    for agent in 0..agents {
        // ∇ log p̂(x) = Σ k (y − x) / (h² Σ k), the density estimate's own gradient, in double precision.
        let x: Vec<f64> = opinions.row(agent).iter().map(|&v| f64::from(v)).collect();
        let (mut density, mut gradient) = (0.0, vec![0.0; dims]);
        for other in opinions.rows() {
            let difference: Vec<f64> = other.iter().zip(&x).map(|(&y, x)| f64::from(y) - x).collect();
            let k = libm::exp(-difference.iter().map(|d| d * d).sum::<f64>() / (2.0 * h * h));
            density += k;
            gradient.iter_mut().zip(&difference).for_each(|(g, d)| *g += k * d / (h * h));
        }
        for ((&after, x), g) in world.opinions().row(agent).iter().zip(&x).zip(&gradient) {
            worst = worst.max((f64::from(after) - x - h * h * g / density).abs());
        }
    }
    assert!(worst < 2e-6, "{worst}");
}

#[test]
fn friedkin_johnsen_reaches_its_fixed_point() {
    let (agents, dims) = (24usize, 3usize);
    let mut stream = StreamKey::new(4, Domain::new(10)).stream(0);
    let rows = (0..agents * dims).map(|_| normal(&mut stream) as f32).collect();
    let opinions = Matrix::from_rows(dims, rows).expect("whole rows");
    let params = Params { convergence_rate: 1.0, ..Params::default() };
    let mut world = World::new(opinions.clone(), params, 1).expect("legal");
    let (mut weights, mut anchor) = (vec![vec![0.0f64; agents]; agents], vec![0.0f64; agents]);
    for agent in 0..agents {
        let size = 2 + agent % 7;
        let others: Vec<u32> =
            (0..size).map(|_| (agent as u32 + 1 + (stream.next_u64() % 23) as u32) % 24).collect();
        others.iter().for_each(|&mentor| weights[agent][mentor as usize] += 1.0 / size as f64);
        anchor[agent] = f64::from(0.05f32 + 0.03 * agent as f32);
        let mentors: Vec<AgentId> = others.into_iter().map(AgentId).collect();
        let traits = Traits {
            stubbornness: Some(anchor[agent] as f32),
            mentorship: 1.0,
            mentors: MentorSet::new(&mentors).expect("two to eight"),
            ..Traits::default()
        };
        world.set_traits(AgentId(agent as u32), traits).expect("legal");
    }
    (0..400).for_each(|_| world.step());
    for dim in 0..dims {
        // (I − (I − Λ)W) x = Λ a
        let mut system: Vec<Vec<f64>> = (0..agents)
            .map(|i| {
                let mut row: Vec<f64> =
                    (0..agents).map(|j| f64::from(i == j) - (1.0 - anchor[i]) * weights[i][j]).collect();
                row.push(anchor[i] * f64::from(opinions.row(i)[dim]));
                row
            })
            .collect();
        for (agent, exact) in solve(&mut system).into_iter().enumerate() {
            let error = (f64::from(world.opinions().row(agent)[dim]) - exact).abs();
            assert!(error < 1e-5, "agent {agent}: off by {error}");
        }
    }
}

/// Solves a linear system, given with its right-hand side as last column, by Gaussian elimination with partial pivoting.
fn solve(system: &mut [Vec<f64>]) -> Vec<f64> {
    let n = system.len();
    for column in 0..n {
        let size = |row: &usize| system[*row][column].abs();
        let pivot = (column..n).max_by(|a, b| size(a).total_cmp(&size(b))).expect("rows are left");
        system.swap(column, pivot);
        let leading = system[column].clone();
        for (row, values) in system.iter_mut().enumerate() {
            if row != column {
                let factor = values[column] / leading[column];
                values.iter_mut().zip(&leading).for_each(|(x, l)| *x -= factor * l);
            }
        }
    }
    (0..n).map(|row| system[row][n] / system[row][row]).collect()
}

#[test]
fn degroot_consensus_is_weighted_by_the_left_eigenvector() {
    // DeGroot 1974: consensus at πx, π the left eigenvector of the weights, and not at the mean.
    let agents = one_dimensional((0..20).map(f64::from));
    let params = Params { convergence_rate: 1.0, stubbornness: 0.0, ..Params::default() };
    let mut world = World::new(agents, params, 1).expect("legal");
    let mut stream = StreamKey::new(9, Domain::new(10)).stream(0);
    let mut weights = vec![vec![0.0f64; 20]; 20];
    for agent in 0..20u32 {
        // Everybody reads the next agent, so that every agent is read; the other mentors have low numbers more often.
        let mentors: Vec<AgentId> = [1, 2 + (stream.next_u64() % 3) as u32, 20 - agent.clamp(1, 19)]
            .map(|step| AgentId((agent + step) % 20))
            .into_iter()
            .filter(|&AgentId(other)| other != agent)
            .collect();
        let share = 1.0 / mentors.len() as f64;
        mentors.iter().for_each(|mentor| weights[agent as usize][mentor.index()] += share);
        let mentors = MentorSet::new(&mentors).expect("two or three");
        let traits = Traits { mentorship: 1.0, mentors, ..Traits::default() };
        world.set_traits(AgentId(agent), traits).expect("legal");
    }
    let mut influence = vec![0.05f64; 20];
    for _ in 0..2_000 {
        influence = (0..20).map(|j| (0..20).map(|i| influence[i] * weights[i][j]).sum()).collect();
    }
    let agreed: f64 = influence.iter().enumerate().map(|(agent, share)| share * agent as f64).sum();
    assert!((agreed - 9.5).abs() > 0.5, "the consensus should differ from the mean: {agreed}");
    (0..2_000).for_each(|_| world.step());
    for row in world.opinions().rows() {
        assert!((f64::from(row[0]) - agreed).abs() < 1e-4, "{} instead of {agreed}", row[0]);
    }
}
