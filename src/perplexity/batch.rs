//! How far out are many people at once?
//!
//! The same identity bits as [`super::Posterior::identity_bits`] (to about 1e−4: single precision, a series for the
//! logarithm), but a thousand people share the work: predicting people pass by in blocks whose columns stay in the
//! cache, and everybody takes from them. Answers are taken two by two: few different things are said on two topics
//! together, so that their columns are multiplied once for many people.

use std::collections::BTreeMap;

use super::mixture::{Clue, Mixture};
use super::posterior::ordinary;
use super::table::STYLES;
use crate::items::STYLE_NODES;

/// Predicting people per pass: their columns stay in the second-level cache.
const BLOCK: usize = 256;

/// Sums run in so many fixed lanes, whatever the machine's own width.
const LANES: usize = 16;

/// Style and its weight at the nodes, in single precision.
const STYLE: [f32; STYLES] = [nodes(0).0, nodes(1).0, nodes(2).0, nodes(3).0, nodes(4).0];
const PRIOR: [f32; STYLES] = [nodes(0).1, nodes(1).1, nodes(2).1, nodes(3).1, nodes(4).1];

const fn nodes(at: usize) -> (f32, f32) {
    let (style, weight) = STYLE_NODES[at];
    (style as f32, weight as f32)
}

/// What the crowd makes of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// What all the answers cost.
    pub bits: f64,
    /// Identity bits I.
    pub identity: f64,
    /// Posterior mean of the style: above nought keeps to the middle.
    pub style: f64,
}

impl Placed {
    /// The divergence that the identity bits are made of, see [`super::Posterior::divergence`].
    pub fn divergence(&self) -> f64 {
        self.identity / self.fairness()
    }

    /// By what identity bits differ from the divergence, see [`super::Posterior::fairness`].
    pub fn fairness(&self) -> f64 {
        ordinary(self.style)
    }
}

/// Places everybody by what they said, in their order.
///
/// Costs `everybody · topics / 2 · people · styles` multiplications: half a million a person for the full quiz.
pub(crate) fn place_all(mixture: &Mixture, everybody: &[Vec<Clue>]) -> Vec<Placed> {
    let mut sums = vec![Sums::default(); everybody.len()];
    let (phrases, in_phrases) = phrases(everybody);
    let mut columns = Columns::new(mixture, phrases);
    for from in (0..mixture.people()).step_by(BLOCK) {
        columns.move_to(from, BLOCK.min(mixture.people() - from));
        for (said, sums) in in_phrases.iter().zip(&mut sums) {
            columns.add(said, sums);
        }
    }
    let log_people = libm::log2(mixture.people() as f64);
    let placed = |(said, sums): (&Vec<Clue>, &Sums)| {
        let lifted: f64 = said.iter().map(|&clue| libm::log2(f64::from(mixture.lift(clue)))).sum();
        let style = sums.style / sums.weight;
        Placed {
            bits: lifted + log_people - libm::log2(sums.weight),
            identity: sums.divergence(log_people) * ordinary(style),
            style,
        }
    };
    everybody.iter().zip(&sums).map(placed).collect()
}

/// What is said on two topics together, or on the last one alone.
type Phrase = [Option<Clue>; 2];

/// All different phrases, and which of them everybody says.
fn phrases(everybody: &[Vec<Clue>]) -> (Vec<Phrase>, Vec<Vec<usize>>) {
    let mut phrases = Vec::new();
    let mut places = BTreeMap::new();
    let mut place = |pair: &[Clue]| {
        let phrase = [pair.first(), pair.get(1)].map(Option::<&Clue>::copied);
        let key = phrase.map(|clue| clue.map(|clue| (clue.topic, clue.cell)));
        *places.entry(key).or_insert_with(|| {
            phrases.push(phrase);
            phrases.len() - 1
        })
    };
    let said = everybody.iter().map(|said| said.chunks(2).map(&mut place).collect()).collect();
    (phrases, said)
}

