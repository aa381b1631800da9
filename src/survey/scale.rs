//! Which answers can be given to an item, and where on the latent answer do they begin?

use super::sheet::Code;
use crate::items::{ItemModel, STYLE_SPREAD, cut_below};

/// The answers to one item, lower pole first.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Where a person of middling style cuts between them, ascending: one fewer than there are answers.
    pub cuts: Vec<f64>,
    /// By [`Code::index`], which answers it stands for: from the first to before the second. Nobody gives an
    /// empty range.
    pub ranges: [[usize; 2]; Code::NUMBER],
}

/// What each code costs somebody who knows nothing but the table: the share of a side among all who answered,
/// and of a step among those of its side who told it.
///
/// The shares of what occurs add up to one over the sides, and over the steps where all told them.
pub fn shares(counts: &[usize; Code::NUMBER]) -> [f64; Code::NUMBER] {
    let total: usize = counts.iter().sum();
    let of_side = |side: Code, told: bool| -> usize {
        let codes = Code::ALL.iter().filter(|code| code.side() == side);
        codes.filter(|code| !told || matches!(code, Code::Step(_))).map(|code| counts[code.index()]).sum()
    };
    Code::ALL.map(|code| {
        let side = of_side(code.side(), false) as f64 / total.max(1) as f64;
        match code {
            Code::Step(_) => side * counts[code.index()] as f64 / of_side(code.side(), true).max(1) as f64,
            _ => side,
        }
    })
}

impl Scale {
    /// The five steps as the quiz's crowd takes them.
    pub fn of_item(model: &ItemModel) -> Scale {
        let steps = [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]];
        let [a, b, c, d, e] = steps;
        Scale { cuts: model.cuts.to_vec(), ranges: [a, b, c, d, e, [0, 2], [2, 3], [3, 5]] }
    }

    /// Just the answers that occur, cut so that the crowd gives them with these `shares` (of [`shares`]): the
    /// steps of a side where somebody told them, else the side as a whole.
    pub fn refitted(shares: &[f64; Code::NUMBER]) -> Scale {
        let mut answers = Vec::new();
        let mut ranges = [[0; 2]; Code::NUMBER];
        for side in [Code::Lower, Code::Torn, Code::Upper] {
            let first = answers.len();
            for code in Code::ALL.into_iter().filter(|code| code.side() == side) {
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
        let cuts = answers[..inner].iter().map(|share| {
            below += share;
            cut_below(below)
        });
        Scale { cuts: cuts.collect(), ranges }
    }

    /// How many answers there are.
    pub fn choices(&self) -> usize {
        self.cuts.len() + 1
    }

    /// The answer that `y` becomes for somebody of style `g`.
    pub fn answer(&self, y: f64, g: f64) -> usize {
        let stretch = libm::exp(STYLE_SPREAD * g);
        self.cuts.iter().filter(|&&cut| y > cut * stretch).count()
    }

    /// Between which numbers a latent answer lies that became `code`, for somebody of style `g`.
    pub fn bounds(&self, code: Code, g: f64) -> [f64; 2] {
        let stretch = libm::exp(STYLE_SPREAD * g);
        let [from, to] = self.ranges[code.index()];
        let low = from.checked_sub(1).map_or(f64::NEG_INFINITY, |cut| self.cuts[cut] * stretch);
        [low, self.cuts.get(to.wrapping_sub(1)).map_or(f64::INFINITY, |cut| cut * stretch)]
    }

    /// How `answer` is told: by its step where it has one and `steps` are told, else by its side.
    pub fn told(&self, answer: usize, steps: bool) -> Code {
        let tells = |code: &&Code| {
            let [from, to] = self.ranges[code.index()];
            (from..to).contains(&answer)
        };
        let by_side = Code::ALL.iter().rev().find(tells);
        let by_step = Code::ALL.iter().find(tells);
        let told = if steps { by_step } else { by_side };
        *told.expect("every answer belongs to a side")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::distribution;
    use crate::items::STYLE_NODES;

    /// Share of the crowd below each cut.
    fn below(scale: &Scale) -> Vec<f64> {
        let share = |cut: f64| -> f64 {
            STYLE_NODES.iter().map(|&(g, w)| w * distribution(cut * libm::exp(STYLE_SPREAD * g))).sum()
        };
        scale.cuts.iter().map(|&cut| share(cut)).collect()
    }

    #[track_caller]
    fn check(counts: [usize; Code::NUMBER], expected_below: &[f64]) -> Scale {
        let scale = Scale::refitted(&shares(&counts));
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
        // Half of the lower side told their step: one to three.
        let scale = check([1, 3, 0, 0, 0, 4, 0, 8], &[0.125, 0.5]);
        assert_eq!(scale.ranges[5..], [[0, 2], [2, 2], [2, 3]]);
    }

    #[test]
    fn answers_are_told_as_precisely_as_asked() {
        let scale = Scale::refitted(&shares(&[1, 3, 0, 0, 0, 4, 2, 6]));
        let told = |steps| [0, 1, 2, 3].map(|answer| scale.told(answer, steps).index());
        assert_eq!((told(true), told(false)), ([0, 1, 6, 7], [5, 5, 6, 7]));
    }

    #[test]
    fn bounds_hold_what_becomes_the_answer() {
        let scale = Scale::refitted(&shares(&[10, 20, 30, 30, 10, 0, 0, 0]));
        for code in Code::ALL {
            let [low, high] = scale.bounds(code, -0.7);
            let inside = if low.is_finite() { low + 1e-9 } else { high - 1e-9 };
            let [from, to] = scale.ranges[code.index()];
            assert!((from..to).contains(&scale.answer(inside, -0.7)), "{code:?}");
        }
    }
}
