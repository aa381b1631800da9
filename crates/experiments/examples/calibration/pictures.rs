//! Figures of the calibration report.

use std::error::Error;
use std::path::Path;

use plotters::prelude::*;

/// Line or dots of a plot.
pub(crate) struct PlotLine<'a> {
    /// Name in the legend.
    pub name: &'a str,
    /// Points (x, y).
    pub points: Vec<(f64, f64)>,
    /// Colour.
    pub ink: RGBColor,
    /// Whether the points are drawn as dots.
    pub dots: bool,
}

/// Titles and ranges of a plot.
pub(crate) struct Axes<'a> {
    /// Title of the plot.
    pub title: &'a str,
    /// Title of the x axis.
    pub across: &'a str,
    /// Title of the y axis.
    pub up: &'a str,
    /// Range of x.
    pub x: [f64; 2],
    /// Range of y.
    pub y: [f64; 2],
}

/// Draws a plot into an SVG file of 640 × 420 pixels.
///
/// # Errors
/// If the file cannot be written.
pub(crate) fn draw(path: &Path, axes: &Axes, lines: &[PlotLine]) -> Result<(), Box<dyn Error>> {
    let sheet = SVGBackend::new(path, (640, 420)).into_drawing_area();
    sheet.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&sheet)
        .caption(axes.title, ("serif", 20))
        .margin(14)
        .x_label_area_size(44)
        .y_label_area_size(58)
        .build_cartesian_2d(axes.x[0]..axes.x[1], axes.y[0]..axes.y[1])?;
    chart
        .configure_mesh()
        .x_desc(axes.across)
        .y_desc(axes.up)
        .label_style(("serif", 13))
        .light_line_style(TRANSPARENT)
        .bold_line_style(BLACK.mix(0.1))
        .draw()?;
    for line in lines {
        let ink = line.ink;
        let points = line.points.iter().copied();
        let drawn = if line.dots {
            chart.draw_series(points.map(|at| Circle::new(at, 3, ink.filled())))?
        } else {
            chart.draw_series(LineSeries::new(points, ink.stroke_width(2)))?
        };
        drawn
            .label(line.name)
            .legend(move |(x, y)| PathElement::new(vec![(x, y), (x + 18, y)], ink.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .background_style(WHITE.mix(0.85))
        .label_font(("serif", 13))
        .position(SeriesLabelPosition::UpperRight)
        .draw()?;
    sheet.present()?;
    Ok(())
}
