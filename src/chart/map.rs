//! What does the crowd's land look like on the result's map, and where does the visitor stand?

use plotters::element::{PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::palette::{fill, line};
use super::relief::{rounded, width, write_over};
use super::{Drawn, Frame, Grid, Palette, Sheet, contours};

/// Places along each axis at which the crowd's thickness is measured.
const SIDE: usize = 72;

/// Shares of the thickest place at which a contour line runs: each line twice as thick as the one before.
const SHARES: [f32; 6] = [0.02, 0.04, 0.08, 0.16, 0.32, 0.64];

/// Draws contour lines of the crowd's thickness. `points` are x, y, x, y ….
pub fn draw_crowd_relief<DB: DrawingBackend>(
    sheet: &Sheet<DB>,
    points: &[f32],
    frame: &Frame,
    palette: &Palette,
    scale: f32,
) -> Drawn<DB> {
    let grid = Grid::density(points, frame, SIDE, 2);
    let highest = grid.extent()[1];
    if highest <= 0.0 {
        return Ok(());
    }
    for (number, share) in SHARES.into_iter().enumerate() {
        let heavy = number % 3 == 1;
        let style =
            line(palette.contour, if heavy { 0.9 } else { 0.5 }, width(if heavy { 1.2 } else { 0.7 }, scale));
        for contour in contours(&grid, share * highest) {
            let path: Vec<_> = contour.points.iter().map(|p| frame.pixel(grid.point(frame, *p))).collect();
            sheet.draw(&PathElement::new(path, style))?;
        }
    }
    Ok(())
}

/// Draws the visitor's way so far as a line and the visitor as a star, with a word beside it.
pub fn draw_star<DB: DrawingBackend>(
    sheet: &Sheet<DB>,
    way: &[[f32; 2]],
    frame: &Frame,
    palette: &Palette,
    scale: f32,
    word: &str,
) -> Drawn<DB> {
    let Some(&here) = way.last() else { return Ok(()) };
    if way.len() > 1 {
        let path: Vec<_> = way.iter().map(|p| frame.pixel(*p)).collect();
        sheet.draw(&PathElement::new(path, line(palette.you, 0.9, width(1.6, scale))))?;
    }
    let at = frame.place(here);
    sheet.draw(&Polygon::new(star(at, 14.0 * scale), fill(palette.paper, 0.92)))?;
    sheet.draw(&Polygon::new(star(at, 10.0 * scale), fill(palette.you, 1.0)))?;
    let (x, y) = rounded(at);
    let no_room = at[0] > 0.75 * frame.size[0] as f32;
    let (side, shift) = if no_room { (HPos::Right, -15.0) } else { (HPos::Left, 15.0) };
    write_over(sheet, word, (x + (shift * scale) as i32, y), 17.0 * scale, (palette.you, palette.paper), side)
}

/// Corners of a five-pointed star of radius one, one point up (the picture's y points down): sines and cosines of
/// multiples of 36°, the inner ones at 0.42.
pub(crate) const STAR: [[f32; 2]; 10] = [
    [0.0, -1.0],
    [0.247, -0.34],
    [0.951, -0.309],
    [0.399, 0.13],
    [0.588, 0.809],
    [0.0, 0.42],
    [-0.588, 0.809],
    [-0.399, 0.13],
    [-0.951, -0.309],
    [-0.247, -0.34],
];

/// A star of this radius.
fn star([x, y]: [f32; 2], radius: f32) -> Vec<(i32, i32)> {
    STAR.iter().map(|corner| rounded([x + radius * corner[0], y + radius * corner[1]])).collect()
}
