//! Contour lines of a height field (marching squares).
//!
//! Each cell of the grid is cut by straight segments between its edges; segments that meet at an edge are joined into
//! lines. Saddles are resolved by the mean of the cell's four corners.

use super::grid::Grid;

/// Contour line, in grid units.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// Vertices (column, row) in order; a closed line repeats its first vertex at the end.
    pub points: Vec<[f32; 2]>,
    /// Whether the line is closed.
    pub closed: bool,
}

/// Sentinel: no edge.
const NONE: u32 = u32::MAX;

/// All contour lines of height `level`, open lines first. The cost is linear in the number of grid cells.
pub fn contours(grid: &Grid, level: f32) -> Vec<Contour> {
    let side = grid.side();
    // Edges to the right of a grid point come first, then edges upwards; each borders two cells.
    let mut links = vec![[NONE; 2]; 2 * side * side];
    let above: Vec<bool> = (0..side * side).map(|at| grid.at(at % side, at / side) >= level).collect();
    for y in 0..side - 1 {
        for x in 0..side - 1 {
            // Most cells lie wholly on one side of the line.
            let (low, high) = (y * side + x, (y + 1) * side + x);
            if [above[low + 1], above[high], above[high + 1]] == [above[low]; 3] {
                continue;
            }
            for [a, b] in pieces(grid, x, y, level) {
                join(&mut links, a, b);
                join(&mut links, b, a);
            }
        }
    }
    let mut lines = Vec::new();
    let open_ends = |link: &[u32; 2]| link[0] != NONE && link[1] == NONE;
    for edge in 0..links.len() {
        if open_ends(&links[edge]) {
            lines.push(walk(grid, &mut links, edge, level));
        }
    }
    for edge in 0..links.len() {
        if links[edge][0] != NONE {
            lines.push(walk(grid, &mut links, edge, level));
        }
    }
    lines
}

/// Segments of the contour through one cell, each from edge to edge.
fn pieces(grid: &Grid, x: usize, y: usize, level: f32) -> impl Iterator<Item = [usize; 2]> + use<> {
    let side = grid.side();
    let corners = [grid.at(x, y), grid.at(x + 1, y), grid.at(x + 1, y + 1), grid.at(x, y + 1)];
    let above = corners.map(|h| h >= level);
    let (bottom, top) = (y * side + x, (y + 1) * side + x);
    let (left, right) = (side * side + y * side + x, side * side + y * side + x + 1);
    let edges = [bottom, right, top, left];
    // Edge k lies between corners k and k + 1.
    let cut: Vec<usize> = (0..4).filter(|&k| above[k] != above[(k + 1) % 4]).collect();
    let pairs: [Option<[usize; 2]>; 2] = match cut[..] {
        [a, b] => [Some([a, b]), None],
        // A saddle: cut off the two corners that differ from the middle.
        [_, _, _, _] => {
            let middle = 0.25 * corners.iter().fold(0.0, |sum, h| sum + h) >= level;
            if above[0] == middle { [Some([0, 1]), Some([2, 3])] } else { [Some([3, 0]), Some([1, 2])] }
        }
        _ => [None, None],
    };
    pairs.into_iter().flatten().map(move |[a, b]| [edges[a], edges[b]])
}

fn join(links: &mut [[u32; 2]], from: usize, to: usize) {
    let slot = usize::from(links[from][0] != NONE);
    links[from][slot] = to as u32;
}

/// Follows a line from the edge `start`, and removes it from `links`.
fn walk(grid: &Grid, links: &mut [[u32; 2]], start: usize, level: f32) -> Contour {
    let mut points = vec![crossing(grid, start, level)];
    let mut at = start;
    let closed = loop {
        let [next, other] = links[at];
        // The remaining neighbor is the way on; each step removes itself from the next edge's list.
        links[at] = [other, NONE];
        if next == NONE {
            break false;
        }
        let next = next as usize;
        let [a, b] = links[next];
        links[next] = if a as usize == at { [b, NONE] } else { [a, NONE] };
        points.push(crossing(grid, next, level));
        if next == start {
            break true;
        }
        at = next;
    };
    Contour { points, closed }
}

/// Point of an edge at height `level`, by linear interpolation.
fn crossing(grid: &Grid, edge: usize, level: f32) -> [f32; 2] {
    let side = grid.side();
    let upwards = edge >= side * side;
    let place = edge % (side * side);
    let (x, y) = (place % side, place / side);
    let here = grid.at(x, y);
    let there = if upwards { grid.at(x, y + 1) } else { grid.at(x + 1, y) };
    let share = ((level - here) / (there - here)).clamp(0.0, 1.0);
    if upwards { [x as f32, y as f32 + share] } else { [x as f32 + share, y as f32] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn land(side: usize, height: impl Fn(f32, f32) -> f32) -> Grid {
        let heights = (0..side * side).map(|at| height((at % side) as f32, (at / side) as f32)).collect();
        Grid::new(side, heights).expect("a square of at least two")
    }

    #[test]
    fn a_cone_has_circles() {
        let cone = land(21, |x, y| libm::hypotf(x - 10.0, y - 10.0));
        let lines = contours(&cone, 6.0);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].closed);
        assert_eq!(lines[0].points.first(), lines[0].points.last());
        for [x, y] in &lines[0].points {
            assert!((libm::hypotf(x - 10.0, y - 10.0) - 6.0).abs() < 0.05, "{x} {y}");
        }
    }

    #[test]
    fn a_ramp_has_one_open_line_from_edge_to_edge() {
        let lines = contours(&land(9, |x, _| x), 3.25);
        assert_eq!(lines.len(), 1);
        assert!(!lines[0].closed);
        assert_eq!(lines[0].points.len(), 9);
        assert!(lines[0].points.iter().all(|p| p[0] == 3.25));
    }

    #[test]
    fn a_saddle_never_crosses_itself() {
        let saddle = land(2, |x, y| if (x + y) as usize == 1 { 1.0 } else { 0.0 });
        for level in [0.25, 0.75] {
            let lines = contours(&saddle, level);
            assert_eq!(lines.len(), 2);
            assert!(lines.iter().all(|line| line.points.len() == 2 && !line.closed));
        }
    }

    #[test]
    fn every_piece_of_rough_land_is_drawn_once() {
        // A pseudo-random height per place; pieces counted cell by cell must be the joined lines' pieces.
        let rough = land(24, |x, y| ((x as u32 * 7919 + y as u32 * 104_729) % 97) as f32);
        let counted: usize = (0..23)
            .flat_map(|y| (0..23).map(move |x| (x, y)))
            .map(|(x, y)| pieces(&rough, x, y, 48.5).count())
            .sum();
        let joined: usize = contours(&rough, 48.5).iter().map(|line| line.points.len() - 1).sum();
        assert_eq!(counted, joined);
    }
}
