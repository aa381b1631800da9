//! A year on the feed on the page: visitors who drift, the same visitors unmoved, and the crowd, from what the example `year`
//! of `experiments` wrote to `data/year.csv`.

use super::data::{DataError, Experiment};
use super::law::{Finding, items};
use super::line_plot::Plot;
use super::number_format::number;

const CSV: &str = include_str!("../../data/year.csv");

const CROWD: &str = "year: crowd: median";
const TOP: &str = "year: crowd: 95 %";
const DRIFTING: &str = "year: outermost tenth: drifting";
const UNMOVED: &str = "year: outermost tenth: unmoved";
const ALL_UNMOVED: &str = "year: all kinds: unmoved";

const FINDINGS: [Finding; 4] = [
    Finding {
        says: "who drifts ends in the crowd, even from the outermost tenth: {year: outermost tenth: drifting @ 0} bits,
            then {year: outermost tenth: drifting @ 365}. the crowd’s median is {year: crowd: median @ 365}.",
        holds: |e| (e.most(DRIFTING, 365.0) - e.least(CROWD, 365.0)).abs() < 0.5 && e.least(DRIFTING, 0.0) > 6.0,
    },
    Finding {
        says: "the crowd itself falls from {year: crowd: median @ 0} bits to {year: crowd: median @ 365}: everybody is
            nearer to somebody. not to everybody: there are many tribes, and they are far apart.",
        holds: |e| e.most(CROWD, 365.0) < e.least(CROWD, 0.0) - 1.0,
    },
    Finding {
        says: "who does not move is {year: outermost tenth: unmoved @ 365} bits out after a year. nineteen of twenty in that
            crowd are below {year: crowd: 95 % @ 365}. they did not become strange. everybody else left.",
        holds: |e| e.least(UNMOVED, 365.0) > e.most(TOP, 365.0) + 2.0 && e.least(UNMOVED, 365.0) > e.most(UNMOVED, 0.0),
    },
    Finding {
        says: "that goes for ordinary people, too: {year: all kinds: unmoved @ 0} bits, then
            {year: all kinds: unmoved @ 365}. this feed pushes people out of the middle. one that only attracts would
            gather them there.",
        holds: |e| e.least(ALL_UNMOVED, 365.0) > e.most(ALL_UNMOVED, 0.0) + 3.0,
    },
];

/// HTML of findings and plot.
///
/// # Errors
/// If the data cannot be parsed, lack a figure or do not support a sentence.
pub(super) fn year() -> Result<String, DataError> {
    let experiment = Experiment::read_runs(CSV)?;
    let lines = [
        (UNMOVED, "you, unmoved, from the outermost tenth"),
        (DRIFTING, "the same you, drifting"),
        (TOP, "the crowd: nineteen of twenty are below"),
        (CROWD, "the crowd, median"),
    ];
    let plot = Plot {
        id: "year-figure".to_owned(),
        caption: "two lines of one person: in that day’s crowd, drifting and unmoved.".to_owned(),
        axes: ["day", "surprisal, bits; one in 2 to that power is like them"],
        curves: Plot::lines(&experiment, &lines),
        rows: &[0.0, 7.0, 14.0, 28.0, 56.0, 91.0, 182.0, 273.0, 365.0],
        floor: 0.0,
        ticks: [number; 2],
    };
    Ok(format!("<ul>{}</ul>\n{}", items(&FINDINGS, &experiment)?, plot.html()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_supports_every_sentence_about_it() {
        let experiment = Experiment::read_runs(CSV).expect("a legal table");
        for finding in &FINDINGS {
            assert!((finding.holds)(&experiment), "{}", finding.says);
            assert!(!(finding.holds)(&Experiment::default()), "{}", finding.says);
        }
        let html = year().expect("every figure was measured");
        assert!(!html.contains(['{', '}']) && html.matches("<path class=\"line").count() == 8, "{html}");
    }
}
