//! Law: a claim of the essay, the experiment, and its outcome.
//!
//! Each finding comes with a test of the data that support it; a native test runs all of them. The data come from
//! `cargo run --release --package experiments --example laws`, which writes to `target/laws/`; copy them to `data/` after a change of an
//! experiment or of the engine.

use super::data::{DataError, Experiment};
use super::line_plot::{Curve, Plot};
use super::number_format::{format_range, number};

/// Claim of the essay, tested in simulated worlds.
pub(super) struct Law {
    /// Anchor on the page.
    pub id: &'static str,
    /// The claim, as a heading.
    pub claim: &'static str,
    /// The verdict in a few words.
    pub verdict: &'static str,
    /// Description of the experiment.
    pub tried: &'static str,
    /// Findings.
    pub found: &'static [Finding],
    /// Data, see [`Experiment::read`].
    pub(super) csv: &'static str,
    /// Caption of the plot.
    pub(super) caption: &'static str,
    /// Titles of the x and y axes.
    pub(super) axes: [&'static str; 2],
    /// Curves: name in the data, and in the legend.
    pub(super) curves: &'static [(&'static str, &'static str)],
    /// Values of x that have a row in the table.
    pub(super) rows: &'static [f64],
    /// Formats of values of x and of y.
    pub(super) ticks: [fn(f64) -> String; 2],
}

/// Sentence about an outcome. A placeholder `{alone @ 200}` is replaced by the range of all worlds at that point.
pub(super) struct Finding {
    /// The sentence.
    pub says: &'static str,
    /// Test whether the data support the sentence.
    pub holds: fn(&Experiment) -> bool,
}

/// Format of a base-two logarithm as the number itself.
pub(super) fn doubled(doublings: f64) -> String {
    number(libm::exp2(doublings))
}

impl Law {
    /// Parses the data.
    ///
    /// # Errors
    /// If the data cannot be parsed.
    pub(super) fn experiment(&self) -> Result<Experiment, DataError> {
        Experiment::read(self.csv)
    }

    /// HTML of heading, verdict, experiment, findings and plot.
    ///
    /// # Errors
    /// If a finding refers to a missing point, or the data do not support it.
    pub(super) fn html(&self) -> Result<String, DataError> {
        let experiment = self.experiment()?;
        let found = items(self.found, &experiment)?;
        let mut curves = Plot::lines(&experiment, self.curves);
        // Points of single people are not joined.
        curves.iter_mut().for_each(|curve: &mut Curve| curve.dots = curve.series.points.len() > 500);
        let plot = Plot {
            id: format!("{}-figure", self.id),
            caption: self.caption.to_owned(),
            axes: self.axes,
            curves,
            rows: self.rows,
            floor: 0.0,
            ticks: self.ticks,
        };
        let Law { id, claim, verdict, tried, .. } = self;
        Ok(format!(
            "<section id=\"{id}\" class=\"law\">\n<h3>{claim}</h3>\n<p class=\"verdict\">{verdict}</p>\n<p>{tried}</p>\n\
             <ul>{found}</ul>\n{}</section>\n",
            plot.html()
        ))
    }
}

/// HTML of findings as items of a list.
///
/// # Errors
/// If a finding refers to a missing point, or the data do not support it.
pub(super) fn items(found: &[Finding], experiment: &Experiment) -> Result<String, DataError> {
    if let Some(stale) = found.iter().find(|finding| !(finding.holds)(experiment)) {
        return Err(DataError::Unsupported(stale.says.to_owned()));
    }
    found.iter().map(|finding| Ok(format!("<li>{}</li>\n", filled(finding.says, experiment)?))).collect()
}

/// Replaces each placeholder `{series @ x}` by the measured range.
pub(super) fn filled(sentence: &str, experiment: &Experiment) -> Result<String, DataError> {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        let missing = || DataError::Missing { series: place.to_owned(), x: "that place".to_owned() };
        let (name, x) = place.split_once(" @ ").ok_or_else(missing)?;
        let x = x.parse().map_err(|_| missing())?;
        text.push_str(&format_range(experiment.at(name, x)?.range()));
        text.push_str(rest);
    }
    Ok(text)
}
