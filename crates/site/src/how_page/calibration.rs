//! Calibration figures of the page, from what the example `calibration` of `experiments` wrote to `data/calibration.csv`.

use super::data::{DataError, Experiment};
use super::line_plot::{Curve, Plot};
use super::number_format::number;
use super::tables::boxed;

const CSV: &str = include_str!("../../data/calibration.csv");

/// Row of the table: question, and result.
type Row = (&'static str, &'static str);

/// Rows of the table. `{name:decimals}` is replaced by the measured figure of this name.
const ROWS: [Row; 11] = [
    (
        "bits an answer costs, 24 questions",
        "{bits an answer:2}; by shares alone {bits an answer by shares:2}. the likelier side is right
         {likelier side right, %:0} times of 100",
    ),
    (
        "the same on 28 items that an ideal predictor was tried on",
        "{bits on the ideal's items:2}; the ideal {bits of the ideal:2}",
    ),
    ("a forecast of so many per cent is off by", "{forecasts off, points of a hundred:1} points on average"),
    (
        "perplexity",
        "median {perplexity, median:0}; one in twenty above {perplexity, one in twenty above:0}, one in a hundred
         above {perplexity, one in a hundred above:0}",
    ),
    (
        "identity bits of the same people’s second answers",
        "correlation {second answers, correlation:2}. twelve answers with all 24:
         {twelve answers, correlation:2}",
    ),
    (
        "somebody truly among the outermost tenth stands above somebody who is not",
        "{finds the outermost by factors:2} of the time; by beliefs {finds the outermost by beliefs:2}",
    ),
    ("identity bits and being loud", "correlation {loudness, correlation:2}"),
    ("percentiles", "uniform (Kolmogorov–Smirnov, p = {percentiles, p:2})"),
    ("a range holds the place of second answers", "{ranges hold, %:0} times of 100; meant: 67"),
    (
        "“i could not place you”",
        "{honest flagged, %:0} of 100 honest visitors, {random clickers flagged, %:0} of 100 random clickers",
    ),
    ("a random clicker, on average", "is further out than {random clickers, mean place:0} of 100"),
];

/// Plot of the report: name in the data, caption, axes and curves.
struct Picture {
    name: &'static str,
    caption: &'static str,
    axes: [&'static str; 2],
    /// Name in the data, name in the legend, and whether the curve is drawn as points.
    curves: &'static [(&'static str, &'static str, bool)],
    rows: &'static [f64],
    floor: f64,
}

const PICTURES: [Picture; 4] = [
    Picture {
        name: "log_score",
        caption: "the more answers i have seen, the fewer bits the next one costs. on an ideal predictor’s own items
            mine is as good as the ideal.",
        axes: ["answers seen", "bits for the next answer"],
        curves: &[
            ("shares alone", "by shares alone", false),
            ("quiz", "the quiz’s predictor", false),
            ("on the ideal's 28 items", "on the ideal’s items", false),
            ("ideal predictor", "the ideal", true),
        ],
        rows: &[0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 23.0],
        floor: 1.9,
    },
    Picture {
        name: "reliability",
        caption: "what i forecast with so many per cent happens about as often.",
        axes: ["forecast", "came true"],
        curves: &[("as said", "as said", false), ("came true", "came true", true)],
        rows: &[],
        floor: 0.0,
    },
    Picture {
        name: "percentiles",
        caption: "percentiles are fair: as many visitors land in the last tenth as in any other.",
        axes: ["share of simulated people who are nearer to everyone", "share of visitors"],
        curves: &[("uniform", "perfectly even", false), ("visitors", "visitors", false)],
        rows: &[],
        floor: 0.0,
    },
    Picture {
        name: "coherence",
        caption: "clicks told from answers: the verdict is nearly as good as the best test there can be.",
        axes: ["share of honest visitors flagged", "share of random clickers flagged"],
        curves: &[("likelihood-ratio optimum", "the best there can be", false), ("verdict", "mine", false)],
        rows: &[0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
        floor: 0.0,
    },
];

/// The measured figure of this name.
///
/// # Errors
/// If there is none.
pub(super) fn measured(name: &str) -> Result<f64, DataError> {
    Ok(Experiment::read_figure(CSV, "measured")?.at(name, 0.0)?.mean())
}

/// HTML of the table of figures.
///
/// # Errors
/// If the data lack a figure.
pub(super) fn table() -> Result<String, DataError> {
    let row = |(asked, came): &Row| {
        Ok(format!("<tr><th scope=\"row\">{asked}</th><td>{}</td></tr>\n", filled(came)?))
    };
    let rows: String = ROWS.iter().map(row).collect::<Result<_, DataError>>()?;
    Ok(boxed(
        "calibration of the quiz",
        &format!(
            "<table><thead><tr><th scope=\"col\">asked</th><th scope=\"col\">what came out</th></tr></thead>\n<tbody>{rows}</tbody></table>"
        ),
    ))
}

/// HTML of the plots.
///
/// # Errors
/// If the data cannot be parsed, or lack a curve.
pub(super) fn pictures() -> Result<String, DataError> {
    let mut text = String::new();
    for picture in &PICTURES {
        let experiment = Experiment::read_figure(CSV, picture.name)?;
        let curve = |(name, said, dots): &(&str, &'static str, bool)| {
            Some(Curve { series: experiment.series(name)?, name: said, dots: *dots })
        };
        let curves: Vec<Curve> = picture.curves.iter().filter_map(curve).collect();
        if curves.len() < picture.curves.len() {
            return Err(DataError::Missing {
                series: picture.name.to_owned(),
                x: "all its lines".to_owned(),
            });
        }
        let plot = Plot {
            id: format!("calibration-{}", picture.name.replace('_', "-")),
            caption: picture.caption.to_owned(),
            axes: picture.axes,
            curves,
            rows: picture.rows,
            floor: picture.floor,
            ticks: [number; 2],
        };
        text.push_str(&plot.html());
    }
    Ok(text)
}

/// Replaces each placeholder `{name:decimals}` by the measured figure.
fn filled(sentence: &str) -> Result<String, DataError> {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        let (name, decimals) = place.rsplit_once(':').unwrap_or((place, "0"));
        let decimals: usize = decimals.parse().unwrap_or(0);
        text.push_str(&format!("{:.decimals$}", measured(name)?).replace('-', "−"));
        text.push_str(rest);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_quotes_only_what_was_measured_and_flatters_nobody() {
        let table = table().expect("every figure was measured");
        assert!(!table.contains(['{', '}']) && table.matches("<tr>").count() == 1 + ROWS.len());
        let figure = |name| measured(name).expect("it was measured");
        // What the page says in words of these figures.
        assert!(figure("bits an answer") < figure("bits an answer by shares"));
        assert!((figure("bits on the ideal's items") - figure("bits of the ideal")).abs() < 0.05);
        assert!((figure("ranges hold, %") - 66.7).abs() < 5.0);
        assert!(figure("percentiles, p") > 0.01);
        assert!(figure("honest flagged, %") < 5.0 && figure("random clickers flagged, %") > 50.0);
        assert!(figure("visitors") >= 2_000.0);
    }

    #[test]
    fn every_picture_has_its_lines() {
        let pictures = pictures().expect("every line was measured");
        assert_eq!(pictures.matches("<figure").count(), PICTURES.len());
        assert!(!pictures.contains("NaN") && !pictures.contains("inf"));
    }
}
