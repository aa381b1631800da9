//! Table of the standard normal distribution function and density, interpolated by a Taylor series: some ten times as fast as
//! `erfc`, with an error below 1e−10.

use drift::rng::{normal_cdf, normal_pdf};

/// Knots per unit.
const PER_UNIT: f64 = 256.0;
/// Beyond this bound the distribution function counts as 0 or 1.
const BOUND: f64 = 9.0;

/// The table.
#[derive(Clone, Debug)]
pub(super) struct NormalTable {
    /// Distribution function and density at each knot.
    knots: Vec<[f64; 2]>,
}

impl NormalTable {
    /// Computes the table.
    pub(super) fn new() -> NormalTable {
        let count = (2.0 * BOUND * PER_UNIT) as usize + 1;
        let at = |knot: usize| knot as f64 / PER_UNIT - BOUND;
        NormalTable { knots: (0..count).map(|k| [normal_cdf(at(k)), normal_pdf(at(k))]).collect() }
    }

    /// Distribution function and density at `x`.
    #[inline]
    pub(super) fn at(&self, x: f64) -> [f64; 2] {
        let place = (x.clamp(-BOUND, BOUND) + BOUND) * PER_UNIT;
        let knot = (place + 0.5) as usize;
        let center = knot as f64 / PER_UNIT - BOUND;
        let d = (place - knot as f64) / PER_UNIT;
        let [cdf, pdf] = self.knots[knot];
        let slope = -center;
        let curve = center * center - 1.0;
        [
            cdf + pdf * d * (1.0 + d * (0.5 * slope + d * curve / 6.0)),
            pdf * (1.0 + d * (slope + d * 0.5 * curve)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_normal_distribution() {
        let table = NormalTable::new();
        for n in 0..20_000 {
            let x = 1e-3 * f64::from(n) - 10.0003;
            let [cdf, pdf] = table.at(x);
            assert!((cdf - normal_cdf(x)).abs() < 1e-10 && (pdf - normal_pdf(x)).abs() < 1e-8, "{x}");
        }
    }
}
