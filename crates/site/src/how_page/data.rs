//! Tables of the experiments in `data/`, and their parser.

use thiserror::Error;

/// Error of a table: wrong format, or missing data.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DataError {
    /// A line cannot be parsed.
    #[error("line {0} is no measurement")]
    Line(usize),
    /// A claim is not supported by the data.
    #[error("the data do not support this: {0}")]
    Unsupported(String),
    /// The series has no such point.
    #[error("`{series}` was not measured at {x}")]
    Missing {
        /// Name of the series.
        series: String,
        /// Value of x.
        x: String,
    },
}

/// Data of one experiment: series over a common axis, each from one world or several.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Experiment {
    /// Title of the x axis.
    pub across: String,
    /// Title of the y axis.
    pub up: String,
    /// Series, in the order of the table.
    pub series: Vec<Series>,
}

/// Series of points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Series {
    /// Name of the series.
    pub name: String,
    /// Points in the order of the table.
    pub points: Vec<Point>,
}

/// Point of a series.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Point {
    /// x.
    pub x: f64,
    /// y in every world.
    pub worlds: Vec<f64>,
}

impl Point {
    /// Mean of y over all worlds.
    pub(super) fn mean(&self) -> f64 {
        self.worlds.iter().sum::<f64>() / self.worlds.len() as f64
    }

    /// Least and greatest y of all worlds.
    pub(super) fn range(&self) -> [f64; 2] {
        let widen = |[low, high]: [f64; 2], &y: &f64| [low.min(y), high.max(y)];
        self.worlds.iter().fold([f64::INFINITY, f64::NEG_INFINITY], widen)
    }
}

impl Experiment {
    /// Parses a table that the example `laws` wrote: a heading with the axes, then series, x, and y in every world.
    ///
    /// # Errors
    /// If a line cannot be parsed.
    pub(super) fn read(csv: &str) -> Result<Experiment, DataError> {
        let mut experiment = Experiment::default();
        for (number, line) in csv.lines().enumerate() {
            let cells = cells(line);
            match (&cells[..], number) {
                ([_, across, up], 0) => {
                    experiment.across.clone_from(across);
                    experiment.up.clone_from(up);
                }
                ([name, x, worlds @ ..], 1..) => experiment.put(name, x, worlds, number + 1)?,
                _ => return Err(DataError::Line(number + 1)),
            }
        }
        Ok(experiment)
    }

    /// Parses a table of the example `sessions` or `year`, or of the same form: run, figure, x, y. Series are named `run:
    /// figure`.
    ///
    /// # Errors
    /// If a line cannot be parsed.
    pub(super) fn read_runs(csv: &str) -> Result<Experiment, DataError> {
        let mut experiment = Experiment::default();
        for (number, line) in csv.lines().enumerate().skip(1) {
            match &cells(line)[..] {
                [run, figure, x, y] => {
                    let y = core::slice::from_ref(y);
                    experiment.put(&format!("{run}: {figure}"), x, y, number + 1)?;
                }
                _ => return Err(DataError::Line(number + 1)),
            }
        }
        Ok(experiment)
    }

    fn put(&mut self, name: &str, x: &str, worlds: &[String], line: usize) -> Result<(), DataError> {
        let number = |text: &String| text.parse::<f64>().map_err(|_| DataError::Line(line));
        let worlds = worlds.iter().map(number).collect::<Result<Vec<f64>, _>>()?;
        if worlds.is_empty() {
            return Err(DataError::Line(line));
        }
        let point = Point { x: number(&x.to_owned())?, worlds };
        match self.series.iter_mut().find(|series| series.name == name) {
            Some(series) => series.points.push(point),
            None => self.series.push(Series { name: name.to_owned(), points: vec![point] }),
        }
        Ok(())
    }

    /// The series of this name.
    pub(super) fn series(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.name == name)
    }

    /// The point of a series at `x`.
    ///
    /// # Errors
    /// If there is none.
    pub(super) fn at(&self, name: &str, x: f64) -> Result<&Point, DataError> {
        let point = self.series(name).and_then(|series| series.at(x));
        point.ok_or_else(|| DataError::Missing { series: name.to_owned(), x: x.to_string() })
    }

    /// Least y of all worlds; NaN where there is no point, so that no comparison holds.
    pub(super) fn least(&self, name: &str, x: f64) -> f64 {
        self.at(name, x).map_or(f64::NAN, |point| point.range()[0])
    }

    /// Greatest y of all worlds; NaN where there is no point.
    pub(super) fn most(&self, name: &str, x: f64) -> f64 {
        self.at(name, x).map_or(f64::NAN, |point| point.range()[1])
    }
}

impl Series {
    /// The point at `x`.
    pub(super) fn at(&self, x: f64) -> Option<&Point> {
        self.points.iter().find(|point| (point.x - x).abs() < 1e-4)
    }
}

/// Cells of a line; quoted cells may contain commas.
pub(super) fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().expect("there is always a cell").push(other),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "series,day,\"inside, %\"\n\"fed, D = 64\",0,1,2,6\n\"fed, D = 64\",10,4,4,4\n";

    #[test]
    fn a_table_is_read_with_its_commas_and_worlds() {
        let experiment = Experiment::read(TABLE).expect("a legal table");
        assert_eq!((&experiment.across[..], &experiment.up[..]), ("day", "inside, %"));
        let point = experiment.at("fed, D = 64", 0.0).expect("it was measured");
        assert_eq!((point.mean(), point.range()), (3.0, [1.0, 6.0]));
    }

    #[test]
    fn what_was_not_measured_is_missed_and_supports_nothing() {
        let experiment = Experiment::read(TABLE).expect("a legal table");
        let missing = experiment.at("fed, D = 64", 5.0).expect_err("nobody looked");
        assert_eq!(missing.to_string(), "`fed, D = 64` was not measured at 5");
        let least = experiment.least("unfed", 0.0);
        assert!(least.is_nan());
    }

    #[test]
    fn a_line_that_is_no_measurement_is_named() {
        for broken in ["a,b,c\nfed,0", "a,b,c\nfed,zero,1", "a,b,c\nfed,0,one"] {
            assert_eq!(Experiment::read(broken), Err(DataError::Line(2)), "{broken}");
        }
        for broken in ["heading\nrun,figure,0", "heading\nrun,figure,0,one", "heading\nrun,figure,0,1,1"] {
            assert_eq!(Experiment::read_runs(broken), Err(DataError::Line(2)), "{broken}");
        }
    }
}
