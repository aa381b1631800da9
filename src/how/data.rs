//! What did the experiments measure? Reads the tables they wrote, which are kept in `data/`.

use thiserror::Error;

/// A table that is not as the experiments write it, or lacks what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DataError {
    /// A line that is no measurement.
    #[error("line {0} is no measurement")]
    Line(usize),
    /// The data say something else.
    #[error("the data do not support this: {0}")]
    Unsupported(String),
    /// Nothing of that name was measured there.
    #[error("`{series}` was not measured at {x}")]
    Missing {
        /// What was asked for.
        series: String,
        /// Where.
        x: String,
    },
}

/// One experiment: curves over a common axis, each in one world or several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Experiment {
    /// What x is.
    pub across: String,
    /// What y is.
    pub up: String,
    /// Curves, in the order in which they were written.
    pub series: Vec<Series>,
}

/// One curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What was measured.
    pub name: String,
    /// Where, and what came out.
    pub points: Vec<Point>,
}

/// One place on a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Where.
    pub x: f64,
    /// y in every world.
    pub worlds: Vec<f64>,
}

impl Point {
    /// The mean of all worlds.
    pub fn mean(&self) -> f64 {
        self.worlds.iter().sum::<f64>() / self.worlds.len() as f64
    }

    /// The world with the least, and the one with the most.
    pub fn range(&self) -> [f64; 2] {
        let widen = |[low, high]: [f64; 2], &y: &f64| [low.min(y), high.max(y)];
        self.worlds.iter().fold([f64::INFINITY, f64::NEG_INFINITY], widen)
    }
}

impl Experiment {
    /// Reads what `examples/laws` writes: a heading with the two axes, then series, x, and y in every world.
    ///
    /// # Errors
    /// When a line is no measurement.
    pub fn read(csv: &str) -> Result<Experiment, DataError> {
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

    /// Reads one figure of what `examples/calibration` writes: figure, line, x, y.
    ///
    /// # Errors
    /// When a line is no measurement.
    pub fn read_figure(csv: &str, figure: &str) -> Result<Experiment, DataError> {
        let mut experiment = Experiment::default();
        for (number, line) in csv.lines().enumerate().skip(1) {
            match &cells(line)[..] {
                [own, name, x, worlds @ ..] if own == figure => {
                    experiment.put(name, x, worlds, number + 1)?
                }
                [_, _, _, _] => {}
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

    /// A curve by its name.
    pub fn series(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.name == name)
    }

    /// What was measured somewhere.
    ///
    /// # Errors
    /// When nothing was.
    pub fn at(&self, name: &str, x: f64) -> Result<&Point, DataError> {
        let point = self.series(name).and_then(|series| series.at(x));
        point.ok_or_else(|| DataError::Missing { series: name.to_owned(), x: x.to_string() })
    }

    /// The least of all worlds; not a number where nothing was measured, so that no comparison holds.
    pub fn least(&self, name: &str, x: f64) -> f64 {
        self.at(name, x).map_or(f64::NAN, |point| point.range()[0])
    }

    /// The most of all worlds; not a number where nothing was measured.
    pub fn most(&self, name: &str, x: f64) -> f64 {
        self.at(name, x).map_or(f64::NAN, |point| point.range()[1])
    }
}

impl Series {
    /// What was measured there.
    pub fn at(&self, x: f64) -> Option<&Point> {
        self.points.iter().find(|point| (point.x - x).abs() < 1e-4)
    }
}

/// The cells of a line; quoted ones may hold commas.
fn cells(line: &str) -> Vec<String> {
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
        assert_eq!(Experiment::read_figure("heading\nx,y,0", "x"), Err(DataError::Line(2)));
    }
}
