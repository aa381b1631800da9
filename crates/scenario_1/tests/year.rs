//! Tests of the scenario of a year: passive observers, clusters, levers, passes.

use std::collections::HashSet;

use drift::{Params, World};
use quiz::population::{OpinionSpace, Respondent, draw};
use quiz::questionnaire::{Answers, SET_1};
use quiz::scoring::{NORM_SAMPLE_SIZE, PEOPLE, Predictor};
use scenario::{ClusterSurvey, Lever, LeverOutcome, Year};

const SEED: u64 = 29_573;
/// Median identity bits of the norm sample, as assumed by these tests.
const MEDIAN: f64 = 4.2;

fn answers_of(n: usize) -> Answers {
    Respondent::nth(SEED, PEOPLE + NORM_SAMPLE_SIZE + n).answers(&SET_1.models(), 0)
}

/// The scenario and its report after so many days.
fn after(today: &Predictor, answers: &Answers, days: usize) -> (Year, Vec<LeverOutcome>, ClusterSurvey) {
    let mut year = Year::open(SEED, today, answers).expect("a year fits");
    (0..days).for_each(|_| year.step());
    let (outcomes, survey) = year.report(today, MEDIAN);
    (year, outcomes, survey)
}

fn outcome(outcomes: &[LeverOutcome], lever: Lever) -> &LeverOutcome {
    let outcome = &outcomes[lever as usize];
    assert_eq!(outcome.lever, lever);
    outcome
}

#[test]
fn the_crowd_does_not_know_who_reads_along() {
    let today = Predictor::today(&SET_1, SEED);
    let (year, ..) = after(&today, &answers_of(500), 3);
    let beliefs =
        draw(SEED, Year::PEOPLE, &OpinionSpace::new(SEED, Year::DIMS).expect("512 axes")).expect("it fits");
    let mut alone = World::new(beliefs, Params::default(), SEED).expect("the default world");
    (0..3).for_each(|_| alone.step());
    assert!(year.world().opinions().values() == alone.opinions().values());
}

#[test]
fn the_feed_makes_tribes_with_names_and_levers_make_a_difference() {
    let today = Predictor::today(&SET_1, SEED);
    // A respondent with many identity bits, so that the levers can make a difference.
    let answers = (500..560)
        .map(answers_of)
        .max_by(|a, b| {
            let bits = |answers| today.posterior(answers).identity_bits();
            bits(a).total_cmp(&bits(b))
        })
        .expect("there are sixty");
    let (_, outcomes, survey) = after(&today, &answers, 150);
    let names: HashSet<_> = survey.clusters.iter().map(|cluster| cluster.name).collect();
    assert!(names.len() >= 4 && names.len() == survey.clusters.len(), "{survey:?}");
    let in_clusters: u32 = survey.clusters.iter().map(|cluster| cluster.people).sum();
    assert_eq!(in_clusters + survey.unclustered, Year::PEOPLE as u32);
    // The median respondent has fewer identity bits than on day 0.
    assert!(survey.median_bits < MEDIAN - 0.8, "{survey:?}");

    let as_is = outcome(&outcomes, Lever::AsIs);
    assert!(as_is.answers != answers && as_is.bits_today < outcomes[5].bits_today, "{outcomes:?}");
    // Without posts the opinions stay; the population's change.
    let logged_off = outcome(&outcomes, Lever::LoggedOff);
    assert_eq!(logged_off.answers, answers);
    assert_eq!(logged_off.bits_today, today.posterior(&answers).identity_bits());
    assert_ne!(logged_off.bits_that_day, logged_off.bits_today);
    // Mentors and authenticity preserve more identity bits than the feed.
    for lever in [Lever::Mentors, Lever::Authenticity] {
        let kept = outcome(&outcomes, lever);
        assert!(kept.bits_today > as_is.bits_today, "{lever:?}: {outcomes:?}");
        assert!(kept.cluster.is_none(), "{lever:?}: {outcomes:?}");
    }
    let places: HashSet<_> = outcomes.iter().map(|outcome| outcome.you.map(f32::to_bits)).collect();
    assert_eq!(places.len(), Lever::ALL.len(), "every lever leads elsewhere");
}

#[test]
fn a_pass_stays_a_pass_and_everybody_is_asked_the_same() {
    let today = Predictor::today(&SET_1, SEED);
    let mut answers = answers_of(1);
    (0..SET_1.len()).step_by(3).for_each(|q| answers.put(q, None));
    let (_, outcomes, _) = after(&today, &answers, 40);
    for outcome in &outcomes {
        let passed =
            |answers: &Answers| -> Vec<bool> { answers.responses().iter().map(Option::is_none).collect() };
        assert_eq!(passed(&outcome.answers), passed(&answers));
        assert!(outcome.further_than <= 100 && outcome.bits_that_day >= 0.0);
    }
}
