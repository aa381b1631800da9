//! How far out are many people at once?
//!
//! The same identity bits as [`super::Posterior::identity_bits`] (to about 1e−4: single precision, a series for the
//! logarithm), but a thousand people share the work: predicting people pass by in blocks whose columns stay in the
//! cache, and everybody takes from them.

use super::mixture::{Clue, Mixture};
use super::table::STYLES;
use crate::items::STYLE_NODES;

/// Predicting people per pass: their columns stay in the second-level cache.
const BLOCK: usize = 256;

/// Sums run in so many fixed lanes, whatever the machine's own width.
const LANES: usize = 16;

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

/// Places everybody by what they said, in their order.
///
/// Costs `everybody · topics · people · styles` multiplications: a million a person for the full quiz.
pub(crate) fn place_all(mixture: &Mixture, everybody: &[Vec<Clue>]) -> Vec<Placed> {
    let mut sums = vec![Sums::default(); everybody.len()];
    let mut columns = Columns::new(mixture);
    for from in (0..mixture.people()).step_by(BLOCK) {
        columns.move_to(from, BLOCK.min(mixture.people() - from));
        for (said, sums) in everybody.iter().zip(&mut sums) {
            columns.add(said, sums);
        }
    }
    let log_people = libm::log2(mixture.people() as f64);
    let placed = |(said, sums): (&Vec<Clue>, &Sums)| {
        let lifted: f64 = said.iter().map(|&clue| libm::log2(f64::from(mixture.lift(clue)))).sum();
        Placed {
            bits: lifted + log_people - libm::log2(sums.weight),
            identity: sums.identity_bits(log_people),
            style: sums.style(),
        }
    };
    everybody.iter().zip(&sums).map(placed).collect()
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
    mixture: &'a Mixture,
    from: usize,
    count: usize,
    /// One column for every cell of every topic; empty until it is said.
    known: Vec<Vec<Vec<f32>>>,
    product: Vec<f32>,
}

impl<'a> Columns<'a> {
    fn new(mixture: &'a Mixture) -> Self {
        let known = mixture.tables().iter().map(|table| vec![Vec::new(); table.cells()]).collect();
        Columns { mixture, from: 0, count: 0, known, product: Vec::new() }
    }

    fn move_to(&mut self, from: usize, count: usize) {
        (self.from, self.count) = (from, count);
        self.known.iter_mut().flatten().for_each(Vec::clear);
        self.product.resize(STYLES * count, 0.0);
    }

    /// Makes sure of a column.
    fn learn(&mut self, clue: Clue) {
        let column = &mut self.known[clue.topic][clue.cell];
        if column.is_empty() {
            column.resize(STYLES * self.count, 0.0);
            self.mixture.block(clue, self.from, self.count, column);
            let lift = self.mixture.lift(clue);
            column.iter_mut().for_each(|p| *p *= lift);
        }
    }

    /// Prior times all that one taker said; four columns a pass, so that the product is loaded and stored less.
    fn multiply(&mut self, said: &[Clue]) {
        said.iter().for_each(|&clue| self.learn(clue));
        for (row, (_, prior)) in self.product.chunks_exact_mut(self.count).zip(STYLE_NODES) {
            row.fill(prior as f32);
        }
        for four in said.chunks(4) {
            let column = |clue: &Clue| &self.known[clue.topic][clue.cell];
            let product = self.product.iter_mut();
            match four {
                [a, b, c, d] => {
                    let columns = column(a).iter().zip(column(b)).zip(column(c)).zip(column(d));
                    product.zip(columns).for_each(|(p, (((a, b), c), d))| *p *= (a * b) * (c * d));
                }
                _ => {
                    for clue in four {
                        self.product.iter_mut().zip(column(clue)).for_each(|(p, a)| *p *= a);
                    }
                }
            }
        }
    }

    /// Adds what the block says about one taker to their sums.
    fn add(&mut self, said: &[Clue], sums: &mut Sums) {
        self.multiply(said);
        let [a, b, c, d, e] = core::array::from_fn(|style| &self.product[style * self.count..][..self.count]);
        for (by_style, row) in sums.by_style.iter_mut().zip([a, b, c, d, e]) {
            *by_style += f64::from(lane_sum(row));
        }
        let mut weights = [0.0f32; BLOCK];
        let weights = &mut weights[..self.count];
        for (w, ((((a, b), c), d), e)) in weights.iter_mut().zip(a.iter().zip(b).zip(c).zip(d).zip(e)) {
            *w = (a + b) + (c + d) + e;
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
