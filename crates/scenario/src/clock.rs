//! Clock: how many years of real people the days of a simulation are worth.
//!
//! Real people's beliefs correlate with themselves by `s` after two years, and so by `s^(T/2)` after `T` years if they go on
//! as they began. The simulated population's beliefs correlate with those of day 0 by `r`, from the run. The days are worth
//! the `T` at which both are equal.
//!
//! Both correlations are in the metric of the belief distance (all factors at once), and not of single items: surprisal is
//! made of that distance, the panels' figure for it is the most certain, and of a single item most of the stable variance is
//! a unique factor, which a recommender does not see.

use perplexity::drifted::BeliefPoint;
use perplexity::item_bank::FACTORS;
use serde::{Deserialize, Serialize};

use crate::panel;

/// Least correlation that is converted; below it, the years are those of this correlation.
const LEAST_CORRELATION: f64 = 1e-3;

/// Longest time over which real people were observed, years. More is extrapolated.
const OBSERVED_YEARS: f64 = 4.0;

/// Years of real people that change beliefs as much as the simulation has so far.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClockReading {
    /// Correlation of the population's beliefs with those of day 0, −1 to 1.
    pub correlation: f64,
    /// Years; zero on day 0.
    pub years: f64,
    /// 95 % interval of the years by that of the panels' stability, ascending.
    pub range: [f64; 2],
    /// Whether the years are more than the four over which people were observed.
    pub extrapolated: bool,
}

impl ClockReading {
    /// Reading at a correlation of beliefs with those of day 0.
    pub fn of(correlation: f64) -> ClockReading {
        let lost = libm::log(1.0 / correlation.clamp(LEAST_CORRELATION, 1.0));
        let years = |stability: f64| panel::FACTORS.years * lost / libm::log(1.0 / stability);
        let estimate = years(panel::FACTORS.estimate);
        ClockReading {
            correlation,
            years: estimate,
            range: panel::FACTORS.interval.map(years),
            extrapolated: estimate > OBSERVED_YEARS,
        }
    }
}

/// Correlation of the points of all agents with those of day 0: `Σ z·z₀ / √(Σ|z|² Σ|z₀|²)`, each set of points taken from
/// its mean. Coordinates count by their variance, as in the belief distance.
pub(crate) fn belief_correlation(at_first: &[BeliefPoint], now: &[BeliefPoint]) -> f64 {
    let [mean_at_first, mean_now] = [at_first, now].map(mean);
    let (mut product, mut squares_at_first, mut squares_now) = (0.0, 0.0, 0.0);
    for (before, after) in at_first.iter().zip(now) {
        for k in 0..FACTORS {
            let (x, y) = (before[k] - mean_at_first[k], after[k] - mean_now[k]);
            product += x * y;
            squares_at_first += x * x;
            squares_now += y * y;
        }
    }
    product / f64::sqrt(squares_at_first * squares_now)
}

fn mean(points: &[BeliefPoint]) -> BeliefPoint {
    let mut mean = [0.0; FACTORS];
    for point in points {
        mean.iter_mut().zip(point).for_each(|(sum, x)| *sum += x / points.len() as f64);
    }
    mean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_years_are_the_stability_of_two_years() {
        let reading = ClockReading::of(panel::FACTORS.estimate);
        assert!((reading.years - 2.0).abs() < 1e-12 && !reading.extrapolated);
        assert!(reading.range[0] < 2.0 && 2.0 < reading.range[1]);
        // .9 after 5.6 years, as published with the panels, 4.9 to 6.7.
        let reading = ClockReading::of(0.9);
        assert!((reading.years - 5.62).abs() < 0.01 && reading.extrapolated);
        assert!((reading.range[0] - 4.87).abs() < 0.01 && (reading.range[1] - 6.65).abs() < 0.01);
    }

    #[test]
    fn no_time_passes_without_change_and_the_clock_ends() {
        let points: Vec<BeliefPoint> = (0..50).map(|n| [0.1 * f64::from(n * n % 17); FACTORS]).collect();
        let correlation = belief_correlation(&points, &points);
        assert_eq!((correlation, ClockReading::of(correlation).years), (1.0, 0.0));
        let opposite: Vec<BeliefPoint> = points.iter().map(|point| point.map(|x| 3.0 - x)).collect();
        assert!((belief_correlation(&points, &opposite) + 1.0).abs() < 1e-12);
        assert!(ClockReading::of(-1.0).years.is_finite());
    }

    #[test]
    fn a_population_that_only_contracts_or_moves_as_a_whole_has_not_changed_its_order() {
        let points: Vec<BeliefPoint> =
            (0..50).map(|n| core::array::from_fn(|k| f64::from((n * (k as i32 + 3)) % 11))).collect();
        let contracted: Vec<BeliefPoint> = points.iter().map(|point| point.map(|x| 0.2 * x + 1.0)).collect();
        assert!((belief_correlation(&points, &contracted) - 1.0).abs() < 1e-12);
    }
}
