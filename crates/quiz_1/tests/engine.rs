//! Tests of the engine on simulated populations: determinism under slicing, passive observers, changes of parameters.

use drift::linalg::Matrix;
use drift::{
    AgentId, Bandwidth, Contacts, Kernel, MentorSet, Params, StepProgress, Traits, World, WorldError,
};
use quiz::population;

fn beliefs(people: usize, dims: usize) -> Matrix {
    let axes = population::OpinionSpace::new(3, dims).expect("legal");
    population::draw(3, people, &axes).expect("a small crowd fits")
}

/// A world in which every influence is active.
fn busy() -> Params {
    Params {
        feed_share: 0.6,
        exploration: 0.2,
        innovation: 0.05,
        expression: 0.7,
        refit_interval: Some(3),
        candidates_per_post: 7,
        posts_per_step: 11,
        kernel_exponent: 3.0,
        ..Params::default()
    }
}

fn circle(mentors: &[u32]) -> MentorSet {
    let mentors: Vec<AgentId> = mentors.iter().copied().map(AgentId).collect();
    MentorSet::new(&mentors).expect("a legal circle")
}

fn mentored(mentors: &[u32]) -> Traits {
    Traits { mentorship: 0.5, mentors: circle(mentors), ..Traits::default() }
}

fn busy_world() -> World {
    let mut world = World::new(beliefs(200, 40), busy(), 5).expect("legal");
    world.set_traits(AgentId(7), mentored(&[1, 2, 3, 4, 5])).expect("legal");
    let ring: Vec<Vec<AgentId>> =
        (0..200).map(|i| vec![AgentId((i + 1) % 200), AgentId((i + 199) % 200)]).collect();
    world.set_contacts(Some(Contacts::new(&ring).expect("a ring"))).expect("between days");
    world
}

#[test]
fn slices_of_any_size_come_to_the_same_bits() {
    let mut whole = busy_world();
    (0..7).for_each(|_| whole.step());
    for budget in [1, 3, 64, 199, 200, 5_000] {
        let mut sliced = busy_world();
        while sliced.step_count() < 7 {
            sliced.step_agents(budget);
        }
        assert_eq!(whole.opinions(), sliced.opinions(), "slices of {budget}");
        assert_eq!(whole.embedding(), sliced.embedding(), "slices of {budget}");
    }
}

#[test]
fn any_number_of_threads_comes_to_the_same_bits() {
    let mut alone = busy_world();
    (0..7).for_each(|_| alone.step());
    for threads in [1, 2, 3, 7, 64, 1_000] {
        let mut shared = busy_world();
        for _ in 0..6 {
            shared.step_parallel(threads);
        }
        shared.step_agents(33);
        shared.step_parallel(threads);
        assert_eq!(alone.opinions(), shared.opinions(), "{threads} threads");
        assert_eq!(alone.posts(), shared.posts(), "{threads} threads");
        assert_eq!(alone.embedding(), shared.embedding(), "{threads} threads");
    }
}

#[test]
fn a_day_begun_in_slices_is_finished_by_a_step() {
    let (mut whole, mut begun) = (busy_world(), busy_world());
    whole.step();
    assert_eq!(begun.step_agents(80), StepProgress::Partial { updated: 80, agents: 200 });
    begun.step();
    assert_eq!((begun.step_count(), begun.opinions()), (1, whole.opinions()));
}

#[test]
fn guests_do_not_disturb_the_crowd() {
    let (mut alone, mut visited) = (busy_world(), busy_world());
    let row = vec![2.5; 40];
    let first = visited.add_observer(&row, Traits::default(), 1).expect("legal");
    visited.add_observer(&row, mentored(&[0, first.0, 9]), 1).expect("legal");
    for day in 0..6 {
        alone.step();
        visited.step_agents(50);
        if day == 3 {
            visited.add_observer(&row, Traits::default(), 9).expect("guests may come at any hour");
            visited.set_observer_opinion(first, &[0.5; 40]).expect("a guest can be put somewhere else");
        }
        visited.step();
    }
    assert_eq!(alone.opinions(), visited.opinions());
    assert_eq!(visited.observer_count(), 3);
}

#[test]
fn observers_with_the_same_seed_and_traits_have_the_same_opinions() {
    let mut world = busy_world();
    let row = beliefs(1, 40).row(0).to_vec();
    let observers = [4, 4, 5].map(|seed| world.add_observer(&row, Traits::default(), seed).expect("legal"));
    (0..5).for_each(|_| world.step());
    let [a, b, other] = observers.map(|id| world.opinion(id).expect("a guest").to_vec());
    assert_eq!(a, b);
    assert_ne!(a, other);
}

#[test]
fn a_guest_drifts_like_a_member_of_the_crowd() {
    // Same start, other random stream: after 60 steps both have moved in nearly the same direction.
    let mut world = World::new(beliefs(500, 64), Params::default(), 1).expect("legal");
    let row = world.opinions().row(42).to_vec();
    let guest = world.add_observer(&row, Traits::default(), 0).expect("legal");
    (0..60).for_each(|_| world.step());
    let (member, guest) = (world.opinion(AgentId(42)).expect("there"), world.opinion(guest).expect("there"));
    let moved = |to: &[f32]| to.iter().zip(&row).map(|(a, b)| a - b).collect::<Vec<f32>>();
    let (a, b) = (moved(member), moved(guest));
    let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
    let cosine = product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt();
    assert!(cosine > 0.8, "{cosine}");
}

