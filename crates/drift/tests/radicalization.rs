//! Published results on reinforcement: Baumann, Lorenz-Spreen, Sokolov and Starnini, *Physical Review Letters* 124, 048301,
//! 2020 (one topic), and *Physical Review X* 11, 011012, 2021 (topics that overlap).
//!
//! Their K, m and time step dt stand here for κ = K · m · dt, K = m and ν = dt; contacts are not reciprocated.

use drift::rng::{Domain, StreamKey, uniform};
use drift::{AgentId, Kernel, Matrix, Params, TopicOverlap, Traits, World};

const AGENTS: usize = 1_000;
/// dt of the paper's figures.
const STEP: f32 = 0.05;

/// Steps in ten units of time, when the paper looks. Polarization outlasts them by far and yet ends: in a finite population
/// one side wins sooner or later.
const TEN_UNITS: u32 = 200;

/// Social influence K = 3 over m = 10 contacts, without attraction, anchors or a recommender.
fn paper(controversialness: f32, homophily: f32) -> Params {
    Params {
        posts_per_step: 10,
        feed_share: 0.0,
        kernel: Kernel::Constant,
        convergence_rate: 0.0,
        stubbornness: 0.0,
        reinforcement: 3.0 * 10.0 * STEP,
        decay: STEP,
        controversialness,
        algorithmic_bias: homophily,
        topic_overlap: TopicOverlap::None,
        ..Params::default()
    }
}

/// Opinions uniform in [−1, 1] on every topic.
fn moderates(dims: usize) -> Matrix {
    let key = StreamKey::new(11, Domain::INITIAL_OPINIONS);
    let row = |agent| {
        let mut stream = key.stream(agent);
        (0..dims).map(move |_| 2.0 * uniform(&mut stream) as f32 - 1.0)
    };
    Matrix::from_rows(dims, (0..AGENTS).flat_map(row).collect()).expect("whole rows")
}

/// Activities between .01 and 1 with density a^−2.1, at equally spaced quantiles.
fn activities() -> Vec<f64> {
    let (exponent, least) = (-1.1, 0.01f64);
    let bottom = libm::pow(least, exponent);
    let quantile = |agent: usize| {
        // Some order that has nothing to do with opinions.
        let share = ((agent * 377) % AGENTS) as f64 / AGENTS as f64 + 0.5 / AGENTS as f64;
        libm::pow(bottom - share * (bottom - 1.0), 1.0 / exponent)
    };
    (0..AGENTS).map(quantile).collect()
}

/// The world of these parameters with those activities after `steps`.
fn after(steps: u32, dims: usize, params: Params) -> World {
    let mut world = World::new(moderates(dims), params, 5).expect("legal");
    for (agent, activity) in activities().into_iter().enumerate() {
        let traits = Traits { activity: Some(activity as f32), ..Traits::default() };
        world.set_traits(AgentId(agent as u32), traits).expect("legal");
    }
    (0..steps).for_each(|_| world.step());
    world
}

/// Opinions about one topic, from neutral.
fn column(world: &World, topic: usize) -> Vec<f64> {
    let neutral = world.projection().mean()[topic];
    world.opinions().rows().map(|row| f64::from(row[topic] - neutral)).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (ma, mb) = (mean(a), mean(b));
    let product = |x: &[f64], mx: f64, y: &[f64], my: f64| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum()
    };
    product(a, ma, b, mb) / (product(a, ma, a, ma) * product(b, mb, b, mb)).sqrt()
}

fn share_positive(values: &[f64]) -> f64 {
    values.iter().filter(|&&x| x > 0.0).count() as f64 / values.len() as f64
}

fn magnitude(values: &[f64]) -> f64 {
    mean(&values.iter().map(|x| x.abs()).collect::<Vec<f64>>())
}

#[test]
fn uncontroversial_topics_end_in_consensus() {
    let opinions = column(&after(400, 1, paper(0.05, 2.0)), 0);
    assert!(magnitude(&opinions) < 0.02, "{}", magnitude(&opinions));
}

