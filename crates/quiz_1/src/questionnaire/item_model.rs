//! Item response model: from factors to one of five ordered categories.
//!
//! The latent response is `y* = Λf + √(rel − h²)·s + √(1 − rel)·e` with unit variance, and its category is found by
//! the thresholds `t·exp(σ·g)`: common factors `f`, unique factor `s`, response error `e`, response style `g` (some
//! respondents use the end points more, whatever they believe). The opinion is the stable part `Λf + √(rel − h²)·s`;
//! only opinions change in a simulation.

pub use perplexity::response_model::{RELIABILITY, STYLE_NODES, STYLE_SPREAD};

use core::ops::{Deref, DerefMut};

use super::bank::{BANK, FACTORS, LOADINGS, SHARES};
use super::question::Item;
use super::question_set::QuestionSet;
use drift::rng::{normal_cdf, normal_quantile};

/// Correlation of a consistency pair's responses, as a share of [`RELIABILITY`].
pub const PAIR_AGREEMENT: f64 = 0.8;

/// Largest absolute value of the common part in the tables of probabilities; values beyond it are clamped.
pub const REACH: f64 = 5.0;

/// Response model of one item, in units of `y*`.
#[derive(Clone, Copy, Debug)]
pub struct ItemModel {
    /// Loadings Λ of the latent response on the factors.
    pub loadings: [f64; FACTORS],
    /// Thresholds t between the categories at style g = 0, ascending.
    pub thresholds: [f64; 4],
    /// Standard deviation √(rel − h²) of the unique factor's contribution.
    pub unique_sd: f64,
    /// Correlation of the unique factor with that of the consistency pair, both in their own direction: the part of the
    /// unique factor that is the opinion and not the wording.
    pub pair_correlation: f64,
}

impl ItemModel {
    /// Common part Λf of the latent response.
    pub fn shared(&self, factors: &[f64; FACTORS]) -> f64 {
        self.loadings.iter().zip(factors).fold(0.0, |sum, (l, f)| sum + l * f)
    }

    /// Communality h², 0 to [`RELIABILITY`].
    pub fn communality(&self) -> f64 {
        self.shared(&self.loadings)
    }

    /// Category (0 to 4) of a latent response `y` at style `g`.
    pub fn category(&self, y: f64, g: f64) -> usize {
        let stretch = libm::exp(STYLE_SPREAD * g);
        self.thresholds.iter().filter(|&&threshold| y > threshold * stretch).count()
    }

    /// Lower and upper bound of the latent responses in `category`, `0..5`, at style `g`; infinite at the ends.
    ///
    /// # Panics
    ///
    /// When `category` is out of range.
    pub fn bounds(&self, category: usize, g: f64) -> [f64; 2] {
        let stretch = libm::exp(STYLE_SPREAD * g);
        let low = if category == 0 { f64::NEG_INFINITY } else { self.thresholds[category - 1] * stretch };
        let high = if category == 4 { f64::INFINITY } else { self.thresholds[category] * stretch };
        [low, high]
    }

    fn of_bank(item: usize) -> ItemModel {
        let mut loadings = LOADINGS[item];
        let mut h2 = loadings.iter().fold(0.0, |sum, l| sum + l * l);
        // Two items have a communality above the reliability (Heywood cases): cap them.
        if h2 > RELIABILITY {
            let shrink = f64::sqrt(RELIABILITY / h2);
            loadings.iter_mut().for_each(|l| *l *= shrink);
            h2 = RELIABILITY;
        }
        let unique_variance = RELIABILITY - h2;
        let pair_correlation =
            if unique_variance > 0.0 { (PAIR_AGREEMENT * RELIABILITY - h2) / unique_variance } else { 0.0 };
        ItemModel {
            loadings,
            thresholds: thresholds(&SHARES[item]),
            unique_sd: f64::sqrt(unique_variance),
            pair_correlation,
        }
    }

