//! Colours of a chart, by role.

use plotters::style::{RGBAColor, ShapeStyle};

/// Colour in sRGB: red, green, blue.
pub type Rgb = [u8; 3];

/// Colours of one colour scheme, by role. The page reads them from its style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Background.
    pub background: Rgb,
    /// Text and fine lines.
    pub ink: Rgb,
    /// Secondary text, axes and ticks.
    pub faint: Rgb,
    /// Contour lines and hachures.
    pub contour: Rgb,
    /// Simulated people.
    pub crowd: Rgb,
    /// Clusters: muted colours, distinguished by the shape of the marker as well.
    pub clusters: [Rgb; 6],
    /// The visitor, and nothing else.
    pub you: Rgb,
}

impl Palette {
    /// Light colour scheme.
    pub const DAY: Palette = Palette {
        background: [0xf5, 0xef, 0xe2],
        ink: [0x26, 0x22, 0x1c],
        faint: [0x66, 0x5d, 0x50],
        contour: [0xa8, 0x7f, 0x4f],
        crowd: [0x41, 0x5a, 0x66],
        clusters: [
            [0x2f, 0x5d, 0x62],
            [0x6b, 0x4c, 0x7a],
            [0x5a, 0x6b, 0x2f],
            [0x3f, 0x55, 0x8f],
            [0x8a, 0x5a, 0x2b],
            [0x4a, 0x4a, 0x4a],
        ],
        you: [0xc8, 0x2d, 0x14],
    };
}

/// Style of a line of `width` pixels, at least 1.
pub(super) fn line(ink: Rgb, alpha: f64, width: u32) -> ShapeStyle {
    ShapeStyle { color: rgba(ink, alpha), filled: false, stroke_width: width.max(1) }
}

/// Style of a filled shape.
pub(super) fn fill(ink: Rgb, alpha: f64) -> ShapeStyle {
    ShapeStyle { color: rgba(ink, alpha), filled: true, stroke_width: 0 }
}

pub(super) fn rgba([r, g, b]: Rgb, alpha: f64) -> RGBAColor {
    RGBAColor(r, g, b, alpha)
}
