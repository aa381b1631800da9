//! Line chart of perplexities over a year, in bits.

use plotters::element::{Circle, PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::palette::Palette;
use super::palette::{fill, line};
use super::relief::{width, write};
use super::surface::{DrawResult, Surface};
use super::viewport::Viewport;

/// Bits of perplexity (log₂ of "one in so many") in the crowd of one measured day, all finite. Ranges are low, high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearDay {
    /// Days since today.
    pub day: u16,
    /// The visitor who drifts.
    pub drifting: f64,
    /// Range of the visitor who drifts.
    pub drifting_range: [f64; 2],
    /// The visitor who keeps today's opinions.
    pub unmoved: f64,
    /// Range of the visitor who keeps today's opinions.
    pub unmoved_range: [f64; 2],
    /// The crowd's median.
    pub crowd: f64,
}

impl YearDay {
    /// The largest of its numbers.
    fn highest(&self) -> f64 {
        let [drifting, unmoved] = [self.drifting_range[1], self.unmoved_range[1]];
        self.drifting.max(drifting).max(self.unmoved).max(unmoved).max(self.crowd)
    }
}

/// Draws bits over `days` days: a solid line for the visitor who drifts and a dashed one for the visitor who does not, each
/// in a light band for its range, and a thin line for the crowd's median.
///
/// # Errors
/// The backend's error.
pub fn draw_year<DB: DrawingBackend>(
    surface: &Surface<DB>,
    measured: &[YearDay],
    days: u16,
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let (wide, high) = surface.dim_in_pixel();
    let highest = measured.iter().fold(4.0f64, |most, day| most.max(day.highest()));
    let top = libm::ceil(highest * 0.5) as f32 * 2.0;
    let (left, below, above, right) = (26.0 * scale, 26.0 * scale, 10.0 * scale, 12.0 * scale);
    let inner = Viewport {
        size: [(wide as f32 - left - right) as u32, (high as f32 - below - above) as u32],
        x: [0.0, f32::from(days)],
        y: [0.0, top],
    };
    let at = |day: f32, bits: f32| {
        let (x, y) = inner.pixel([day, bits]);
        (x + left as i32, y + above as i32)
    };
    let faint = line(palette.faint, 0.35, width(0.6, scale));
    for bits in (0..=top as u32).step_by(2) {
        let (start, end) = (at(0.0, bits as f32), at(f32::from(days), bits as f32));
        surface.draw(&PathElement::new(vec![start, end], faint))?;
        write(
            surface,
            &bits.to_string(),
            (start.0 - (6.0 * scale) as i32, start.1),
            12.0 * scale,
            palette.faint,
            HPos::Right,
        )?;
    }
    for quarter in 0..=4u16 {
        let mark = (u32::from(days) * u32::from(quarter) / 4) as u16;
        let (x, y) = at(f32::from(mark), 0.0);
        let tick = vec![(x, y), (x, y + (4.0 * scale) as i32)];
        surface.draw(&PathElement::new(tick, line(palette.faint, 0.9, width(0.8, scale))))?;
        let (word, side) = match quarter {
            0 => ("today".to_owned(), HPos::Left),
            2 => (format!("day {mark}"), HPos::Center),
            4 => (format!("day {mark}"), HPos::Right),
            _ => continue,
        };
        write(surface, &word, (x, y + (15.0 * scale) as i32), 12.0 * scale, palette.faint, side)?;
    }
    let along = |bits: fn(&YearDay) -> f64| -> Vec<(i32, i32)> {
        measured.iter().map(|d| at(f32::from(d.day), bits(d) as f32)).collect()
    };
    let band = |[low, high]: [fn(&YearDay) -> f64; 2]| -> Vec<(i32, i32)> {
        along(low).into_iter().chain(along(high).into_iter().rev()).collect()
    };
    if !measured.is_empty() {
        let unmoved = band([|d| d.unmoved_range[0], |d| d.unmoved_range[1]]);
        let drifting = band([|d| d.drifting_range[0], |d| d.drifting_range[1]]);
        surface.draw(&Polygon::new(unmoved, fill(palette.you, 0.08)))?;
        surface.draw(&Polygon::new(drifting, fill(palette.you, 0.14)))?;
    }
    surface.draw(&PathElement::new(along(|d| d.crowd), line(palette.crowd, 0.9, width(1.0, scale))))?;
    dashes(surface, &along(|d| d.unmoved), palette, scale)?;
    let solid = along(|d| d.drifting);
    let last = solid.last().copied();
    surface.draw(&PathElement::new(solid, line(palette.you, 1.0, width(2.0, scale))))?;
    if let Some(end) = last {
        surface.draw(&Circle::new(end, (4.0 * scale) as i32, fill(palette.you, 1.0)))?;
    }
    Ok(())
}

/// Draws a dashed polyline; dashes have equal length whatever the distance of its points.
fn dashes<DB: DrawingBackend>(
    surface: &Surface<DB>,
    path: &[(i32, i32)],
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let style = line(palette.you, 0.85, width(1.3, scale));
    let dash = 5.0 * scale;
    let mut walked = 0.0;
    for pair in path.windows(2) {
        let [a, b] = [pair[0], pair[1]].map(|(x, y)| [x as f32, y as f32]);
        let length = libm::hypotf(b[0] - a[0], b[1] - a[1]);
        let mut from = 0.0;
        while from < length {
            let phase = libm::fmodf(walked, 2.0 * dash);
            let to = (from + if phase < dash { dash - phase } else { 2.0 * dash - phase }).min(length);
            if phase < dash {
                let point = |s: f32| {
                    super::relief::rounded([
                        a[0] + (b[0] - a[0]) * s / length,
                        a[1] + (b[1] - a[1]) * s / length,
                    ])
                };
                surface.draw(&PathElement::new(vec![point(from), point(to)], style))?;
            }
            walked += (to - from).max(0.01);
            from = to.max(from + 0.01);
        }
    }
    Ok(())
}