/// Running sums of one taker over the blocks: weights W_j, W_j log2 W_j, and W_j times the
/// mean style.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    weight: f64,
    weight_log: f64,
    style: f64,
}

impl Sums {
    /// Σ (W/Z) log2(W M / Z), whatever common factor the weights carry.
    fn divergence(&self, log_people: f64) -> f64 {
        self.weight_log / self.weight + log_people - libm::log2(self.weight)
    }
}

/// Columns of probabilities for one block of predicting people, made when first asked for.
struct Columns<'a> {
    mixture: &'a Mixture,
    from: usize,
    count: usize,
    /// One column for every cell of every topic; empty until it is said.
    cells: Vec<Vec<Vec<f32>>>,
    phrases: Vec<Phrase>,
    /// One column for every phrase; empty until it is said.
    spoken: Vec<Vec<f32>>,
    product: Vec<f32>,
}

impl<'a> Columns<'a> {
    fn new(mixture: &'a Mixture, phrases: Vec<Phrase>) -> Self {
        let cells = mixture.tables().iter().map(|table| vec![Vec::new(); table.cells()]).collect();
        let spoken = vec![Vec::new(); phrases.len()];
        Columns { mixture, from: 0, count: 0, cells, phrases, spoken, product: Vec::new() }
    }

    fn move_to(&mut self, from: usize, count: usize) {
        (self.from, self.count) = (from, count);
        self.cells.iter_mut().flatten().for_each(Vec::clear);
        self.spoken.iter_mut().for_each(Vec::clear);
        self.product.resize(STYLES * count, 0.0);
    }

    /// Makes sure of the column of a cell.
    fn learn(&mut self, clue: Clue) {
        let column = &mut self.cells[clue.topic][clue.cell];
        if column.is_empty() {
            column.resize(STYLES * self.count, 0.0);
            self.mixture.block(clue, self.from, self.count, column);
            let lift = self.mixture.lift(clue);
            column.iter_mut().for_each(|p| *p *= lift);
        }
    }

    /// Makes sure of the column of a phrase.
    fn speak(&mut self, phrase: usize) {
        if !self.spoken[phrase].is_empty() {
            return;
        }
        for clue in self.phrases[phrase].into_iter().flatten() {
            self.learn(clue);
            let (column, cell) = (&mut self.spoken[phrase], &self.cells[clue.topic][clue.cell]);
            if column.is_empty() {
                column.extend_from_slice(cell);
            } else {
                column.iter_mut().zip(cell).for_each(|(p, q)| *p *= q);
            }
        }
    }

    /// Multiplies all that one taker said; four columns a pass, so that the product is loaded and stored less.
    fn multiply(&mut self, said: &[usize]) {
        said.iter().for_each(|&phrase| self.speak(phrase));
        let spoken = |phrase: usize| self.spoken[phrase].iter();
        let product = &mut self.product;
        let rest = match *said {
            [a, b, c, d, ref rest @ ..] => {
                let columns = spoken(a).zip(spoken(b)).zip(spoken(c)).zip(spoken(d));
                product.iter_mut().zip(columns).for_each(|(p, (((a, b), c), d))| *p = (a * b) * (c * d));
                rest
            }
            ref all => {
                product.fill(1.0);
                all
            }
        };
        for four in rest.chunks(4) {
            let product = product.iter_mut();
            match *four {
                [a, b, c, d] => {
                    let columns = spoken(a).zip(spoken(b)).zip(spoken(c)).zip(spoken(d));
                    product.zip(columns).for_each(|(p, (((a, b), c), d))| *p *= (a * b) * (c * d));
                }
                [a, b, c] => {
                    let columns = spoken(a).zip(spoken(b)).zip(spoken(c));
                    product.zip(columns).for_each(|(p, ((a, b), c))| *p *= (a * b) * c);
                }
                [a, b] => product.zip(spoken(a).zip(spoken(b))).for_each(|(p, (a, b))| *p *= a * b),
                [a] => product.zip(spoken(a)).for_each(|(p, a)| *p *= a),
                // No chunk is empty or longer.
                _ => {}
            }
        }
    }

