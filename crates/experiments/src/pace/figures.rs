//! Pictures of the fit as SVG: the posterior beside the prior, the facts, and the fan of the forecast.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::comparison::ComparisonRow;
use super::facts::FactRole;
use super::forecast::{FIRST_YEAR, ForecastYear, LAST_FITTED_YEAR, LAST_YEAR};
use super::world_rules::{RULE_COUNT, RULE_PARAMETERS, WorldRules};

const INK: RGBColor = RGBColor(0x1d, 0x35, 0x57);
const SECOND_INK: RGBColor = RGBColor(0xb4, 0x53, 0x09);
const PALE: RGBColor = RGBColor(0x5b, 0x5b, 0x5b);
const FONT: &str = "ui-serif, Charter, Georgia, serif";

/// Area of a picture.
type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
/// Error of a backend that writes to a string.
type DrawError = Box<dyn std::error::Error>;

fn svg(size: (u32, u32), draw: impl FnOnce(&Area) -> Result<(), DrawError>) -> String {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        draw(&area).expect("a string takes any picture");
        area.present().expect("a string takes any picture");
    }
    text
}

fn styled<'a>(area: &Area, size: i32, color: &'a RGBColor) -> TextStyle<'a> {
    (FONT, size).into_text_style(area).color(color)
}

/// Posterior of each parameter: shares of the draws in twelve bins of the prior, which is flat.
pub fn posterior_svg(draws: &[WorldRules]) -> String {
    const BINS: usize = 12;
    let rows = RULE_COUNT.div_ceil(3);
    svg((720, 190 * rows as u32), |area| {
        for (at, cell) in area.split_evenly((rows, 3)).iter().enumerate().take(RULE_COUNT) {
            let parameter = RULE_PARAMETERS[at];
            // Linear or logarithmic, as the prior is uniform.
            let linear = parameter.bounds[0] == 0.0;
            let scale = |x: f64| if linear { x } else { libm::log10(x) };
            let [low, high] = parameter.bounds.map(scale);
            let mut shares = [0.0; BINS];
            for rules in draws {
                let place = (scale(rules.values[at]) - low) / (high - low);
                shares[((place * BINS as f64) as usize).min(BINS - 1)] += 1.0 / draws.len() as f64;
            }
            let top = 1.1 * shares.iter().fold(2.0 / BINS as f64, |a: f64, &b| a.max(b));
            let mut chart = ChartBuilder::on(cell)
                .margin(8)
                .x_label_area_size(34)
                .y_label_area_size(8)
                .build_cartesian_2d(low..high, 0.0..top)?;
            chart
                .configure_mesh()
                .disable_mesh()
                .disable_y_axis()
                .x_labels(4)
                .x_label_formatter(&|x| short(if linear { *x } else { libm::pow(10.0, *x) }))
                .label_style((FONT, 11))
                .axis_desc_style((FONT, 12))
                .x_desc(parameter.what)
                .draw()?;
            let edge = |bin: usize| low + (high - low) * bin as f64 / BINS as f64;
            chart.draw_series(shares.iter().enumerate().map(|(bin, share)| {
                Rectangle::new([(edge(bin), 0.0), (edge(bin + 1), *share)], INK.mix(0.6).filled())
            }))?;
            let flat = 1.0 / BINS as f64;
            chart.draw_series(LineSeries::new([(low, flat), (high, flat)], SECOND_INK.stroke_width(1)))?;
        }
        Ok(())
    })
}

fn short(x: f64) -> String {
    if x >= 10.0 {
        format!("{x:.0}")
    } else if x >= 0.5 {
        format!("{x:.1}")
    } else {
        format!("{x:.2}")
    }
}

