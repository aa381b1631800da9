//! What colour is each pixel?

use zeno::{Cap, Join, Mask, Scratch, Stroke, Style};

use super::path::Path;
use crate::chart::Rgb;

/// Opaque pixels, row by row from the top left.
pub(super) struct Canvas {
    pub size: [u32; 2],
    pub pixels: Vec<u8>,
    scratch: Scratch,
    coverage: Vec<u8>,
}

impl Canvas {
    /// A sheet of one colour.
    pub fn new(size: [u32; 2], paper: Rgb) -> Canvas {
        let count = (size[0] * size[1]) as usize;
        Canvas { size, pixels: paper.repeat(count), scratch: Scratch::new(), coverage: vec![0; count] }
    }

    /// Fills an outline; `alpha` of 255 is opaque.
    pub fn fill(&mut self, path: &Path, ink: Rgb, alpha: u8) {
        self.ink(path, Style::default(), ink, |_, _| alpha);
    }

    /// Follows a line with a round pen.
    pub fn stroke(&mut self, path: &Path, width: f32, ink: Rgb, alpha: u8) {
        self.stroke_fading(path, width, ink, |_, _| alpha);
    }

    /// The same, with an alpha for each pixel.
    pub fn stroke_fading(&mut self, path: &Path, width: f32, ink: Rgb, alpha: impl Fn(u32, u32) -> u8) {
        let mut pen = Stroke::new(width);
        pen.join(Join::Round).cap(Cap::Round);
        self.ink(path, pen.into(), ink, alpha);
    }

    /// Lays a coverage of its own over everything.
    pub fn lay(&mut self, coverage: impl Fn(u32, u32) -> u8, ink: Rgb) {
        for (at, pixel) in self.pixels.chunks_exact_mut(3).enumerate() {
            let at = at as u32;
            mix(pixel, ink, u32::from(coverage(at % self.size[0], at / self.size[0])) * 255);
        }
    }

    fn ink(&mut self, path: &Path, style: Style, ink: Rgb, alpha: impl Fn(u32, u32) -> u8) {
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
                mix(pixel, ink, u32::from(covered) * u32::from(alpha(at % width, at / width)));
            }
        }
    }
}

/// Mixes `share / 255²` of the ink into a pixel.
fn mix(pixel: &mut [u8], ink: Rgb, share: u32) {
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
    fn what_leaves_the_sheet_does_no_harm() {
        let mut canvas = Canvas::new([8, 8], [255; 3]);
        let mut path = Path::default();
        path.line(&[[-500.0, 4.0], [900.0, 4.0]]);
        path.circle([-3.0, -3.0], 2.0);
        canvas.stroke(&path, 2.0, [0; 3], 255);
        assert_eq!(canvas.pixels[3 * (3 * 8 + 5)], 0);
        assert_eq!(canvas.pixels[0], 255);
    }
}
