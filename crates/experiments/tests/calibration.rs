//! Bounds of the figures that the calibration report prints.
//!
//! The report's own measures, on fewer people where that takes time.

use std::sync::OnceLock;

use experiments::calibration::statistics::{
    area_under_curve, correlation, error, kolmogorov_smirnov, mean, rank_correlation,
};
use experiments::calibration::{Quiz, Visitors, coherence, forecasts, interval, merit, statistics};

fn crowd() -> &'static (Quiz, Visitors) {
    static CROWD: OnceLock<(Quiz, Visitors)> = OnceLock::new();
    CROWD.get_or_init(|| {
        let quiz = Quiz::of_set_1();
        let visitors = Visitors::new(&quiz, 2_000);
        (quiz, visitors)
    })
}

#[test]
fn answers_are_foretold_better_than_by_shares_and_as_well_as_the_crowd_believes() {
    let (quiz, visitors) = crowd();
    let outcomes = forecasts::outcomes(quiz, &visitors.answers[..100]);
    let of =
        |value: &dyn Fn(&forecasts::ForecastOutcome) -> f64| outcomes.iter().map(value).collect::<Vec<f64>>();
    let (bits, shares) = (of(&|o| o.bits()), of(&|o| o.share_bits));
    assert!(mean(&bits) < 2.06 && mean(&shares) > mean(&bits) + 0.06, "{} {}", mean(&bits), mean(&shares));
    let over = of(&|o| o.bits() - o.expected_bits());
    assert!(mean(&over).abs() < 3.0 * error(&over), "{} ± {}", mean(&over), error(&over));
    let rows = forecasts::by_seen(&outcomes);
    assert!((rows[0].bits - rows[0].share_bits).abs() < 0.05, "{:?}", rows[0]);
    let late = |value: fn(&forecasts::Row) -> f64| mean(&rows[12..].iter().map(value).collect::<Vec<_>>());
    assert!(late(|r| r.bits) < 2.03 && late(|r| r.expected_bits) < 2.03, "{}", late(|r| r.bits));
    assert!(late(|r| r.likeliest) > 0.34 && rows[23].seen == 23);
    let sides = outcomes.iter().filter_map(|o| o.sides()).map(|right| f64::from(u8::from(right)));
    assert!(mean(&sides.collect::<Vec<_>>()) > 0.69);
}

#[test]
fn what_is_forecast_happens_as_often() {
    let (quiz, visitors) = crowd();
    let outcomes = forecasts::outcomes(quiz, &visitors.answers[100..200]);
    let bins = forecasts::reliability(&outcomes, 10);
    let all: f64 = bins.iter().map(|bin| bin[2]).sum();
    let off: f64 = bins.iter().map(|[p, came, n]| n / all * (p - came).abs()).sum();
    assert!(off < 0.015, "{off} {bins:?}");
    // 2 400 answers: four standard errors of a tenth.
    let transforms = forecasts::histogram(outcomes.iter().map(|o| o.transform));
    assert!(transforms.iter().all(|share| (share - 0.1).abs() < 0.025), "{transforms:?}");
}

#[test]
fn the_number_finds_those_who_are_far_out_whatever_their_style() {
    let (quiz, visitors) = crowd();
    let merits = merit::merits(quiz, visitors, 500);
    let (identity, divergence) = (merits.identity, merits.divergence);
    for merit in [identity, divergence] {
        assert!(merit.retest > 0.5, "{merit:?}");
        assert!(merit.finds_by_beliefs > 0.8 && merit.finds_by_factors > 0.75, "{merit:?}");
        assert!(merit.random < 0.5 && merit.random_on_top < 0.02, "{merit:?}");
    }
    assert!(identity.style.abs() < 0.2 && identity.style > divergence.style, "{identity:?} {divergence:?}");
    // The bits as a whole measure loudness and clicks.
    assert!(merits.total.random > 0.9 && merits.total.finds_by_factors < 0.6, "{:?}", merits.total);
    let [median, twentieth, hundredth] = merits.perplexity;
    assert!((8.0..14.0).contains(&median) && twentieth > 40.0 && hundredth > 80.0, "{:?}", merits.perplexity);
}

#[test]
fn percentiles_of_simulated_visitors_are_uniform() {
    let (quiz, visitors) = crowd();
    let merits = merit::merits(quiz, visitors, 1);
    assert!(merits.uniform[1] > 0.01, "{:?}", merits.uniform);
    let shares = merit::shares(quiz, visitors);
    assert!((mean(&shares) - 0.5).abs() < 0.03);
}

#[test]
fn twelve_answers_give_a_blurry_version_of_all() {
    let (quiz, visitors) = crowd();
    let [bits, uniform] = merit::early_look(quiz, visitors);
    assert!(bits > 0.5 && uniform > 0.01, "{bits} {uniform}");
}

#[test]
fn clicks_are_distinguished_from_answers_as_well_as_can_be() {
    let (quiz, visitors) = crowd();
    let found = coherence::coherence(quiz, visitors);
    assert!(found.honest < 0.05 && found.outermost < 0.1 && found.random > 0.5, "{found:?}");
    let [verdict, best] = found.areas;
    assert!(verdict > best - 0.01 && best > 0.95, "{verdict} {best}");
    assert!(found.curve.iter().all(|[_, verdict, best]| *verdict > best - 0.05), "{:?}", found.curve);
}

#[test]
fn ranges_hold_two_thirds_of_second_answers() {
    let (quiz, visitors) = crowd();
    let [within, below, above, width] = interval::coverage(quiz, visitors, 120);
    // Three standard errors of two thirds of 120 are 13 points.
    assert!((within - 0.667).abs() < 0.13 && below < 0.3 && above < 0.3, "{within} {below} {above}");
    assert!((30.0..65.0).contains(&width), "{width}");
}

#[test]
fn the_measures_measure() {
    let [up, down] = [[1.0, 2.0, 4.0, 8.0], [8.0, 4.0, 2.0, 1.0]];
    assert!((rank_correlation(&up, &down) + 1.0).abs() < 1e-12);
    assert!(correlation(&up, &down) > -1.0 && (correlation(&up, &up) - 1.0).abs() < 1e-12);
    assert_eq!(area_under_curve(&up, &[false, false, true, true]), 1.0);
    assert_eq!(area_under_curve(&up, &[true, false, false, true]), 0.5);
    assert_eq!((statistics::quantile(&up, 0.5), statistics::share_from(&up, 4.0)), (2.0, 0.5));
    let even: Vec<f64> = (0..1000).map(|i| (f64::from(i) + 0.5) / 1000.0).collect();
    assert!(kolmogorov_smirnov(&even, 1000)[1] > 0.99);
    let skewed: Vec<f64> = even.iter().map(|u| u * u).collect();
    assert!(kolmogorov_smirnov(&skewed, 1000)[1] < 1e-6);
}
