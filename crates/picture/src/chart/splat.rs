//! Splatting of points: a crowd as an RGBA buffer.
//!
//! Each person is an anti-aliased dot added to a coverage buffer, so that dense regions are darker; a hundred thousand
//! people cost a few milliseconds.

use super::palette::Rgb;
use super::viewport::Viewport;

/// Opacity per unit of coverage: coverage c has the opacity `1 − 1 / (1 + INK · c)`.
const INK: f32 = 0.9;

/// Draws points as RGBA pixels, row by row from the top left: the colour `ink`, with an opacity that grows with the density of
/// points.
///
/// `points` are x, y, x, y … in the plane of `viewport`; `radius` is the radius of a dot, in pixels.
pub fn splat(points: &[f32], viewport: &Viewport, radius: f32, ink: Rgb) -> Vec<u8> {
    let [width, height] = viewport.size.map(|size| size as usize);
    let mut coverage = vec![0.0f32; width * height];
    // Most pixels have no person, and stay transparent.
    let mut pixels = vec![0; 4 * coverage.len()];
    let reach = libm::ceilf(radius) as i32 + 1;
    for point in points.chunks_exact(2) {
        let [x, y] = viewport.place([point[0], point[1]]);
        let near = |at: f32, size: usize| at > -1e3 && at < size as f32 + 1e3;
        if !near(x, width) || !near(y, height) {
            continue;
        }
        let (column, row) = (libm::floorf(x) as i32, libm::floorf(y) as i32);
        for v in (row - reach).max(0)..(row + reach + 1).min(height as i32) {
            for u in (column - reach).max(0)..(column + reach + 1).min(width as i32) {
                let (dx, dy) = (u as f32 + 0.5 - x, v as f32 + 0.5 - y);
                let share = (radius + 0.5 - f32::sqrt(dx * dx + dy * dy)).min(1.0);
                if share > 0.0 {
                    let spot = v as usize * width + u as usize;
                    coverage[spot] += share;
                    let alpha = 1.0 - 1.0 / (1.0 + INK * coverage[spot]);
                    pixels[4 * spot..4 * spot + 4].copy_from_slice(&[
                        ink[0],
                        ink[1],
                        ink[2],
                        (alpha * 255.0) as u8,
                    ]);
                }
            }
        }
    }
    pixels
}

/// Linear interpolation between two sets of points, `share` (0 to 1) of the way; as many points as both have.
pub fn interpolate(from: &[f32], to: &[f32], share: f32) -> Vec<f32> {
    from.iter().zip(to).map(|(a, b)| a + share * (b - a)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Viewport = Viewport { size: [20, 10], x: [0.0, 20.0], y: [0.0, 10.0] };

    fn alpha(pixels: &[u8], x: usize, y: usize) -> u8 {
        pixels[4 * (y * 20 + x) + 3]
    }

    #[test]
    fn people_are_where_they_are_and_nowhere_else() {
        let pixels = splat(&[5.5, 2.5], &FRAME, 1.0, [1, 2, 3]);
        assert_eq!(pixels.len(), 4 * 20 * 10);
        assert!(alpha(&pixels, 5, 7) > 100);
        assert_eq!(alpha(&pixels, 10, 7), 0);
        let inked = pixels.chunks(4).filter(|pixel| pixel[3] > 0);
        assert!(inked.clone().count() > 4);
        assert!(inked.into_iter().all(|pixel| pixel[..3] == [1, 2, 3]));
    }

    #[test]
    fn more_people_are_darker_and_never_overflow() {
        let mut last = 0;
        for people in [1, 2, 10, 1000] {
            let now = alpha(&splat(&[5.5, 2.5].repeat(people), &FRAME, 1.0, [0; 3]), 5, 7);
            assert!(now > last, "{people}");
            last = now;
        }
    }

    #[test]
    fn people_off_the_picture_are_left_out() {
        let pixels = splat(&[-50.0, 2.0, 1e9, 1e9, f32::NAN, 0.0], &FRAME, 1.5, [0; 3]);
        assert!(pixels.iter().all(|&p| p == 0));
    }

    #[test]
    fn halfway_is_halfway() {
        assert_eq!(interpolate(&[0.0, 4.0], &[2.0, 8.0, 9.0], 0.5), [1.0, 6.0]);
    }
}
