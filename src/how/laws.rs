//! What does the essay claim, how was it tried, and what came out?
//!
//! Each sentence about what came out stands beside the test that its data have to pass; a native test runs all of
//! them, so that no verdict outlives its data. The data come from `cargo run --release --example laws`, which leaves them
//! in `target/laws/`: copy them to `data/` when an experiment or the engine has changed.

use super::data::{DataError, Experiment};
use super::numbers::{number, said};
use super::plot::{Curve, Plot};
use super::strangers::STRANGERS;
use super::tribes::TRIBES;

/// One claim, tried in simulated worlds.
pub struct Law {
    /// Its anchor on the page.
    pub id: &'static str,
    /// The claim, as a heading.
    pub claim: &'static str,
    /// The verdict in a few words.
    pub verdict: &'static str,
    /// How it was tried.
    pub tried: &'static str,
    /// What came out.
    pub found: &'static [Finding],
    /// What was measured, see [`Experiment::read`].
    pub(super) csv: &'static str,
    /// What is to be seen.
    pub(super) caption: &'static str,
    /// What x is, and what y is.
    pub(super) axes: [&'static str; 2],
    /// Curves: what they are called in the data, and to the reader.
    pub(super) curves: &'static [(&'static str, &'static str)],
    /// Values of x that get a row in the table.
    pub(super) rows: &'static [f64],
    /// How values of x and of y are written.
    pub(super) ticks: [fn(f64) -> String; 2],
}

/// A sentence about what came out. `{alone @ 200}` in it is what was measured there, the least and the most of all
/// worlds.
pub struct Finding {
    /// The sentence.
    pub says: &'static str,
    /// Whether the data support it.
    pub holds: fn(&Experiment) -> bool,
}

/// The claims in the order of the experiments.
pub fn laws() -> impl Iterator<Item = &'static Law> {
    STRANGERS.iter().chain(&TRIBES)
}

/// Of a logarithm to base two, the number itself.
pub(super) fn doubled(doublings: f64) -> String {
    number(libm::exp2(doublings))
}

impl Law {
    /// What was measured.
    ///
    /// # Errors
    /// When the data kept are not as the experiments write them.
    pub fn experiment(&self) -> Result<Experiment, DataError> {
        Experiment::read(self.csv)
    }

    /// Heading, verdict, what was done, what came out, and the figure.
    ///
    /// # Errors
    /// When a sentence speaks of what was not measured, or is not what was measured.
    pub fn html(&self) -> Result<String, DataError> {
        let experiment = self.experiment()?;
        if let Some(stale) = self.found.iter().find(|finding| !(finding.holds)(&experiment)) {
            return Err(DataError::Unsupported(stale.says.to_owned()));
        }
        let found =
            self.found.iter().map(|finding| Ok(format!("<li>{}</li>\n", filled(finding.says, &experiment)?)));
        let found: String = found.collect::<Result<_, DataError>>()?;
        let mut curves = Plot::lines(&experiment, self.curves);
        // A cloud of single people is no line.
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

/// A sentence with what was measured in place of `{series @ x}`.
fn filled(sentence: &str, experiment: &Experiment) -> Result<String, DataError> {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        let missing = || DataError::Missing { series: place.to_owned(), x: "that place".to_owned() };
        let (name, x) = place.split_once(" @ ").ok_or_else(missing)?;
        let x = x.parse().map_err(|_| missing())?;
        text.push_str(&said(experiment.at(name, x)?.range()));
        text.push_str(rest);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_support_every_sentence_about_them() {
        for law in laws() {
            let experiment = law.experiment().expect("the data are as the experiments write them");
            for finding in law.found {
                assert!((finding.holds)(&experiment), "{}: {}", law.id, finding.says);
            }
        }
    }

    #[test]
    fn without_data_no_sentence_is_supported() {
        for law in laws() {
            for finding in law.found {
                assert!(!(finding.holds)(&Experiment::default()), "{}: {}", law.id, finding.says);
            }
        }
    }

    #[test]
    fn every_law_has_its_picture_and_no_gap() {
        for law in laws() {
            let html = law.html().expect("every number was measured");
            assert_eq!(
                html.matches("<path class=\"line").count() + html.matches("<path class=\"dots").count(),
                2 * law.curves.len() - usize::from(law.curves.len() == 1),
                "{}",
                law.id
            );
            assert!(!html.contains(['{', '}']) && !html.contains("NaN") && !html.contains("inf"), "{html}");
        }
    }

    #[test]
    fn a_sentence_about_what_was_not_measured_is_refused() {
        let law = laws().nth(1).expect("there are nine");
        let experiment = law.experiment().expect("legal");
        assert!(filled("{on the feed, D = 64 @ 101}", &experiment).is_err());
        assert!(filled("{on the feed}", &experiment).is_err());
        assert_eq!(filled("x {no feed, D = 64 @ 0} y", &experiment).as_deref(), Ok("x 0 y"));
    }
}
