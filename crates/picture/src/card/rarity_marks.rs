//! Marks of rarity, distinguished by shape.
//!
//! Map symbols: a solid triangle for rare, an open one for uncommon, a dot for common.

use super::canvas::Canvas;
use super::path::Path;
use super::rarity::Rarity;
use crate::chart::Palette;

/// Draws rows of marks one after the other on a line, in cells of `cell` pixels, with `gap` pixels between rows. The first
/// mark is centred at `x`, `y`; empty rows take no space.
pub(super) fn draw(
    canvas: &mut Canvas,
    rows: &[Vec<Rarity>; 3],
    [x, y]: [f32; 2],
    cell: f32,
    gap: f32,
    palette: &Palette,
) {
    let (mut solid, mut open, mut dots) = (Path::default(), Path::default(), Path::default());
    let half = 0.36 * cell;
    let mut u = x;
    for row in rows.iter().filter(|row| !row.is_empty()) {
        for rarity in row {
            let peak = [[u - half, y + 0.8 * half], [u, y - half], [u + half, y + 0.8 * half]];
            match rarity {
                Rarity::Rare => solid.polygon(&peak),
                Rarity::Uncommon => open.polygon(&peak),
                Rarity::Common => dots.circle([u, y + 0.25 * half], 0.3 * half),
            }
            u += cell;
        }
        u += gap;
    }
    canvas.stroke(&solid, 0.07 * cell, palette.ink, 255);
    canvas.fill(&solid, palette.ink, 255);
    canvas.stroke(&open, 0.07 * cell, palette.ink, 255);
    canvas.fill(&dots, palette.ink, 255);
}
