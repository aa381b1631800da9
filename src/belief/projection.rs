//! Which few coordinates stand for a person's many beliefs?

use crate::belief::lanes::{dot, two_dots};

/// A flat window on belief space: `z = (x − mean) · axes`.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    mean: Vec<f32>,
    /// `r` rows of `D` numbers; none when the window is the whole space.
    axes: Vec<f32>,
    /// `mean · axis`, taken off after the product.
    offsets: Vec<f32>,
    share: f64,
}

impl Projection {
    /// The whole space, shifted so that `mean` is the origin: no rotation, every difference kept.
    pub fn plain(mean: Vec<f32>) -> Self {
        Projection { mean, axes: Vec::new(), offsets: Vec::new(), share: 1.0 }
    }

    /// `axes` orthonormal rows as long as `mean`, one after the other, that keep `share` of the variance.
    pub(super) fn new(mean: Vec<f32>, axes: Vec<f32>, share: f64) -> Self {
        let offsets = axes.chunks_exact(mean.len()).map(|axis| dot(&mean, axis)).collect();
        Projection { mean, axes, offsets, share }
    }

    /// Number of belief dimensions, `D`.
    pub fn dims(&self) -> usize {
        self.mean.len()
    }

    /// Number of coordinates, `r`.
    pub fn width(&self) -> usize {
        if self.axes.is_empty() { self.mean.len() } else { self.offsets.len() }
    }

    /// The point that lands on the origin, `D` numbers.
    pub fn mean(&self) -> &[f32] {
        &self.mean
    }

    /// The `r` orthonormal axes, each of `D` numbers; empty when coordinates are the beliefs themselves.
    pub fn axes(&self) -> Vec<&[f32]> {
        self.axes.chunks_exact(self.mean.len()).collect()
    }

    /// Whether coordinates are anything else than the centred beliefs themselves.
    pub fn rotates(&self) -> bool {
        !self.axes.is_empty()
    }

    /// Share of the variance, 0 to 1, that these coordinates keep.
    pub fn share(&self) -> f64 {
        self.share
    }

    /// Coordinates of one person: reads `row` (`D` numbers), writes the first `r` of `out`.
    #[inline]
    pub fn project(&self, row: &[f32], out: &mut [f32]) {
        if self.axes.is_empty() {
            for ((z, x), m) in out.iter_mut().zip(row).zip(&self.mean) {
                *z = x - m;
            }
            return;
        }
        let dims = self.mean.len();
        let pairs = self.axes.chunks(2 * dims).zip(self.offsets.chunks(2)).zip(out.chunks_mut(2));
        for ((axes, offsets), z) in pairs {
            let (a, b) = axes.split_at(dims);
            if b.is_empty() {
                z[0] = dot(row, a) - offsets[0];
            } else {
                let products = two_dots(row, a, b);
                (z[0], z[1]) = (products[0] - offsets[0], products[1] - offsets[1]);
            }
        }
    }

    /// The axes, one after the other.
    pub(super) fn rows(&self) -> &[f32] {
        &self.axes
    }

    /// Becomes the window with this `mean`, these `axes` and this `share`; axes are turned around where they point away
    /// from those of `before`. All have as many axes and dimensions.
    pub(super) fn replace(&mut self, mean: &[f32], axes: &mut [f32], share: f64, before: &Projection) {
        let dims = mean.len();
        let rows = axes.chunks_exact_mut(dims).zip(before.axes.chunks_exact(dims));
        for ((axis, old), offset) in rows.zip(&mut self.offsets) {
            if dot(axis, old) < 0.0 {
                axis.iter_mut().for_each(|x| *x = -*x);
            }
            *offset = dot(mean, axis);
        }
        self.mean.copy_from_slice(mean);
        self.axes.copy_from_slice(axes);
        self.share = share;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_products_with_the_axes_after_centring() {
        let dims = 21;
        for r in [1, 3, 4, 7, 8] {
            let mut axes = vec![0.0; r * dims];
            (0..r).for_each(|k| axes[k * dims + 2 * k] = 1.0);
            let mean: Vec<f32> = (0..dims).map(|d| d as f32 * 0.5).collect();
            let projection = Projection::new(mean, axes, 0.5);
            let row: Vec<f32> = (0..dims).map(|d| (d * d) as f32).collect();
            let mut z = vec![7.0; 8];
            projection.project(&row, &mut z);
            for (k, &found) in z.iter().enumerate() {
                let expected = if k < r { (4 * k * k) as f32 - k as f32 } else { 7.0 };
                assert_eq!(found, expected, "{r} {k}");
            }
        }
    }
}
