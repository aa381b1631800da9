//! Point markers of clusters, distinguished by shape and by colour.

use super::palette::Palette;
use super::viewport::Viewport;

/// Number of marker shapes; clusters beyond it reuse them in order.
pub const MARKERS: usize = 6;

/// Names of the marker shapes, for the legend and for screen readers.
pub const MARKER_NAMES: [&str; MARKERS] = ["discs", "squares", "triangles", "crosses", "diamonds", "rings"];

/// Draws the crowd as RGBA pixels, row by row from the top left: each person as the marker of their cluster, unclustered people
/// as small dots.
///
/// * `points` – x, y, x, y … on the plane of `viewport`.
/// * `markers` – the marker of each person's cluster, or −1 for none; people beyond its end are unclustered.
/// * `radius` – radius of a marker, in pixels.
pub fn splat_markers(
    points: &[f32],
    markers: &[f32],
    viewport: &Viewport,
    radius: f32,
    palette: &Palette,
) -> Vec<u8> {
    let [width, height] = viewport.size.map(|size| size as usize);
    let reach = libm::ceilf(radius) as i32 + 1;
    let side = 2 * reach as usize + 1;
    let speck = stamp(0, 0.55 * radius, reach);
    let stamps: [Vec<u8>; MARKERS] = core::array::from_fn(|marker| stamp(marker, radius, reach));
    let mut pixels = vec![0u8; 4 * width * height];
    for (person, point) in points.chunks_exact(2).enumerate() {
        let [x, y] = viewport.place([point[0], point[1]]);
        let near = |at: f32, size: usize| at > -64.0 && at < size as f32 + 64.0;
        if !near(x, width) || !near(y, height) {
            continue;
        }
        let marker = markers.get(person).copied().unwrap_or(-1.0);
        let (mask, ink) = if marker < 0.0 {
            (&speck, palette.crowd)
        } else {
            let kind = marker as usize % MARKERS;
            (&stamps[kind], palette.clusters[kind])
        };
        let (left, top) = (libm::floorf(x) as i32 - reach, libm::floorf(y) as i32 - reach);
        let columns = (-left).max(0) as usize..((width as i32 - left).clamp(0, side as i32)) as usize;
        for row in (-top).max(0) as usize..((height as i32 - top).clamp(0, side as i32)) as usize {
            let line = (top + row as i32) as usize * width;
            for column in columns.clone() {
                let cover = mask[row * side + column];
                if cover > 0 {
                    let at = 4 * (line + (left + column as i32) as usize);
                    let pixel = &mut pixels[at..at + 4];
                    pixel[..3].copy_from_slice(&ink);
                    // Alpha accumulates, so that dense regions are darker.
                    pixel[3] += ((255 - u16::from(pixel[3])) * u16::from(cover) / 255) as u8;
                }
            }
        }
    }
    pixels
}

/// Opacity of a single marker, of 255.
const INK: f32 = 150.0;

/// Coverage mask of one marker, a square of `2 reach + 1` pixels.
fn stamp(kind: usize, radius: f32, reach: i32) -> Vec<u8> {
    let mut mask = Vec::with_capacity(((2 * reach + 1) * (2 * reach + 1)) as usize);
    for v in -reach..=reach {
        for u in -reach..=reach {
            let (x, y) = (u as f32, v as f32);
            let (ax, ay) = (x.abs(), y.abs());
            let round = f32::sqrt(x * x + y * y);
            // Approximate signed distance to the edge, negative inside.
            let out = match kind {
                0 => round - radius,
                1 => ax.max(ay) - 0.85 * radius,
                2 => (0.87 * ax - 0.5 * y).max(y) - 0.62 * radius,
                3 => (ax.min(ay) - 0.34 * radius).max(ax.max(ay) - 1.1 * radius),
                4 => 0.71 * (ax + ay - 1.25 * radius),
                _ => (round - 0.8 * radius).abs() - 0.3 * radius,
            };
            mask.push(((0.5 - out).clamp(0.0, 1.0) * INK) as u8);
        }
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Viewport = Viewport { size: [40, 20], x: [0.0, 40.0], y: [0.0, 20.0] };

    fn alphas(pixels: &[u8]) -> Vec<u8> {
        pixels.chunks_exact(4).map(|pixel| pixel[3]).collect()
    }

    #[test]
    fn every_sign_has_a_shape_and_an_ink_of_its_own_and_a_loner_is_small() {
        let palette = Palette::DAY;
        let mut shapes: Vec<Vec<u8>> = Vec::new();
        for (marker, name) in MARKER_NAMES.iter().enumerate() {
            let pixels = splat_markers(&[20.0, 10.0], &[marker as f32], &FRAME, 4.0, &palette);
            let middle = pixels.chunks_exact(4).find(|pixel| pixel[3] > 100).expect("it can be seen");
            assert_eq!(middle[..3], palette.clusters[marker]);
            assert!(!shapes.contains(&alphas(&pixels)), "{name}");
            shapes.push(alphas(&pixels));
        }
        let covered = |alphas: &[u8]| alphas.iter().filter(|&&alpha| alpha > 0).count();
        let loner = alphas(&splat_markers(&[20.0, 10.0], &[-1.0], &FRAME, 4.0, &palette));
        assert!(2 * covered(&loner) < covered(&shapes[0]));
        assert_eq!(
            alphas(&splat_markers(&[20.0, 10.0], &[6.0], &FRAME, 4.0, &palette)),
            shapes[0],
            "begin again"
        );
    }

    #[test]
    fn people_at_the_edge_and_off_the_picture_are_no_trouble() {
        let anywhere = [0.0, 0.0, 40.0, 20.0, -1.0, 21.0, 1e9, 0.0, f32::NAN, 3.0, 39.9, 0.1];
        let pixels = splat_markers(&anywhere, &[0.0, 1.0], &FRAME, 4.0, &Palette::DAY);
        assert_eq!(pixels.len(), 4 * 40 * 20);
        assert!(alphas(&pixels).iter().any(|&alpha| alpha > 0));
    }

    #[test]
    fn crowded_places_are_darker() {
        let dark = |people: usize| {
            let pixels = splat_markers(&[20.0, 10.0].repeat(people), &[], &FRAME, 4.0, &Palette::DAY);
            alphas(&pixels).into_iter().max()
        };
        assert!(dark(1) < dark(2) && dark(2) < dark(1_000));
    }
}
