//! Hatched regions of groups on a map: distinguished by hatch and marker, never by colour alone.

use plotters::element::{PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::grid::Grid;
use super::palette::Palette;
use super::palette::{fill, line};
use super::relief::{rounded, width, write_over};
use super::surface::{DrawResult, Surface};
use super::viewport::Viewport;

/// Grid points along each axis of the groups' density estimates.
const SIDE: usize = 60;

/// A grid point belongs to the group of the highest density relative to the group's size, if the density there is at least
/// this share of the group's maximum.
const CORE: f32 = 0.3;

/// Hatch of a group's region: parallel lines at one or two angles.
pub struct Hatch {
    /// Angles in degrees, anticlockwise from the right: one direction, or two that cross.
    pub angles: &'static [i16],
    /// Distance between lines, in page pixels.
    pub spacing: u8,
    /// Whether the lines are dashed.
    pub dashed: bool,
}

/// Hatches in the order of the groups. They repeat after the last, with other markers.
pub const HATCHES: [Hatch; 8] = [
    Hatch { angles: &[45], spacing: 7, dashed: false },
    Hatch { angles: &[135], spacing: 5, dashed: false },
    Hatch { angles: &[0], spacing: 6, dashed: true },
    Hatch { angles: &[90], spacing: 6, dashed: false },
    Hatch { angles: &[45, 135], spacing: 9, dashed: false },
    Hatch { angles: &[0], spacing: 4, dashed: false },
    Hatch { angles: &[45], spacing: 5, dashed: true },
    Hatch { angles: &[0, 90], spacing: 8, dashed: false },
];

/// Corners of the group markers in tenths of their radius, y downwards: disc, square, triangle, diamond, plus, inverted
/// triangle, hexagon, bar.
const MARKS: [&[[i8; 2]]; 8] = [
    &[[10, 0], [7, 7], [0, 10], [-7, 7], [-10, 0], [-7, -7], [0, -10], [7, -7]],
    &[[-8, -8], [8, -8], [8, 8], [-8, 8]],
    &[[0, -10], [10, 8], [-10, 8]],
    &[[0, -11], [9, 0], [0, 11], [-9, 0]],
    &[
        [-3, -10],
        [3, -10],
        [3, -3],
        [10, -3],
        [10, 3],
        [3, 3],
        [3, 10],
        [-3, 10],
        [-3, 3],
        [-10, 3],
        [-10, -3],
        [-3, -3],
    ],
    &[[0, 10], [10, -8], [-10, -8]],
    &[[10, 0], [5, 9], [-5, 9], [-10, 0], [-5, -9], [5, -9]],
    &[[-10, -4], [10, -4], [10, 4], [-10, 4]],
];

/// Corners of a group's marker in tenths of its radius. No two of 64 groups share both hatch and marker.
pub fn mark(group: usize) -> &'static [[i8; 2]] {
    MARKS[(group + group / HATCHES.len()) % MARKS.len()]
}

/// Partition of a map among groups: the group at each grid point, and the centroid of each group's region.
pub struct GroupRegions {
    /// Group at each grid point, row by row from the bottom left.
    owner: Vec<Option<u8>>,
    /// Centroid of each group's region in the plane; `None` where a group has no region.
    pub middles: Vec<Option<[f32; 2]>>,
}

impl GroupRegions {
    /// Assigns every grid point to one of `count` groups (at most 256) or none. `points` are x, y, x, y …; `of` is the group
    /// of each point (−1: none).
    pub fn assign(points: &[f32], of: &[f32], count: usize, viewport: &Viewport) -> GroupRegions {
        let mut owner = vec![None; SIDE * SIDE];
        let mut best = vec![0.0f32; SIDE * SIDE];
        for group in 0..count {
            let members = points.chunks_exact(2).zip(of).filter(|(_, of)| **of == group as f32);
            let members: Vec<f32> = members.flat_map(|(point, _)| point).copied().collect();
            let thick = Grid::density(&members, viewport, SIDE, 2);
            let (highest, people) = (thick.extent()[1], (members.len() / 2).max(1) as f32);
            for (at, (owner, best)) in owner.iter_mut().zip(&mut best).enumerate() {
                let here = thick.at(at % SIDE, at / SIDE);
                if here > CORE * highest && here / people > *best {
                    (*owner, *best) = (Some(group as u8), here / people);
                }
            }
        }
        let middle = |group: usize| {
            let mut sums = [0.0f32; 3];
            for (at, _) in owner.iter().enumerate().filter(|(_, owner)| **owner == Some(group as u8)) {
                let add = [(at % SIDE) as f32, (at / SIDE) as f32, 1.0];
                sums.iter_mut().zip(add).for_each(|(sum, x)| *sum += x);
            }
            let [x, y, places] = sums;
            let last = (SIDE - 1) as f32;
            (places > 0.0).then(|| viewport.point([x / places / last, 1.0 - y / places / last]))
        };
        let middles = (0..count).map(middle).collect();
        GroupRegions { owner, middles }
    }

    /// Group of a pixel.
    fn at(&self, viewport: &Viewport, [x, y]: [f32; 2]) -> Option<u8> {
        let [across, down] = [x / viewport.size[0] as f32, y / viewport.size[1] as f32];
        let place = |share: f32| libm::roundf(share * (SIDE - 1) as f32);
        let inside = (0.0..1.0).contains(&across) && (0.0..1.0).contains(&down);
        inside.then(|| self.owner[place(1.0 - down) as usize * SIDE + place(across) as usize])?
    }
}