    fn reverse_keyed(self) -> ItemModel {
        let [a, b, c, d] = self.thresholds;
        ItemModel { loadings: self.loadings.map(|l| -l), thresholds: [-d, -c, -b, -a], ..self }
    }
}

/// Response models of the items of a set, in their order.
#[derive(Clone, Debug)]
pub struct ItemModels {
    set: &'static QuestionSet,
    models: Vec<ItemModel>,
}

impl ItemModels {
    /// The set.
    pub fn set(&self) -> &'static QuestionSet {
        self.set
    }
}

impl Deref for ItemModels {
    type Target = [ItemModel];
    fn deref(&self) -> &[ItemModel] {
        &self.models
    }
}

impl DerefMut for ItemModels {
    fn deref_mut(&mut self) -> &mut [ItemModel] {
        &mut self.models
    }
}

impl QuestionSet {
    /// Response models of the items, in their order.
    pub fn models(&'static self) -> ItemModels {
        let model = |item: &Item| {
            let model = ItemModel::of_bank(item.bank);
            if item.reverse_keyed { model.reverse_keyed() } else { model }
        };
        ItemModels { set: self, models: self.items().iter().map(model).collect() }
    }
}

/// Response models of all items of the bank, asked or not.
pub fn bank_models() -> [ItemModel; BANK.len()] {
    core::array::from_fn(ItemModel::of_bank)
}

/// Thresholds that reproduce `shares` in a population of all styles.
fn thresholds(shares: &[f64; 5]) -> [f64; 4] {
    let total: f64 = shares.iter().sum();
    let mut below = 0.0;
    core::array::from_fn(|i| {
        below += shares[i] / total;
        threshold_below(below)
    })
}

/// Threshold below which the share `below` of a population of all styles responds, `0 < below < 1`.
///
/// Without styles it is Φ⁻¹ of the share. Styles scale it by exp(σg), which moves the shares of the outer categories;
/// so the threshold `t` is solved by bisection from `Σ_g w_g Φ(t·exp(σg)) = below`, an increasing function of t.
pub fn threshold_below(below: f64) -> f64 {
    let share = |t: f64| {
        STYLE_NODES.iter().fold(0.0, |sum, &(g, w)| sum + w * normal_cdf(t * libm::exp(STYLE_SPREAD * g)))
    };
    let start = normal_quantile(below);
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
    use crate::questionnaire::SET_1;

    #[test]
    fn cuts_give_the_shares_over_all_styles() {
        for (item, model) in BANK.iter().zip(bank_models()) {
            let total: f64 = item.shares.iter().sum();
            let mut below = 0.0;
            for (threshold, share) in model.thresholds.iter().zip(item.shares) {
                below += share / total;
                let got: f64 = STYLE_NODES
                    .iter()
                    .map(|&(g, w)| w * normal_cdf(threshold * libm::exp(STYLE_SPREAD * g)))
                    .sum();
                assert!((got - below).abs() < 1e-12, "{}", item.key);
            }
        }
    }

    #[test]
    fn answers_have_unit_variance_and_every_question_weighs_something() {
        for (q, model) in SET_1.questions().iter().zip(SET_1.models().iter()) {
            let variance = model.communality() + model.unique_sd * model.unique_sd + 1.0 - RELIABILITY;
            assert!((variance - 1.0).abs() < 1e-12, "{}", q.key);
            assert!(model.communality() > 0.05, "{}", q.key);
            assert!(
                (0.0..=1.0).contains(&model.pair_correlation) || q.item.consistency_pair.is_none(),
                "{}",
                q.key
            );
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
        let (questions, models) = (SET_1.questions(), SET_1.models());
        for (key, factor, sign) in fixtures {
            let at = questions.iter().position(|q| q.key == key).expect("fixtures name questions");
            assert!(models[at].loadings[factor] * sign > 0.1, "{key}");
        }
        assert_eq!(fixtures.len(), questions.len());
    }
}
