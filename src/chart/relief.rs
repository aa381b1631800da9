//! What does the land of beliefs look like, and who walks downhill on it?
//!
//! Contour lines every so many bits, hachures pointing downhill, spot depths in the valleys, as on a topographic
//! sheet; over them the walker's trail.

use plotters::element::{Circle, PathElement};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};

use super::palette::{fill, line, rgba};
use super::{Contour, Drawn, Frame, Grid, Palette, Rgb, Sheet, contours};

/// Contour lines over the whole height of a land, at squares: a valley is a bowl, so they come evenly spaced.
const LINES: u32 = 22;

/// Every so many lines is heavier and has hachures.
const INDEX: u32 = 4;

/// Draws the land: `grid` over the whole of `frame`, low is where people are.
pub fn draw_relief<DB: DrawingBackend>(
    sheet: &Sheet<DB>,
    grid: &Grid,
    frame: &Frame,
    palette: &Palette,
    scale: f32,
) -> Drawn<DB> {
    let [low, high] = grid.extent();
    // The topmost line would run around a plateau, where the land has no shape.
    for number in 1..LINES {
        let share = number as f32 / LINES as f32;
        let heavy = number % INDEX == 0;
        let (alpha, breadth) = if heavy { (0.95, 1.2) } else { (0.6, 0.7) };
        let style = line(palette.contour, alpha, width(breadth, scale));
        for contour in contours(grid, low + share * share * (high - low)) {
            let path: Vec<_> = contour.points.iter().map(|p| frame.pixel(grid.point(frame, *p))).collect();
            sheet.draw(&PathElement::new(path, style))?;
            if heavy && contour.closed {
                hachures(sheet, grid, &contour, frame, palette, scale)?;
            }
        }
    }
    for (x, y) in grid.bottoms(3).into_iter().take(8) {
        let (u, v) = frame.pixel(grid.point(frame, [x as f32, y as f32]));
        let arm = (2.5 * scale) as i32;
        let ink = line(palette.faint, 0.9, width(0.9, scale));
        sheet.draw(&PathElement::new(vec![(u - arm, v), (u + arm, v)], ink))?;
        sheet.draw(&PathElement::new(vec![(u, v - arm), (u, v + arm)], ink))?;
    }
    Ok(())
}

/// Short strokes from a closed line towards lower land, longer where it is steep.
fn hachures<DB: DrawingBackend>(
    sheet: &Sheet<DB>,
    grid: &Grid,
    contour: &Contour,
    frame: &Frame,
    palette: &Palette,
    scale: f32,
) -> Drawn<DB> {
    let style = line(palette.contour, 0.8, width(0.8, scale));
    let spacing = 7.0 * scale;
    let mut walked = spacing * 0.5;
    for pair in contour.points.windows(2) {
        let [a, b] = [pair[0], pair[1]].map(|p| frame.place(grid.point(frame, p)));
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
            sheet.draw(&PathElement::new(vec![rounded(b), rounded(end)], style))?;
        }
    }
    Ok(())
}

/// Draws where somebody walked and where they are now, with a word beside them.
pub fn draw_walker<DB: DrawingBackend>(
    sheet: &Sheet<DB>,
    trail: &[[f32; 2]],
    frame: &Frame,
    palette: &Palette,
    scale: f32,
    word: &str,
) -> Drawn<DB> {
    let Some(&here) = trail.last() else { return Ok(()) };
    let at = frame.pixel(here);
    // Dashes by distance, so that a slow walk is not a solid line.
    let (dash, mut from, mut walked, mut solid) = (5.0 * scale, frame.place(trail[0]), 0.0, true);
    let mut piece = vec![rounded(from)];
    let style = line(palette.you, 1.0, width(1.6, scale));
    for &step in trail {
        let to = frame.place(step);
        walked += libm::hypotf(to[0] - from[0], to[1] - from[1]);
        from = to;
        if solid {
            piece.push(rounded(to));
        }
        if walked > dash {
            if solid {
                sheet.draw(&PathElement::new(core::mem::take(&mut piece), style))?;
            } else {
                piece = vec![rounded(to)];
            }
            (solid, walked) = (!solid, 0.0);
        }
    }
    sheet.draw(&PathElement::new(piece, style))?;
    if trail.len() > 1 {
        let start = Circle::new(
            frame.pixel(trail[0]),
            (3.0 * scale) as i32,
            line(palette.you, 0.9, width(1.2, scale)),
        );
        sheet.draw(&start)?;
    }
    sheet.draw(&Circle::new(at, (8.0 * scale) as i32, fill(palette.paper, 0.9)))?;
    sheet.draw(&Circle::new(at, (5.5 * scale) as i32, fill(palette.you, 1.0)))?;
    // The word stands on the side that the trail does not come from, if there is room.
    let across = frame.x[1] - frame.x[0];
    let right = frame.x[1] - here[0] > 0.2 * across && trail[0][0] <= here[0] + 0.02 * across;
    let (shift, side) = if right { (12.0, HPos::Left) } else { (-12.0, HPos::Right) };
    let beside = (at.0 + (shift * scale) as i32, at.1);
    write_over(sheet, word, beside, 15.0 * scale, (palette.you, palette.paper), side)
}

/// Writes a word in the hand of the sheet, centred on a height.
pub(super) fn write<DB: DrawingBackend>(
    sheet: &Sheet<DB>,
    word: &str,
    at: (i32, i32),
    size: f32,
    ink: Rgb,
    side: HPos,
) -> Drawn<DB> {
    let style = TextStyle {
        font: FontDesc::new(FontFamily::Name(FONT), f64::from(size), FontStyle::Italic),
        color: rgba(ink, 1.0).to_backend_color(),
        pos: Pos::new(side, VPos::Center),
    };
    sheet.draw_text(word, &style, at)
}

/// The same over whatever is there: a rim of paper keeps it legible.
pub(super) fn write_over<DB: DrawingBackend>(
    sheet: &Sheet<DB>,
    word: &str,
    (x, y): (i32, i32),
    size: f32,
    (ink, paper): (Rgb, Rgb),
    side: HPos,
) -> Drawn<DB> {
    let rim = (0.1 * size) as i32;
    for (dx, dy) in
        [(-rim, 0), (rim, 0), (0, -rim), (0, rim), (-rim, -rim), (rim, rim), (-rim, rim), (rim, -rim)]
    {
        write(sheet, word, (x + dx, y + dy), size, paper, side)?;
    }
    write(sheet, word, (x, y), size, ink, side)
}

/// The page's own words' font.
const FONT: &str = "ui-serif, 'Iowan Old Style', Charter, Georgia, serif";

pub(super) fn width(of_page: f32, scale: f32) -> u32 {
    (libm::roundf(of_page * scale) as u32).max(1)
}

pub(super) fn rounded([x, y]: [f32; 2]) -> (i32, i32) {
    (libm::roundf(x) as i32, libm::roundf(y) as i32)
}
