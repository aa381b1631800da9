//! Gram–Schmidt orthonormalization of axes, and their sign convention.

use crate::linalg::reduce::dot;

/// Makes `axes` (rows of `dims` numbers, one after the other) orthonormal, in order.
///
/// Gram–Schmidt with one reorthogonalization ("twice is enough": Parlett, *The Symmetric Eigenvalue Problem*, 1980). A row
/// that depends linearly on those before it becomes zero.
pub(crate) fn orthonormalize(axes: &mut [f32], dims: usize) {
    for index in 0..axes.len() / dims {
        let (before, rest) = axes.split_at_mut(index * dims);
        let axis = &mut rest[..dims];
        for _ in 0..2 {
            let length = dot(axis, axis).sqrt();
            for other in before.chunks_exact(dims) {
                let overlap = dot(axis, other);
                axis.iter_mut().zip(other).for_each(|(x, o)| *x -= overlap * o);
            }
            let remainder = dot(axis, axis).sqrt();
            let scale = if remainder > 1e-5 * length { 1.0 / remainder } else { 0.0 };
            axis.iter_mut().for_each(|x| *x *= scale);
        }
    }
}

/// Fixes the sign of an axis: its coordinate of largest magnitude (the first of equals) becomes positive.
pub(crate) fn fix_sign(axis: &mut [f32]) {
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