    /// Adds what the block says about one taker to their sums.
    fn add(&mut self, said: &[usize], sums: &mut Sums) {
        self.multiply(said);
        let [a, b, c, d, e] = core::array::from_fn(|style| &self.product[style * self.count..][..self.count]);
        let [mut weights, mut styles] = [[0.0f32; BLOCK]; 2];
        let (weights, styles) = (&mut weights[..self.count], &mut styles[..self.count]);
        let rows = a.iter().zip(b).zip(c).zip(d).zip(e);
        for ((w, g), ((((a, b), c), d), e)) in weights.iter_mut().zip(styles.iter_mut()).zip(rows) {
            let [a, b, c, d, e] = [a * PRIOR[0], b * PRIOR[1], c * PRIOR[2], d * PRIOR[3], e * PRIOR[4]];
            *w = (a + b) + (c + d) + e;
            *g = (a * STYLE[0] + b * STYLE[1]) + (c * STYLE[2] + d * STYLE[3]) + e * STYLE[4];
        }
        sums.style += f64::from(lane_sum(styles));
        sums.weight += f64::from(lane_sum(weights));
        weights.iter_mut().for_each(|w| *w *= log2(*w));
        sums.weight_log += f64::from(lane_sum(weights));
    }
}

/// Sum in sixteen fixed lanes.
fn lane_sum(values: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    let (whole, rest) = values.as_chunks::<LANES>();
    for chunk in whole {
        for (lane, v) in lanes.iter_mut().zip(chunk) {
            *lane += v;
        }
    }
    let whole: f32 = lanes.iter().sum();
    whole + rest.iter().sum::<f32>()
}

/// log2 of a positive number to about 1e−6, from + − × ÷ alone so that it runs in lanes:
/// `x = 2^e · m`, `log2 m = (2/ln 2)·artanh t`, `t = (m − 1)/(m + 1)`. Nought counts as the smallest number.
#[inline]
fn log2(x: f32) -> f32 {
    let x = x.max(f32::MIN_POSITIVE);
    // Mantissas above √2 belong to the next power, so that |t| stays below .172.
    const ROOT_TWO: i32 = 0x3fb5_04f3;
    let bits = x.to_bits() as i32;
    let exponent = (bits - ROOT_TWO + (1 << 23)) >> 23;
    let mantissa = f32::from_bits((bits - (exponent << 23)) as u32);
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let t2 = t * t;
    let series = 1.0 + t2 * (1.0 / 3.0 + t2 * (0.2 + t2 * (1.0 / 7.0 + t2 * (1.0 / 9.0))));
    exponent as f32 + (2.0 * core::f32::consts::LOG2_E) * t * series
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::perplexity::{Predictor, takers};

    #[test]
    fn the_fast_logarithm_is_a_logarithm() {
        for i in 1..20_000u32 {
            let x = libm::exp2f(i as f32 * 0.012 - 120.0) * 1.37;
            let exact = libm::log2(f64::from(x));
            assert!(
                (f64::from(log2(x)) - exact).abs() < 2e-6 * exact.abs().max(1.0),
                "{x}: {} {exact}",
                log2(x)
            );
        }
    }

    #[test]
    fn together_people_get_the_same_bits_as_alone() {
        let predictor = Predictor::today(1);
        let everybody: Vec<_> =
            takers(1).into_iter().take(20).map(|taker| taker.without(4).without(7)).collect();
        let said: Vec<_> = everybody.iter().map(|answers| predictor.clues(answers)).collect();
        for (placed, answers) in place_all(predictor.mixture(), &said).iter().zip(&everybody) {
            let alone = predictor.posterior(answers);
            assert!((placed.identity - alone.identity_bits()).abs() < 1e-4);
            assert!((placed.style - alone.style()).abs() < 1e-4);
            assert!((placed.bits + libm::log2(alone.evidence())).abs() < 1e-4);
        }
    }
}
