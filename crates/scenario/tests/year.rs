//! Tests of the scenario of a year: day 0, passive observers, slices, the claims about drifting and standing still, the clock.

use std::collections::HashSet;
use std::sync::LazyLock;

use drift::{StepProgress, World};
use perplexity::item_bank::{ITEM_COUNT, item};
use perplexity::likeness::Likeness;
use perplexity::opinions::OpinionAxes;
use perplexity::posterior::PosteriorDraws;
use perplexity::respondent::SimulatedRespondent;
use perplexity::score::PerplexityScore;
use quiz::questionnaire::{Answers, Response, SET_2};
use scenario::{Lever, LeverOutcome, SELVES, Year, YearReport, half_life};
use settings::{ConstructionProgress, WorldConstruction, turned_up};

static LIKENESS: LazyLock<Likeness> = LazyLock::new(Likeness::default);

/// Answers of somebody unusual, who is in no crowd.
fn weird() -> Answers {
    let mut answers = Answers::none(&SET_2);
    for row in include_str!("../../perplexity/data/personas.csv").lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let category: usize = cells[1].parse().expect("categories are numbers");
        answers.put(item(cells[0]), Response::ALL[category - 1]);
    }
    answers
}

/// Answers of a simulated respondent to every third item, with a pass and an answer to a reverse-keyed item.
fn respondent() -> Answers {
    let responses = SimulatedRespondent::nth(41, 2).responses(0);
    let mut answers = Answers::none(&SET_2);
    for q in (0..ITEM_COUNT).step_by(3) {
        answers.put(q, Response::ALL[usize::from(responses[q])]);
    }
    answers.pass(3);
    answers.put(ITEM_COUNT, Response::ALL[1]);
    answers
}

fn open(answers: &Answers) -> Year {
    let posterior = PosteriorDraws::new(&answers.item_answers().observations());
    Year::open(answers, &posterior, &LIKENESS).expect("a year fits")
}

/// Weekly reports of a year of somebody unusual, the last one of day 365.
static WEIRD_YEAR: LazyLock<Vec<YearReport>> = LazyLock::new(|| {
    let mut year = open(&weird());
    let mut reports = vec![year.report()];
    for day in 1..=365 {
        year.step();
        if day % 7 == 0 || day == 365 {
            reports.push(year.report());
        }
    }
    reports
});

fn last() -> &'static YearReport {
    WEIRD_YEAR.last().expect("the year has reports")
}

fn outcome(report: &YearReport, lever: Lever) -> &LeverOutcome {
    let outcome = &report.outcomes[lever as usize];
    assert_eq!(outcome.lever, lever);
    outcome
}

#[test]
fn day_zero_is_the_score_under_every_lever_and_unmoved() {
    for answers in [weird(), respondent()] {
        let score = PerplexityScore::new(&LIKENESS, &answers.item_answers()).expect("something was answered");
        let report = open(&answers).report();
        assert_eq!(report.unmoved.bits.to_bits(), score.surprisal.to_bits());
        assert_eq!((report.day, report.clock.years), (0, 0.0));
        for outcome in &report.outcomes {
            assert_eq!(outcome.surprisal, report.unmoved);
            assert_eq!(outcome.answers, answers);
            assert_eq!(outcome.changed, 0);
        }
        // The cloud is as wide as the score's range, roughly.
        let width = |[low, high]: [f64; 2]| high - low;
        let share = width(report.unmoved.range) / width(score.surprisal_range);
        println!("{:?} and {:?}", report.unmoved.range, score.surprisal_range);
        assert!((0.6..1.5).contains(&share), "{share}");
    }
}

#[test]
fn nobody_reads_the_visitor() {
    let mut year = open(&respondent());
    let opinions =
        OpinionAxes::new(SET_2.seed(), Year::DIMS).population(SET_2.seed(), Year::PEOPLE).expect("it fits");
    let mut alone = World::new(opinions, turned_up(), SET_2.seed()).expect("the default world");
    for _ in 0..3 {
        year.step();
        alone.step();
    }
    assert_eq!(year.world().checksum(), alone.checksum());
}

