//! Response scale of an item: its categories, and their thresholds on the latent response.

use super::response_table::ResponseCode;
use quiz::questionnaire::{ItemModel, STYLE_SPREAD, threshold_below};

/// Response scale of one item: ordered categories, lower pole first.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Thresholds between the categories on the latent response, ascending, at response style 0: one fewer than there are
    /// categories.
    pub thresholds: Vec<f64>,
    /// Categories that each code stands for, by [`ResponseCode::index`]: from the first number to before the second. A code
    /// with an empty range does not occur.
    pub ranges: [[usize; 2]; ResponseCode::NUMBER],
}

/// Probability of each code by the marginal shares alone: of a side, its share among all responses; of a category, that share
/// times the category's share among the responses of its side that give a category.
///
/// `counts` are frequencies by [`ResponseCode::index`]. The probabilities add up to 1 over the sides, and also over the
/// categories where all responses give one.
pub fn response_shares(counts: &[usize; ResponseCode::NUMBER]) -> [f64; ResponseCode::NUMBER] {
    let total: usize = counts.iter().sum();
    let of_side = |side: ResponseCode, by_category: bool| -> usize {
        let codes = ResponseCode::ALL.iter().filter(|code| code.side() == side);
        codes
            .filter(|code| !by_category || matches!(code, ResponseCode::Category(_)))
            .map(|code| counts[code.index()])
            .sum()
    };
    ResponseCode::ALL.map(|code| {
        let side = of_side(code.side(), false) as f64 / total.max(1) as f64;
        match code {
            ResponseCode::Category(_) => {
                side * counts[code.index()] as f64 / of_side(code.side(), true).max(1) as f64
            }
            _ => side,
        }
    })
}

impl Scale {
    /// Scale of the five response categories, with the thresholds of the quiz's item model.
    pub fn of_item(model: &ItemModel) -> Scale {
        let steps = [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]];
        let [a, b, c, d, e] = steps;
        Scale { thresholds: model.thresholds.to_vec(), ranges: [a, b, c, d, e, [0, 2], [2, 3], [3, 5]] }
    }

    /// Scale of the responses that occur, with thresholds at which the population gives them with these `shares` (of
    /// [`response_shares`]): the categories of a side where any response gives them, or else the side as a whole.
    pub fn refit(shares: &[f64; ResponseCode::NUMBER]) -> Scale {
        let mut answers = Vec::new();
        let mut ranges = [[0; 2]; ResponseCode::NUMBER];
        for side in [ResponseCode::Lower, ResponseCode::Neutral, ResponseCode::Upper] {
            let first = answers.len();
            for code in ResponseCode::ALL.into_iter().filter(|code| code.side() == side) {
                let occurs = shares[code.index()] > 0.0;
                if occurs && (code != side || answers.len() == first) {
                    ranges[code.index()] = [answers.len(), answers.len() + 1];
                    answers.push(shares[code.index()]);
                }
            }
            ranges[side.index()] = [first, answers.len()];
        }
        let mut below = 0.0;
        let inner = answers.len().saturating_sub(1);
        let thresholds = answers[..inner].iter().map(|share| {
            below += share;
            threshold_below(below)
        });
        Scale { thresholds: thresholds.collect(), ranges }
    }

    /// Number of categories.
    pub fn choices(&self) -> usize {
        self.thresholds.len() + 1
    }

    /// Category of the latent response `y` at response style `g`.
    pub fn answer(&self, y: f64, g: f64) -> usize {
        let stretch = libm::exp(STYLE_SPREAD * g);
        self.thresholds.iter().filter(|&&threshold| y > threshold * stretch).count()
    }

    /// Lower and upper bound of the latent responses that give `code` at response style `g`; infinite at the ends.
    pub fn bounds(&self, code: ResponseCode, g: f64) -> [f64; 2] {
        let stretch = libm::exp(STYLE_SPREAD * g);
        let [from, to] = self.ranges[code.index()];
        let low =
            from.checked_sub(1).map_or(f64::NEG_INFINITY, |threshold| self.thresholds[threshold] * stretch);
        [low, self.thresholds.get(to.wrapping_sub(1)).map_or(f64::INFINITY, |threshold| threshold * stretch)]
    }

    /// Code of the category `answer`: by category where `steps` and the category has a code of its own, or else by side.
    ///
    /// # Panics
    /// If there is no such category.
    pub fn observed_code(&self, answer: usize, steps: bool) -> ResponseCode {
        let includes = |code: &&ResponseCode| {
            let [from, to] = self.ranges[code.index()];
            (from..to).contains(&answer)
        };
        let by_side = ResponseCode::ALL.iter().rev().find(includes);
        let by_step = ResponseCode::ALL.iter().find(includes);
        let code = if steps { by_step } else { by_side };
        *code.expect("every answer belongs to a side")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::rng::normal_cdf;
    use quiz::questionnaire::STYLE_NODES;

    /// Share of the crowd below each cut.
    fn below(scale: &Scale) -> Vec<f64> {
        let share = |threshold: f64| -> f64 {
            STYLE_NODES.iter().map(|&(g, w)| w * normal_cdf(threshold * libm::exp(STYLE_SPREAD * g))).sum()
        };
        scale.thresholds.iter().map(|&threshold| share(threshold)).collect()
    }

    #[track_caller]
    fn check(counts: [usize; ResponseCode::NUMBER], expected_below: &[f64]) -> Scale {
        let scale = Scale::refit(&response_shares(&counts));
        let found = below(&scale);
        assert_eq!(found.len(), expected_below.len(), "{found:?}");
        assert!(found.iter().zip(expected_below).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?}");
        scale
    }

    #[test]
    fn a_refitted_scale_has_the_answers_that_occur_and_their_shares() {
        check([10, 20, 30, 30, 10, 0, 0, 0], &[0.1, 0.3, 0.6, 0.9]);
        // Nobody used the middle.
        check([10, 20, 0, 60, 10, 0, 0, 0], &[0.1, 0.3, 0.9]);
        check([0, 0, 0, 0, 0, 30, 20, 50], &[0.3, 0.5]);
        check([0, 0, 0, 0, 0, 30, 0, 70], &[0.3]);
        check([0, 0, 0, 0, 0, 0, 0, 5], &[]);
        // Half of the lower side give their category, in the ratio 1 : 3.
        let scale = check([1, 3, 0, 0, 0, 4, 0, 8], &[0.125, 0.5]);
        assert_eq!(scale.ranges[5..], [[0, 2], [2, 2], [2, 3]]);
    }

    #[test]
    fn answers_are_coded_at_the_precision_asked_for() {
        let scale = Scale::refit(&response_shares(&[1, 3, 0, 0, 0, 4, 2, 6]));
        let codes = |steps| [0, 1, 2, 3].map(|answer| scale.observed_code(answer, steps).index());
        assert_eq!((codes(true), codes(false)), ([0, 1, 6, 7], [5, 5, 6, 7]));
    }

    #[test]
    fn bounds_hold_what_becomes_the_answer() {
        let scale = Scale::refit(&response_shares(&[10, 20, 30, 30, 10, 0, 0, 0]));
        for code in ResponseCode::ALL {
            let [low, high] = scale.bounds(code, -0.7);
            let inside = if low.is_finite() { low + 1e-9 } else { high - 1e-9 };
            let [from, to] = scale.ranges[code.index()];
            assert!((from..to).contains(&scale.answer(inside, -0.7)), "{code:?}");
        }
    }
}