/// Facts in standard errors from their estimates: the fitted worlds (lines, 5 to 95 %), the preset (dots) and the default world
/// at a step a year (crosses).
pub fn facts_svg(rows: &[ComparisonRow]) -> String {
    const REACH: f64 = 8.0;
    const ROW: i32 = 20;
    let shown: Vec<&ComparisonRow> = rows.iter().filter(|row| row.fact.role != FactRole::Checked).collect();
    let x = |z: f64| 450 + (30.0 * z.clamp(-REACH, REACH)) as i32;
    svg((720, (ROW as u32) * (shown.len() as u32 + 2)), |area| {
        let bottom = ROW * (shown.len() as i32 + 1);
        area.draw(&Rectangle::new([(x(-1.96), 8), (x(1.96), bottom)], PALE.mix(0.15).filled()))?;
        area.draw(&PathElement::new([(x(0.0), 8), (x(0.0), bottom)], PALE.stroke_width(1)))?;
        for (at, row) in shown.iter().enumerate() {
            let y = ROW * (at as i32 + 1);
            let z = |value: f64| (value - row.fact.estimate) / row.fact.standard_error();
            let name = format!("{} ({})", row.fact.statistic.key(), row.fact.role.name());
            area.draw(&Text::new(name, (8, y - 7), styled(area, 12, &PALE)))?;
            let [low, _, high] = row.fitted.map(z);
            area.draw(&PathElement::new([(x(low), y), (x(high), y)], INK.stroke_width(2)))?;
            area.draw(&Circle::new((x(z(row.preset)), y), 4, INK.filled()))?;
            area.draw(&Cross::new((x(z(row.defaults[1])), y), 4, SECOND_INK.stroke_width(2)))?;
        }
        let words = "standard errors from real people; shaded: their 95 % interval; crosses: default world, a step a year";
        area.draw(&Text::new(words, (210, bottom + 2), styled(area, 12, &PALE)))?;
        Ok(())
    })
}

/// Fan of a forecast: 5 to 95 %, 25 to 75 %, and the median; real people's estimates with their intervals as crosses. Left of
/// the line the worlds were fitted.
///
/// * `quantity` – its position in [`QUANTITIES`](super::forecast::QUANTITIES).
/// * `real` – year, and estimate with its interval.
pub fn fan_svg(years: &[ForecastYear], quantity: usize, title: &str, real: &[(f64, [f64; 3])]) -> String {
    let estimates = || real.iter().flat_map(|(_, estimate)| *estimate);
    let values = || years.iter().flat_map(|year| year.quantities[quantity]).chain(estimates());
    let (low, high) =
        values().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let margin = 0.08 * (high - low).max(1e-6);
    svg((720, 360), |area| {
        let mut chart = ChartBuilder::on(area)
            .margin(12)
            .x_label_area_size(30)
            .y_label_area_size(56)
            .build_cartesian_2d(f64::from(FIRST_YEAR)..f64::from(LAST_YEAR), low - margin..high + margin)?;
        chart
            .configure_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(PALE.mix(0.2))
            .x_label_formatter(&|x| format!("{x:.0}"))
            .label_style((FONT, 13))
            .axis_desc_style((FONT, 14))
            .y_desc(title)
            .draw()?;
        let line = |level: usize| {
            years.iter().map(move |year| (f64::from(year.year), year.quantities[quantity][level]))
        };
        for (lower, upper) in [(0, 4), (1, 3)] {
            let outline: Vec<(f64, f64)> =
                line(lower).chain(line(upper).collect::<Vec<_>>().into_iter().rev()).collect();
            chart.draw_series([Polygon::new(outline, INK.mix(0.2))])?;
        }
        chart.draw_series(LineSeries::new(line(2), INK.stroke_width(2)))?;
        let end = f64::from(LAST_FITTED_YEAR);
        chart.draw_series(LineSeries::new(
            [(end, low - margin), (end, high + margin)],
            PALE.mix(0.5).stroke_width(1),
        ))?;
        for &(year, [estimate, below, above]) in real {
            chart.draw_series(LineSeries::new([(year, below), (year, above)], SECOND_INK.stroke_width(1)))?;
            chart.draw_series([Cross::new((year, estimate), 4, SECOND_INK.stroke_width(2))])?;
        }
        Ok(())
    })
}