#[test]
fn levers_meet_the_same_strangers() {
    // With full attention and pull, one slot a day and no anchor, people go where the stranger was.
    let params = Params {
        posts_per_step: 1,
        feed_share: 0.0,
        kernel: Kernel::Constant,
        convergence_rate: 1.0,
        stubbornness: 0.0,
        ..Params::default()
    };
    let mut world = World::new(beliefs(300, 34), params, 1).expect("legal");
    let plain = world.add_observer(&[0.0; 34], Traits::default(), 7).expect("legal");
    let keen = Traits { exploration: Some(1.0), ..Traits::default() };
    let explorer = world.add_observer(&[3.0; 34], keen, 7).expect("legal");
    let offline = Traits { convergence_rate: Some(0.0), ..Traits::default() };
    let offline = world.add_observer(&[3.0; 34], offline, 7).expect("legal");
    world.step();
    let close = |a: &[f32], b: &[f32]| a.iter().zip(b).all(|(x, y)| (x - y).abs() < 1e-5);
    assert!(close(world.opinion(plain).expect("there"), world.opinion(explorer).expect("there")));
    assert_eq!(world.opinion(offline).expect("there"), [3.0; 34]);
}

#[test]
fn a_placed_guest_is_at_home_there() {
    let mut world = World::new(beliefs(100, 2), Params::default(), 1).expect("legal");
    let guest = world
        .add_observer(&[0.0, 0.0], Traits { stubbornness: Some(1.0), ..Traits::default() }, 0)
        .expect("legal");
    world.step_agents(10);
    world.set_observer_opinion(guest, &[2.0, -1.0]).expect("legal");
    assert_eq!(world.opinion(guest).expect("there"), [2.0, -1.0]);
    world.step();
    world.step();
    assert_eq!(world.opinion(guest).expect("there"), [2.0, -1.0]);
    assert_eq!(world.anchor(guest).expect("there"), [2.0, -1.0]);
    assert_eq!(world.set_observer_opinion(AgentId(3), &[0.0, 0.0]), Err(WorldError::NotAnObserver(3)));
    assert_eq!(world.set_observer_opinion(AgentId(101), &[0.0, 0.0]), Err(WorldError::UnknownAgent(101)));
}

#[test]
fn mean_attention_to_a_stranger_is_what_was_asked_for() {
    for kernel in [Kernel::Flat, Kernel::Gaussian, Kernel::Rational] {
        for (dims, p) in [(2, 0.2), (64, 0.1), (512, 0.03)] {
            let params = Params {
                kernel,
                bandwidth: Bandwidth::MeanAttention(p),
                kernel_exponent: 3.0,
                ..Params::default()
            };
            let world = World::new(beliefs(400, dims), params, 1).expect("legal");
            let (mut sum, mut pairs) = (0.0, 0.0);
            for i in 0..400 {
                for j in 0..i {
                    let (a, b) = (world.embedding().padded(i), world.embedding().padded(j));
                    sum += world.attention().weight(drift::squared_distance(a, b));
                    pairs += 1.0f32;
                }
            }
            assert!((sum / pairs / p - 1.0).abs() < 0.06, "{kernel:?} {dims}: {}", sum / pairs);
        }
    }
}

#[test]
fn plain_coordinates_are_used_up_to_eight_dimensions() {
    let world = World::new(beliefs(100, 2), Params::default(), 1).expect("legal");
    assert!(!world.projection().has_axes());
    let (row, z) = (world.opinions().row(5), world.embedding().row(5));
    assert_eq!(z, [row[0] - world.projection().mean()[0], row[1] - world.projection().mean()[1]]);
    let world = World::new(beliefs(100, 34), Params::default(), 1).expect("legal");
    assert_eq!((world.embedding().width(), world.projection().axes().len()), (8, 8));
}

#[test]
fn rules_and_traits_of_the_crowd_change_between_days_only() {
    let mut world = busy_world();
    world.step_agents(10);
    assert_eq!(world.set_params(Params::default()), Err(WorldError::StepInProgress));
    assert_eq!(world.set_traits(AgentId(0), Traits::default()), Err(WorldError::StepInProgress));
    assert_eq!(world.set_contacts(None), Err(WorldError::StepInProgress));
    world.step();
    world.set_params(Params { feed_share: 0.0, ..Params::default() }).expect("between days");
    assert_eq!(world.params().feed_share, 0.0);
    world.step();
}

#[test]
fn new_rules_hold_attention_to_the_first_day() {
    let mut world = World::new(beliefs(300, 64), Params::default(), 1).expect("legal");
    let first = world.bandwidth();
    (0..50).for_each(|_| world.step());
    world.set_params(Params { kernel: Kernel::Gaussian, ..Params::default() }).expect("between days");
    assert_ne!(world.bandwidth(), first);
    world.set_params(Params::default()).expect("between days");
    assert_eq!(world.bandwidth(), first);
}
