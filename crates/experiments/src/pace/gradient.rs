//! Drift down the gradient: displacement between interviews in steps of mean shift.

use super::belief_metric::{BeliefMetric, KernelPoint, inner};
use super::stability::centered;

/// Coefficient of the displacement from `from` to `to` on the mean shift at `from`, instrumented by that at `instrument`, an
/// interview whose errors are in neither. With `from` as instrument: ordinary least squares, in which the errors count as
/// drift.
pub fn drift_coefficient(
    metric: &BeliefMetric,
    instrument: &[KernelPoint],
    from: &[KernelPoint],
    to: &[KernelPoint],
) -> f64 {
    let (start, end) = (centered(from), centered(to));
    let (mut moved, mut expected) = (0.0, 0.0);
    for (((instrument, at), start), end) in instrument.iter().zip(from).zip(&start).zip(&end) {
        let direction = metric.mean_shift(instrument);
        let displacement: KernelPoint = core::array::from_fn(|k| end[k] - start[k]);
        moved += inner(&direction, &displacement);
        expected += inner(&direction, &metric.mean_shift(at));
    }
    moved / expected
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::rng::{Domain, StreamKey, normal};
    use perplexity::item_bank::FACTORS;

    #[test]
    fn steps_of_mean_shift_are_counted_whatever_the_errors() {
        let metric = BeliefMetric::default();
        let mut waves: [Vec<KernelPoint>; 3] = Default::default();
        for n in 0..20_000 {
            let mut stream = StreamKey::new(5, Domain::new(999)).stream(n);
            let mut at: KernelPoint = core::array::from_fn(|_| normal(&mut stream));
            for wave in &mut waves {
                wave.push(core::array::from_fn(|k: usize| at[k] + 0.4 * normal(&mut stream)));
                let shift = metric.mean_shift(&at);
                (0..FACTORS).for_each(|k| at[k] += 0.15 * shift[k]);
            }
        }
        let [first, second, third] = &waves;
        let instrumented = drift_coefficient(&metric, first, second, third);
        assert!((instrumented - 0.15).abs() < 0.01, "{instrumented}");
        let naive = drift_coefficient(&metric, first, first, second);
        assert!(naive > 0.25, "{naive}");
    }
}
