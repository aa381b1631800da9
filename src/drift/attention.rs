//! How much attention does a post get?

use crate::chance::{Chance, Purpose, below};
use crate::drift::embedding::{Embedding, squared_distance};
use crate::drift::params::{Kernel, Params, Reach};
use rand::Rng;

/// Pairs on which a bandwidth is calibrated: mean attention is then known to about one part in sixty.
const PAIRS: usize = 16_384;

/// Attention as a function of distance in the embedding, `w = k(d / h)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attention {
    kernel: Kernel,
    falloff: f32,
    bandwidth: f32,
    /// 1 / h².
    scale: f32,
}

impl Attention {
    /// Attention that reaches as far as the rules say.
    ///
    /// With [`Reach::Share`] the bandwidth is solved for on random pairs of day 0 (on all pairs of a small
    /// crowd), by bisection.
    ///
    /// * `day_zero` – embedding of the crowd on day 0.
    pub fn calibrated(params: &Params, day_zero: &Embedding, seed: u64) -> Self {
        let shape = Attention { kernel: params.kernel, falloff: params.falloff, bandwidth: 1.0, scale: 1.0 };
        match params.reach {
            Reach::Radius(h) => shape.reaching(h),
            Reach::Share(p) => shape.with_mean(p, &pairs(day_zero, seed)),
        }
    }

    /// The same shape of attention with bandwidth `h`.
    fn reaching(self, h: f32) -> Self {
        Attention { bandwidth: h, scale: 1.0 / (h * h), ..self }
    }

    /// The same shape of attention, its mean over `pairs` (squared distances) being `p`.
    fn with_mean(self, p: f32, pairs: &[f32]) -> Self {
        let largest = pairs.iter().fold(0.0f32, |a, &b| a.max(b)).sqrt();
        if largest == 0.0 || self.kernel == Kernel::One {
            return self;
        }
        // Mean attention grows with h; halving the interval of ln h forty times leaves no visible error.
        let (mut low, mut high) = (f64::from(largest) * 1e-4, f64::from(largest) * 1e4);
        for _ in 0..40 {
            let middle = (low * high).sqrt();
            let trial = self.reaching(middle as f32);
            let sum: f64 = pairs.iter().map(|&d| f64::from(trial.weight(d))).sum();
            if sum < f64::from(p) * pairs.len() as f64 {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.reaching(high as f32)
    }

    /// h, in units of belief.
    pub fn bandwidth(&self) -> f32 {
        self.bandwidth
    }

    /// Turns squared distances into the attention they get, each as [`weight`](Self::weight) does: with the kernel
    /// known beforehand, quotients become vector code.
    pub fn weigh(&self, distances: &mut [f32]) {
        if self.kernel == Kernel::Rational && self.falloff == 4.0 {
            for x in distances {
                let d2 = *x * self.scale;
                *x = 1.0 / (1.0 + d2 * d2);
            }
        } else {
            distances.iter_mut().for_each(|x| *x = self.weight(*x));
        }
    }

    /// w for a squared distance, 0 to 1.
    #[inline]
    pub fn weight(&self, squared_distance: f32) -> f32 {
        let d2 = squared_distance * self.scale;
        match self.kernel {
            Kernel::Flat => f32::from(d2 <= 1.0),
            Kernel::Gauss => libm::expf(-0.5 * d2),
            Kernel::Rational if self.falloff == 4.0 => 1.0 / (1.0 + d2 * d2),
            Kernel::Rational if self.falloff == 2.0 => 1.0 / (1.0 + d2),
            Kernel::Rational => 1.0 / (1.0 + libm::powf(d2, 0.5 * self.falloff)),
            Kernel::One => 1.0,
        }
    }
}

/// Squared distances of random pairs, or of all pairs where those are fewer.
fn pairs(embedding: &Embedding, seed: u64) -> Vec<f32> {
    let people = embedding.people();
    let between = |i: usize, j: usize| squared_distance(embedding.padded(i), embedding.padded(j));
    if people * (people - 1) / 2 <= PAIRS {
        return (0..people).flat_map(|i| (0..i).map(move |j| between(i, j))).collect();
    }
    let mut stream = Chance::new(seed, Purpose::Calibration).of(0);
    let mut pair = || {
        let bits = stream.next_u64();
        let i = below(people as u32, (bits >> 32) as u32);
        // One of the others, so that nobody is paired with themselves.
        let j = below(people as u32 - 1, bits as u32);
        between(i as usize, (j + u32::from(j >= i)) as usize)
    };
    (0..PAIRS).map(|_| pair()).collect()
}
