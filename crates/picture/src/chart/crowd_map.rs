//! Map of the crowd: contour lines of its density, and the visitor as a star among dots.

use plotters::element::{Circle, PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::contours::contours;
use super::grid::Grid;
use super::palette::Palette;
use super::palette::{fill, line};
use super::relief::{rounded, width, write_over};
use super::surface::{DrawResult, Surface};
use super::viewport::Viewport;

/// Grid points along each axis of the density estimate.
const SIDE: usize = 72;

/// Radius of the star with its rim in the background's colour, in page pixels.
const RIM: f32 = 14.0;

/// Contour levels, as shares of the highest density: each is twice the one before.
const SHARES: [f32; 6] = [0.02, 0.04, 0.08, 0.16, 0.32, 0.64];

/// Draws contour lines of the crowd's density. `points` are x, y, x, y … in the plane of `viewport`; `scale` is image pixels
/// per page pixel.
///
/// # Errors
/// The backend's error.
pub fn draw_crowd_relief<DB: DrawingBackend>(
    surface: &Surface<DB>,
    points: &[f32],
    viewport: &Viewport,
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let grid = Grid::density(points, viewport, SIDE, 2);
    let highest = grid.extent()[1];
    if highest <= 0.0 {
        return Ok(());
    }
    for (number, share) in SHARES.into_iter().enumerate() {
        let heavy = number % 3 == 1;
        let style =
            line(palette.contour, if heavy { 0.9 } else { 0.5 }, width(if heavy { 1.2 } else { 0.7 }, scale));
        for contour in contours(&grid, share * highest) {
            let path: Vec<_> =
                contour.points.iter().map(|p| viewport.pixel(grid.point(viewport, *p))).collect();
            surface.draw(&PathElement::new(path, style))?;
        }
    }
    Ok(())
}

/// Mean of points; `None` for no points.
pub fn mean_point(points: &[[f32; 2]]) -> Option<[f32; 2]> {
    let sum = points.iter().fold([0.0; 2], |sum: [f32; 2], point| [sum[0] + point[0], sum[1] + point[1]]);
    (!points.is_empty()).then(|| sum.map(|coordinate| coordinate / points.len() as f32))
}

/// Draws the visitor's path `way` as a line, the visitor at its end as a star with the label `word`, and each point of
/// `cloud`, where the visitor may be instead, as a dot unless the star covers it. Draws nothing for an empty path.
///
/// The star belongs at the mean of the cloud ([`mean_point`]).
///
/// # Errors
/// The backend's error.
pub fn draw_star<DB: DrawingBackend>(
    surface: &Surface<DB>,
    way: &[[f32; 2]],
    cloud: &[[f32; 2]],
    viewport: &Viewport,
    palette: &Palette,
    scale: f32,
    word: &str,
) -> DrawResult<DB> {
    let Some(&here) = way.last() else { return Ok(()) };
    if way.len() > 1 {
        let path: Vec<_> = way.iter().map(|p| viewport.pixel(*p)).collect();
        surface.draw(&PathElement::new(path, line(palette.you, 0.9, width(1.6, scale))))?;
    }
    let at = viewport.place(here);
    let radius = ((2.5 * scale) as i32).max(1);
    for point in cloud {
        let [x, y] = viewport.place(*point);
        if libm::hypotf(x - at[0], y - at[1]) > RIM * scale {
            surface.draw(&Circle::new(rounded([x, y]), radius + 1, fill(palette.background, 0.8)))?;
            surface.draw(&Circle::new(rounded([x, y]), radius, fill(palette.you, 1.0)))?;
        }
    }
    surface.draw(&Polygon::new(star(at, RIM * scale), fill(palette.background, 0.92)))?;
    surface.draw(&Polygon::new(star(at, 10.0 * scale), fill(palette.you, 1.0)))?;
    let (x, y) = rounded(at);
    let no_room = at[0] > 0.75 * viewport.size[0] as f32;
    let (side, shift) = if no_room { (HPos::Right, -15.0) } else { (HPos::Left, 15.0) };
    write_over(
        surface,
        word,
        (x + (shift * scale) as i32, y),
        17.0 * scale,
        (palette.you, palette.background),
        side,
    )
}

/// Corners of a five-pointed star of radius 1 with one point up (y downwards): sines and cosines of multiples of 36°, the
/// inner corners at radius 0.42.
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

/// Corners of a star of this radius, in pixels.
fn star([x, y]: [f32; 2], radius: f32) -> Vec<(i32, i32)> {
    STAR.iter().map(|corner| rounded([x + radius * corner[0], y + radius * corner[1]])).collect()
}
