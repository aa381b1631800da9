//! Height field on a square grid.

use super::viewport::Viewport;

/// Heights at n × n grid points, row by row from the bottom left, spaced evenly over a viewport from edge to edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    side: usize,
    heights: Vec<f32>,
}

impl Grid {
    /// A grid of given heights; `None` unless they are a square of at least 2 × 2.
    pub fn new(side: usize, heights: Vec<f32>) -> Option<Grid> {
        (side >= 2 && heights.len() == side * side).then_some(Grid { side, heights })
    }

    /// Density of a crowd, in people per cell: counts in cells, smoothed by three box filters of radius `blur` cells (close
    /// to a Gaussian). `points` are x, y, x, y …; people outside the viewport are left out.
    ///
    /// # Panics
    /// If `side` is zero.
    pub fn density(points: &[f32], viewport: &Viewport, side: usize, blur: usize) -> Grid {
        let mut heights = vec![0.0; side * side];
        let cells = Viewport { size: [side as u32 - 1, side as u32 - 1], ..*viewport };
        for point in points.chunks_exact(2) {
            let [x, y] = cells.place([point[0], point[1]]);
            let (x, y) = (libm::roundf(x), libm::roundf(side as f32 - 1.0 - y));
            let inside = 0.0..side as f32;
            if inside.contains(&x) && inside.contains(&y) {
                heights[y as usize * side + x as usize] += 1.0;
            }
        }
        let mut transposed = heights.clone();
        for _ in 0..3 {
            box_mean_transposed(&heights, &mut transposed, side, blur);
            box_mean_transposed(&transposed, &mut heights, side, blur);
        }
        Grid { side, heights }
    }

    /// n, grid points along each axis.
    pub fn side(&self) -> usize {
        self.side
    }

    /// Height at column `x` and row `y`, counted from the bottom left.
    ///
    /// # Panics
    /// If the grid point is beyond the last row.
    pub fn at(&self, x: usize, y: usize) -> f32 {
        self.heights[y * self.side + x]
    }

    /// Lowest and highest height.
    pub fn extent(&self) -> [f32; 2] {
        self.heights.iter().fold([f32::MAX, f32::MIN], |[low, high], &h| [low.min(h), high.max(h)])
    }

    /// Gradient of the height at a point in grid units, per grid step.
    pub fn slope(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let last = self.side - 2;
        let (i, j) = ((x as usize).min(last), (y as usize).min(last));
        let (a, b) = (self.at(i, j), self.at(i + 1, j));
        let (c, d) = (self.at(i, j + 1), self.at(i + 1, j + 1));
        [0.5 * (b - a + d - c), 0.5 * (c - a + d - b)]
    }

    /// Local minima: grid points lower than all others within `around` steps, lowest first.
    pub fn bottoms(&self, around: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for y in around..self.side.saturating_sub(around) {
            for x in around..self.side.saturating_sub(around) {
                let here = self.at(x, y);
                let lowest = (y - around..=y + around)
                    .flat_map(|v| (x - around..=x + around).map(move |u| (u, v)))
                    .all(|(u, v)| (u, v) == (x, y) || self.at(u, v) > here);
                if lowest {
                    found.push((x, y));
                }
            }
        }
        found.sort_unstable_by(|a, b| self.at(a.0, a.1).total_cmp(&self.at(b.0, b.1)));
        found
    }

    /// Converts a point from grid units to the plane.
    pub fn point(&self, viewport: &Viewport, [x, y]: [f32; 2]) -> [f32; 2] {
        let last = (self.side - 1) as f32;
        viewport.point([x / last, 1.0 - y / last])
    }
}

/// Box filter of radius `reach` along rows, transposed: applied twice, it filters both directions.
fn box_mean_transposed(from: &[f32], to: &mut [f32], side: usize, reach: usize) {
    let weight = 1.0 / (2 * reach + 1) as f32;
    for (y, row) in from.chunks_exact(side).enumerate() {
        for x in 0..side {
            let window = &row[x.saturating_sub(reach)..(x + reach + 1).min(side)];
            to[x * side + y] = window.iter().fold(0.0, |sum, h| sum + h) * weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_on_one_spot_is_thickest_there_and_loses_nobody() {
        let viewport = Viewport::square([10, 10], 1.0);
        let grid = Grid::density(&[0.3, -0.3].repeat(100), &viewport, 21, 2);
        assert_eq!(grid.extent()[1], grid.at(13, 7));
        let total: f32 = (0..21).flat_map(|y| (0..21).map(move |x| (x, y))).map(|(x, y)| grid.at(x, y)).sum();
        assert!((total - 100.0).abs() < 0.01, "{total}");
    }

    #[test]
    fn bottoms_are_found_lowest_first() {
        let side = 15;
        let bowl = |x: usize, y: usize, cx: f32, cy: f32, floor: f32| {
            floor + (x as f32 - cx) * (x as f32 - cx) + (y as f32 - cy) * (y as f32 - cy)
        };
        let heights = (0..side * side)
            .map(|at| {
                bowl(at % side, at / side, 3.0, 4.0, 0.0).min(bowl(at % side, at / side, 11.0, 10.0, -5.0))
            })
            .collect();
        let grid = Grid::new(side, heights).expect("a square");
        assert_eq!(grid.bottoms(2), [(11, 10), (3, 4)]);
    }

    #[test]
    fn what_is_no_square_is_refused() {
        assert_eq!(Grid::new(3, vec![0.0; 8]), None);
        assert_eq!(Grid::new(1, vec![0.0]), None);
    }
}
