//! How do directions become axes: of length one, at right angles, each pointing a definite way?

use crate::belief::lanes::dot;

/// Gram–Schmidt, twice over ("twice is enough", Parlett 1980). A row that depends on those before it becomes
/// nought.
pub fn orthonormalise(axes: &mut [f32], dims: usize) {
    for at in 0..axes.len() / dims {
        let (before, rest) = axes.split_at_mut(at * dims);
        let axis = &mut rest[..dims];
        for _ in 0..2 {
            let length = dot(axis, axis).sqrt();
            for other in before.chunks_exact(dims) {
                let share = dot(axis, other);
                axis.iter_mut().zip(other).for_each(|(x, o)| *x -= share * o);
            }
            let left = dot(axis, axis).sqrt();
            let scale = if left > 1e-5 * length { 1.0 / left } else { 0.0 };
            axis.iter_mut().for_each(|x| *x *= scale);
        }
    }
}

/// Turns an axis so that its largest coordinate (the first of equals) is positive.
pub fn point_upwards(axis: &mut [f32]) {
    let mut largest = 0.0f32;
    for &x in axis.iter() {
        if x.abs() > largest.abs() {
            largest = x;
        }
    }
    if largest < 0.0 {
        axis.iter_mut().for_each(|x| *x = -*x);
    }
}
