//! Marks of rarity, distinguished by shape.
//!
//! Map symbols: a solid triangle for rare, an open one for uncommon, a dot for common, a dash for passed.

use super::canvas::Canvas;
use super::path::Path;
use super::rarity::Rarity;
use crate::chart::Palette;

/// Draws rows of marks in cells of `cell` pixels. The first mark is centred at `x`, `y`; rows are `step` pixels apart.
pub(super) fn draw(
    canvas: &mut Canvas,
    rows: &[Vec<Rarity>; 3],
    [x, y]: [f32; 2],
    cell: f32,
    step: [f32; 2],
    palette: &Palette,
) {
    let (mut solid, mut open, mut quiet) = (Path::default(), Path::default(), Path::default());
    let half = 0.36 * cell;
    for (number, row) in rows.iter().enumerate() {
        for (at, rarity) in row.iter().enumerate() {
            let u = x + cell * at as f32 + step[0] * number as f32;
            let v = y + step[1] * number as f32;
            let peak = [[u - half, v + 0.8 * half], [u, v - half], [u + half, v + 0.8 * half]];
            match rarity {
                Rarity::Rare => solid.polygon(&peak),
                Rarity::Uncommon => open.polygon(&peak),
                Rarity::Common => quiet.circle([u, v + 0.25 * half], 0.3 * half),
                Rarity::Passed => {
                    quiet.rectangle([u - 0.6 * half, v + 0.15 * half], [1.2 * half, 0.2 * half])
                }
            }
        }
    }
    canvas.stroke(&solid, 0.07 * cell, palette.ink, 255);
    canvas.fill(&solid, palette.ink, 255);
    canvas.stroke(&open, 0.07 * cell, palette.ink, 255);
    canvas.fill(&quiet, palette.ink, 255);
}
