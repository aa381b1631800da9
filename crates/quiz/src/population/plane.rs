//! The essay's plane: left–right and anti–pro AI, two composites of items.

use perplexity::item_bank::{ITEMS, item};
use perplexity::response_model::RELIABILITY;

/// Items of a composite and their weights.
pub(super) type Composite = Vec<(usize, f64)>;

/// Items of the left–right composite; the sign is positive where the upper pole is right.
const LEFT_RIGHT: [(usize, f64); 6] = [
    (item("leftright"), -1.0),
    (item("gap"), 1.0),
    (item("hardtimes"), -1.0),
    (item("borders"), -1.0),
    (item("guns"), 1.0),
    (item("planet"), 1.0),
];

/// Items of the anti–pro AI composite; the sign is positive where the upper pole is pro.
const ANTI_PRO_AI: [(usize, f64); 5] = [
    (item("aijobs"), -1.0),
    (item("driverless"), -1.0),
    (item("surgeon"), 1.0),
    (item("techcost"), -1.0),
    (item("doors"), -1.0),
];

/// The two composites, each of unit variance: the signs over the root of `Σ_ab s_a s_b cov(x_a, x_b)`.
pub(super) fn composites() -> [Composite; 2] {
    [weights(&LEFT_RIGHT), weights(&ANTI_PRO_AI)]
}

fn weights(signs: &[(usize, f64)]) -> Composite {
    let scale = 1.0 / f64::sqrt(covariance_of_sums(signs, signs));
    signs.iter().map(|&(item, sign)| (item, sign * scale)).collect()
}

/// Covariance of two weighted sums of opinions.
fn covariance_of_sums(a: &[(usize, f64)], b: &[(usize, f64)]) -> f64 {
    let mut sum = 0.0;
    for &(i, weight_i) in a {
        for &(j, weight_j) in b {
            let shared = ITEMS[i].loadings.iter().zip(ITEMS[j].loadings).fold(0.0, |sum, (x, y)| sum + x * y);
            sum += weight_i * weight_j * if i == j { 1.0 } else { shared / RELIABILITY };
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axes_of_the_plane_are_nearly_independent() {
        let [left_right, anti_pro] = composites();
        assert!((covariance_of_sums(&left_right, &left_right) - 1.0).abs() < 1e-12);
        let correlation = covariance_of_sums(&left_right, &anti_pro);
        println!("{correlation}");
        assert!(correlation.abs() < 0.15, "{correlation}");
    }
}
