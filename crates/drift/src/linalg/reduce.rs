//! Reductions over rows: dot products and weighted sums, vectorized, with the same bits on every machine.
//!
//! A sum kept in sixteen lanes fills the vector registers of every machine (a single lane would wait for its own latency).
//! Because the lanes are written out here and not chosen by a compiler, the order of the additions, and with it the
//! rounding, is the same at every register width.

/// Partial sums of a dot product.
const LANES: usize = 16;

/// Dot product of two rows of equal length; excess elements of the longer one are ignored.
#[inline]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a_blocks, a_rest) = a.as_chunks::<LANES>();
    let (b_blocks, b_rest) = b.as_chunks::<LANES>();
    let mut lanes = [0.0f32; LANES];
    for (x, y) in a_blocks.iter().zip(b_blocks) {
        for lane in 0..LANES {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    for (lane, (x, y)) in lanes.iter_mut().zip(a_rest.iter().zip(b_rest)) {
        *lane += x * y;
    }
    sum_lanes(&lanes)
}

/// Dot products of `row` with `a` and `b`: each equals [`dot`] to the bit, and `row` is read once.
///
/// With four rows at once the lanes no longer fit into sixteen registers, and it takes twice as long.
#[inline]
pub(crate) fn two_dots(row: &[f32], a: &[f32], b: &[f32]) -> [f32; 2] {
    let (blocks, rest) = row.as_chunks::<LANES>();
    let (a_blocks, a_rest) = a.as_chunks::<LANES>();
    let (b_blocks, b_rest) = b.as_chunks::<LANES>();
    let (mut a_lanes, mut b_lanes) = ([0.0f32; LANES], [0.0f32; LANES]);
    for ((x, a), b) in blocks.iter().zip(a_blocks).zip(b_blocks) {
        for lane in 0..LANES {
            a_lanes[lane] += x[lane] * a[lane];
            b_lanes[lane] += x[lane] * b[lane];
        }
    }
    for (lane, ((x, a), b)) in rest.iter().zip(a_rest).zip(b_rest).enumerate() {
        a_lanes[lane] += x * a;
        b_lanes[lane] += x * b;
    }
    [sum_lanes(&a_lanes), sum_lanes(&b_lanes)]
}

/// Sum of the lanes, by halving.
///
/// Never inlined: a compiler that sees the shuffle moves it into the loop before, at five times the cost.
#[inline(never)]
fn sum_lanes(lanes: &[f32; LANES]) -> f32 {
    let mut lanes = *lanes;
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            lanes[lane] += lanes[lane + half];
        }
        half /= 2;
    }
    lanes[0]
}

/// Adds `Σ wₖ rowₖ` to `sum`, eight rows in one pass: passes over memory dominate the cost.
///
/// # Panics
/// When a row is shorter than `sum`.
#[inline]
pub fn add_weighted_rows(sum: &mut [f32], rows: [&[f32]; 8], weights: [f32; 8]) {
    let n = sum.len();
    let [a, b, c, d, e, f, g, h] = rows.map(|row| &row[..n]);
    let w = weights;
    for i in 0..n {
        let low = (a[i] * w[0] + b[i] * w[1]) + (c[i] * w[2] + d[i] * w[3]);
        let high = (e[i] * w[4] + f[i] * w[5]) + (g[i] * w[6] + h[i] * w[7]);
        sum[i] += low + high;
    }
}

/// Adds `Σ wₖ (rowₖ − from)` to `sum`, eight rows in one pass.
///
/// The differences are taken before weighting: agents who agree influence each other by exactly zero.
///
/// # Panics
/// When a row is shorter than `sum`.
#[inline]
pub fn add_weighted_differences(sum: &mut [f32], from: &[f32], rows: [&[f32]; 8], weights: [f32; 8]) {
    let n = sum.len();
    let (from, rows) = (&from[..n], rows.map(|row| &row[..n]));
    for i in 0..n {
        sum[i] += weighted_difference(from[i], rows.map(|row| row[i]), weights);
    }
}

/// `Σ wₖ (yₖ − x)` over eight numbers: one coordinate of a weighted sum of differences.
#[inline(always)]
pub fn weighted_difference(x: f32, [a, b, c, d, e, f, g, h]: [f32; 8], w: [f32; 8]) -> f32 {
    let low = ((a - x) * w[0] + (b - x) * w[1]) + ((c - x) * w[2] + (d - x) * w[3]);
    let high = ((e - x) * w[4] + (f - x) * w[5]) + ((g - x) * w[6] + (h - x) * w[7]);
    low + high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dot_products_agree_with_double_precision_at_every_length() {
        for n in 0..70 {
            let a: Vec<f32> = (0..n).map(|i| (i * 37 % 19) as f32 - 9.0).collect();
            let b: Vec<f32> = (0..n).map(|i| (i * 53 % 23) as f32 - 11.0).collect();
            let exact: f64 = a.iter().zip(&b).map(|(x, y)| f64::from(*x) * f64::from(*y)).sum();
            // Integers below 2²⁴ are exact in single precision.
            assert_eq!(f64::from(dot(&a, &b)), exact, "{n}");
            assert_eq!(two_dots(&a, &a, &b), [dot(&a, &a), dot(&a, &b)], "{n}");
        }
    }

    #[test]
    fn weighted_sums_match_their_definition() {
        let rows: Vec<[f32; 3]> = (0..8).map(|k| [k as f32, 1.0, -2.0 * k as f32]).collect();
        let weights = [1.0, 2.0, 3.0, 4.0, 0.5, 0.25, 8.0, -1.0];
        let rows: [&[f32]; 8] = std::array::from_fn(|k| &rows[k][..]);
        let mut sum = [10.0f32; 3];
        add_weighted_rows(&mut sum, rows, weights);
        let first: f32 = (0..8).map(|k| k as f32 * weights[k]).sum();
        assert_eq!(sum, [10.0 + first, 10.0 + 17.75, 10.0 - 2.0 * first]);

        let mut pull = [0.0f32; 3];
        add_weighted_differences(&mut pull, &[1.0, 1.0, 0.0], rows, weights);
        assert_eq!(pull, [first - 17.75, 0.0, -2.0 * first]);
    }
}
