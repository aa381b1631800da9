//! Kernel density estimate of points in the plane, as surprisal in bits on a square grid.

/// Surprisal on a grid: −log2 of the kernel density estimate of points in the plane, in bits, 0 at the mode.
///
/// With a Gaussian kernel the mean-shift step is `−h²∇S` of exactly this surprisal S, up to a factor (Fukunaga and Hostetler,
/// *IEEE Transactions on Information Theory* 21, 1975): opinions under a matched feed move downhill on it.
#[derive(Clone, Debug, PartialEq)]
pub struct SurprisalGrid {
    /// Number of grid points along each side.
    pub side: usize,
    /// `side × side` values in bits, row by row from the bottom left, over the square from −`half_width` to `half_width`.
    pub bits: Vec<f32>,
}

/// Densities are floored at this share of the maximum, 2⁻⁷², so that the grid ends at 72 bits. Low enough that even a
/// point seven standard deviations from all others still slopes towards them.
const FLOOR: f32 = 2.117_582_4e-22;

impl SurprisalGrid {
    /// The grid for `points` (x, y, x, y …) under a Gaussian kernel of standard deviation `bandwidth`.
    ///
    /// Points are distributed over the grid with bilinear weights and convolved along both axes: costs `points + side³`
    /// multiply-adds. Points outside the square count at its edge.
    ///
    /// * `side` – grid points along each side, at least 2.
    /// * `half_width` – half the side of the square, in units of the points.
    pub fn estimate(points: &[f32], side: usize, half_width: f32, bandwidth: f32) -> SurprisalGrid {
        let spacing = 2.0 * half_width / (side - 1) as f32;
        let mut counts = vec![0.0f32; side * side];
        let (pairs, _) = points.as_chunks::<2>();
        for pair in pairs {
            let [(x, u), (y, v)] = pair.map(|p| {
                let position = ((p + half_width) / spacing).max(0.0).min((side - 1) as f32 - 0.001);
                (position as usize, position - libm::floorf(position))
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
        let blurred_rows = convolve_and_transpose(&counts, side, &kernel);
        let density = convolve_and_transpose(&blurred_rows, side, &kernel);
        let maximum = density.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        let surprisal = |d: &f32| -libm::log2f((d / maximum).max(FLOOR));
        SurprisalGrid { side, bits: density.iter().map(surprisal).collect() }
    }
}

/// Convolves every row with `kernel` (indexed by distance) and writes it as a column.
fn convolve_and_transpose(values: &[f32], side: usize, kernel: &[f32]) -> Vec<f32> {
    let mut transposed = vec![0.0; values.len()];
    for (y, row) in values.chunks_exact(side).enumerate() {
        for x in 0..side {
            let sum = row.iter().enumerate().fold(0.0, |sum, (from, v)| sum + v * kernel[from.abs_diff(x)]);
            transposed[x * side + y] = sum;
        }
    }
    transposed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coincident_points_make_a_parabola() {
        // −log2 exp(−d²/2h²) = d² / (2 h² ln 2).
        let grid = SurprisalGrid::estimate(&[0.0, 0.0].repeat(50), 41, 2.0, 0.5);
        let center = 20 * 41 + 20;
        assert_eq!(grid.bits[center], 0.0);
        for (steps, at) in [(4, center + 4), (4, center - 4 * 41), (8, center + 8 * 41)] {
            let d = f64::from(steps) * 0.1;
            let exact = d * d / (2.0 * 0.25 * core::f64::consts::LN_2);
            assert!((f64::from(grid.bits[at]) - exact).abs() < 1e-3, "{steps}: {}", grid.bits[at]);
        }
    }

    #[test]
    fn points_on_the_edge_and_beyond_give_finite_values() {
        let grid = SurprisalGrid::estimate(&[9.0, -9.0, 3.5, 3.5], 16, 3.5, 0.5);
        assert!(grid.bits.iter().all(|bits| bits.is_finite()));
    }
}
