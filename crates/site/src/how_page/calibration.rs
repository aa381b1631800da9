//! Calibration of the perplexity on the page, from what the example `sessions` of `experiments` wrote to `data/sessions.csv`.
//!
//! Beside the figures stand those of an earlier and independent simulation of the same score (`data/prototype.csv`), written
//! in another language, with a likeness of mean .030 instead of .025.

use super::calibration_tables::{CSV, PATTERNS, PROTOTYPE, count};
use super::data::{DataError, Experiment, Series};
use super::law::{Finding, items};
use super::line_plot::{Curve, Plot};
use super::number_format::number;

/// Least number of people of a point in the plot of chances.
const LEAST_PEOPLE: u32 = 20;

/// What the figures say, in words.
const FINDINGS: [Finding; 6] = [
    Finding {
        says: "the ranges are honest, or nearly. they should hold the truth 0.68 of the time. they do
            {targeted: held @ 24} of the time with 24 answers, {targeted: held @ 48} with 48, and
            {slightly wrong: held @ 48} when i get people slightly wrong: each loading off by .05, and people’s
            loudness spread wider than i think.",
        holds: |e| {
            ["targeted: held", "slightly wrong: held"].iter().all(|held| {
                [24.0, 36.0, 48.0].iter().all(|&n| e.least(held, n) > 0.62 && e.most(held, n) < 0.74)
            })
        },
    },
    Finding {
        says: "they are wide, too: {targeted: width_all @ 24} points of 100 with 24 answers,
            {targeted: width_all @ 48} with 48. far out they are narrower: {targeted: width_above_80 @ 48}.
            in the middle i say “ordinary” and no number.",
        holds: |e| {
            e.most("targeted: width_all", 48.0) < e.least("targeted: width_all", 24.0)
                && e.most("targeted: width_above_80", 48.0) < 0.7 * e.least("targeted: width_all", 48.0)
        },
    },
    Finding {
        says: "picking questions for you pays. 24 picked ones find your true place as well
            ({targeted: truth_place_by_model @ 24}) as 36 that are the same for all
            ({fixed order: truth_place_by_model @ 36}).",
        holds: |e| {
            e.least("targeted: truth_place_by_model", 24.0) > e.most("fixed order: truth_place_by_model", 36.0) - 0.01
        },
    },
    Finding {
        says: "being loud hardly pays: the place correlates {targeted: abs_style @ 48} with how fond somebody is of
            “definitely”. clicking without reading does not pay at all. it is ordinary, never rare, and mostly found
            out.",
        holds: |e| {
            let outcomes = PATTERNS.iter().map(|(name, _)| e.most(&format!("patterns: {name}: place"), 48.0));
            e.most("targeted: abs_style", 48.0) < 0.25
                && e.least("targeted: clicker_flagged", 48.0) > 0.9
                && outcomes.fold(0.0, f64::max) < 0.5
                && e.at("patterns: always A: place", 48.0).is_ok()
        },
    },
    Finding {
        says: "your answers stay hard to guess. after 42 others one costs {bits an answer: predicted @ 44.5} bits; by
            shares alone {bits an answer: shares alone @ 44.5}. people are like that.",
        holds: |e| {
            let saved = e.least("bits an answer: shares alone", 44.5) - e.most("bits an answer: predicted", 44.5);
            saved > 0.1 && saved < 0.5
        },
    },
    Finding {
        says: "an earlier simulation, written apart from this one, said nearly the same. its figures are the small ones.",
        holds: |e| {
            let Ok(prototype) = Experiment::read_runs(PROTOTYPE) else { return false };
            ["truth_place", "retest_place", "auc_outermost_tenth", "held"].iter().all(|figure| {
                let own = e.least(&format!("targeted: {figure}"), 48.0);
                (own - prototype.least(&format!("prototype simulation: {figure}"), 48.0)).abs() < 0.04
            })
        },
    },
];

/// Number of simulated respondents.
///
/// # Errors
/// If it is not in the data.
pub(super) fn visitors() -> Result<String, DataError> {
    Ok(count(Experiment::read_runs(CSV)?.at("simulated: people", 0.0)?.mean()))
}

