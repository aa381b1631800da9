//! Does the range hold what the same people reach another time?

use normie_descent::perplexity::read;

use super::visitors::{Quiz, Visitors};

/// Of the first visitors, how many reach a place within, below, above their range when they answer again, as shares;
/// and the mean width of the range, of a hundred.
pub fn coverage(quiz: &Quiz, visitors: &Visitors, people: usize) -> [f64; 4] {
    let mut sums = [0.0; 4];
    for (answers, again) in visitors.answers.iter().zip(&visitors.placed_again).take(people) {
        let reading = read(&quiz.predictor, &quiz.calibration, answers).expect("they answered");
        let [low, high] = reading.further_than;
        let place = quiz.calibration.further_than(again.identity);
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
