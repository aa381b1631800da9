//! Line chart of one measure over days.

use plotters::element::{Circle, PathElement};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::palette::{Palette, Rgb};
use super::palette::{fill, line};
use super::relief::{width, write};
use super::surface::{DrawResult, Surface};
use super::viewport::Viewport;
use quiz::format::one_decimal;

/// Draws `measured` (day, value) as a line over an axis that starts at zero, with ticks and the last day as labels. Values
/// that are not finite leave a gap.
///
/// # Errors
/// The backend's error.
pub fn draw_series<DB: DrawingBackend>(
    surface: &Surface<DB>,
    measured: &[(u32, f64)],
    ink: Rgb,
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let (wide, high) = surface.dim_in_pixel();
    let (left, below, above, right) = (34.0 * scale, 18.0 * scale, 10.0 * scale, 8.0 * scale);
    let last = measured.last().map_or(1, |(day, _)| (*day).max(1));
    let top = measured.iter().map(|(_, value)| *value).filter(|value| value.is_finite()).fold(0.0, f64::max);
    let top = nice_ceiling(top);
    let inner = Viewport {
        size: [(wide as f32 - left - right).max(1.0) as u32, (high as f32 - below - above).max(1.0) as u32],
        x: [0.0, last as f32],
        y: [0.0, top as f32],
    };
    let at = |day: f32, value: f32| {
        let (x, y) = inner.pixel([day, value]);
        (x + left as i32, y + above as i32)
    };
    let faint = line(palette.faint, 0.4, width(0.6, scale));
    for value in [0.0, 0.5 * top, top] {
        let ends = vec![at(0.0, value as f32), at(last as f32, value as f32)];
        let beside = (ends[0].0 - (5.0 * scale) as i32, ends[0].1);
        surface.draw(&PathElement::new(ends, faint))?;
        let label = if top >= 10.0 { (value as u64).to_string() } else { one_decimal(value) };
        write(surface, &label, beside, 11.0 * scale, palette.faint, HPos::Right)?;
    }
    let foot = high as i32 - (8.0 * scale) as i32;
    write(surface, "day 0", (left as i32, foot), 11.0 * scale, palette.faint, HPos::Left)?;
    if measured.len() > 1 {
        let end = (wide as i32 - right as i32, foot);
        write(surface, &last.to_string(), end, 11.0 * scale, palette.faint, HPos::Right)?;
    }
    let style = line(ink, 1.0, width(1.8, scale));
    for piece in measured.split(|(_, value)| !value.is_finite()) {
        let path: Vec<_> = piece.iter().map(|&(day, value)| at(day as f32, value as f32)).collect();
        if let Some(&end) = path.last() {
            surface.draw(&PathElement::new(path, style))?;
            if piece.last() == measured.last() {
                surface.draw(&Circle::new(end, (3.0 * scale) as i32, fill(ink, 1.0)))?;
            }
        }
    }
    Ok(())
}

/// Least round number that is at least `value` and at least 1: 1, 1.5, 2, 3, 5 or 7.5 times a power of ten.
fn nice_ceiling(value: f64) -> f64 {
    let mut unit = 1.0;
    while unit < value {
        unit *= 10.0;
    }
    let steps = [0.15, 0.2, 0.3, 0.5, 0.75, 1.0];
    steps.into_iter().map(|step| step * unit).find(|top| *top >= value && *top >= 1.0).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::{IntoDrawingArea, SVGBackend};

    #[test]
    fn an_axis_ends_on_a_number_one_would_write() {
        for (value, top) in
            [(0.0, 1.0), (0.7, 1.0), (1.2, 1.5), (4.1, 5.0), (6.0, 7.5), (26.0, 30.0), (1999.0, 2000.0)]
        {
            assert!((nice_ceiling(value) - top).abs() < 1e-9, "{value}: {}", nice_ceiling(value));
        }
    }

    #[test]
    fn a_measure_that_was_infinite_for_a_while_leaves_a_gap() {
        let mut svg = String::new();
        let measured = [(0, 2.0), (5, 3.0), (10, f64::INFINITY), (15, 2.0), (20, 1.0)];
        {
            let surface = SVGBackend::with_string(&mut svg, (300, 120)).into_drawing_area();
            draw_series(&surface, &measured, [1, 2, 3], &Palette::DAY, 1.0).expect("a string takes anything");
        }
        assert_eq!(svg.matches("stroke=\"#010203\"").count(), 2, "{svg}");
        assert!(svg.contains("day 0") && svg.contains("3.0"), "{svg}");
    }
}