#[test]
fn slices_and_earlier_reports_change_no_bit() {
    let answers = respondent();
    let posterior = PosteriorDraws::new(&answers.item_answers().observations());
    let mut construction = WorldConstruction::new(Year::setting(SET_2.seed())).expect("a small world");
    let world = loop {
        match construction.advance(700).expect("it fits") {
            ConstructionProgress::Done(world) => break world,
            ConstructionProgress::Underway { share } => assert!((0.0..=1.0).contains(&share)),
        }
    };
    let mut sliced = Year::begin(*world, &answers, &posterior, &LIKENESS).expect("observers fit");
    let mut whole = open(&answers);
    for day in 1..=8 {
        whole.step();
        while sliced.step_agents(300 * day) != StepProgress::Done {}
        sliced.report();
    }
    assert_eq!(whole.report().survey.day, 7);
    assert_eq!(sliced.report(), whole.report());
    assert_eq!(sliced.membership(), whole.membership());
    assert_eq!(sliced.map(), whole.map());
}

#[test]
fn who_drifts_ends_in_the_crowd_and_who_does_not_move_is_out_of_it() {
    let (first, last) = (&WEIRD_YEAR[0], last());
    let drifting = outcome(last, Lever::AsIs);
    println!(
        "crowd {:.2}, {:.2}; drifting {:?}; unmoved {:?}",
        last.survey.crowd_median, last.survey.crowd_outermost, drifting.surprisal, last.unmoved
    );
    // The crowd gathers in several clusters; the unmoved visitor becomes rarer and is far above nearly everybody.
    assert!(last.survey.crowd_median < first.survey.crowd_median - 1.0);
    assert!(last.unmoved.bits > first.unmoved.bits + 1.0);
    assert!(last.unmoved.range[0] > last.survey.crowd_outermost);
    assert!((drifting.surprisal.bits - last.survey.crowd_median).abs() < 1.0);
    assert!(drifting.percentile < 98 && drifting.changed >= 10);
    let most = drifting.cluster.expect("fewer selves are unclustered than in one cluster");
    assert!(most.share >= 0.3 && usize::from(most.cluster) < last.survey.clusters.len());
}

#[test]
fn levers_make_a_difference() {
    let last = last();
    let bits = |lever| outcome(last, lever).surprisal.bits;
    assert!(bits(Lever::Mentors) > bits(Lever::AsIs) + 1.0);
    assert!(bits(Lever::Authenticity) > bits(Lever::AsIs) + 1.0);
    // Who reads nothing does not move, to the bit.
    let logged_off = outcome(last, Lever::LoggedOff);
    assert_eq!(logged_off.surprisal, last.unmoved);
    assert_eq!(logged_off.selves, outcome(&WEIRD_YEAR[0], Lever::LoggedOff).selves);
    assert_eq!((logged_off.changed, logged_off.answers), (0, weird()));
    let places: HashSet<Vec<[u32; 2]>> = last
        .outcomes
        .iter()
        .map(|outcome| outcome.selves.iter().map(|z| z.map(f32::to_bits)).collect())
        .collect();
    assert_eq!(places.len(), Lever::ALL.len(), "every lever leads elsewhere");
}

#[test]
fn shares_are_shares_and_clusters_have_different_names() {
    for report in WEIRD_YEAR.iter() {
        for outcome in &report.outcomes {
            assert_eq!(outcome.selves.len(), SELVES);
            assert_eq!(outcome.changes.len(), weird().count());
            assert!(outcome.changes.iter().all(|change| (0.0..=1.0).contains(&change.share)));
            assert!(outcome.percentile <= 100 && outcome.surprisal.bits >= 0.0);
            let [low, high] = outcome.surprisal.range;
            assert!(low <= high);
            if let Some(most) = outcome.cluster {
                assert!(most.share > 0.0 && most.share <= 1.0);
                assert!(usize::from(most.cluster) < report.survey.clusters.len());
            }
        }
        let survey = &report.survey;
        let names: HashSet<_> = survey.clusters.iter().map(|cluster| cluster.name).collect();
        assert_eq!(names.len(), survey.clusters.len());
        let members: u32 = survey.clusters.iter().map(|cluster| cluster.people).sum();
        assert_eq!(members + survey.unclustered, Year::PEOPLE as u32);
        for cluster in &survey.clusters {
            assert_eq!(cluster.apart.len(), Lever::ALL.len());
            assert!(cluster.typical.iter().all(|side| usize::from(side.question) < ITEM_COUNT));
        }
    }
    assert!(last().survey.clusters.len() >= 4, "{:?}", last().survey);
}

