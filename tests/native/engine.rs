//! Does the engine keep its word: same bits in any slices, guests unseen, nonsense refused?

use normie_descent::belief::Beliefs;
use normie_descent::crowd;
use normie_descent::drift::{
    Circle, Contacts, DriftError, Kernel, OutOfRange, Params, PersonId, Progress, Reach, Traits, TraitsError,
    World,
};

fn beliefs(people: usize, dims: usize) -> Beliefs {
    let axes = crowd::Axes::new(3, dims).expect("legal");
    crowd::draw(3, people, &axes).expect("a small crowd fits")
}

/// A world in which every influence there is has a say.
fn busy() -> Params {
    Params {
        feed: 0.6,
        explore: 0.2,
        innovation: 0.05,
        display: 0.7,
        refit: Some(3),
        screened: 7,
        posts: 11,
        falloff: 3.0,
        ..Params::default()
    }
}

fn circle(mentors: &[u32]) -> Circle {
    let mentors: Vec<PersonId> = mentors.iter().copied().map(PersonId).collect();
    Circle::new(&mentors).expect("a legal circle")
}

fn mentored(mentors: &[u32]) -> Traits {
    Traits { mentorship: 0.5, mentors: circle(mentors), ..Traits::default() }
}

fn busy_world() -> World {
    let mut world = World::new(beliefs(200, 40), busy(), 5).expect("legal");
    world.set_traits(PersonId(7), mentored(&[1, 2, 3, 4, 5])).expect("legal");
    let ring: Vec<Vec<PersonId>> =
        (0..200).map(|i| vec![PersonId((i + 1) % 200), PersonId((i + 199) % 200)]).collect();
    world.set_contacts(Some(Contacts::new(&ring).expect("a ring"))).expect("between days");
    world
}

#[test]
fn slices_of_any_size_come_to_the_same_bits() {
    let mut whole = busy_world();
    (0..7).for_each(|_| whole.step());
    for budget in [1, 3, 64, 199, 200, 5_000] {
        let mut sliced = busy_world();
        while sliced.day() < 7 {
            sliced.step_people(budget);
        }
        assert_eq!(whole.beliefs(), sliced.beliefs(), "slices of {budget}");
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
            shared.step_on(threads);
        }
        shared.step_people(33);
        shared.step_on(threads);
        assert_eq!(alone.beliefs(), shared.beliefs(), "{threads} threads");
        assert_eq!(alone.posts(), shared.posts(), "{threads} threads");
        assert_eq!(alone.embedding(), shared.embedding(), "{threads} threads");
    }
}

#[test]
fn a_day_begun_in_slices_is_finished_by_a_step() {
    let (mut whole, mut begun) = (busy_world(), busy_world());
    whole.step();
    assert_eq!(begun.step_people(80), Progress::Partway { moved: 80, people: 200 });
    begun.step();
    assert_eq!((begun.day(), begun.beliefs()), (1, whole.beliefs()));
}

#[test]
fn guests_do_not_disturb_the_crowd() {
    let (mut alone, mut visited) = (busy_world(), busy_world());
    let row = vec![2.5; 40];
    let first = visited.add_guest(&row, Traits::default(), 1).expect("legal");
    visited.add_guest(&row, mentored(&[0, first.0, 9]), 1).expect("legal");
    for day in 0..6 {
        alone.step();
        visited.step_people(50);
        if day == 3 {
            visited.add_guest(&row, Traits::default(), 9).expect("guests may come at any hour");
            visited.place(first, &[0.5; 40]).expect("a guest can be put somewhere else");
        }
        visited.step();
    }
    assert_eq!(alone.beliefs(), visited.beliefs());
    assert_eq!(visited.guests(), 3);
}

#[test]
fn guests_with_the_same_luck_and_traits_live_the_same_life() {
    let mut world = busy_world();
    let row = beliefs(1, 40).row(0).to_vec();
    let luck = [4, 4, 5].map(|luck| world.add_guest(&row, Traits::default(), luck).expect("legal"));
    (0..5).for_each(|_| world.step());
    let [a, b, other] = luck.map(|id| world.belief(id).expect("a guest").to_vec());
    assert_eq!(a, b);
    assert_ne!(a, other);
}

