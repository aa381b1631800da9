//! Coverage of the percentile range in a simulated retest.

use quiz::scoring::score;

use super::visitors::{Quiz, Visitors};

/// Shares of the first visitors whose retest is within, below and above their percentile range; and the mean width of the
/// range in points.
///
/// # Panics
///
/// When a visitor has answered nothing.
pub fn coverage(quiz: &Quiz, visitors: &Visitors, people: usize) -> [f64; 4] {
    let mut sums = [0.0; 4];
    for (answers, again) in visitors.answers.iter().zip(&visitors.placed_again).take(people) {
        let score = score(&quiz.predictor, &quiz.norms, answers).expect("they answered");
        let [low, high] = score.further_than;
        let place = quiz.norms.further_than(again.identity);
        let at = if place < low {
            1
        } else if place > high {
            2
        } else {
            0
        };
        sums[at] += 1.0;
        sums[3] += f64::from(high - low);
    }
    sums.map(|sum| sum / people as f64)
}
