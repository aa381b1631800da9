//! Bounds of the figures that the calibration of the perplexity prints, on fewer people.

use std::sync::OnceLock;

use experiments::sessions::forecast::bits;
use experiments::sessions::merit::{Case, SessionMerit, cases, outermost_bins};
use experiments::sessions::patterns::{ClickPattern, outcomes};
use experiments::sessions::sitting::{Asking, LENGTHS};
use experiments::sessions::truth::Truth;
use perplexity::likeness::Likeness;

const PEOPLE: usize = 600;

/// Seed of respondents whom the report does not know.
const SEED: u64 = 11;

fn targeted() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| cases(&Likeness::default(), SEED, PEOPLE, Truth::AS_MODELLED, Asking::Targeted))
}

fn merits() -> [SessionMerit; 4] {
    core::array::from_fn(|at| SessionMerit::of(targeted(), at))
}

#[test]
fn a_place_is_found_again_and_is_the_true_one() {
    let [_, at_24, _, at_48] = merits();
    // Three standard errors (600 people, 60 of them outermost) below what 4 000 people show: .67, .71, .90; .75, .80, .93.
    assert!(at_24.retest[0] > 0.61 && at_24.truth[0] > 0.65 && at_24.outermost > 0.84, "{at_24:?}");
    assert!(at_48.retest[0] > 0.70 && at_48.truth[0] > 0.75 && at_48.outermost > 0.88, "{at_48:?}");
    assert!((at_48.truth[0] - at_48.truth_by_model).abs() < 0.05, "{at_48:?}");
    assert!(at_24.style < 0.34 && at_48.style < 0.26, "{at_24:?} {at_48:?}");
    // Half of all people are about one in 47.
    let [low, median, high, _] = at_48.perplexity;
    assert!(low > 17.0 && (40.0..55.0).contains(&median) && (140.0..260.0).contains(&high), "{at_48:?}");
    assert!(at_48.error < 0.9, "{at_48:?}");
}

#[test]
fn ranges_hold_as_often_as_they_say_and_narrow() {
    let merits = merits();
    for merit in &merits {
        // 68 % within four standard errors.
        assert!((0.60..0.76).contains(&merit.held), "{merit:?}");
        assert!(merit.uniform[1] > 0.001, "{merit:?}");
        assert!(merit.outermost_off < 0.04, "{merit:?}");
    }
    assert!(merits.windows(2).all(|pair| pair[1].width[0] < pair[0].width[0]));
    assert!(merits[3].width[0] < 36.5 && merits[3].width[1] < 21.5, "{:?}", merits[3]);
}

#[test]
fn ranges_hold_where_the_model_is_slightly_wrong() {
    let cases = cases(&Likeness::default(), SEED, 300, Truth::MISSPECIFIED, Asking::Targeted);
    for at in 1..LENGTHS.len() {
        let merit = SessionMerit::of(&cases, at);
        assert!((0.57..0.77).contains(&merit.held), "{merit:?}");
    }
}

#[test]
fn clicking_at_random_is_ordinary_and_found_out() {
    let [_, at_24, _, at_48] = merits();
    assert!(at_48.clickers[0] < 0.15 && at_48.clickers[1] > 0.9, "{at_48:?}");
    assert!(at_24.clickers[0] < 0.25 && at_24.clickers[1] > 0.7, "{at_24:?}");
    assert!(at_48.honest_flagged < 0.01 && at_24.honest_flagged < 0.02, "{at_24:?} {at_48:?}");
}

#[test]
fn patterns_of_clicks_are_ordinary_and_found_out() {
    for pattern in ClickPattern::ALL {
        let [_, at_24, _, at_48] = outcomes(&Likeness::default(), pattern, 20);
        // 200 sessions of each: places of .11 to .30 at 24 answers, of .05 to .23 at 48.
        assert!(at_24.place < 0.45 && at_48.place < 0.35, "{pattern:?} {at_24:?} {at_48:?}");
        assert!(at_24.flagged > 0.9 && at_48.flagged > 0.9, "{pattern:?} {at_24:?} {at_48:?}");
    }
}

#[test]
fn the_chance_to_be_outermost_comes_true_as_often_as_it_says() {
    let bins = outermost_bins(targeted(), 3);
    assert_eq!(bins.iter().map(|[_, _, n]| n).sum::<f64>(), PEOPLE as f64);
    for [chance, came_true, n] in bins {
        // Four standard errors of a share, and what is wrong with the model.
        let error = f64::sqrt(chance * (1.0 - chance) / n);
        assert!((came_true - chance).abs() < 4.0 * error + 0.02, "{chance} {came_true} {n}");
    }
}

#[test]
fn figures_agree_with_those_of_an_independent_simulation() {
    let merits = merits();
    let mut compared = 0;
    for row in include_str!("../../site/data/prototype.csv").lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let [_, figure, answers, value] = cells[..] else { panic!("{row}") };
        let value: f64 = value.parse().expect("a number");
        let merit = merits.iter().find(|merit| merit.answers.to_string() == answers);
        let figures = merit.map(SessionMerit::figures).into_iter().flatten();
        for (_, own) in figures.filter(|(name, _)| *name == figure) {
            compared += 1;
            let least_most = match figure {
                "width_all" | "width_above_80" | "width_below_20" => [value - 4.0, value + 4.0],
                // Mean likeness is .030 there and .025 here, so that everybody is rarer here.
                "shown_q05" | "shown_q50" | "shown_q95" => [0.9 * value, 1.5 * value],
                // Six people.
                "shown_q99" => [0.5 * value, 2.0 * value],
                "rms_error_bits" => [value - 0.1, value + 0.15],
                // Four standard errors of a correlation of .7 or a share of .68 among 600.
                _ => [value - 0.08, value + 0.08],
            };
            assert!(
                (least_most[0]..least_most[1]).contains(&own),
                "{figure} at {answers}: {own}, not {value}"
            );
        }
    }
    assert_eq!(compared, 3 * 16);
}

#[test]
fn targeted_items_tell_more_than_fixed_ones() {
    let cases = cases(&Likeness::default(), SEED, 200, Truth::AS_MODELLED, Asking::Fixed);
    let targeted = merits();
    for (at, targeted) in targeted.iter().enumerate().skip(1) {
        let fixed = SessionMerit::of(&cases, at);
        assert!(targeted.truth_by_model > fixed.truth_by_model + 0.03, "{targeted:?} {fixed:?}");
    }
    // 24 targeted answers are worth 36 in a fixed order.
    assert!(targeted[1].truth_by_model > SessionMerit::of(&cases, 2).truth_by_model - 0.01);
}

#[test]
fn answers_cost_fewer_bits_the_more_are_known() {
    let rows = bits(&Likeness::default(), SEED, 60, 48, Asking::Fixed);
    let mean = |from: usize, to: usize| {
        rows[from..to].iter().map(|b| b.shares - b.predicted).sum::<f64>() / (to - from) as f64
    };
    assert!(mean(0, 1).abs() < 0.02, "nothing is known before the first answer");
    assert!(mean(24, 48) > mean(0, 12) && mean(24, 48) > 0.08, "{} {}", mean(0, 12), mean(24, 48));
    let over: f64 = rows.iter().map(|b| b.predicted - b.expected).sum::<f64>() / rows.len() as f64;
    assert!(over.abs() < 0.04, "{over}");
}