/// Draws the hatch of each group's region.
///
/// # Errors
/// The backend's error.
pub fn draw_hatches<DB: DrawingBackend>(
    surface: &Surface<DB>,
    regions: &GroupRegions,
    viewport: &Viewport,
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let style = line(palette.crowd, 0.8, width(0.8, scale));
    for group in 0..regions.middles.len() {
        let hatch = &HATCHES[group % HATCHES.len()];
        for &angle in hatch.angles {
            let pieces = strokes(regions, group as u8, viewport, angle, f32::from(hatch.spacing) * scale);
            for [from, to] in pieces {
                let length = libm::hypotf(to[0] - from[0], to[1] - from[1]);
                let dash = if hatch.dashed { 5.0 * scale } else { length.max(1.0) };
                let mut start = 0.0;
                while start < length {
                    let at = |along: f32| {
                        let share = along.min(length) / length;
                        rounded([0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis])))
                    };
                    surface.draw(&PathElement::new(vec![at(start), at(start + dash)], style))?;
                    start += 1.8 * dash;
                }
            }
        }
    }
    Ok(())
}

/// Segments of the hatch lines within one group's region, in pixels.
fn strokes(
    regions: &GroupRegions,
    group: u8,
    viewport: &Viewport,
    angle: i16,
    spacing: f32,
) -> Vec<[[f32; 2]; 2]> {
    let radians = f32::from(angle) * core::f32::consts::PI / 180.0;
    let (along, across) =
        ([libm::cosf(radians), -libm::sinf(radians)], [libm::sinf(radians), libm::cosf(radians)]);
    let [wide, high] = viewport.size.map(|size| size as f32);
    let (middle, reach) = ([0.5 * wide, 0.5 * high], 0.5 * libm::hypotf(wide, high));
    let step = 0.35 * spacing;
    let (lines, steps) = ((reach / spacing) as i32, (reach / step) as i32);
    let mut pieces = Vec::new();
    for nth in -lines..=lines {
        let point = |s: i32| {
            [0, 1].map(|axis| {
                middle[axis] + spacing * nth as f32 * across[axis] + step * s as f32 * along[axis]
            })
        };
        let mut from = None;
        for s in -steps..=steps {
            let here = regions.at(viewport, point(s)) == Some(group);
            match (here, from) {
                (true, None) => from = Some(point(s)),
                (false, Some(start)) => {
                    pieces.push([start, point(s - 1)]);
                    from = None;
                }
                _ => {}
            }
        }
        pieces.extend(from.map(|start| [start, point(steps)]));
    }
    pieces
}

/// Draws each group's marker at the centroid of its region, and its name (one string per line) below or above. A name that
/// would overlap another, the edge or the visitor at `you` is omitted.
///
/// # Errors
/// The backend's error.
pub fn draw_names<DB: DrawingBackend>(
    surface: &Surface<DB>,
    regions: &GroupRegions,
    names: &[Vec<String>],
    you: Option<[f32; 2]>,
    viewport: &Viewport,
    palette: &Palette,
    scale: f32,
) -> DrawResult<DB> {
    let (size, line_height) = (13.0 * scale, 14.0 * scale);
    let box_around = |[x, y]: [f32; 2], wide: f32, high: f32| [x - wide, y - high, x + wide, y + high];
    // The bounding box includes the label beside the star.
    let star = |at: [f32; 2]| {
        let [x, y] = viewport.place(at);
        [x - 16.0 * scale, y - 14.0 * scale, x + 52.0 * scale, y + 14.0 * scale]
    };
    let mut taken: Vec<[f32; 4]> = you.map(star).into_iter().collect();
    let middles =
        regions.middles.iter().enumerate().filter_map(|(group, at)| Some((group, viewport.place((*at)?))));
    let placed: Vec<(usize, [f32; 2])> = middles.collect();
    taken.extend(placed.iter().map(|(_, at)| box_around(*at, 6.0 * scale, 6.0 * scale)));
    for &(group, at) in &placed {
        let corners = mark(group)
            .iter()
            .map(|c| rounded([0, 1].map(|axis| at[axis] + 0.5 * scale * f32::from(c[axis]))));
        let corners: Vec<_> = corners.collect();
        let rim: Vec<_> = mark(group)
            .iter()
            .map(|c| rounded([0, 1].map(|axis| at[axis] + 0.8 * scale * f32::from(c[axis]))))
            .collect();
        surface.draw(&Polygon::new(rim, fill(palette.background, 0.9)))?;
        surface.draw(&Polygon::new(corners, fill(palette.crowd, 1.0)))?;
    }
    for (group, [x, y]) in placed {
        let Some(lines) = names.get(group).filter(|lines| !lines.is_empty()) else { continue };
        let letters = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) as f32;
        let (half, tall) = (0.24 * size * letters, line_height * lines.len() as f32);
        // Below the mark, or else above it.
        let tries = [y + 9.0 * scale, y - 9.0 * scale - tall];
        let fits = |top: &f32| {
            let [left, right, bottom] = [x - half, x + half, top + tall];
            left > 0.0
                && right < viewport.size[0] as f32
                && *top > 0.0
                && bottom < viewport.size[1] as f32
                && !taken.iter().any(|b| left < b[2] && right > b[0] && *top < b[3] && bottom > b[1])
        };
        let Some(top) = tries.into_iter().find(fits) else { continue };
        taken.push([x - half, top, x + half, top + tall]);
        for (nth, text) in lines.iter().enumerate() {
            let at = rounded([x, top + line_height * (nth as f32 + 0.5)]);
            write_over(surface, text, at, size, (palette.ink, palette.background), HPos::Center)?;
        }
    }
    Ok(())
}
