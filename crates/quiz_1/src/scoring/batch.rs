//! Batch scoring: identity bits of many respondents at once.
//!
//! The results agree with [`super::Posterior::identity_bits`] to about 1e−4 (single precision, a series for the
//! logarithm). The population is processed in blocks whose columns stay in the cache and serve all respondents.
//! Evidence is taken in pairs: few different pairs occur, so the columns of a pair are multiplied once for many
//! respondents.

use std::collections::BTreeMap;

use super::lanes::{lane_sum, log2, normalize};
use super::mixture::{Evidence, Mixture};
use super::posterior::style_factor;
use super::response_model::STYLES;
use crate::questionnaire::STYLE_NODES;

/// Simulated respondents per block; their columns fit the second-level cache.
const BLOCK: usize = 256;

/// Number of pairs of evidence up to which a product stays within single precision; that of more is normalized on the way.
const MAX_PLAIN_PAIRS: usize = 24;

/// Styles g of [`STYLE_NODES`], in single precision.
const STYLE: [f32; STYLES] = [nodes(0).0, nodes(1).0, nodes(2).0, nodes(3).0, nodes(4).0];
/// Weights of [`STYLE_NODES`], in single precision.
const PRIOR: [f32; STYLES] = [nodes(0).1, nodes(1).1, nodes(2).1, nodes(3).1, nodes(4).1];

const fn nodes(at: usize) -> (f32, f32) {
    let (style, weight) = STYLE_NODES[at];
    (style as f32, weight as f32)
}

/// Score of one respondent in a batch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchScore {
    /// Surprisal of all answers, `−log2 p(answers)`.
    pub bits: f64,
    /// Identity bits I.
    pub identity: f64,
    /// Posterior mean of the response style g; positive styles prefer the middle.
    pub style: f64,
}

impl BatchScore {
    /// Divergence of the posterior from the population, bits; see [`super::Posterior::divergence`].
    pub fn divergence(&self) -> f64 {
        self.identity / self.style_factor()
    }

    /// Ratio of identity bits to divergence, see [`super::Posterior::style_factor`].
    pub fn style_factor(&self) -> f64 {
        style_factor(self.style)
    }
}

/// Scores many respondents by their evidence, in order.
///
/// * `respondents` – evidence of each respondent, in the order of the topics.
///
/// Costs `respondents · topics / 2 · people · styles` multiplications: half a million per respondent for all of set 1.
///
/// # Panics
///
/// When a piece of evidence names a topic or cell that `mixture` does not have.
pub fn score_evidence_batch(mixture: &Mixture, respondents: &[Vec<Evidence>]) -> Vec<BatchScore> {
    let mut sums = vec![Sums::default(); respondents.len()];
    let (pairs, pairs_of_each) = pairs(respondents);
    let mut columns = Columns::new(mixture, pairs);
    for from in (0..mixture.people()).step_by(BLOCK) {
        columns.move_to(from, BLOCK.min(mixture.people() - from));
        for (pairs, sums) in pairs_of_each.iter().zip(&mut sums) {
            columns.add(pairs, sums);
        }
    }
    let log_people = libm::log2(mixture.people() as f64);
    let score = |(evidence, sums): (&Vec<Evidence>, &Sums)| {
        let lifted: f64 =
            evidence.iter().map(|&evidence| libm::log2(f64::from(mixture.lift(evidence)))).sum();
        let style = sums.style / sums.weight;
        BatchScore {
            bits: lifted + log_people - libm::log2(sums.weight),
            identity: sums.divergence(log_people) * style_factor(style),
            style,
        }
    };
    respondents.iter().zip(&sums).map(score).collect()
}

/// Evidence on two topics, or on the last topic alone.
type EvidencePair = [Option<Evidence>; 2];

/// All distinct pairs of evidence, and the indices of each respondent's pairs.
fn pairs(respondents: &[Vec<Evidence>]) -> (Vec<EvidencePair>, Vec<Vec<usize>>) {
    let mut pairs = Vec::new();
    let mut places = BTreeMap::new();
    let mut place = |pair: &[Evidence]| {
        let pair = [pair.first(), pair.get(1)].map(Option::<&Evidence>::copied);
        let key = pair.map(|evidence| evidence.map(|evidence| (evidence.topic, evidence.cell)));
        *places.entry(key).or_insert_with(|| {
            pairs.push(pair);
            pairs.len() - 1
        })
    };
    let of_each = respondents.iter().map(|evidence| evidence.chunks(2).map(&mut place).collect()).collect();
    (pairs, of_each)
}

/// Running sums of one respondent over the blocks: weights `W_j`, `W_j` log2 `W_j`, and `W_j` times the mean style.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    weight: f64,
    weight_log: f64,
    style: f64,
}

impl Sums {
    /// Σ (W/Z) log2(W M / Z), invariant under a common factor of the weights.
    fn divergence(&self, log_people: f64) -> f64 {
        self.weight_log / self.weight + log_people - libm::log2(self.weight)
    }
}

/// Columns of probabilities for one block of the population, computed on demand.
struct Columns<'a> {
    mixture: &'a Mixture,
    from: usize,
    count: usize,
    /// One column per topic and cell; empty until it is needed.
    cells: Vec<Vec<Vec<f32>>>,
    pairs: Vec<EvidencePair>,
    /// One column per pair of evidence; empty until it is needed.
    pair_columns: Vec<Vec<f32>>,
    product: Vec<f32>,
}

impl<'a> Columns<'a> {
    fn new(mixture: &'a Mixture, pairs: Vec<EvidencePair>) -> Self {
        let cells = mixture.tables().iter().map(|table| vec![Vec::new(); table.cells()]).collect();
        let pair_columns = vec![Vec::new(); pairs.len()];
        Columns { mixture, from: 0, count: 0, cells, pairs, pair_columns, product: Vec::new() }
    }

