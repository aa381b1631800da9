//! Tables of response probabilities given the common part of the latent response.
//!
//! The probability of a response depends on a respondent through two numbers: the common part `m` of the latent
//! response (in units of `y*`) and the style node `g`. It is tabulated over `m` and interpolated linearly;
//! interpolated probabilities still add up to 1.

use crate::questionnaire::{
    CATEGORIES, ItemModel, QuestionSet, REACH, RELIABILITY, Response, STYLE_NODES, STYLE_SPREAD,
};
use drift::rng::normal_cdf;

/// Number of style nodes.
pub(crate) const STYLES: usize = STYLE_NODES.len();

/// Table points from −[`REACH`] to [`REACH`]; spacing 1/20, interpolation error below 5e-4 of probability.
const POINTS: usize = 201;
const SPACING: f64 = 2.0 * REACH / (POINTS - 1) as f64;

/// Nine Gauss–Hermite nodes for the part of the unique factor that a consistency pair shares: value and weight.
const SHARED_UNIQUE_NODES: [(f64, f64); 9] = [
    (-4.512_745_863_399_783, 2.234_584_400_774_658_6e-5),
    (-3.205_429_002_856_47, 2.789_141_321_231_769e-3),
    (-2.076_847_978_677_83, 4.991_640_676_521_788e-2),
    (-1.023_255_663_789_132_5, 0.244_097_502_894_939_45),
    (0.0, 0.406_349_206_349_206_35),
    (1.023_255_663_789_132_5, 0.244_097_502_894_939_45),
    (2.076_847_978_677_83, 4.991_640_676_521_788e-2),
    (3.205_429_002_856_47, 2.789_141_321_231_769e-3),
    (4.512_745_863_399_783, 2.234_584_400_774_658_6e-5),
];

/// Topic: an item, and its consistency pair if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Topic {
    pub question: usize,
    pub consistency_pair: Option<usize>,
}

/// Topics of a set: its single items and its consistency pairs (18 and three in set 1).
pub(super) fn topics(set: &QuestionSet) -> impl Iterator<Item = Topic> {
    let originals = set.items().iter().enumerate().filter(|(_, q)| !q.reverse_keyed);
    originals.map(|(question, q)| Topic { question, consistency_pair: q.consistency_pair })
}

/// Response to a topic: to the original item, the reverse-keyed item, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TopicResponse {
    Original(Response),
    ReverseKeyed(Response),
    Both(Response, Response),
}

impl TopicResponse {
    /// Cell in the topic's table.
    pub(super) fn index(self) -> usize {
        match self {
            TopicResponse::Original(a) => a.index(),
            TopicResponse::ReverseKeyed(b) => CATEGORIES + b.index(),
            TopicResponse::Both(a, b) => 2 * CATEGORIES + a.index() * CATEGORIES + b.index(),
        }
    }

    pub(super) fn new(
        question: Option<Response>,
        consistency_pair: Option<Response>,
    ) -> Option<TopicResponse> {
        match (question, consistency_pair) {
            (Some(a), Some(b)) => Some(TopicResponse::Both(a, b)),
            (Some(a), None) => Some(TopicResponse::Original(a)),
            (None, Some(b)) => Some(TopicResponse::ReverseKeyed(b)),
            (None, None) => None,
        }
    }
}

/// Probability of one cell over styles and common parts: `[style][point]`.
type Curve = [[f32; POINTS]; STYLES];

/// Probabilities of all responses to one topic, one curve per cell.
pub struct Table {
    curves: Vec<Curve>,
    /// Cells from here on are joint responses to a consistency pair.
    both: usize,
    /// Number of response categories.
    choices: usize,
}

impl Table {
    /// Table of a topic: responses to the item, then, with a consistency pair, to the other item and to both.
    ///
    /// Of the response models only thresholds and unique factors are used. Given `m`, the probability of category c is
    /// `Φ((t_c·e^{σg} − m)/v) − Φ((t_{c−1}·e^{σg} − m)/v)` with `v² = unique_sd² + 1 − rel`. The part of the unique
    /// factor that a consistency pair shares is integrated out by quadrature.
    pub(super) fn new(model: &ItemModel, consistency_pair: Option<&ItemModel>) -> Table {
        let own = model.unique_sd * model.unique_sd;
        let all = f64::sqrt(own + 1.0 - RELIABILITY);
        let mut curves = tabulated(|g, m| category_probabilities(model, g, m, all).to_vec());
        if let Some(other) = consistency_pair {
            let shared = f64::sqrt(own * model.pair_correlation.max(0.0));
            let rest = f64::sqrt(own + 1.0 - RELIABILITY - shared * shared);
            curves.extend(tabulated(|g, m| category_probabilities(other, g, -m, all).to_vec()));
            curves.extend(tabulated(|g, m| {
                let mut cells = vec![0.0; CATEGORIES * CATEGORIES];
                for (u, weight) in SHARED_UNIQUE_NODES {
                    let belief = m + shared * u;
                    let (a, b) = (
                        category_probabilities(model, g, belief, rest),
                        category_probabilities(other, g, -belief, rest),
                    );
                    for (cell, value) in cells.iter_mut().enumerate() {
                        *value += weight * a[cell / CATEGORIES] * b[cell % CATEGORIES];
                    }
                }
                cells
            }));
        }
        Table { curves, both: 2 * CATEGORIES, choices: CATEGORIES }
    }

