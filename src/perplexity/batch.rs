//! How far out are many people at once?
//!
//! The same identity bits as [`super::Posterior::identity_bits`] (to about 1e−4: single precision, a series for the
//! logarithm), but a thousand people share the work: predicting people pass by in blocks whose columns stay in the
//! cache, and everybody takes from them.

use super::predictor::Predictor;
use super::table::{STYLES, Said};
use crate::items::{Answers, STYLE_NODES};

/// Predicting people per pass: their columns stay in the second-level cache.
const BLOCK: usize = 256;

/// Sums run in so many fixed lanes, whatever the machine's own width.
const LANES: usize = 16;

/// What the crowd makes of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// Identity bits I.
    pub identity: f64,
    /// Posterior mean of the style.
    pub style: f64,
}

/// Places everybody, in their order.
///
/// Costs `everybody · topics · people · styles` multiplications: a million a person for the full quiz.
pub(super) fn place_all(predictor: &Predictor, everybody: &[Answers]) -> Vec<Placed> {
    let said: Vec<_> = everybody.iter().map(|answers| predictor.said(answers)).collect();
    let mut sums = vec![Sums::default(); everybody.len()];
    let mut columns = Columns::new(predictor);
    for from in (0..predictor.people()).step_by(BLOCK) {
        columns.move_to(from, BLOCK.min(predictor.people() - from));
        for (said, sums) in said.iter().zip(&mut sums) {
            columns.add(said, sums);
        }
    }
    let log_people = libm::log2(predictor.people() as f64);
    sums.iter().map(|s| Placed { identity: s.identity_bits(log_people), style: s.style() }).collect()
}

/// Running sums of one taker over the blocks: weights W_j, W_j log2 W_j, and weights per style.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    weight: f64,
    weight_log: f64,
    by_style: [f64; STYLES],
}

impl Sums {
    /// Σ (W/Z) log2(W M / Z), whatever common factor the weights carry.
    fn identity_bits(&self, log_people: f64) -> f64 {
        self.weight_log / self.weight + log_people - libm::log2(self.weight)
    }

    fn style(&self) -> f64 {
        let total: f64 = self.by_style.iter().sum();
        self.by_style.iter().zip(STYLE_NODES).fold(0.0, |sum, (w, (g, _))| sum + w * g) / total
    }
}

/// Columns of probabilities for one block of predicting people, made when first asked for.
struct Columns<'a> {
    predictor: &'a Predictor,
    from: usize,
    count: usize,
    /// One column for everything that can be said on every topic; empty until it is said.
    known: Vec<Vec<f32>>,
    product: Vec<f32>,
}

impl<'a> Columns<'a> {
    fn new(predictor: &'a Predictor) -> Self {
        let sayings = predictor.topics() * Said::NUMBER;
        Columns { predictor, from: 0, count: 0, known: vec![Vec::new(); sayings], product: Vec::new() }
    }

    fn move_to(&mut self, from: usize, count: usize) {
        (self.from, self.count) = (from, count);
        self.known.iter_mut().for_each(Vec::clear);
        self.product.resize(STYLES * count, 0.0);
    }

    /// Makes sure of a column and tells where it is.
    fn find(&mut self, said: (usize, Said)) -> usize {
        let at = said.0 * Said::NUMBER + said.1.index();
        let column = &mut self.known[at];
        if column.is_empty() {
            column.resize(STYLES * self.count, 0.0);
            self.predictor.block(said, self.from, self.count, column);
            // A topic costs about two bits, a pair four: scaling by powers of two keeps f32 far from its ends.
            let scale = if matches!(said.1, Said::Both(..)) { 16.0 } else { 4.0 };
            column.iter_mut().for_each(|p| *p *= scale);
        }
        at
    }

    /// Multiplies all that one taker said; four columns a pass, so that the product is loaded and stored less.
    fn multiply(&mut self, said: &[(usize, Said)]) {
        self.product.fill(1.0);
        for four in said.chunks(4) {
            let at: Vec<usize> = four.iter().map(|&said| self.find(said)).collect();
            let product = self.product.iter_mut();
            match at[..] {
                [a, b, c, d] => {
                    let columns =
                        self.known[a].iter().zip(&self.known[b]).zip(&self.known[c]).zip(&self.known[d]);
                    product.zip(columns).for_each(|(p, (((a, b), c), d))| *p *= (a * b) * (c * d));
                }
                _ => {
                    for a in at {
                        self.product.iter_mut().zip(&self.known[a]).for_each(|(p, a)| *p *= a);
                    }
                }
            }
        }
    }

    /// Adds what the block says about one taker to their sums.
    fn add(&mut self, said: &[(usize, Said)], sums: &mut Sums) {
        self.multiply(said);
        let mut weights = [0.0f32; BLOCK];
        let weights = &mut weights[..self.count];
        let rows = self.product.chunks_exact(self.count).zip(STYLE_NODES);
        for ((row, (_, prior)), by_style) in rows.zip(&mut sums.by_style) {
            let prior = prior as f32;
            *by_style += f64::from(prior * lane_sum(row));
            weights.iter_mut().zip(row).for_each(|(w, p)| *w += prior * p);
        }
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
    use crate::perplexity::takers;

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
        for (placed, answers) in place_all(&predictor, &everybody).iter().zip(&everybody) {
            let alone = predictor.posterior(answers);
            assert!((placed.identity - alone.identity_bits()).abs() < 1e-4);
            assert!((placed.style - alone.style()).abs() < 1e-4);
        }
    }
}
