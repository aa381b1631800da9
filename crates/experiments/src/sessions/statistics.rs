//! Statistics of samples: means, quantiles, correlation, ROC area, and a test of uniformity.

/// Mean.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Sorts values in ascending order.
fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_unstable_by(f64::total_cmp);
    values
}

/// Quantile: the value below which `share` of them lie.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let values = sorted(values.to_vec());
    values[((values.len() - 1) as f64 * share) as usize]
}

/// Pearson's correlation coefficient.
pub fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (ma, mb) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        ab += (x - ma) * (y - mb);
        aa += (x - ma) * (x - ma);
        bb += (y - mb) * (y - mb);
    }
    ab / f64::sqrt(aa * bb)
}

/// Ranks from zero; ties in their original order.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    order.into_iter().enumerate().for_each(|(rank, at)| ranks[at] = rank as f64);
    ranks
}

/// Area under the ROC curve: the probability that a positive scores higher than a negative (Mann and Whitney).
pub fn area_under_curve(scores: &[f64], positive: &[bool]) -> f64 {
    let ranks = ranks(scores);
    let positives = positive.iter().filter(|&&p| p).count() as f64;
    let negatives = positive.len() as f64 - positives;
    let sum: f64 = ranks.iter().zip(positive).filter(|(_, p)| **p).map(|(rank, _)| rank + 1.0).sum();
    (sum - positives * (positives + 1.0) / 2.0) / (positives * negatives)
}

/// Two-sample Kolmogorov–Smirnov test of `shares`, which are ranks in a sample of `of` others, against the uniform
/// distribution: the distance, and its p-value (Smirnov's limit).
pub fn kolmogorov_smirnov(shares: &[f64], of: usize) -> [f64; 2] {
    let shares = sorted(shares.to_vec());
    let n = shares.len() as f64;
    let apart = |(i, p): (usize, &f64)| ((i + 1) as f64 / n - p).max(p - i as f64 / n);
    let distance = shares.iter().enumerate().map(apart).fold(0.0, f64::max);
    let effective = f64::sqrt(n * of as f64 / (n + of as f64));
    let lambda = (effective + 0.12 + 0.11 / effective) * distance;
    // The series converges for larger values; below, the probability is 1 to ten digits.
    if lambda < 0.2 {
        return [distance, 1.0];
    }
    let term = |k: i32| {
        let sign = if k % 2 == 1 { 2.0 } else { -2.0 };
        sign * libm::exp(-2.0 * f64::from(k * k) * lambda * lambda)
    };
    [distance, (1..=100).map(term).sum::<f64>().clamp(0.0, 1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_of_small_samples_are_known() {
        let [up, down] = [[1.0, 2.0, 4.0, 8.0], [8.0, 4.0, 2.0, 1.0]];
        assert!(correlation(&up, &down) > -1.0 && (correlation(&up, &up) - 1.0).abs() < 1e-12);
        assert_eq!(area_under_curve(&up, &[false, false, true, true]), 1.0);
        assert_eq!(area_under_curve(&up, &[true, false, false, true]), 0.5);
        assert_eq!((mean(&up), quantile(&down, 0.5)), (3.75, 2.0));
    }

    #[test]
    fn an_even_sample_is_found_even_and_a_skewed_one_is_not() {
        let even: Vec<f64> = (0..1000).map(|i| (f64::from(i) + 0.5) / 1000.0).collect();
        assert!(kolmogorov_smirnov(&even, 1000)[1] > 0.99);
        let skewed: Vec<f64> = even.iter().map(|u| u * u).collect();
        assert!(kolmogorov_smirnov(&skewed, 1000)[1] < 1e-6);
    }
}
