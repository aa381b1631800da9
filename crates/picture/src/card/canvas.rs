//! Software rasterizer: an opaque RGB buffer, and outlines filled or stroked on it.

use zeno::{Cap, Join, Mask, Scratch, Stroke, Style};

use super::path::Path;
use crate::chart::Rgb;

/// Opaque RGB image, row by row from the top left.
pub(super) struct Canvas {
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// Red, green and blue of each pixel, 3 × width × height bytes.
    pub pixels: Vec<u8>,
    scratch: Scratch,
    coverage: Vec<u8>,
}

impl Canvas {
    /// An image of one colour.
    pub(super) fn new(size: [u32; 2], background: Rgb) -> Canvas {
        let count = (size[0] * size[1]) as usize;
        Canvas { size, pixels: background.repeat(count), scratch: Scratch::new(), coverage: vec![0; count] }
    }

    /// Fills an outline. `alpha` of 255 is opaque.
    pub(super) fn fill(&mut self, path: &Path, ink: Rgb, alpha: u8) {
        self.rasterize(path, Style::default(), ink, |_, _| alpha);
    }

    /// Strokes an outline with round caps and joins, `width` pixels wide.
    pub(super) fn stroke(&mut self, path: &Path, width: f32, ink: Rgb, alpha: u8) {
        self.stroke_fading(path, width, ink, |_, _| alpha);
    }

    /// Strokes an outline with round caps and joins; `alpha` gives the opacity of each pixel (column, row).
    pub(super) fn stroke_fading(
        &mut self,
        path: &Path,
        width: f32,
        ink: Rgb,
        alpha: impl Fn(u32, u32) -> u8,
    ) {
        let mut pen = Stroke::new(width);
        pen.join(Join::Round).cap(Cap::Round);
        self.rasterize(path, pen.into(), ink, alpha);
    }

    /// Blends `ink` over the whole image; `coverage` gives the opacity of each pixel (column, row), of 255.
    pub(super) fn blend_coverage(&mut self, coverage: impl Fn(u32, u32) -> u8, ink: Rgb) {
        for (at, pixel) in self.pixels.chunks_exact_mut(3).enumerate() {
            let at = at as u32;
            blend(pixel, ink, u32::from(coverage(at % self.size[0], at / self.size[0])) * 255);
        }
    }

    /// Rasterizes an outline with anti-aliasing, and blends `ink` by coverage times `alpha`.
    fn rasterize(&mut self, path: &Path, style: Style, ink: Rgb, alpha: impl Fn(u32, u32) -> u8) {
        if path.0.is_empty() {
            return;
        }
        let [width, height] = self.size;
        self.coverage.fill(0);
        let mut mask = Mask::with_scratch(&path.0, &mut self.scratch);
        mask.style(style).size(width, height).render_into(&mut self.coverage, None);
        for (at, (pixel, &covered)) in self.pixels.chunks_exact_mut(3).zip(&self.coverage).enumerate() {
            if covered > 0 {
                let at = at as u32;
                blend(pixel, ink, u32::from(covered) * u32::from(alpha(at % width, at / width)));
            }
        }
    }
}

/// Alpha blending of `ink` over a pixel, with an opacity of `share / 255²`, in integers.
fn blend(pixel: &mut [u8], ink: Rgb, share: u32) {
    const WHOLE: u32 = 255 * 255;
    for (old, new) in pixel.iter_mut().zip(ink) {
        *old = ((u32::from(*old) * (WHOLE - share) + u32::from(new) * share + WHOLE / 2) / WHOLE) as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filled_rectangle_covers_its_pixels_and_half_of_those_at_its_edge() {
        let mut canvas = Canvas::new([8, 4], [255; 3]);
        let mut path = Path::default();
        path.rectangle([1.0, 1.0], [2.5, 2.0]);
        canvas.fill(&path, [0; 3], 255);
        let row: Vec<u8> = (0..8).map(|x| canvas.pixels[3 * (8 + x)]).collect();
        assert_eq!(row[..3], [255, 0, 0]);
        assert!((120..=135).contains(&row[3]), "{row:?}");
        assert_eq!(row[4..], [255; 4]);
        assert!(canvas.pixels[..24].iter().all(|&p| p == 255), "the row above");
    }

    #[test]
    fn outlines_beyond_the_image_are_clipped() {
        let mut canvas = Canvas::new([8, 8], [255; 3]);
        let mut path = Path::default();
        path.line(&[[-500.0, 4.0], [900.0, 4.0]]);
        path.circle([-3.0, -3.0], 2.0);
        canvas.stroke(&path, 2.0, [0; 3], 255);
        assert_eq!(canvas.pixels[3 * (3 * 8 + 5)], 0);
        assert_eq!(canvas.pixels[0], 255);
    }
}
