//! Tables of the calibration: figures by number of answers, beside those of the prototype, and patterns of clicks.

use super::data::{DataError, Experiment};
use super::tables::{boxed, heads};
use quiz::format::grouped;

/// Figures of the example `sessions`.
pub(super) const CSV: &str = include_str!("../../data/sessions.csv");
/// Figures of the prototype.
pub(super) const PROTOTYPE: &str = include_str!("../../data/prototype.csv");

/// Columns of the table of figures: heading, run, number of answers.
const COLUMNS: [(&str, &str, f64); 6] = [
    ("12 answers", "targeted", 12.0),
    ("24", "targeted", 24.0),
    ("36", "targeted", 36.0),
    ("48", "targeted", 48.0),
    ("48, same questions for all", "fixed order", 48.0),
    ("48, model slightly wrong", "slightly wrong", 48.0),
];

/// Row of the table: what is asked, figures that stand in one cell, and their format.
type Row = (&'static str, &'static [&'static str], fn(f64) -> String);

/// Rows of the table.
const ROWS: [Row; 13] = [
    ("your place on one day and on another, correlation", &["retest_place"], hundredths),
    ("the same of the bits", &["retest_s"], hundredths),
    ("your place and the true place, correlation", &["truth_place"], hundredths),
    ("the same of the bits", &["truth_s"], hundredths),
    (
        "somebody truly among the outermost tenth stands above somebody who is not",
        &["auc_outermost_tenth"],
        hundredths,
    ),
    (
        "how wide the range is, of 100: everybody; above 80; below 20",
        &["width_all", "width_above_80", "width_below_20"],
        whole,
    ),
    ("the range holds the truth, times of 100; meant: 68", &["held"], percent),
    ("place and being loud, correlation", &["abs_style"], hundredths),
    ("bits off, on average", &["rms_error_bits"], hundredths),
    (
        "one in how many, for the 5th, 50th, 95th and 99th of 100",
        &["shown_q05", "shown_q50", "shown_q95", "shown_q99"],
        count,
    ),
    ("a random clicker is further out than so many of 100", &["clicker_mean_place"], percent),
    (
        "random clickers, honest people i cannot place, of 100",
        &["clicker_flagged", "honest_flagged"],
        percent,
    ),
    (
        "percentiles are even: furthest off (Kolmogorov–Smirnov); p",
        &["uniform_distance", "uniform_p"],
        hundredths,
    ),
];

/// Patterns of clicks: name in the data, name on the page.
pub(super) const PATTERNS: [(&str, &str); 5] = [
    ("always A", "A, always"),
    ("lower ends", "always the first pole, as if the sides were known"),
    ("upper ends", "always the second pole"),
    ("ends in turn", "the two poles in turn"),
    ("all torn", "torn, always"),
];

fn hundredths(value: f64) -> String {
    format!("{value:.2}").replace('-', "−")
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

fn percent(value: f64) -> String {
    whole(100.0 * value)
}

/// Formats a count.
pub(super) fn count(value: f64) -> String {
    grouped(value.round() as u64)
}

/// HTML of the tables of figures and of patterns of clicks.
///
/// # Errors
/// If the data lack a figure.
pub(super) fn tables() -> Result<String, DataError> {
    let (sessions, prototype) = (Experiment::read_runs(CSV)?, Experiment::read_runs(PROTOTYPE)?);
    let mut rows = String::new();
    for (asked, figures, format) in ROWS {
        rows.push_str(&format!("<tr><th scope=\"row\">{asked}</th>"));
        for (_, run, answers) in COLUMNS {
            let of = |experiment: &Experiment, run: &str| {
                let value =
                    |figure: &&str| Ok(format(experiment.at(&format!("{run}: {figure}"), answers)?.mean()));
                Ok(figures.iter().map(value).collect::<Result<Vec<String>, DataError>>()?.join("; "))
            };
            rows.push_str(&format!("<td>{}", of(&sessions, run)?));
            // The prototype's figures are about the same questions, for some numbers of answers.
            if let (true, Ok::<String, DataError>(text)) =
                (run == "targeted", of(&prototype, "prototype simulation"))
            {
                rows.push_str(&format!(" <small>{text}</small>"));
            }
            rows.push_str("</td>");
        }
        rows.push_str("</tr>\n");
    }
    let headings: Vec<&str> =
        core::iter::once("answers").chain(COLUMNS.map(|(heading, _, _)| heading)).collect();
    let figures = boxed(
        "calibration of the quiz",
        &format!("<table class=\"items\">{}<tbody>{rows}</tbody></table>", heads(&headings)),
    );
    Ok(figures + &patterns(&sessions)?)
}

fn patterns(sessions: &Experiment) -> Result<String, DataError> {
    let mut rows = String::new();
    for (name, shown) in PATTERNS {
        rows.push_str(&format!("<tr><th scope=\"row\">{shown}</th>"));
        for answers in [24.0, 48.0] {
            for figure in ["place", "flagged"] {
                let value = sessions.at(&format!("patterns: {name}: {figure}"), answers)?.mean();
                rows.push_str(&format!("<td>{}</td>", percent(value)));
            }
        }
        rows.push_str("</tr>\n");
    }
    let head = heads(&[
        "who clicks",
        "24 clicks: further out than, of 100",
        "not placed, of 100",
        "48: further out than",
        "not placed",
    ]);
    Ok(boxed("patterns of clicks", &format!("<table>{head}<tbody>{rows}</tbody></table>")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::how_page::data::Series;

    #[test]
    fn every_figure_of_the_prototype_stands_beside_one_of_ours() {
        let tables = tables().expect("every figure was measured");
        assert_eq!(tables.matches("<tr>").count(), 2 + ROWS.len() + PATTERNS.len());
        // Rows with figures of the prototype, at 24, 36 and 48 answers.
        assert_eq!(tables.matches("<small>").count(), 3 * 11);
        let prototype = Experiment::read_runs(PROTOTYPE).expect("a legal table");
        let named = |series: &Series| {
            let figure = series.name.strip_prefix("prototype simulation: ");
            figure.is_some_and(|figure| ROWS.iter().any(|(_, figures, _)| figures.contains(&figure)))
        };
        assert!(prototype.series.iter().all(named));
    }
}
