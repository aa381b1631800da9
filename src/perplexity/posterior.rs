//! Who in the crowd may this be, after some answers?

use super::table::STYLES;
use crate::items::STYLE_NODES;

/// Weights of the crowd's people, style by style, after some answers.
pub struct Posterior {
    people: usize,
    /// `prior · P(answers | person, style)`, for every `style · people + person`.
    weights: Vec<f64>,
    /// Their sum: the probability of the answers.
    evidence: f64,
}

impl Posterior {
    /// Prior times the product of `columns`, in their order (they are always given in the order of the topics,
    /// so the order in which questions were asked cannot matter).
    pub(crate) fn new<'a>(people: usize, columns: impl Iterator<Item = &'a [f32]>) -> Posterior {
        let prior = |style: usize| STYLE_NODES[style].1 / people as f64;
        let weights = (0..STYLES).flat_map(|style| core::iter::repeat_n(prior(style), people)).collect();
        let mut posterior = Posterior { people, weights, evidence: 1.0 };
        columns.for_each(|column| posterior.multiply(column));
        posterior.evidence = posterior.weights.iter().sum();
        posterior
    }

    fn multiply(&mut self, column: &[f32]) {
        self.weights.iter_mut().zip(column).for_each(|(w, &p)| *w *= f64::from(p));
    }

    /// Learns one thing more.
    pub(crate) fn add(&mut self, column: &[f32]) {
        self.multiply(column);
        self.evidence = self.weights.iter().sum();
    }

    /// Probability of the answers in the crowd.
    pub fn evidence(&self) -> f64 {
        self.evidence
    }

    /// Mean of a `column` under these weights: the forecast of what the column is the probability of.
    pub(crate) fn forecast(&self, column: &[f32]) -> f64 {
        let sum: f64 = self.weights.iter().zip(column).map(|(w, &p)| w * f64::from(p)).sum();
        sum / self.evidence
    }

    /// Posterior probability of each person, all styles together; adds up to one.
    pub fn people(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.people];
        for style in self.weights.chunks_exact(self.people) {
            for (sum, w) in sums.iter_mut().zip(style) {
                *sum += w / self.evidence;
            }
        }
        sums
    }

    /// Posterior probability of each person at each style, style by style.
    pub fn joint(&self) -> impl Iterator<Item = (usize, f64, f64)> {
        self.weights.iter().enumerate().map(|(at, w)| {
            let (style, person) = (at / self.people, at % self.people);
            (person, STYLE_NODES[style].0, w / self.evidence)
        })
    }

    /// Probability of the answers for one person at one style node `g` of [`STYLE_NODES`].
    pub fn likelihood(&self, person: usize, g: f64) -> f64 {
        let style = STYLE_NODES.iter().position(|&(node, _)| node == g).expect("styles are nodes");
        self.weights[style * self.people + person] * self.people as f64 / STYLE_NODES[style].1
    }

    /// Posterior mean of the response style g: above nought keeps to the middle.
    pub fn style(&self) -> f64 {
        self.joint().fold(0.0, |sum, (_, g, w)| sum + g * w)
    }

    /// Identity bits I: what it takes to point somebody out, were they as loud as most (see [`FAIRNESS`]).
    pub fn identity_bits(&self) -> f64 {
        self.divergence() * self.fairness()
    }

    /// By what identity bits differ from the divergence.
    pub fn fairness(&self) -> f64 {
        ordinary(self.style())
    }

    /// Σ_j w_j log2(w_j M), the Kullback–Leibler divergence of the people's weights from a crowd in which everybody weighs
    /// the same.
    pub fn divergence(&self) -> f64 {
        let people = self.people();
        let m = people.len() as f64;
        people.iter().filter(|&&w| w > 0.0).fold(0.0, |sum, &w| sum + w * libm::log2(w * m))
    }

    /// Bits of volume: those of style given the person (the divergence from all styles, averaged over the people's
    /// weights), and what loudness adds to the divergence of the people.
    pub fn volume_bits(&self) -> f64 {
        let people = self.people();
        let bits = |(at, w): (usize, &f64)| {
            let (style, person) = (at / self.people, at % self.people);
            let p = w / self.evidence;
            if p > 0.0 { p * libm::log2(p / (people[person] * STYLE_NODES[style].1)) } else { 0.0 }
        };
        let style: f64 = self.weights.iter().enumerate().map(bits).sum();
        style + self.divergence() - self.identity_bits()
    }
}

/// F: how much of what loudness adds to a divergence is taken away, about half. All of it (F = .12) leaves no correlation
/// with the style; but what is taken is steady from one occasion to the next, and what stays is noisier: second
/// answers then correlate .50 instead of .58. Half keeps both within bounds.
pub const FAIRNESS: f64 = 0.05;

/// By what to multiply the bits of somebody with the posterior mean style `style` for what they would be if they
/// answered as loudly as most: `exp(F g)`.
///
/// Answers near the ends tell more about a person than answers near the middle, so the divergence grows with loudness
/// (rank correlation .24 over simulated people). How loudly somebody answers is no belief.
pub(crate) fn ordinary(style: f64) -> f64 {
    libm::exp(FAIRNESS * style)
}