#[test]
fn a_guest_drifts_like_a_member_of_the_crowd() {
    // Same place, other luck: after a season both have gone the same way, most of it.
    let mut world = World::new(beliefs(500, 64), Params::default(), 1).expect("legal");
    let row = world.beliefs().row(42).to_vec();
    let guest = world.add_guest(&row, Traits::default(), 0).expect("legal");
    (0..60).for_each(|_| world.step());
    let (member, guest) = (world.belief(PersonId(42)).expect("there"), world.belief(guest).expect("there"));
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
        posts: 1,
        feed: 0.0,
        kernel: Kernel::One,
        susceptibility: 1.0,
        anchor: 0.0,
        ..Params::default()
    };
    let mut world = World::new(beliefs(300, 34), params, 1).expect("legal");
    let plain = world.add_guest(&[0.0; 34], Traits::default(), 7).expect("legal");
    let keen = Traits { explore: Some(1.0), ..Traits::default() };
    let explorer = world.add_guest(&[3.0; 34], keen, 7).expect("legal");
    let offline = Traits { susceptibility: Some(0.0), ..Traits::default() };
    let offline = world.add_guest(&[3.0; 34], offline, 7).expect("legal");
    world.step();
    let close = |a: &[f32], b: &[f32]| a.iter().zip(b).all(|(x, y)| (x - y).abs() < 1e-5);
    assert!(close(world.belief(plain).expect("there"), world.belief(explorer).expect("there")));
    assert_eq!(world.belief(offline).expect("there"), [3.0; 34]);
}

#[test]
fn a_placed_guest_is_at_home_there() {
    let mut world = World::new(beliefs(100, 2), Params::default(), 1).expect("legal");
    let guest =
        world.add_guest(&[0.0, 0.0], Traits { anchor: Some(1.0), ..Traits::default() }, 0).expect("legal");
    world.step_people(10);
    world.place(guest, &[2.0, -1.0]).expect("legal");
    assert_eq!(world.belief(guest).expect("there"), [2.0, -1.0]);
    world.step();
    world.step();
    assert_eq!(world.belief(guest).expect("there"), [2.0, -1.0]);
    assert_eq!(world.anchor(guest).expect("there"), [2.0, -1.0]);
    assert_eq!(world.place(PersonId(3), &[0.0, 0.0]), Err(DriftError::NotAGuest(3)));
    assert_eq!(world.place(PersonId(101), &[0.0, 0.0]), Err(DriftError::Nobody(101)));
}

