//! Stability: correlations of positions between interviews, and the latent ones behind them.
//!
//! With three interviews, observed correlations r and independent response errors, the latent correlation over one interval is
//! `√(s12 s23) = r13 / √(r12 r23)` in the geometric mean, over two intervals `r13² / (r12 r23)` (Heise, *American Sociological
//! Review* 34, 1969).

use super::belief_metric::{KernelPoint, inner};
use super::panel_waves::PanelWave;
use perplexity::item_bank::FACTORS;

/// Points less their mean.
pub fn centered(points: &[KernelPoint]) -> Vec<KernelPoint> {
    let mut mean = [0.0; FACTORS];
    for point in points {
        (0..FACTORS).for_each(|k| mean[k] += point[k] / points.len() as f64);
    }
    points.iter().map(|point| core::array::from_fn(|k| point[k] - mean[k])).collect()
}

/// Sum of the inner products of two sets of points of the same people, both less their means.
pub fn cross_product(a: &[KernelPoint], b: &[KernelPoint]) -> f64 {
    centered(a).iter().zip(&centered(b)).map(|(x, y)| inner(x, y)).sum()
}

/// Correlation of two sets of points, all coordinates at once.
pub fn pooled_correlation(a: &[KernelPoint], b: &[KernelPoint]) -> f64 {
    cross_product(a, b) / f64::sqrt(cross_product(a, a) * cross_product(b, b))
}

/// Latent stability over one interval from the points of three interviews.
pub fn latent_stability(waves: [&[KernelPoint]; 3]) -> f64 {
    let [r12, r23, r13] = [(0, 1), (1, 2), (0, 2)].map(|(a, b)| pooled_correlation(waves[a], waves[b]));
    r13 / f64::sqrt(r12 * r23)
}

/// The points with all but one coordinate set to zero.
pub fn one_coordinate(points: &[[f64; FACTORS]], k: usize) -> Vec<KernelPoint> {
    points.iter().map(|point| core::array::from_fn(|j| if j == k { point[j] } else { 0.0 })).collect()
}

/// Correlation of true positions between two interviews from scores on disjoint questions: what either half measures wrongly
/// is in neither product.
pub fn disjoint_correlation(first: &PanelWave, second: &PanelWave) -> f64 {
    let [[a1, b1], [a2, b2]] = [first, second].map(|w| w.halves.each_ref().map(|half| &half.points));
    let between = 0.5 * (cross_product(a1, b2) + cross_product(b1, a2));
    between / f64::sqrt(cross_product(a1, b1) * cross_product(a2, b2))
}

/// Variance of true positions at the second interview over that at the first, from scores on disjoint questions.
pub fn spread_ratio(first: &PanelWave, second: &PanelWave) -> f64 {
    let [[a1, b1], [a2, b2]] = [first, second].map(|w| w.halves.each_ref().map(|half| &half.points));
    cross_product(a2, b2) / cross_product(a1, b1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::rng::{Domain, StreamKey, normal};

    /// Positions that keep `stability` per interval, observed with errors of this variance.
    fn simplex(stability: f64, error: f64) -> [Vec<KernelPoint>; 3] {
        let mut waves: [Vec<KernelPoint>; 3] = Default::default();
        for n in 0..20_000 {
            let mut stream = StreamKey::new(5, Domain::new(999)).stream(n);
            let mut at: KernelPoint = core::array::from_fn(|_| normal(&mut stream));
            for wave in &mut waves {
                wave.push(at.map(|x| 3.0 + x + f64::sqrt(error) * normal(&mut stream)));
                let fresh = f64::sqrt(1.0 - stability * stability);
                at = at.map(|x| stability * x + fresh * normal(&mut stream));
            }
        }
        waves
    }

    #[test]
    fn errors_are_taken_out_and_movement_is_not() {
        for stability in [1.0, 0.963, 0.8] {
            let waves = simplex(stability, 0.5);
            let found = latent_stability(waves.each_ref().map(Vec::as_slice));
            assert!((found - stability).abs() < 0.006, "{stability}: {found}");
            let observed = pooled_correlation(&waves[0], &waves[1]);
            assert!((observed - stability / 1.5).abs() < 0.01, "{observed}");
        }
    }
}
