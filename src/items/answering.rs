//! How a belief becomes one of five answers.
//!
//! An answer given once is `y* = Λf + √(rel − h²)·s + √(1 − rel)·e`, cut at `t·exp(σ·g)`: factors `f`, a stable
//! quirk `s`, fresh noise `e`, response style `g` (some people use the end points more, whatever they
//! believe). `y*` has unit variance. The belief is the stable part; only beliefs drift.

use super::bank::{LOADINGS, SHARES};
use super::{ASKED, BANK, FACTORS};
use crate::chance::{distribution, quantile};

/// Share of an answer's variance that is stable: retest correlation of survey answers is about .6 and the
/// median reliability .68 (General Social Survey panels).
pub const RELIABILITY: f64 = 0.65;

/// Spread σ of the log of how far out a person sets the steps.
pub const STYLE_SPREAD: f64 = 0.25;

/// Correlation of twins' answers as a share of what reliability allows.
pub const TWIN_AGREEMENT: f64 = 0.8;

/// Coordinates beyond this are treated as being at it.
pub const REACH: f64 = 5.0;

/// Style `g` and its weight at five Gauss–Hermite nodes (probabilists'; exact to degree nine).
pub const STYLE_NODES: [(f64, f64); 5] = [
    (-2.856_970_013_872_805_7, 0.011_257_411_327_720_69),
    (-1.355_626_179_974_266, 0.222_075_922_005_612_64),
    (0.0, 0.533_333_333_333_333_3),
    (1.355_626_179_974_266, 0.222_075_922_005_612_64),
    (2.856_970_013_872_805_7, 0.011_257_411_327_720_69),
];

/// The answering of one question: everything in units of `y*`.
#[derive(Clone, Copy, Debug)]
pub struct ItemModel {
    /// Loadings Λ of the answer on the factors.
    pub loadings: [f64; FACTORS],
    /// Where a person of middling style cuts between steps, ascending.
    pub cuts: [f64; 4],
    /// Spread √(rel − h²) of the stable quirk.
    pub quirk: f64,
    /// Correlation of the quirk with its twin's (in the twin's own direction): how much of the quirk is the
    /// belief, and how much is the wording.
    pub twin_quirk: f64,
}

impl ItemModel {
    /// Belief explained by shared coordinates, in units of `y*`.
    pub fn shared(&self, factors: &[f64; FACTORS]) -> f64 {
        self.loadings.iter().zip(factors).fold(0.0, |sum, (l, f)| sum + l * f)
    }

    /// Communality h².
    pub fn communality(&self) -> f64 {
        self.shared(&self.loadings)
    }

    /// The step (0 to 4) that an answer `y` falls into for a person of style `g`.
    pub fn step(&self, y: f64, g: f64) -> usize {
        let stretch = libm::exp(STYLE_SPREAD * g);
        self.cuts.iter().filter(|&&cut| y > cut * stretch).count()
    }

    /// Between which numbers an answer lies that became `step`, for somebody of style `g`.
    pub fn bounds(&self, step: usize, g: f64) -> [f64; 2] {
        let stretch = libm::exp(STYLE_SPREAD * g);
        let low = if step == 0 { f64::NEG_INFINITY } else { self.cuts[step - 1] * stretch };
        let high = if step == 4 { f64::INFINITY } else { self.cuts[step] * stretch };
        [low, high]
    }

    fn of_bank(item: usize) -> ItemModel {
        let mut loadings = LOADINGS[item];
        let mut h2 = loadings.iter().fold(0.0, |sum, l| sum + l * l);
        // Two items are explained better than answers are reliable (Heywood cases): cap them.
        if h2 > RELIABILITY {
            let shrink = f64::sqrt(RELIABILITY / h2);
            loadings.iter_mut().for_each(|l| *l *= shrink);
            h2 = RELIABILITY;
        }
        let quirk = RELIABILITY - h2;
        let twin_quirk = if quirk > 0.0 { (TWIN_AGREEMENT * RELIABILITY - h2) / quirk } else { 0.0 };
        ItemModel { loadings, cuts: cuts(&SHARES[item]), quirk: f64::sqrt(quirk), twin_quirk }
    }