#[test]
fn mean_attention_to_a_stranger_is_what_was_asked_for() {
    for kernel in [Kernel::Flat, Kernel::Gauss, Kernel::Rational] {
        for (dims, p) in [(2, 0.2), (64, 0.1), (512, 0.03)] {
            let params = Params { kernel, reach: Reach::Share(p), falloff: 3.0, ..Params::default() };
            let world = World::new(beliefs(400, dims), params, 1).expect("legal");
            let (mut sum, mut pairs) = (0.0, 0.0);
            for i in 0..400 {
                for j in 0..i {
                    let (a, b) = (world.embedding().padded(i), world.embedding().padded(j));
                    sum += world.attention().weight(normie_descent::drift::squared_distance(a, b));
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
    assert!(!world.projection().rotates());
    let (row, z) = (world.beliefs().row(5), world.embedding().row(5));
    assert_eq!(z, [row[0] - world.projection().mean()[0], row[1] - world.projection().mean()[1]]);
    let world = World::new(beliefs(100, 34), Params::default(), 1).expect("legal");
    assert_eq!((world.embedding().width(), world.projection().axes().len()), (8, 8));
}

#[test]
fn rules_out_of_range_are_refused_by_name() {
    let default = Params::default;
    for (params, field, sentence) in [
        (
            Params { posts: 0, ..default() },
            "the number of posts a day",
            "is 0, but it has to be between 1 and 64",
        ),
        (Params { screened: 513, ..default() }, "the number of authors screened", "between 1 and 512"),
        (
            Params { feed: 1.5, ..default() },
            "the strength of the feed",
            "is 1.5, but it has to be between 0 and 1",
        ),
        (Params { explore: -0.1, ..default() }, "exploration", "is -0.1,"),
        (Params { susceptibility: f32::NAN, ..default() }, "susceptibility", "is not a number,"),
        (Params { anchor: 2.0, ..default() }, "the weight of the anchor", "is 2,"),
        (Params { innovation: f32::INFINITY, ..default() }, "innovation", "between 0 and 2"),
        (Params { display: 1.1, ..default() }, "honesty of display", "is 1.1,"),
        (Params { falloff: 0.1, ..default() }, "the fall-off of attention", "between 0.5 and 16"),
        (
            Params { reach: Reach::Share(0.0), ..default() },
            "the mean attention to a stranger",
            "between 0.001 and 0.9",
        ),
        (
            Params { reach: Reach::Radius(0.0), ..default() },
            "the radius of attention",
            "between 0.0001 and 1000",
        ),
        (
            Params { embedding: 33, ..default() },
            "the number of coordinates the recommender sees",
            "between 1 and 32",
        ),
        (Params { refit: Some(0), ..default() }, "the days between refits", "between 1 and 10000"),
    ] {
        let error = World::new(beliefs(50, 2), params, 1).expect_err("out of range");
        assert!(matches!(error, DriftError::OutOfRange(OutOfRange { field: named, .. }) if named == field));
        assert!(error.to_string().starts_with(field) && error.to_string().contains(sentence), "{error}");
    }
    assert_eq!(Params::default().check(), Ok(()));
}

#[test]
fn sizes_out_of_range_are_refused_with_a_sentence() {
    for (people, dims, sentence) in [
        (1, 2, "the number of people is 1, but it has to be between 2 and 1000000"),
        (1_000_001, 2, "the number of people is 1000001, but it has to be between 2 and 1000000"),
        (10, 2_049, "the number of beliefs is 2049, but it has to be between 1 and 2048"),
    ] {
        let beliefs = Beliefs::zeros(people, dims).expect("fits");
        let error = World::new(beliefs, Params::default(), 1).expect_err("out of range");
        assert_eq!(error.to_string(), sentence);
    }
    let beliefs = Beliefs::from_rows(2, vec![0.0, 1.0, f32::NAN, 0.0]).expect("two rows");
    let error = World::new(beliefs, Params::default(), 1).expect_err("not a number");
    assert_eq!(error, DriftError::NotANumber { person: 1, dimension: 0 });
}

#[test]
fn traits_that_make_no_sense_are_refused() {
    let mut world = World::new(beliefs(20, 2), Params::default(), 1).expect("legal");
    let guest = world.add_guest(&[0.0, 0.0], Traits::default(), 0).expect("legal");
    let mut refused = |person: u32, traits| world.set_traits(PersonId(person), traits).expect_err("refused");
    let traits = |error: TraitsError| DriftError::Traits(error);
    assert_eq!(refused(3, mentored(&[4, 3])), traits(TraitsError::OwnMentor));
    assert_eq!(refused(3, mentored(&[4, guest.0])), traits(TraitsError::GuestMentor));
    assert_eq!(refused(3, mentored(&[4, 77])), traits(TraitsError::UnknownMentor(77)));
    assert_eq!(refused(99, Traits::default()), DriftError::Nobody(99));
    let alone = Traits { mentorship: 0.5, ..Traits::default() };
    assert_eq!(refused(3, alone), traits(TraitsError::NoMentors(0.5f32.into())));
    let pushy = Traits { anchor: Some(1.5), ..Traits::default() };
    assert!(refused(3, pushy).to_string().starts_with("the weight of the anchor is 1.5"));
    assert_eq!(Circle::new(&[PersonId(1)]), Err(TraitsError::CircleSize(1)));
    assert_eq!(
        Circle::new(&[PersonId(1); 9]).expect_err("too many").to_string(),
        "a circle has between 2 and 8 mentors, not 9"
    );
}

#[test]
fn rules_and_traits_of_the_crowd_change_between_days_only() {
    let mut world = busy_world();
    world.step_people(10);
    assert_eq!(world.set_params(Params::default()), Err(DriftError::DuringTheDay));
    assert_eq!(world.set_traits(PersonId(0), Traits::default()), Err(DriftError::DuringTheDay));
    assert_eq!(world.set_contacts(None), Err(DriftError::DuringTheDay));
    world.step();
    world.set_params(Params { feed: 0.0, ..Params::default() }).expect("between days");
    assert_eq!(world.params().feed, 0.0);
    world.step();
}

#[test]
fn new_rules_hold_attention_to_the_first_day() {
    let mut world = World::new(beliefs(300, 64), Params::default(), 1).expect("legal");
    let first = world.bandwidth();
    (0..50).for_each(|_| world.step());
    world.set_params(Params { kernel: Kernel::Gauss, ..Params::default() }).expect("between days");
    assert_ne!(world.bandwidth(), first);
    world.set_params(Params::default()).expect("between days");
    assert_eq!(world.bandwidth(), first);
}
