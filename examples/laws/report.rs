//! What did an experiment find?

use core::fmt;
use std::fmt::Write as _;
use std::path::Path;

use super::picture;

/// One law, what was claimed, and what came out.
pub struct Report {
    /// The law in a sentence.
    pub claim: &'static str,
    /// What was found, a sentence each.
    pub found: Vec<String>,
    /// The picture of it, and its data.
    pub figure: Figure,
    /// What else was measured: in the data, not in the picture.
    pub beside: Vec<Series>,
}

/// Lines (or dots) over common axes.
pub struct Figure {
    /// What x is.
    pub x: &'static str,
    /// What y is.
    pub y: &'static str,
    /// Dots, not lines.
    pub dots: bool,
    /// Lines or clouds, with their names.
    pub series: Vec<Series>,
}

/// One line or cloud.
pub struct Series {
    pub name: String,
    /// x, and y in every world.
    pub points: Vec<(f64, Vec<f64>)>,
}

impl Series {
    /// y at every x, by world.
    pub fn new(name: impl Into<String>, points: impl IntoIterator<Item = (f64, Vec<f64>)>) -> Series {
        Series { name: name.into(), points: points.into_iter().collect() }
    }

    /// x, and the mean of y over the worlds.
    pub fn means(&self) -> impl Iterator<Item = (f64, f64)> {
        self.points.iter().map(|(x, worlds)| (*x, mean(worlds.iter().copied())))
    }
}

/// The same in hundredths.
pub fn hundred(shares: Vec<f64>) -> Vec<f64> {
    shares.into_iter().map(|share| 100.0 * share).collect()
}

/// A cell that may hold a comma.
fn quoted(cell: &str) -> String {
    if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() }
}

impl Report {
    /// All that was measured, as comma separated values: series, x, then y in each world.
    pub fn csv(&self) -> String {
        let mut text = format!("series,{},{}\n", quoted(self.figure.x), quoted(self.figure.y));
        for series in self.figure.series.iter().chain(&self.beside) {
            for (x, worlds) in &series.points {
                write!(text, "{},{}", quoted(&series.name), short(*x)).expect("a string takes any text");
                worlds.iter().for_each(|y| text.extend([",", &short(*y)]));
                text.push('\n');
            }
        }
        text
    }

    /// Writes the picture and its data.
    pub fn save(&self, folder: &Path, number: usize) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join(format!("law{number}.csv")), self.csv())?;
        std::fs::write(folder.join(format!("law{number}.svg")), picture::svg(&self.figure))
    }
}

/// Six decimals are more than three worlds can tell apart.
fn short(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.claim)?;
        self.found.iter().try_for_each(|sentence| writeln!(f, "  {sentence}"))
    }
}

/// `0.5 to 0.7`, of one figure from several worlds.
pub fn range(values: impl IntoIterator<Item = f64>) -> String {
    let (low, high) = span(values);
    if format!("{low:.1}") == format!("{high:.1}") {
        format!("{low:.1}")
    } else {
        format!("{low:.1} to {high:.1}")
    }
}

/// `12 to 15 %`, of one share from several worlds.
pub fn percents(values: impl IntoIterator<Item = f64>) -> String {
    let (low, high) = span(values);
    let (low, high) = (format!("{:.0}", 100.0 * low), format!("{:.0}", 100.0 * high));
    if low == high { format!("{low} %") } else { format!("{low} to {high} %") }
}

fn span(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    values.into_iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
}

/// The mean of several worlds.
pub fn mean(values: impl IntoIterator<Item = f64>) -> f64 {
    let (sum, count) = values.into_iter().fold((0.0, 0), |(sum, count), v| (sum + v, count + 1));
    sum / f64::from(count.max(1))
}
