//! Thresholds of a column: between its categories, on the latent response.

use perplexity::item_bank::{CATEGORIES, ITEMS};
use perplexity::response_model::threshold_below;

/// Thresholds of an item of the bank on a scale of `steps` categories, ascending, one fewer than there are categories.
///
/// Five categories have the bank's thresholds. On another scale, cut j of `steps` stands at position `j/steps`, the bank's at
/// 1/5 to 4/5: thresholds between them are interpolated linearly, and those outside extrapolated.
///
/// # Panics
/// If the bank has no such item, or the scale less than one category.
///
/// # Examples
///
/// ```
/// use survey::bank_thresholds;
///
/// let [five, ten] = [5, 10].map(|steps| bank_thresholds(1, steps));
/// assert_eq!((five.len(), ten.len()), (4, 9));
/// assert!((five[0] - ten[1]).abs() < 1e-12);
/// ```
pub fn bank_thresholds(item: usize, steps: usize) -> Vec<f64> {
    let bank = &ITEMS[item].thresholds;
    if steps == CATEGORIES {
        return bank.to_vec();
    }
    let at = |cut: usize| {
        // In units of the bank's cuts, the first of which is 1.
        let position = (cut * CATEGORIES) as f64 / steps as f64;
        let below = (position as usize).clamp(1, bank.len() - 1);
        bank[below - 1] + (position - below as f64) * (bank[below] - bank[below - 1])
    };
    (1..steps).map(at).collect()
}

/// Thresholds at which a population of all styles gives the categories these shares of its responses, ascending. `counts` are
/// the categories' frequencies in a table.
///
/// A category that nobody chose counts as half a respondent, so that thresholds are finite and distinct.
///
/// # Examples
///
/// ```
/// use survey::refit_thresholds;
///
/// let [middle] = refit_thresholds(&[50, 50])[..] else { panic!("two categories have one threshold") };
/// assert!(middle.abs() < 1e-9);
/// assert!(refit_thresholds(&[0, 7, 0]).iter().all(|threshold| threshold.is_finite()));
/// ```
pub fn refit_thresholds(counts: &[usize]) -> Vec<f64> {
    let frequency = |&count: &usize| if count == 0 { 0.5 } else { count as f64 };
    let all: f64 = counts.iter().map(frequency).sum();
    let mut below = 0.0;
    let inner = &counts[..counts.len().saturating_sub(1)];
    inner
        .iter()
        .map(|count| {
            below += frequency(count);
            threshold_below(below / all)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response_table::MOST_STEPS;
    use perplexity::response_model::share_below;

    fn ascends(thresholds: &[f64]) -> bool {
        thresholds.iter().all(|threshold| threshold.is_finite())
            && thresholds.windows(2).all(|pair| pair[0] < pair[1])
    }

    #[test]
    fn refitted_thresholds_give_the_shares_of_the_table() {
        let counts = [10, 20, 30, 30, 10];
        let thresholds = refit_thresholds(&counts);
        assert_eq!(thresholds.len(), 4);
        for (threshold, below) in thresholds.iter().zip([0.1, 0.3, 0.6, 0.9]) {
            assert!((share_below(*threshold) - below).abs() < 1e-9);
        }
    }

    #[test]
    fn steps_that_nobody_chose_have_thresholds_too() {
        for counts in [[0, 0, 0, 0, 9], [9, 0, 0, 0, 0], [0, 5, 0, 4, 0], [100_000, 0, 0, 0, 1], [0; 5]] {
            assert!(ascends(&refit_thresholds(&counts)), "{counts:?}");
        }
        assert_eq!(refit_thresholds(&[5]), [0.0; 0]);
    }

    #[test]
    fn thresholds_of_other_scales_lie_between_the_bank_s() {
        for (item, of_bank) in ITEMS.iter().enumerate() {
            let [a, b, c, d] = of_bank.thresholds;
            assert_eq!(bank_thresholds(item, 5), [a, b, c, d]);
            let [middle] = bank_thresholds(item, 2)[..] else { panic!("one threshold") };
            assert!((middle - 0.5 * (b + c)).abs() < 1e-12);
            let ten = bank_thresholds(item, 10);
            assert!(
                (ten[0] - (a - 0.5 * (b - a))).abs() < 1e-12 && (ten[8] - (d + 0.5 * (d - c))).abs() < 1e-12
            );
            for steps in 2..=MOST_STEPS {
                assert!(ascends(&bank_thresholds(item, steps)), "{item} {steps}");
            }
        }
    }
}
