//! Reinforcement in a step: slices, threads, observers, changes of parameters, agents with traits of their own.

use drift::rng::{Domain, StreamKey, normal};
use drift::{AgentId, Matrix, MentorSet, Params, StepProgress, TopicOverlap, Traits, World, WorldError};

const AGENTS: usize = 301;

fn opinions(dims: usize) -> Matrix {
    let key = StreamKey::new(3, Domain::INITIAL_OPINIONS);
    let row = |agent| {
        let mut stream = key.stream(agent);
        (0..dims).map(move |_| normal(&mut stream) as f32)
    };
    Matrix::from_rows(dims, (0..AGENTS).flat_map(row).collect()).expect("whole rows")
}

fn reinforcing(topic_overlap: TopicOverlap) -> Params {
    Params { reinforcement: 0.06, controversialness: 2.0, decay: 0.02, topic_overlap, ..Params::default() }
}

fn world(dims: usize, params: &Params) -> World {
    World::new(opinions(dims), params.clone(), 5).expect("legal")
}

/// Every way in which posts can be reinforced.
fn all_kinds() -> Vec<Params> {
    let mut kinds: Vec<Params> =
        [TopicOverlap::None, TopicOverlap::Uniform(0.3), TopicOverlap::Opinions].map(reinforcing).to_vec();
    let busy = Params { expression: 0.7, innovation: 0.05, refit_interval: Some(2), ..kinds[2].clone() };
    kinds.push(busy);
    kinds.push(Params { reinforcement: 0.0, ..kinds[0].clone() });
    kinds.push(Params { convergence_rate: 0.0, ..kinds[0].clone() });
    kinds
}

#[test]
fn slices_threads_and_observers_change_no_bit() {
    for params in all_kinds() {
        for dims in [3, 40] {
            let mut whole = world(dims, &params);
            (0..5).for_each(|_| whole.step());
            let mut threaded = world(dims, &params);
            (0..5).for_each(|_| threaded.step_parallel(3));
            assert_eq!(whole.checksum(), threaded.checksum(), "{params:?}");
            for budget in [1, 17, 75, 76, 1_000] {
                let mut sliced = world(dims, &params);
                let observer = sliced.add_observer(&vec![0.4; dims], Traits::default(), 7).expect("legal");
                while sliced.step_count() < 5 {
                    if sliced.step_agents(budget) != StepProgress::Done {
                        assert_eq!(sliced.set_contacts(None), Err(WorldError::StepInProgress));
                    }
                }
                assert_eq!(whole.checksum(), sliced.checksum(), "slices of {budget}: {params:?}");
                assert_ne!(sliced.opinion(observer), sliced.anchor(observer));
            }
        }
    }
}

#[test]
fn reinforcement_switched_on_and_off_is_the_world_that_had_it_from_the_start() {
    for params in all_kinds() {
        let mut from_the_start = world(40, &params);
        let mut switched = world(40, &Params::default());
        switched.set_params(params.clone()).expect("between steps");
        for each in [&mut from_the_start, &mut switched] {
            (0..3).for_each(|_| each.step());
            each.set_params(Params::default()).expect("between steps");
            (0..3).for_each(|_| each.step());
        }
        assert_eq!(from_the_start.checksum(), switched.checksum(), "{params:?}");
    }
}

#[test]
fn who_is_not_susceptible_is_neither_pushed_nor_calmed() {
    let mut world = world(40, &reinforcing(TopicOverlap::Opinions));
    let start = vec![1.5; 40];
    let deaf = Traits { convergence_rate: Some(0.0), stubbornness: Some(0.0), ..Traits::default() };
    let deaf = world.add_observer(&start, deaf, 1).expect("legal");
    let stubborn = Traits { stubbornness: Some(1.0), ..Traits::default() };
    let stubborn = world.add_observer(&start, stubborn, 1).expect("legal");
    let half = Traits { convergence_rate: Some(0.05), ..Traits::default() };
    let [half, full] =
        [half, Traits::default()].map(|traits| world.add_observer(&start, traits, 1).expect("legal"));
    world.step();
    for still in [deaf, stubborn] {
        assert_eq!(world.opinion(still).expect("an observer"), start);
    }
    let moved = |agent| -> f32 {
        world.opinion(agent).expect("an observer").iter().zip(&start).map(|(x, y)| x - y).sum()
    };
    assert!((moved(half) / moved(full) - 0.5).abs() < 1e-3, "{} {}", moved(half), moved(full));
}

#[test]
fn mentors_attract_and_do_not_push() {
    let mut world = world(40, &reinforcing(TopicOverlap::None));
    let mentors = MentorSet::new(&[AgentId(1), AgentId(2)]).expect("two");
    let start = world.opinion(AgentId(0)).expect("an agent").to_vec();
    let mean: Vec<f32> = [1, 2].map(|mentor| world.opinions().row(mentor).to_vec()).into_iter().fold(
        vec![0.0; 40],
        |mut sum, row| {
            sum.iter_mut().zip(row).for_each(|(sum, x)| *sum += 0.5 * x);
            sum
        },
    );
    let traits = Traits { mentors, mentorship: 1.0, stubbornness: Some(0.0), ..Traits::default() };
    world.set_traits(AgentId(0), traits).expect("legal");
    let neutral = world.projection().mean().to_vec();
    world.step();
    for (d, x) in world.opinion(AgentId(0)).expect("an agent").iter().enumerate() {
        let expected = start[d] + 0.1 * (mean[d] - start[d]) - 0.02 * (start[d] - neutral[d]);
        assert!((x - expected).abs() < 1e-5, "{x} {expected}");
    }
}

#[test]
fn an_inactive_agent_reads_nothing() {
    let mut world = world(3, &Params::default());
    let start = world.opinion(AgentId(0)).expect("an agent").to_vec();
    let asleep = Traits { activity: Some(0.0), ..Traits::default() };
    world.set_traits(AgentId(0), asleep).expect("legal");
    (0..20).for_each(|_| world.step());
    let still = world.opinion(AgentId(0)).expect("an agent").iter().zip(&start);
    assert!(still.clone().all(|(x, y)| (x - y).abs() < 1e-5), "{still:?}");
    let refused = Traits { activity: Some(1.5), ..Traits::default() };
    assert!(matches!(world.set_traits(AgentId(0), refused), Err(WorldError::Traits(_))));
}
