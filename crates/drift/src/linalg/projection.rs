//! Orthogonal projection of opinions onto a few coordinates.

use crate::linalg::reduce::{dot, two_dots};

/// An affine map from opinions (D numbers) to coordinates (r numbers): `z = A (x − mean)`, the rows of A orthonormal.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    mean: Vec<f32>,
    /// `r` rows of `D` numbers; empty when coordinates are the centered opinions themselves.
    axes: Vec<f32>,
    /// `mean · axis`, subtracted after the product.
    offsets: Vec<f32>,
    explained_variance: f64,
}

impl Projection {
    /// Centering alone: `z = x − mean`, with r = D.
    pub fn centering(mean: Vec<f32>) -> Self {
        Projection { mean, axes: Vec::new(), offsets: Vec::new(), explained_variance: 1.0 }
    }

    /// Projection onto `axes`, orthonormal rows as long as `mean`, one after the other.
    ///
    /// * `explained_variance` – share of the variance that they keep, 0 to 1.
    pub(crate) fn new(mean: Vec<f32>, axes: Vec<f32>, explained_variance: f64) -> Self {
        let offsets = axes.chunks_exact(mean.len()).map(|axis| dot(&mean, axis)).collect();
        Projection { mean, axes, offsets, explained_variance }
    }

    /// D, the length of an opinion vector.
    pub fn dims(&self) -> usize {
        self.mean.len()
    }

    /// r, the number of coordinates.
    pub fn width(&self) -> usize {
        if self.axes.is_empty() { self.mean.len() } else { self.offsets.len() }
    }

    /// The opinion vector that maps to the origin, D numbers.
    pub fn mean(&self) -> &[f32] {
        &self.mean
    }

    /// The r orthonormal axes of D numbers each; empty when coordinates are the centered opinions themselves.
    pub fn axes(&self) -> Vec<&[f32]> {
        self.axes.chunks_exact(self.mean.len()).collect()
    }

    /// Whether there are axes; without, coordinates are the centered opinions themselves.
    pub fn has_axes(&self) -> bool {
        !self.axes.is_empty()
    }

    /// Share of the variance that the coordinates keep, 0 to 1.
    pub fn explained_variance(&self) -> f64 {
        self.explained_variance
    }

    /// Writes the coordinates of `row` (D numbers) to the first r numbers of `out`. Costs `r · D` multiply-adds.
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

    /// The axes, one after the other, `r · D` numbers.
    pub(crate) fn axis_values(&self) -> &[f32] {
        &self.axes
    }

    /// Overwrites this projection without allocating. Axes that point away from those of `previous` are negated. All have
    /// the same shape.
    pub(crate) fn replace(
        &mut self,
        mean: &[f32],
        axes: &mut [f32],
        explained_variance: f64,
        previous: &Projection,
    ) {
        let dims = mean.len();
        let rows = axes.chunks_exact_mut(dims).zip(previous.axes.chunks_exact(dims));
        for ((axis, old), offset) in rows.zip(&mut self.offsets) {
            if dot(axis, old) < 0.0 {
                axis.iter_mut().for_each(|x| *x = -*x);
            }
            *offset = dot(mean, axis);
        }
        self.mean.copy_from_slice(mean);
        self.axes.copy_from_slice(axes);
        self.explained_variance = explained_variance;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_products_with_the_axes_after_centering() {
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
