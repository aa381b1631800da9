//! Report of an experiment: its findings, its figure and its data.

use core::fmt;
use std::fmt::Write as _;
use std::path::Path;

use super::figure::{Figure, PlotSeries};
use super::picture;

/// Report of one law: claim, findings and data.
pub struct Report {
    /// The claim, one sentence.
    pub claim: &'static str,
    /// Findings, one sentence each.
    pub found: Vec<String>,
    /// Figure with its data.
    pub figure: Figure,
    /// Further series, in the data but not in the figure.
    pub beside: Vec<PlotSeries>,
}

/// Quotes a cell that contains a comma.
fn quoted(cell: &str) -> String {
    if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() }
}

impl Report {
    /// All data as comma-separated values: series, x, then y in each world.
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

    /// The figure as SVG.
    pub fn svg(&self) -> String {
        picture::svg(&self.figure)
    }

    /// Writes the figure and its data to a folder.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn save(&self, folder: &Path, number: usize) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join(format!("law{number}.csv")), self.csv())?;
        std::fs::write(folder.join(format!("law{number}.svg")), self.svg())
    }
}

/// Formats a number with at most six decimals.
fn short(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.claim)?;
        self.found.iter().try_for_each(|sentence| writeln!(f, "  {sentence}"))
    }
}
