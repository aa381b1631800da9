//! Attention to a post as a function of distance: a kernel with a calibrated bandwidth.

use crate::embedding::{Embedding, squared_distance};
use crate::params::{Bandwidth, Kernel, Params};
use crate::rng::{Domain, StreamKey, bounded_u32};
use rand::Rng;

/// Pairs on which a bandwidth is calibrated: mean attention is then known to about one part in sixty.
const PAIRS: usize = 16_384;

/// Attention as a function of distance in the embedding, `w = k(d / h)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attention {
    kernel: Kernel,
    /// δ.
    exponent: f32,
    /// h.
    bandwidth: f32,
    /// 1 / h².
    scale: f32,
}

impl Attention {
    /// Attention with the kernel of `params` and the bandwidth they ask for.
    ///
    /// For [`Bandwidth::MeanAttention`] the bandwidth is solved for by bisection on random pairs of agents (on all pairs of
    /// a small population).
    ///
    /// * `initial` – embedding of the population at step 0.
    pub fn calibrate(params: &Params, initial: &Embedding, seed: u64) -> Self {
        let unit =
            Attention { kernel: params.kernel, exponent: params.kernel_exponent, bandwidth: 1.0, scale: 1.0 };
        match params.bandwidth {
            Bandwidth::Fixed(h) => unit.with_bandwidth(h),
            Bandwidth::MeanAttention(p) => unit.with_mean(p, &sample_squared_distances(initial, seed)),
        }
    }

    /// The same kernel with bandwidth `h`.
    fn with_bandwidth(self, h: f32) -> Self {
        Attention { bandwidth: h, scale: 1.0 / (h * h), ..self }
    }

    /// The same kernel with the bandwidth at which its mean over `squared_distances` is `p`.
    fn with_mean(self, p: f32, squared_distances: &[f32]) -> Self {
        let largest = squared_distances.iter().fold(0.0f32, |a, &b| a.max(b)).sqrt();
        if largest == 0.0 || self.kernel == Kernel::Constant {
            return self;
        }
        // Mean attention grows with h; forty bisections of ln h leave no visible error.
        let (mut low, mut high) = (f64::from(largest) * 1e-4, f64::from(largest) * 1e4);
        for _ in 0..40 {
            let middle = (low * high).sqrt();
            let trial = self.with_bandwidth(middle as f32);
            let sum: f64 = squared_distances.iter().map(|&d| f64::from(trial.weight(d))).sum();
            if sum < f64::from(p) * squared_distances.len() as f64 {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.with_bandwidth(high as f32)
    }

    /// h, in units of opinion.
    pub fn bandwidth(&self) -> f32 {
        self.bandwidth
    }

    /// Replaces squared distances by their attention, as [`weight`](Self::weight) does.
    ///
    /// With the kernel known outside the loop, the quotients are vectorized.
    pub fn replace_by_weights(&self, squared_distances: &mut [f32]) {
        if self.kernel == Kernel::Rational && self.exponent == 4.0 {
            for x in squared_distances {
                let d2 = *x * self.scale;
                *x = 1.0 / (1.0 + d2 * d2);
            }
        } else {
            squared_distances.iter_mut().for_each(|x| *x = self.weight(*x));
        }
    }

    /// w for a squared distance, 0 to 1.
    #[inline]
    pub fn weight(&self, squared_distance: f32) -> f32 {
        let d2 = squared_distance * self.scale;
        match self.kernel {
            Kernel::Flat => f32::from(d2 <= 1.0),
            Kernel::Gaussian => libm::expf(-0.5 * d2),
            Kernel::Rational if self.exponent == 4.0 => 1.0 / (1.0 + d2 * d2),
            Kernel::Rational if self.exponent == 2.0 => 1.0 / (1.0 + d2),
            Kernel::Rational => 1.0 / (1.0 + libm::powf(d2, 0.5 * self.exponent)),
            Kernel::Constant => 1.0,
        }
    }
}

/// Squared distances of random pairs of agents, or of all pairs where those are fewer.
fn sample_squared_distances(embedding: &Embedding, seed: u64) -> Vec<f32> {
    let agents = embedding.agents();
    let between = |i: usize, j: usize| squared_distance(embedding.padded(i), embedding.padded(j));
    if agents * (agents - 1) / 2 <= PAIRS {
        return (0..agents).flat_map(|i| (0..i).map(move |j| between(i, j))).collect();
    }
    let mut stream = StreamKey::new(seed, Domain::BANDWIDTH_CALIBRATION).stream(0);
    let mut pair = || {
        let bits = stream.next_u64();
        let i = bounded_u32(agents as u32, (bits >> 32) as u32);
        // One of the others, so that no agent is paired with itself.
        let j = bounded_u32(agents as u32 - 1, bits as u32);
        between(i as usize, (j + u32::from(j >= i)) as usize)
    };
    (0..PAIRS).map(|_| pair()).collect()
}
