//! Table of figures as comma-separated values: run, figure, number of answers or day, value.

use core::fmt::Write as _;
use std::path::Path;

/// Heading of the table.
const HEADING: &str = "run,figure,x,y\n";

/// Table of figures.
pub struct FigureTable(String);

impl Default for FigureTable {
    fn default() -> FigureTable {
        FigureTable(HEADING.to_owned())
    }
}

impl FigureTable {
    /// Adds a figure of a run at `x`: a number of answers, a day or a chance. Names have no commas. Four decimals are kept;
    /// a mean over nobody, which is not a number, is left out.
    pub fn add(&mut self, run: &str, figure: &str, x: f64, y: f64) {
        if y.is_nan() {
            return;
        }
        let short = |number: f64| (number * 1e4).round() / 1e4;
        writeln!(self.0, "{run},{figure},{},{}", short(x), short(y)).expect("a string takes any text");
    }

    /// The table as text.
    pub fn csv(&self) -> &str {
        &self.0
    }

    /// Writes the table to a file, and its folder where there is none.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::write(path, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_with_four_decimals() {
        let mut table = FigureTable::default();
        table.add("items targeted", "held", 24.0, 0.671_234);
        table.add("items targeted", "width_below_20", 24.0, f64::NAN);
        assert_eq!(table.csv(), "run,figure,x,y\nitems targeted,held,24,0.6712\n");
    }
}
