//! Bounds of the figures that the calibration of the perplexity prints, on fewer people.

use std::sync::OnceLock;

use experiments::sessions::forecast::bits;
use experiments::sessions::merit::{Case, SessionMerit, cases};
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
    assert!(at_48.style < 0.24, "{at_48:?}");
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
