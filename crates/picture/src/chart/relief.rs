//! Relief of the belief landscape: contour lines, hachures, spot depths, and the trail of an agent.
//!
//! The relief is drawn like a topographic map: contour lines of the surprisal, hachures that point downhill, and crosses at
//! local minima. The agent's trail is drawn over it.

use plotters::element::{Circle, PathElement};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};

use super::contours::{Contour, contours};
use super::grid::Grid;
use super::palette::{Palette, Rgb};
use super::palette::{fill, line, rgba};
use super::surface::{DrawResult, Surface};
use super::viewport::Viewport;

/// Number of contour levels. They grow with the square of their number, so that lines are evenly spaced in a paraboloid.
const LINES: u32 = 22;

/// Interval of index contours, which are heavier and have hachures.
const INDEX: u32 = 4;

/// Draws the relief of `grid`, which covers the whole of `viewport`; low regions are dense.
///
/// # Errors
/// The backend's error.
pub fn draw_relief<DB: DrawingBackend>(
    surface: &Surface<DB>,
    grid: &Grid,
    viewport: &Viewport,
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let [low, high] = grid.extent();
    // The topmost level would outline a plateau, which has no shape.
    for number in 1..LINES {
        let share = number as f32 / LINES as f32;
        let heavy = number % INDEX == 0;
        let (alpha, breadth) = if heavy { (0.95, 1.2) } else { (0.6, 0.7) };
        let style = line(palette.contour, alpha, width(breadth, scale));
        for contour in contours(grid, low + share * share * (high - low)) {
            let path: Vec<_> =
                contour.points.iter().map(|p| viewport.pixel(grid.point(viewport, *p))).collect();
            surface.draw(&PathElement::new(path, style))?;
            if heavy && contour.closed {
                hachures(surface, grid, &contour, viewport, palette, scale)?;
            }
        }
    }
    for (x, y) in grid.bottoms(3).into_iter().take(8) {
        let (u, v) = viewport.pixel(grid.point(viewport, [x as f32, y as f32]));
        let arm = (2.5 * scale) as i32;
        let ink = line(palette.faint, 0.9, width(0.9, scale));
        surface.draw(&PathElement::new(vec![(u - arm, v), (u + arm, v)], ink))?;
        surface.draw(&PathElement::new(vec![(u, v - arm), (u, v + arm)], ink))?;
    }
    Ok(())
}

/// Draws hachures: short strokes from a contour line downhill.
fn hachures<DB: DrawingBackend>(
    surface: &Surface<DB>,
    grid: &Grid,
    contour: &Contour,
    viewport: &Viewport,
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let style = line(palette.contour, 0.8, width(0.8, scale));
    let spacing = 7.0 * scale;
    let mut walked = spacing * 0.5;
    for pair in contour.points.windows(2) {
        let [a, b] = [pair[0], pair[1]].map(|p| viewport.place(grid.point(viewport, p)));
        let length = libm::hypotf(b[0] - a[0], b[1] - a[1]);
        walked += length;
        if walked < spacing {
            continue;
        }
        walked = 0.0;
        let [rise_x, rise_y] = grid.slope(pair[1]);
        let steepness = libm::hypotf(rise_x, rise_y);
        if steepness > 0.0 {
            let reach = scale * 5.0;
            // Rising to the right is falling to the left; the picture's y points down.
            let end = [b[0] - reach * rise_x / steepness, b[1] + reach * rise_y / steepness];
            surface.draw(&PathElement::new(vec![rounded(b), rounded(end)], style))?;
        }
    }
    Ok(())
}

/// Draws an agent's `trail` as a dashed line, and the agent at its end as a disc with the label `word`. Draws nothing for an
/// empty trail.
///
/// # Errors
/// The backend's error.
pub fn draw_walker<DB: DrawingBackend>(
    surface: &Surface<DB>,
    trail: &[[f32; 2]],
    viewport: &Viewport,
    palette: &Palette,
    scale: f32,
    word: &str,
) -> DrawResult<DB> {
    let Some(&here) = trail.last() else { return Ok(()) };
    let at = viewport.pixel(here);
    // Dashes are measured by distance, so that slow movement is not a solid line.
    let (dash, mut from, mut walked, mut solid) = (5.0 * scale, viewport.place(trail[0]), 0.0, true);
    let mut piece = vec![rounded(from)];
    let style = line(palette.you, 1.0, width(1.6, scale));
    for &step in trail {
        let to = viewport.place(step);
        walked += libm::hypotf(to[0] - from[0], to[1] - from[1]);
        from = to;
        if solid {
            piece.push(rounded(to));
        }
        if walked > dash {
            if solid {
                surface.draw(&PathElement::new(core::mem::take(&mut piece), style))?;
            } else {
                piece = vec![rounded(to)];
            }
            (solid, walked) = (!solid, 0.0);
        }
    }
    surface.draw(&PathElement::new(piece, style))?;
    if trail.len() > 1 {
        let start = Circle::new(
            viewport.pixel(trail[0]),
            (3.0 * scale) as i32,
            line(palette.you, 0.9, width(1.2, scale)),
        );
        surface.draw(&start)?;
    }
    surface.draw(&Circle::new(at, (8.0 * scale) as i32, fill(palette.background, 0.9)))?;
    surface.draw(&Circle::new(at, (5.5 * scale) as i32, fill(palette.you, 1.0)))?;
    // The label is on the side that the trail does not come from, if there is room.
    let across = viewport.x[1] - viewport.x[0];
    let right = viewport.x[1] - here[0] > 0.2 * across && trail[0][0] <= here[0] + 0.02 * across;
    let (shift, side) = if right { (12.0, HPos::Left) } else { (-12.0, HPos::Right) };
    let beside = (at.0 + (shift * scale) as i32, at.1);
    write_over(surface, word, beside, 15.0 * scale, (palette.you, palette.background), side)
}

/// Writes a word in the charts' font, centred vertically at `at`.
pub(super) fn write<DB: DrawingBackend>(
    surface: &Surface<DB>,
    word: &str,
    at: (i32, i32),
    size: f32,
    ink: Rgb,
    side: HPos,
) -> DrawResult<DB> {
    let style = TextStyle {
        font: FontDesc::new(FontFamily::Name(FONT), f64::from(size), FontStyle::Italic),
        color: rgba(ink, 1.0).to_backend_color(),
        pos: Pos::new(side, VPos::Center),
    };
    surface.draw_text(word, &style, at)
}

/// Writes a word with an outline in the background's colour, legible over a map.
pub(super) fn write_over<DB: DrawingBackend>(
    surface: &Surface<DB>,
    word: &str,
    (x, y): (i32, i32),
    size: f32,
    (ink, background): (Rgb, Rgb),
    side: HPos,
) -> DrawResult<DB> {
    let rim = (0.1 * size) as i32;
    for (dx, dy) in
        [(-rim, 0), (rim, 0), (0, -rim), (0, rim), (-rim, -rim), (rim, rim), (-rim, rim), (rim, -rim)]
    {
        write(surface, word, (x + dx, y + dy), size, background, side)?;
    }
    write(surface, word, (x, y), size, ink, side)
}

/// Font of labels, as in the page's text.
const FONT: &str = "ui-serif, 'Iowan Old Style', Charter, Georgia, serif";

pub(super) fn width(of_page: f32, scale: f32) -> u32 {
    (libm::roundf(of_page * scale) as u32).max(1)
}

pub(super) fn rounded([x, y]: [f32; 2]) -> (i32, i32) {
    (libm::roundf(x) as i32, libm::roundf(y) as i32)
}