/// HTML of the findings.
///
/// # Errors
/// If the data lack a figure or do not support a sentence.
pub(super) fn findings() -> Result<String, DataError> {
    Ok(format!("<ul>{}</ul>\n", items(&FINDINGS, &Experiment::read_runs(CSV)?)?))
}

/// HTML of the plots.
///
/// # Errors
/// If the data cannot be parsed, or lack a curve.
pub(super) fn pictures() -> Result<String, DataError> {
    let sessions = Experiment::read_runs(CSV)?;
    let chances = with_people(&sessions, LEAST_PEOPLE);
    let tenth = Plot {
        id: "calibration-outermost".to_owned(),
        caption: format!(
            "where i say “so many per cent sure that you are among the outermost tenth”, it is true about as often. \
             tenths with fewer than {LEAST_PEOPLE} people are left out."
        ),
        axes: ["as said, after 24 answers", "came true"],
        curves: vec![
            curve(&chances, "outermost tenth: as said", "as said", false)?,
            curve(&chances, "outermost tenth: came true", "came true", false)?,
        ],
        rows: &[],
        floor: 0.0,
        ticks: [number; 2],
    };
    let bits = Plot {
        id: "calibration-bits".to_owned(),
        caption: "what the next answer costs. i learn fast at first; the questions that are left hang less on the others."
            .to_owned(),
        axes: ["answers seen", "bits for the next answer"],
        curves: vec![
            curve(&sessions, "bits an answer: shares alone", "by shares alone", false)?,
            curve(&sessions, "bits an answer: predicted", "from the answers before", false)?,
        ],
        rows: &[2.5, 8.5, 14.5, 20.5, 26.5, 32.5, 38.5, 44.5],
        floor: 1.7,
        ticks: [number; 2],
    };
    Ok(tenth.html() + &bits.html())
}

/// The chances to be among the outermost tenth that were said of at least so many people.
fn with_people(sessions: &Experiment, least: u32) -> Experiment {
    let mut sessions = sessions.clone();
    let people = sessions.series("outermost tenth: people").cloned();
    let is_enough = |x: f64| {
        people.as_ref().and_then(|people| people.at(x)).is_some_and(|point| point.mean() >= f64::from(least))
    };
    for series in sessions.series.iter_mut().filter(|series| series.name.starts_with("outermost tenth: ")) {
        series.points.retain(|point| is_enough(point.x));
    }
    sessions
}

fn curve<'a>(
    sessions: &'a Experiment,
    series: &str,
    name: &'static str,
    dots: bool,
) -> Result<Curve<'a>, DataError> {
    let missing = || DataError::Missing { series: series.to_owned(), x: "any number of answers".to_owned() };
    let series: &Series = sessions.series(series).ok_or_else(missing)?;
    Ok(Curve { series, name, dots })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_support_every_sentence_and_nothing_supports_none() {
        let sessions = Experiment::read_runs(CSV).expect("a legal table");
        for finding in &FINDINGS {
            assert!((finding.holds)(&sessions), "{}", finding.says);
            assert!(!(finding.holds)(&Experiment::default()), "{}", finding.says);
        }
        assert!(!findings().expect("every figure was measured").contains(['{', '}']));
        let people = sessions.at("simulated: people", 0.0).expect("it was counted").mean();
        assert!(people >= 2_000.0, "{people}");
    }

    #[test]
    fn every_picture_has_its_lines() {
        let pictures = pictures().expect("every line was measured");
        assert_eq!(pictures.matches("<figure").count(), 2);
        assert!(!pictures.contains("NaN") && !pictures.contains("inf"));
        // What the caption says of the chances.
        let chances = with_people(&Experiment::read_runs(CSV).expect("a legal table"), LEAST_PEOPLE);
        let points = &chances.series("outermost tenth: came true").expect("it was counted").points;
        assert!(
            points.len() >= 6 && points.iter().all(|point| (point.mean() - point.x).abs() < 0.2),
            "{points:?}"
        );
    }
}
