//! Does the visitor's year keep its promises?

use std::collections::HashSet;

use normie_descent::crowd::{Axes, Person, draw};
use normie_descent::drift::{Params, World};
use normie_descent::future::{Lever, Life, Survey, Year};
use normie_descent::items::{Answers, item_models};
use normie_descent::perplexity::{CALIBRATORS, PEOPLE, Predictor};

const SEED: u64 = 29_573;
/// Identity bits of the median simulated person today, as far as these tests care.
const MEDIAN: f64 = 4.2;

fn answers_of(n: usize) -> Answers {
    Person::nth(SEED, PEOPLE + CALIBRATORS + n).answers(&item_models(), 0)
}

/// The lives of somebody after so many days.
fn after(today: &Predictor, answers: &Answers, days: usize) -> (Year, Vec<Life>, Survey) {
    let mut year = Year::open(SEED, today, answers).expect("a year fits");
    (0..days).for_each(|_| year.step());
    let (lives, survey) = year.report(today, MEDIAN);
    (year, lives, survey)
}

fn life(lives: &[Life], lever: Lever) -> &Life {
    let life = &lives[lever as usize];
    assert_eq!(life.lever, lever);
    life
}

#[test]
fn the_crowd_does_not_know_who_reads_along() {
    let today = Predictor::today(SEED);
    let (year, ..) = after(&today, &answers_of(500), 3);
    let beliefs = draw(SEED, Year::PEOPLE, &Axes::new(SEED, Year::DIMS).expect("512 axes")).expect("it fits");
    let mut alone = World::new(beliefs, Params::default(), SEED).expect("the default world");
    (0..3).for_each(|_| alone.step());
    assert!(year.world().beliefs().values() == alone.beliefs().values());
}

#[test]
fn the_feed_makes_tribes_with_names_and_levers_make_a_difference() {
    let today = Predictor::today(SEED);
    // Somebody far out: the levers have something to save.
    let answers = (500..560)
        .map(answers_of)
        .max_by(|a, b| {
            let bits = |answers| today.posterior(answers).identity_bits();
            bits(a).total_cmp(&bits(b))
        })
        .expect("there are sixty");
    let (_, lives, survey) = after(&today, &answers, 150);
    let names: HashSet<_> = survey.tribes.iter().map(|tribe| tribe.name).collect();
    assert!(names.len() >= 4 && names.len() == survey.tribes.len(), "{survey:?}");
    let in_tribes: u32 = survey.tribes.iter().map(|tribe| tribe.people).sum();
    assert_eq!(in_tribes + survey.loners, Year::PEOPLE as u32);
    // The median simulated person is easier to point out than today.
    assert!(survey.median_bits < MEDIAN - 0.8, "{survey:?}");

    let as_is = life(&lives, Lever::AsIs);
    assert!(as_is.answers != answers && as_is.bits_today < lives[5].bits_today, "{lives:?}");
    // Who reads nothing stays; the crowd does not.
    let logged_off = life(&lives, Lever::LoggedOff);
    assert_eq!(logged_off.answers, answers);
    assert_eq!(logged_off.bits_today, today.posterior(&answers).identity_bits());
    assert_ne!(logged_off.bits_that_day, logged_off.bits_today);
    // Mentors and authenticity keep more of somebody than the feed leaves.
    for lever in [Lever::Mentors, Lever::Authenticity] {
        let kept = life(&lives, lever);
        assert!(kept.bits_today > as_is.bits_today, "{lever:?}: {lives:?}");
        assert!(kept.tribe.is_none(), "{lever:?}: {lives:?}");
    }
    let places: HashSet<_> = lives.iter().map(|life| life.you.map(f32::to_bits)).collect();
    assert_eq!(places.len(), Lever::ALL.len(), "every lever leads elsewhere");
}

#[test]
fn a_pass_stays_a_pass_and_everybody_is_asked_the_same() {
    let today = Predictor::today(SEED);
    let mut answers = answers_of(1);
    (0..24).step_by(3).for_each(|q| answers.0[q] = None);
    let (_, lives, _) = after(&today, &answers, 40);
    for life in &lives {
        let passed = |answers: &Answers| answers.0.map(|answer| answer.is_none());
        assert_eq!(passed(&life.answers), passed(&answers));
        assert!(life.further_than <= 100 && life.bits_that_day >= 0.0);
    }
}
