//! Summaries of draws of equal weight.

/// `count` of the draws, evenly spaced.
///
/// # Panics
///
/// When there are no draws.
pub fn thinned<T>(draws: &[T], count: usize) -> Vec<&T> {
    (0..count).map(|n| &draws[n * draws.len() / count]).collect()
}

/// Quantiles of values of equal weight.
pub fn quantiles<const N: usize>(values: &[f64], levels: [f64; N]) -> [f64; N] {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    levels.map(|level| {
        // Linear between the values, which stand at (n − ½)/count.
        let place = (level * values.len() as f64 - 0.5).clamp(0.0, (values.len() - 1) as f64);
        let below = place as usize;
        let above = (below + 1).min(values.len() - 1);
        values[below] + (place - below as f64) * (values[above] - values[below])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_between_the_values_and_thinned_draws_evenly_spaced() {
        assert_eq!(quantiles(&[4.0, 1.0, 3.0, 2.0], [0.0, 0.5, 1.0]), [1.0, 2.5, 4.0]);
        assert_eq!(thinned(&[0, 1, 2, 3, 4, 5], 3), [&0, &2, &4]);
    }
}
