//! Hit tests: the person nearest to a pointer, or next in the direction of an arrow key.

/// Index of the person nearest to a spot, and the distance. `points` are x, y, x, y …; `None` if there are none.
pub fn nearest(points: &[f32], spot: [f32; 2]) -> Option<(usize, f32)> {
    let far = |point: &[f32]| {
        let (dx, dy) = (point[0] - spot[0], point[1] - spot[1]);
        dx * dx + dy * dy
    };
    let found = points.chunks_exact(2).map(far).enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
    found.map(|(person, square)| (person, f32::sqrt(square)))
}

/// Index of the next person in the direction `way` from person `from`: the one of least distance along the direction plus
/// twice the distance off it, among those within 45°. `way` is a unit vector along an axis, like `[1.0, 0.0]`.
pub fn next_towards(points: &[f32], from: usize, way: [f32; 2]) -> Option<usize> {
    let here = points.get(2 * from..2 * from + 2)?;
    let mut best = (f32::INFINITY, None);
    for (person, point) in points.chunks_exact(2).enumerate() {
        let (dx, dy) = (point[0] - here[0], point[1] - here[1]);
        let along = dx * way[0] + dy * way[1];
        let aside = (dx * way[1] - dy * way[0]).abs();
        // A person at the very same spot is in no direction.
        if person != from && along > 0.0 && aside <= along && along + 2.0 * aside < best.0 {
            best = (along + 2.0 * aside, Some(person));
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: [f32; 12] = [0.0, 0.0, 1.0, 0.1, 5.0, 0.0, 0.0, 3.0, -2.0, -0.5, 0.0, 0.0];

    #[test]
    fn the_nearest_is_the_nearest() {
        assert_eq!(nearest(&PEOPLE, [4.0, 0.0]), Some((2, 1.0)));
        assert_eq!(nearest(&[], [4.0, 0.0]), None);
    }

    #[test]
    fn arrows_go_to_the_next_in_their_direction_and_stop_at_the_edge() {
        let next = |from, way| next_towards(&PEOPLE, from, way);
        assert_eq!(next(0, [1.0, 0.0]), Some(1));
        assert_eq!(next(1, [1.0, 0.0]), Some(2));
        assert_eq!(next(2, [1.0, 0.0]), None);
        assert_eq!(next(0, [0.0, 1.0]), Some(3));
        assert_eq!(next(0, [-1.0, 0.0]), Some(4));
        assert_eq!(next(9, [1.0, 0.0]), None);
    }
}
