//! Does the sorted line find what listening to everybody finds?

use normie_descent::belief::Beliefs;
use normie_descent::chance::{Chance, Purpose, normal, uniform};
use normie_descent::drift::{Audience, Averaging, Circle, Kernel, Params, PersonId, Reach, Traits, World};

/// People with opinions on a line, the same in one dimension, where they are sorted, and in two, where everybody is
/// asked: on the second they all agree.
fn twins(opinions: &[f32], params: &Params) -> [World; 2] {
    let flat = opinions.iter().flat_map(|&x| [x, 0.0]).collect();
    [(1, opinions.to_vec()), (2, flat)].map(|(dims, values)| {
        let beliefs = Beliefs::from_rows(dims, values).expect("whole rows");
        World::new(beliefs, params.clone(), 1).expect("legal")
    })
}

#[track_caller]
fn check(worlds: &[World; 2], what: &str) {
    let everybody = (worlds[0].beliefs().people() + worlds[0].guests()) as u32;
    for person in (0..everybody).map(PersonId) {
        let [sorted, asked] = worlds.each_ref().map(|world| world.belief(person).expect("is there")[0]);
        assert!((sorted - asked).abs() < 2e-5, "{what}, {person:?}: {sorted} {asked}");
    }
}

fn rules(radius: f32, averaging: Averaging) -> Params {
    Params {
        audience: Audience::Everyone,
        averaging,
        kernel: Kernel::Flat,
        reach: Reach::Radius(radius),
        ..Params::default()
    }
}

#[test]
fn a_day_of_the_sorted_line_is_a_day_of_hearing_everybody() {
    let mut luck = Chance::new(9, Purpose::Factors).of(0);
    let scattered: Vec<f32> = (0..700).map(|_| normal(&mut luck) as f32).collect();
    // Many stand on one spot, and many exactly at the edge of each other's reach.
    let grid: Vec<f32> = (0..700).map(|_| (uniform(&mut luck) * 16.0).floor() as f32 * 0.25).collect();
    for opinions in [scattered, grid] {
        for radius in [0.01, 0.25, 1.0, 20.0] {
            for averaging in [Averaging::ByAttention, Averaging::PerPost] {
                let mut worlds = twins(&opinions, &rules(radius, averaging));
                for day in 0..4 {
                    check(&worlds, &format!("radius {radius}, {averaging:?}, day {day}"));
                    worlds.iter_mut().for_each(World::step);
                }
            }
        }
    }
}

#[test]
fn guests_and_pupils_hear_the_same_on_the_sorted_line() {
    let mut luck = Chance::new(10, Purpose::Factors).of(0);
    let opinions: Vec<f32> = (0..300).map(|_| normal(&mut luck) as f32).collect();
    let mut worlds = twins(&opinions, &rules(0.5, Averaging::ByAttention));
    for world in &mut worlds {
        let mentors = Circle::new(&[PersonId(5), PersonId(6)]).expect("two");
        let pupil = Traits { mentorship: 0.5, mentors, ..Traits::default() };
        world.set_traits(PersonId(3), pupil).expect("legal");
        for at in [-9.0, -0.3, 0.0, opinions[7], 9.0] {
            let row = [at, 0.0];
            let dims = world.beliefs().dims();
            world.add_guest(&row[..dims], Traits::default(), 1).expect("legal");
        }
        world.step();
    }
    check(&worlds, "after a day");
    // Far from everybody nobody is heard, and nobody moves.
    assert_eq!(worlds[0].belief(PersonId(300)).expect("is there"), [-9.0]);
}

#[test]
fn a_day_on_the_line_in_slices_is_the_same_day() {
    let mut luck = Chance::new(11, Purpose::Factors).of(0);
    let opinions: Vec<f32> = (0..500).map(|_| normal(&mut luck) as f32).collect();
    let [mut whole, _] = twins(&opinions, &rules(0.3, Averaging::ByAttention));
    let mut sliced = whole.clone();
    whole.step();
    while sliced.day() == 0 {
        sliced.step_people(7);
    }
    assert_eq!(whole.beliefs(), sliced.beliefs());
}
