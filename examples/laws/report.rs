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
    /// x and y.
    pub points: Vec<(f64, f64)>,
}

impl Figure {
    /// All points as comma separated values: series, x, y.
    pub fn csv(&self) -> String {
        let mut text = format!("series,{},{}\n", quoted(self.x), quoted(self.y));
        for series in &self.series {
            for (x, y) in &series.points {
                writeln!(text, "{},{x},{y}", quoted(&series.name)).expect("a string takes any text");
            }
        }
        text
    }
}

/// A cell that may hold a comma.
fn quoted(cell: &str) -> String {
    if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() }
}

impl Report {
    /// Writes the picture and its data.
    pub fn save(&self, folder: &Path, number: usize) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join(format!("law{number}.csv")), self.figure.csv())?;
        std::fs::write(folder.join(format!("law{number}.svg")), picture::svg(&self.figure))
    }
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