#[test]
fn the_map_holds_the_visitor_and_all_clusters_on_every_day() {
    for report in WEIRD_YEAR.iter() {
        let selves = report.outcomes.iter().flat_map(|outcome| &outcome.selves);
        let points = selves.chain(report.survey.clusters.iter().map(|cluster| &cluster.at));
        assert!(points.flatten().all(|x| x.abs() < Year::MAP_REACH), "day {}", report.day);
    }
}

#[test]
fn surprisal_halves_within_the_year_when_drifting_and_never_otherwise() {
    let half_life_of = |lever| {
        half_life(WEIRD_YEAR.iter().map(|report| (report.day, outcome(report, lever).surprisal.bits)))
    };
    let days = half_life_of(Lever::AsIs).expect("within the year");
    println!("{days:.0} days");
    assert!((20.0..200.0).contains(&days), "{days}");
    assert_eq!(half_life_of(Lever::LoggedOff), None);
    assert_eq!(half_life_of(Lever::Authenticity), None);
}

#[test]
fn the_clock_goes_forward_and_says_when_it_extrapolates() {
    let years = |report: &YearReport| report.clock.years;
    for pair in WEIRD_YEAR.windows(2).take_while(|pair| pair[1].day <= 182) {
        assert!(years(&pair[1]) > years(&pair[0]), "{:?} {:?}", pair[0].clock, pair[1].clock);
    }
    println!("{:?}", last().clock);
    let [low, high] = last().clock.range;
    assert!(low < years(last()) && years(last()) < high);
    assert!((4.0..40.0).contains(&years(last())) && last().clock.extrapolated);
    assert!(!WEIRD_YEAR[4].clock.extrapolated);
}

#[test]
fn passes_and_reverse_keyed_answers_stay() {
    let answers = respondent();
    let mut year = open(&answers);
    (0..20).for_each(|_| year.step());
    for outcome in &year.report().outcomes {
        assert!(outcome.answers.is_passed(3));
        assert_eq!(outcome.answers.get(ITEM_COUNT), answers.get(ITEM_COUNT));
        assert!(outcome.answers.asked().eq(answers.asked()));
        assert_eq!(outcome.changes.len(), answers.count() - 1);
    }
}

#[test]
fn everybody_has_a_prototype_on_day_0() {
    let (groups, of) = open(&respondent()).prototype_groups();
    assert_eq!(groups.iter().map(|group| group.people).sum::<u32>(), Year::PEOPLE as u32);
    assert!(groups.is_sorted_by(|a, b| a.people >= b.people) && groups.len() > 15);
    for (at, group) in groups.iter().enumerate() {
        assert_eq!(of.iter().filter(|&&group| group == at as f32).count(), group.people as usize);
        assert!(group.apart.iter().all(|&distance| distance == group.apart[0] && distance > 0.0));
    }
}

/// FNV-1a.
fn hash(values: impl Iterator<Item = u64>) -> u64 {
    values.fold(0xcbf2_9ce4_8422_2325, |hash, value| (hash ^ value).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn a_year_has_the_same_bits_everywhere() {
    let surprisals = WEIRD_YEAR.iter().flat_map(|report| {
        let clouds = report.outcomes.iter().map(|outcome| outcome.surprisal).chain([report.unmoved]);
        let bits = clouds.flat_map(|cloud| [cloud.bits, cloud.range[0], cloud.range[1]]);
        bits.chain([report.clock.years, report.survey.crowd_median]).map(f64::to_bits)
    });
    let changes = WEIRD_YEAR.iter().flat_map(|report| &report.outcomes).flat_map(|outcome| {
        let points = outcome.selves.iter().flatten().map(|x| u64::from(x.to_bits()));
        let shares = outcome.changes.iter().map(|change| u64::from(change.share.to_bits()));
        points.chain(shares).chain([u64::from(outcome.percentile)])
    });
    let found = [hash(surprisals), hash(changes)];
    println!("{found:#018x?}");
    assert_eq!(found, [0xa81e_25cf_7f9e_3ae8, 0x13ca_5e7f_a85f_b217]);
}
