//! How do the figures look?

use std::error::Error;
use std::path::Path;

use plotters::prelude::*;

/// A line, or where it has no pen, dots.
pub struct Line<'a> {
    /// What it is.
    pub name: &'a str,
    /// Points (x, y).
    pub points: Vec<(f64, f64)>,
    /// Its colour.
    pub ink: RGBColor,
    /// Dots instead of a line.
    pub dots: bool,
}

/// What stands around the lines.
pub struct Axes<'a> {
    /// Above everything.
    pub title: &'a str,
    /// Along the bottom.
    pub across: &'a str,
    /// Up the side.
    pub up: &'a str,
    /// From and to, along the bottom.
    pub x: [f64; 2],
    /// From and to, up the side.
    pub y: [f64; 2],
}

/// Draws lines into an SVG of 640 × 420 pixels.
pub fn draw(path: &Path, axes: &Axes, lines: &[Line]) -> Result<(), Box<dyn Error>> {
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