    fn flipped(self) -> ItemModel {
        let [a, b, c, d] = self.cuts;
        ItemModel { loadings: self.loadings.map(|l| -l), cuts: [-d, -c, -b, -a], ..self }
    }
}

/// The answering of the 24 questions, in their order.
pub fn item_models() -> [ItemModel; ASKED.len()] {
    ASKED.map(|q| {
        let model = ItemModel::of_bank(q.bank);
        if q.flipped { model.flipped() } else { model }
    })
}

/// The answering of the whole bank, asked or not.
pub(crate) fn bank_models() -> [ItemModel; BANK.len()] {
    core::array::from_fn(ItemModel::of_bank)
}

/// Cuts that give `shares` in a crowd of all styles.
fn cuts(shares: &[f64; 5]) -> [f64; 4] {
    let total: f64 = shares.iter().sum();
    let mut below = 0.0;
    core::array::from_fn(|i| {
        below += shares[i] / total;
        cut_below(below)
    })
}

/// The cut below which `below` of a crowd of all styles answers, `0 < below < 1`.
///
/// Without styles it is Φ⁻¹ of the share. Styles stretch it by exp(σg), which moves the shares of the outer
/// steps; so the cut `t` is solved from `Σ_g w_g Φ(t·exp(σg)) = below`, a rising function.
pub(crate) fn cut_below(below: f64) -> f64 {
    let share = |t: f64| {
        STYLE_NODES.iter().fold(0.0, |sum, &(g, w)| sum + w * distribution(t * libm::exp(STYLE_SPREAD * g)))
    };
    let start = quantile(below);
    let (mut low, mut high) = (start - 1.0, start + 1.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if share(middle) < below { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::QUESTIONS;

    #[test]
    fn cuts_give_the_shares_over_all_styles() {
        for (item, model) in BANK.iter().zip(bank_models()) {
            let total: f64 = item.shares.iter().sum();
            let mut below = 0.0;
            for (cut, share) in model.cuts.iter().zip(item.shares) {
                below += share / total;
                let got: f64 = STYLE_NODES
                    .iter()
                    .map(|&(g, w)| w * distribution(cut * libm::exp(STYLE_SPREAD * g)))
                    .sum();
                assert!((got - below).abs() < 1e-12, "{}", item.key);
            }
        }
    }

    #[test]
    fn answers_have_unit_variance_and_every_question_weighs_something() {
        for (q, model) in QUESTIONS.iter().zip(item_models()) {
            let variance = model.communality() + model.quirk * model.quirk + 1.0 - RELIABILITY;
            assert!((variance - 1.0).abs() < 1e-12, "{}", q.key);
            assert!(model.communality() > 0.05, "{}", q.key);
            assert!((0.0..=1.0).contains(&model.twin_quirk) || q.twin.is_none(), "{}", q.key);
        }
    }

    #[test]
    fn signs_say_what_the_statements_say() {
        // Upper pole and factor, by the meaning of the words: +1 when agreeing goes with the factor.
        let fixtures = [
            ("gap", 3, 1.0),
            ("gap_twin", 3, -1.0),
            ("borders", 3, -1.0),
            ("planet", 3, 1.0),
            ("guns", 3, 1.0),
            ("speech", 5, -1.0),
            ("drugs", 0, 1.0),
            ("roles", 0, -1.0),
            ("ai_build", 2, -1.0),
            ("ai_build_twin", 2, 1.0),
            ("ai_jobs", 2, 1.0),
            ("ai_rules", 2, 1.0),
            ("tech_good", 2, -1.0),
            ("ai_mind", 2, -1.0),
            ("sm_harm", 2, 1.0),
            ("memes", 0, 1.0),
            ("god", 1, 1.0),
            ("stars", 5, 1.0),
            ("science", 2, -1.0),
            ("strangers", 4, 1.0),
            ("strangers_twin", 4, -1.0),
            ("classical", 4, 1.0),
            ("modern_art", 4, -1.0),
            ("meat", 3, -1.0),
        ];
        let models = item_models();
        for (key, factor, sign) in fixtures {
            let at = QUESTIONS.iter().position(|q| q.key == key).expect("fixtures name questions");
            assert!(models[at].loadings[factor] * sign > 0.1, "{key}");
        }
        assert_eq!(fixtures.len(), QUESTIONS.len());
    }
}
