//! How high does every spot of a plane lie?

/// The potential of a crowd on a plane: −log2 of its smoothed density, in bits, the deepest spot at nought.
///
/// Downhill is where the feed pulls: with a Gaussian kernel the mean-shift step is `−h²∇S` of exactly this
/// surprisal S (Fukunaga and Hostetler 1975).
#[derive(Clone, Debug, PartialEq)]
pub struct Landscape {
    /// Number of spots along each side.
    pub side: usize,
    /// `side × side` heights in bits, row by row from the bottom left, over the square from −reach to reach.
    pub heights: Vec<f32>,
}

/// Nobody lives here: density is floored at this share of the highest, 2⁻⁷², so heights end at 72 bits. Low
/// enough that even a spot seven standard deviations from everybody still slopes towards them.
const FLOOR: f32 = 2.117_582_4e-22;

impl Landscape {
    /// The landscape of `points` (x, y, x, y …) under a Gaussian kernel of width `bandwidth`.
    ///
    /// Points are put on the grid with bilinear weights and blurred along both axes: costs
    /// `points + side³` multiply-adds. Points beyond the reach count at the edge.
    pub fn of(points: &[f32], side: usize, reach: f32, bandwidth: f32) -> Landscape {
        let spacing = 2.0 * reach / (side - 1) as f32;
        let mut counts = vec![0.0f32; side * side];
        let (pairs, _) = points.as_chunks::<2>();
        for pair in pairs {
            let [(x, u), (y, v)] = pair.map(|p| {
                let at = ((p + reach) / spacing).clamp(0.0, (side - 1) as f32 - 0.001);
                (at as usize, at - libm::floorf(at))
            });
            let corner = y * side + x;
            counts[corner] += (1.0 - u) * (1.0 - v);
            counts[corner + 1] += u * (1.0 - v);
            counts[corner + side] += (1.0 - u) * v;
            counts[corner + side + 1] += u * v;
        }
        let kernel: Vec<f32> = (0..side)
            .map(|steps| {
                let d = steps as f32 * spacing / bandwidth;
                libm::expf(-0.5 * d * d)
            })
            .collect();
        // Blur the rows, turn, blur again, turn back.
        let density = blurred_and_turned(&blurred_and_turned(&counts, side, &kernel), side, &kernel);
        let highest = density.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        let height = |d: &f32| -libm::log2f((d / highest).max(FLOOR));
        Landscape { side, heights: density.iter().map(height).collect() }
    }
}

/// Every row convolved with `kernel` (indexed by distance), written as a column.
fn blurred_and_turned(values: &[f32], side: usize, kernel: &[f32]) -> Vec<f32> {
    let mut turned = vec![0.0; values.len()];
    for (at, row) in values.chunks_exact(side).enumerate() {
        for x in 0..side {
            let sum = row.iter().enumerate().fold(0.0, |sum, (from, v)| sum + v * kernel[from.abs_diff(x)]);
            turned[x * side + at] = sum;
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_in_one_spot_makes_a_parabola() {
        // −log2 exp(−d²/2h²) = d² / (2 h² ln 2).
        let land = Landscape::of(&[0.0, 0.0].repeat(50), 41, 2.0, 0.5);
        let centre = 20 * 41 + 20;
        assert_eq!(land.heights[centre], 0.0);
        for (steps, at) in [(4, centre + 4), (4, centre - 4 * 41), (8, centre + 8 * 41)] {
            let d = f64::from(steps) * 0.1;
            let exact = d * d / (2.0 * 0.25 * core::f64::consts::LN_2);
            assert!((f64::from(land.heights[at]) - exact).abs() < 1e-3, "{steps}: {}", land.heights[at]);
        }
    }

    #[test]
    fn people_on_the_edge_and_beyond_are_no_trouble() {
        let land = Landscape::of(&[9.0, -9.0, 3.5, 3.5], 16, 3.5, 0.5);
        assert!(land.heights.iter().all(|h| h.is_finite()));
    }
}