    /// Table with one cell per range of categories.
    ///
    /// * `spread` – standard deviation √(1 − h²) of the latent response given its common part.
    /// * `thresholds` – thresholds between the categories, ascending.
    /// * `ranges` – first category, and one past the last.
    pub fn of_ranges(spread: f64, thresholds: &[f64], ranges: &[[usize; 2]]) -> Table {
        let curves = tabulated(|g, m| {
            let stretch = libm::exp(STYLE_SPREAD * g);
            let below = |answer: usize| match answer.checked_sub(1) {
                None => 0.0,
                Some(threshold) => thresholds
                    .get(threshold)
                    .map_or(1.0, |threshold| normal_cdf((threshold * stretch - m) / spread)),
            };
            ranges.iter().map(|&[from, to]| below(to) - below(from)).collect()
        });
        Table { curves, both: ranges.len(), choices: thresholds.len() + 1 }
    }

    /// Number of cells.
    pub fn cells(&self) -> usize {
        self.curves.len()
    }

    /// Power of two near the reciprocal of a typical probability of a cell, so that products of scaled probabilities
    /// stay within single precision.
    pub fn lift(&self, cell: usize) -> f32 {
        let lift = (1 << self.choices.ilog2()) as f32;
        if cell < self.both { lift } else { lift * lift }
    }

    /// Writes the probability of a cell for every style and every common part in `means` into `out`, at index
    /// `style · means.len() + person`.
    ///
    /// # Panics
    ///
    /// When `cell` does not exist, or `means` is empty.
    pub fn column(&self, cell: usize, means: &[f32], out: &mut [f32]) {
        for (points, row) in self.curves[cell].iter().zip(out.chunks_exact_mut(means.len())) {
            for (p, &m) in row.iter_mut().zip(means) {
                let at =
                    ((m + REACH as f32) * (1.0 / SPACING as f32)).clamp(0.0, (POINTS - 2) as f32 + 0.999);
                let below = at as usize;
                let part = at - below as f32;
                *p = points[below] + part * (points[below + 1] - points[below]);
            }
        }
    }
}

/// Probabilities of the five categories at style `g`, common part `m` and standard deviation `v` of the rest.
fn category_probabilities(model: &ItemModel, g: f64, m: f64, v: f64) -> [f64; CATEGORIES] {
    let stretch = libm::exp(STYLE_SPREAD * g);
    let below = model.thresholds.map(|threshold| normal_cdf((threshold * stretch - m) / v));
    [below[0], below[1] - below[0], below[2] - below[1], below[3] - below[2], 1.0 - below[3]]
}

/// Tabulates `cells(style, common part)`, one curve per cell.
fn tabulated(cells: impl Fn(f64, f64) -> Vec<f64>) -> Vec<Curve> {
    let mut curves = Vec::new();
    for (style, (g, _)) in STYLE_NODES.into_iter().enumerate() {
        for point in 0..POINTS {
            let values = cells(g, SPACING * point as f64 - REACH);
            curves.resize(values.len(), [[0.0; POINTS]; STYLES]);
            for (curve, value) in curves.iter_mut().zip(values) {
                curve[style][point] = value as f32;
            }
        }
    }
    curves
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_1;

    fn probabilities(table: &Table, response: impl Fn(Response) -> TopicResponse, m: f32) -> Vec<f64> {
        let mut sums = Vec::new();
        for step in Response::ALL {
            let mut out = [0.0; STYLES];
            table.column(response(step).index(), &[m], &mut out);
            sums.push(f64::from(out[1]));
        }
        sums
    }

    #[test]
    fn pairs_are_consistent_with_each_item_alone() {
        let models = SET_1.models();
        let topic = topics(&SET_1).find(|t| t.consistency_pair.is_some()).expect("there are pairs");
        let table = Table::new(&models[topic.question], topic.consistency_pair.map(|t| &models[t]));
        for m in [-2.3, -0.4, 0.0, 1.1] {
            let alone = probabilities(&table, TopicResponse::Original, m);
            for step in Response::ALL {
                let joint: f64 =
                    probabilities(&table, |other| TopicResponse::Both(step, other), m).iter().sum();
                assert!((joint - alone[step.index()]).abs() < 1e-5, "{m} {step:?}");
            }
            assert!((alone.iter().sum::<f64>() - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn interpolation_is_close_to_the_formula() {
        let models = SET_1.models();
        for topic in topics(&SET_1) {
            let model = &models[topic.question];
            let table = Table::new(model, None);
            let v = f64::sqrt(model.unique_sd * model.unique_sd + 1.0 - RELIABILITY);
            for i in 0..100 {
                let m = -3.0 + 0.0611 * f64::from(i);
                let exact = category_probabilities(model, STYLE_NODES[1].0, m, v);
                for (got, exact) in probabilities(&table, TopicResponse::Original, m as f32).iter().zip(exact)
                {
                    assert!((got - exact).abs() < 5e-4, "{m}: {got} {exact}");
                }
            }
        }
    }
}
