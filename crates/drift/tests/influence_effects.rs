//! Effects of single influences on agents whose other influences are switched off.

use drift::{AgentId, Contacts, ContactsError, Kernel, Matrix, Params, World, squared_distance};

/// Fifty distinct opinions in the plane: agent i at (i, i²/50).
fn parabola() -> Matrix {
    let rows = (0..50u8).flat_map(|i| [f32::from(i), f32::from(i) * f32::from(i) / 50.0]).collect();
    Matrix::from_rows(2, rows).expect("rows of two")
}

/// One post per step, read with full attention, which the agent adopts.
fn full_imitation() -> Params {
    Params {
        posts_per_step: 1,
        feed_share: 0.0,
        kernel: Kernel::Constant,
        convergence_rate: 1.0,
        stubbornness: 0.0,
        ..Params::default()
    }
}

fn after_one_step(params: Params, contacts: Option<Contacts>) -> World {
    let mut world = World::new(parabola(), params, 3).expect("legal");
    world.set_contacts(contacts).expect("between steps");
    world.step();
    world
}

/// The agent whose initial opinion `agent` has adopted.
fn imitated(world: &World, agent: usize) -> usize {
    let row = world.opinions().row(agent);
    let same = |other: &[f32]| other.iter().zip(row).all(|(a, b)| (a - b).abs() < 1e-4);
    world.anchors().rows().position(same).expect("it has adopted an initial opinion")
}

#[test]
fn conversation_is_with_any_other_agent() {
    let world = after_one_step(full_imitation(), None);
    let met: Vec<usize> = (0..50).map(|agent| imitated(&world, agent)).collect();
    assert!(met.iter().enumerate().all(|(agent, &other)| agent != other));
    let mut different = met.clone();
    different.sort_unstable();
    different.dedup();
    assert!(different.len() > 20, "{met:?}");
}

#[test]
fn conversation_follows_the_contact_network() {
    let ring: Vec<Vec<AgentId>> =
        (0..50).map(|i| vec![AgentId((i + 1) % 50), AgentId((i + 49) % 50)]).collect();
    let contacts = Contacts::new(&ring).expect("a ring");
    let world = after_one_step(full_imitation(), Some(contacts.clone()));
    let steps: Vec<usize> = (0..50).map(|agent| (imitated(&world, agent) + 50 - agent) % 50).collect();
    assert!(steps.iter().all(|&step| step == 1 || step == 49) && steps.contains(&1) && steps.contains(&49));
    // Exploration ignores the network.
    let world = after_one_step(Params { exploration: 1.0, ..full_imitation() }, Some(contacts));
    assert!((0..50).any(|agent| ![1, 49].contains(&((imitated(&world, agent) + 50 - agent) % 50))));
    let error = Contacts::new(&[vec![AgentId(4)]]).expect_err("there is no agent 4");
    assert_eq!(error, ContactsError::UnknownNeighbor { agent: 0, neighbor: 4, agents: 1 });
}

#[test]
fn the_feed_shows_nearer_authors_with_more_candidates() {
    let distance = |screened: u32| {
        let world = after_one_step(
            Params { feed_share: 1.0, candidates_per_post: screened, ..full_imitation() },
            None,
        );
        let moved = |i: usize| squared_distance_of(world.opinions().row(i), world.anchors().row(i));
        (0..50).map(moved).sum::<f32>() / 50.0
    };
    let (one, few, many) = (distance(1), distance(5), distance(512));
    assert!(few < 0.5 * one && many < 0.1 * few, "{one} {few} {many}");
    // With ten times as many candidates as agents it is the nearest of all, next on the curve.
    let world =
        after_one_step(Params { feed_share: 1.0, candidates_per_post: 512, ..full_imitation() }, None);
    assert!((0..50).all(|agent| imitated(&world, agent).abs_diff(agent) == 1));
}

fn squared_distance_of(a: &[f32], b: &[f32]) -> f32 {
    let padded = |row: &[f32]| [row[0], row[1], 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    squared_distance(&padded(a), &padded(b))
}

#[test]
fn posts_without_own_opinion_repeat_what_was_read() {
    // θ = 0: the next post is the post that was read.
    let world = after_one_step(Params { expression: 0.0, convergence_rate: 0.0, ..full_imitation() }, None);
    assert_eq!(world.opinions(), world.anchors());
    let mut posts: Vec<usize> = Vec::new();
    for agent in 0..50 {
        let post = world.posts().row(agent);
        let author = world.anchors().rows().position(|row| squared_distance_of(row, post) < 1e-6);
        posts.push(author.expect("posts at step 0 are opinions"));
    }
    assert!(posts.iter().enumerate().all(|(agent, &author)| agent != author));
    // θ = 1/2: the next post is the mean of both.
    let half = after_one_step(Params { expression: 0.5, convergence_rate: 0.0, ..full_imitation() }, None);
    for (agent, &author) in posts.iter().enumerate() {
        let (own, other) = (half.anchors().row(agent), half.anchors().row(author));
        let middle = [0.5 * (own[0] + other[0]), 0.5 * (own[1] + other[1])];
        assert!(squared_distance_of(half.posts().row(agent), &middle) < 1e-6);
    }
}

#[test]
fn innovation_adds_independent_noise_of_variance_sigma_squared() {
    let params = Params { innovation: 0.3, convergence_rate: 0.0, stubbornness: 0.0, ..Params::default() };
    let mut world = World::new(Matrix::zeros(2_000, 20).expect("fits"), params, 3).expect("legal");
    let variance = |world: &World| {
        let values = world.opinions().values();
        values.iter().map(|x| f64::from(x * x)).sum::<f64>() / values.len() as f64
    };
    world.step();
    assert!((variance(&world) / 0.09 - 1.0).abs() < 0.03, "{}", variance(&world));
    world.step();
    assert!((variance(&world) / 0.18 - 1.0).abs() < 0.03, "{}", variance(&world));
}

#[test]
fn full_stubbornness_keeps_opinions_at_their_anchors() {
    let world = after_one_step(Params { stubbornness: 1.0, ..full_imitation() }, None);
    assert_eq!(world.opinions(), world.anchors());
}