    fn move_to(&mut self, from: usize, count: usize) {
        (self.from, self.count) = (from, count);
        self.cells.iter_mut().flatten().for_each(Vec::clear);
        self.pair_columns.iter_mut().for_each(Vec::clear);
        self.product.resize(STYLES * count, 0.0);
    }

    /// Computes the column of a cell, if it is not there.
    fn fill_cell(&mut self, evidence: Evidence) {
        let column = &mut self.cells[evidence.topic][evidence.cell];
        if column.is_empty() {
            column.resize(STYLES * self.count, 0.0);
            self.mixture.block(evidence, self.from, self.count, column);
            let lift = self.mixture.lift(evidence);
            column.iter_mut().for_each(|p| *p *= lift);
        }
    }

    /// Computes the column of a pair, if it is not there.
    fn fill_pair(&mut self, pair: usize) {
        if !self.pair_columns[pair].is_empty() {
            return;
        }
        for evidence in self.pairs[pair].into_iter().flatten() {
            self.fill_cell(evidence);
            let (column, cell) = (&mut self.pair_columns[pair], &self.cells[evidence.topic][evidence.cell]);
            if column.is_empty() {
                column.extend_from_slice(cell);
            } else {
                column.iter_mut().zip(cell).for_each(|(p, q)| *p *= q);
            }
        }
    }

    /// Multiplies the columns of one respondent's pairs, four per pass so that the product is loaded and stored less
    /// often. Returns the exponent of the power of two by which the product is to be multiplied: 0 for
    /// [`MAX_PLAIN_PAIRS`] pairs or fewer.
    fn multiply(&mut self, pairs: &[usize]) -> i32 {
        pairs.iter().for_each(|&pair| self.fill_pair(pair));
        let pair_columns = |pair: usize| self.pair_columns[pair].iter();
        let product = &mut self.product;
        let rest = match *pairs {
            [a, b, c, d, ref rest @ ..] => {
                let columns = pair_columns(a).zip(pair_columns(b)).zip(pair_columns(c)).zip(pair_columns(d));
                product.iter_mut().zip(columns).for_each(|(p, (((a, b), c), d))| *p = (a * b) * (c * d));
                rest
            }
            ref all => {
                product.fill(1.0);
                all
            }
        };
        let mut exponent = 0;
        for four in rest.chunks(4) {
            if pairs.len() > MAX_PLAIN_PAIRS {
                exponent += normalize(product);
            }
            let product = product.iter_mut();
            match *four {
                [a, b, c, d] => {
                    let columns =
                        pair_columns(a).zip(pair_columns(b)).zip(pair_columns(c)).zip(pair_columns(d));
                    product.zip(columns).for_each(|(p, (((a, b), c), d))| *p *= (a * b) * (c * d));
                }
                [a, b, c] => {
                    let columns = pair_columns(a).zip(pair_columns(b)).zip(pair_columns(c));
                    product.zip(columns).for_each(|(p, ((a, b), c))| *p *= (a * b) * c);
                }
                [a, b] => {
                    product.zip(pair_columns(a).zip(pair_columns(b))).for_each(|(p, (a, b))| *p *= a * b)
                }
                [a] => product.zip(pair_columns(a)).for_each(|(p, a)| *p *= a),
                // No chunk is empty or longer.
                _ => {}
            }
        }
        exponent
    }

    /// Adds the block's weights of one respondent to their sums.
    fn add(&mut self, pairs: &[usize], sums: &mut Sums) {
        let exponent = f64::from(self.multiply(pairs));
        let scale = libm::exp2(exponent);
        let [a, b, c, d, e] = core::array::from_fn(|style| &self.product[style * self.count..][..self.count]);
        let [mut weights, mut styles] = [[0.0f32; BLOCK]; 2];
        let (weights, styles) = (&mut weights[..self.count], &mut styles[..self.count]);
        let rows = a.iter().zip(b).zip(c).zip(d).zip(e);
        for ((w, g), ((((a, b), c), d), e)) in weights.iter_mut().zip(styles.iter_mut()).zip(rows) {
            let [a, b, c, d, e] = [a * PRIOR[0], b * PRIOR[1], c * PRIOR[2], d * PRIOR[3], e * PRIOR[4]];
            *w = (a + b) + (c + d) + e;
            *g = (a * STYLE[0] + b * STYLE[1]) + (c * STYLE[2] + d * STYLE[3]) + e * STYLE[4];
        }
        let weight = f64::from(lane_sum(weights));
        sums.style += scale * f64::from(lane_sum(styles));
        sums.weight += scale * weight;
        weights.iter_mut().for_each(|w| *w *= log2(*w));
        sums.weight_log += scale * (f64::from(lane_sum(weights)) + exponent * weight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_1;
    use crate::scoring::{Predictor, norm_sample};

    #[test]
    fn together_people_get_the_same_bits_as_alone() {
        let predictor = Predictor::today(&SET_1, 1);
        let respondents: Vec<_> = norm_sample(&SET_1, 1)
            .into_iter()
            .take(20)
            .map(|answers| answers.without(4).without(7))
            .collect();
        let evidence: Vec<_> = respondents.iter().map(|answers| predictor.evidence(answers)).collect();
        for (score, answers) in score_evidence_batch(predictor.mixture(), &evidence).iter().zip(&respondents)
        {
            let alone = predictor.posterior(answers);
            assert!((score.identity - alone.identity_bits()).abs() < 1e-4);
            assert!((score.style - alone.style()).abs() < 1e-4);
            assert!((score.bits + libm::log2(alone.marginal_likelihood())).abs() < 1e-4);
        }
    }
}
