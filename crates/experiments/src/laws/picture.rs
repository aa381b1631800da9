//! Plots of the experiments as SVG.

use plotters::prelude::*;

use super::figure::{Figure, PlotSeries};

const SIZE: (u32, u32) = (720, 440);
/// Colours of the curves, which also differ in lightness; each line is labelled at its end.
const INKS: [RGBColor; 6] = [
    RGBColor(0x1d, 0x35, 0x57),
    RGBColor(0xb4, 0x53, 0x09),
    RGBColor(0x2f, 0x6f, 0x4f),
    RGBColor(0x7a, 0x3b, 0x69),
    RGBColor(0x5b, 0x5b, 0x5b),
    RGBColor(0x8a, 0x6d, 0x1c),
];
const FONT: &str = "ui-serif, Charter, Georgia, serif";

/// Draws a figure as SVG.
pub(super) fn svg(figure: &Figure) -> String {
    let mut text = String::new();
    draw(figure, &mut text).expect("a string takes any picture");
    text
}

fn draw(figure: &Figure, text: &mut String) -> Result<(), Box<dyn std::error::Error>> {
    let sheet = SVGBackend::with_string(text, SIZE).into_drawing_area();
    let points = || figure.series.iter().flat_map(PlotSeries::means);
    let (left, right) = span(points().map(|p| p.0));
    let (low, high) = span(points().map(|p| p.1).chain([0.0]));
    let above = high + 0.06 * (high - low).max(1e-9);
    // Names stand to the right of the ends of their lines.
    let names: i32 = if figure.series.len() > 1 { 170 } else { 16 };
    let mut chart = ChartBuilder::on(&sheet)
        .margin(12)
        .margin_right(names)
        .x_label_area_size(40)
        .y_label_area_size(52)
        .build_cartesian_2d(left..right, low..above)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(INKS[4].mix(0.2))
        .label_style((FONT, 13))
        .axis_desc_style((FONT, 14))
        .x_desc(figure.x)
        .y_desc(figure.y)
        .draw()?;
    let mut ends: Vec<(i32, usize)> = Vec::new();
    for (at, series) in figure.series.iter().enumerate() {
        let ink = INKS[at % INKS.len()];
        if figure.dots && at == 0 {
            chart.draw_series(series.means().map(|p| Circle::new(p, 2, ink.mix(0.5).filled())))?;
        } else {
            chart.draw_series(LineSeries::new(series.means(), ink.stroke_width(2)))?;
        }
        if let Some(end) = series.means().last() {
            ends.push((chart.backend_coord(&end).1, at));
        }
    }
    if figure.series.len() > 1 {
        // Names that would overlap move down, in the order of their lines.
        ends.sort_unstable();
        let mut free = 0;
        for (y, at) in ends {
            let y = y.max(free);
            free = y + 15;
            let style = TextStyle::from((FONT, 13).into_font()).color(&INKS[at % INKS.len()]);
            let place = (SIZE.0 as i32 - names - 4, y - 7);
            sheet.draw(&Text::new(figure.series[at].name.clone(), place, style))?;
        }
    }
    sheet.present()?;
    Ok(())
}

fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
}