#[test]
fn controversial_topics_radicalize_everybody_to_one_side_without_homophily() {
    let opinions = column(&after(400, 1, paper(3.0, 0.0)), 0);
    let side = share_positive(&opinions).max(1.0 - share_positive(&opinions));
    assert!(side > 0.99 && magnitude(&opinions) > 0.5, "{side} {}", magnitude(&opinions));
}

#[test]
fn controversial_topics_polarize_under_homophily_and_the_active_most() {
    let world = after(TEN_UNITS, 1, paper(3.0, 3.0));
    let opinions = column(&world, 0);
    let positive = share_positive(&opinions);
    assert!(
        (0.3..0.7).contains(&positive) && magnitude(&opinions) > 0.5,
        "{positive} {}",
        magnitude(&opinions)
    );
    // Engagement and extremity go together, as on Twitter.
    let extremity: Vec<f64> = opinions.iter().map(|x| x.abs()).collect();
    let related = correlation(&activities(), &extremity);
    assert!(related > 0.5, "{related}");
}

#[test]
fn consensus_is_unstable_beyond_the_critical_controversialness() {
    // Without reciprocity the largest eigenvalue of the mean contacts is the mean activity: α_c = 1 / (K m ⟨a⟩).
    let critical = (1.0 / (3.0 * 10.0 * mean(&activities()))) as f32;
    let growth = |factor: f32| {
        let params = paper(factor * critical, 0.0);
        let (early, late) = (after(100, 1, params.clone()), after(400, 1, params));
        magnitude(&column(&late, 0)) / magnitude(&column(&early, 0))
    };
    assert!(growth(0.7) < 0.2, "{}", growth(0.7));
    assert!(growth(1.5) > 2.0, "{}", growth(1.5));
}

#[test]
fn everybody_ends_where_decay_balances_the_push() {
    // Always active and fully mixed: ν x = κ tanh(α x).
    let params = Params { reinforcement: 0.1, decay: 0.05, ..paper(1.0, 0.0) };
    let mut world = World::new(moderates(1), params, 5).expect("legal");
    (0..400).for_each(|_| world.step());
    let opinions = column(&world, 0);
    let mut balance = 2.0;
    (0..200).for_each(|_| balance = 2.0 * libm::tanh(balance));
    let found = magnitude(&opinions);
    // x = 2 g(x) has the solution √(27 / 7); the hyperbolic tangent that g stands for, another one nearby.
    assert!((found - 1.9640).abs() < 0.01 && (found - balance).abs() < 0.06, "{found} {balance}");
}

/// Share of the agents who are on the same side of both topics.
fn agreement(world: &World) -> f64 {
    let (first, second) = (column(world, 0), column(world, 1));
    first.iter().zip(&second).filter(|(a, b)| (**a > 0.0) == (**b > 0.0)).count() as f64 / AGENTS as f64
}

#[test]
fn issue_positions_align_where_topics_overlap() {
    let end = |controversialness, overlap| {
        let params = Params { topic_overlap: overlap, ..paper(controversialness, 3.0) };
        after(TEN_UNITS, 2, params)
    };
    let (apart, partly) = (end(3.0, TopicOverlap::None), end(3.0, TopicOverlap::Uniform(0.5)));
    for world in [&apart, &partly] {
        let opinions = column(world, 0);
        assert!((0.3..0.7).contains(&share_positive(&opinions)) && magnitude(&opinions) > 0.5);
    }
    // Polarized on both topics: in all four corners, or on one diagonal.
    assert!((0.4..0.6).contains(&agreement(&apart)), "uncorrelated: {}", agreement(&apart));
    assert!(agreement(&partly) > 0.85, "an ideology: {}", agreement(&partly));
    let calm = end(0.05, TopicOverlap::Uniform(0.5));
    assert!(magnitude(&column(&calm, 1)) < 0.05, "consensus");
}
