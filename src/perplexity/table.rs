//! How likely is each answer for somebody with a given belief?
//!
//! Everything the crowd knows about a person for one item is a single number `m`, the belief explained by shared
//! coordinates (in units of `y*`), and a style node `g`. So the probabilities are tabulated once over `m`, and
//! read off by linear interpolation: interpolated probabilities still add up to one.

use crate::chance::distribution;
use crate::items::{ASKED, ItemModel, REACH, RELIABILITY, STEPS, STYLE_NODES, STYLE_SPREAD, Step};

/// Number of style nodes.
pub(crate) const STYLES: usize = STYLE_NODES.len();

/// Table points from −REACH to REACH; spacing 1/20, interpolation error below 5e-4 of probability.
const POINTS: usize = 201;
const SPACING: f64 = 2.0 * REACH / (POINTS - 1) as f64;

/// A standard normal shared quirk at nine Gauss–Hermite nodes.
const SHARED_QUIRK: [(f64, f64); 9] = [
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

/// One belief that is asked about: a question, and its twin where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Topic {
    pub question: usize,
    pub twin: Option<usize>,
}

/// The topics of the 24 questions: 18 single ones and three pairs.
pub(super) fn topics() -> impl Iterator<Item = Topic> {
    let originals = ASKED.iter().enumerate().filter(|(_, q)| !q.flipped);
    originals.map(|(question, q)| Topic { question, twin: q.twin })
}

/// What was answered on a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Question(Step),
    Twin(Step),
    Both(Step, Step),
}

impl Said {
    /// Its cell in the topic's table.
    pub fn index(self) -> usize {
        match self {
            Said::Question(a) => a.index(),
            Said::Twin(b) => STEPS + b.index(),
            Said::Both(a, b) => 2 * STEPS + a.index() * STEPS + b.index(),
        }
    }

    pub fn new(question: Option<Step>, twin: Option<Step>) -> Option<Said> {
        match (question, twin) {
            (Some(a), Some(b)) => Some(Said::Both(a, b)),
            (Some(a), None) => Some(Said::Question(a)),
            (None, Some(b)) => Some(Said::Twin(b)),
            (None, None) => None,
        }
    }
}

/// Probabilities of one answer over beliefs and styles: `[style][point]`.
type Curve = [[f32; POINTS]; STYLES];

/// Probabilities of all that can be said on one topic: a curve a cell.
pub(crate) struct Table {
    curves: Vec<Curve>,
    /// Cells from here on are answers of both twins.
    both: usize,
    /// How many answers there are to choose from.
    choices: usize,
}

impl Table {
    /// Cells as [`Said::index`] counts them. `model` and `twin` are the answering of the question and of its
    /// twin; only cuts and quirk are used.
    ///
    /// Given `m`, an answer is `Φ((t_c·e^{σg} − m)/v) − Φ((t_{c−1}·e^{σg} − m)/v)` with `v² = quirk² + 1 − rel`.
    /// Twins share part of their quirk, which is integrated out by quadrature.
    pub fn new(model: &ItemModel, twin: Option<&ItemModel>) -> Table {
        let own = model.quirk * model.quirk;
        let all = f64::sqrt(own + 1.0 - RELIABILITY);
        let mut curves = tabulated(|g, m| five(model, g, m, all).to_vec());
        if let Some(other) = twin {
            let shared = f64::sqrt(own * model.twin_quirk.max(0.0));
            let rest = f64::sqrt(own + 1.0 - RELIABILITY - shared * shared);
            curves.extend(tabulated(|g, m| five(other, g, -m, all).to_vec()));
            curves.extend(tabulated(|g, m| {
                let mut cells = vec![0.0; STEPS * STEPS];
                for (u, weight) in SHARED_QUIRK {
                    let belief = m + shared * u;
                    let (a, b) = (five(model, g, belief, rest), five(other, g, -belief, rest));
                    for (cell, value) in cells.iter_mut().enumerate() {
                        *value += weight * a[cell / STEPS] * b[cell % STEPS];
                    }
                }
                cells
            }));
        }
        Table { curves, both: 2 * STEPS, choices: STEPS }
    }

    /// One cell for each of `ranges` of answers, from the first to before the second, which the latent answer
    /// reaches at `cuts`; `spread` is √(1 − h²), all that is not shared.
    pub fn of_ranges(spread: f64, cuts: &[f64], ranges: &[[usize; 2]]) -> Table {
        let curves = tabulated(|g, m| {
            let stretch = libm::exp(STYLE_SPREAD * g);
            let below = |answer: usize| match answer.checked_sub(1) {
                None => 0.0,
                Some(cut) => cuts.get(cut).map_or(1.0, |cut| distribution((cut * stretch - m) / spread)),
            };
            ranges.iter().map(|&[from, to]| below(to) - below(from)).collect()
        });
        Table { curves, both: ranges.len(), choices: cuts.len() + 1 }
    }

    /// How many cells there are.
    pub fn cells(&self) -> usize {
        self.curves.len()
    }

    /// A power of two about as large as the probability of a cell is small: products of lifted probabilities
    /// stay far from the ends of single precision.
    pub fn lift(&self, cell: usize) -> f32 {
        let lift = (1 << self.choices.ilog2()) as f32;
        if cell < self.both { lift } else { lift * lift }
    }

    /// Writes the probability of a cell for every belief in `means` and every style node into `out`, style by
    /// style: `out[style · people + person]`.
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

/// Probabilities of the five steps for style `g`, belief `m` and spread `v` of the rest.
fn five(model: &ItemModel, g: f64, m: f64, v: f64) -> [f64; STEPS] {
    let stretch = libm::exp(STYLE_SPREAD * g);
    let below = model.cuts.map(|cut| distribution((cut * stretch - m) / v));
    [below[0], below[1] - below[0], below[2] - below[1], below[3] - below[2], 1.0 - below[3]]
}

/// Tabulates `cells(style, belief)`; one curve a cell.
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
    use crate::items::item_models;

    fn probabilities(table: &Table, said: impl Fn(Step) -> Said, m: f32) -> Vec<f64> {
        let mut sums = Vec::new();
        for step in Step::ALL {
            let mut out = [0.0; STYLES];
            table.column(said(step).index(), &[m], &mut out);
            sums.push(f64::from(out[1]));
        }
        sums
    }

    #[test]
    fn twins_are_consistent_with_their_question_alone() {
        let models = item_models();
        let topic = topics().find(|t| t.twin.is_some()).expect("there are twins");
        let table = Table::new(&models[topic.question], topic.twin.map(|t| &models[t]));
        for m in [-2.3, -0.4, 0.0, 1.1] {
            let alone = probabilities(&table, Said::Question, m);
            for step in Step::ALL {
                let joint: f64 = probabilities(&table, |other| Said::Both(step, other), m).iter().sum();
                assert!((joint - alone[step.index()]).abs() < 1e-5, "{m} {step:?}");
            }
            assert!((alone.iter().sum::<f64>() - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn interpolation_is_close_to_the_formula() {
        let models = item_models();
        for topic in topics() {
            let model = &models[topic.question];
            let table = Table::new(model, None);
            let v = f64::sqrt(model.quirk * model.quirk + 1.0 - RELIABILITY);
            for i in 0..100 {
                let m = -3.0 + 0.0611 * f64::from(i);
                let exact = five(model, STYLE_NODES[1].0, m, v);
                for (got, exact) in probabilities(&table, Said::Question, m as f32).iter().zip(exact) {
                    assert!((got - exact).abs() < 5e-4, "{m}: {got} {exact}");
                }
            }
        }
    }
}
