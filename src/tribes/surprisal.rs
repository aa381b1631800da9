//! How strange is somebody to the crowd?

use crate::drift::{Attention, Embedding, squared_distance};

/// Surprisal in bits, `S = −log2 mean_j k(z, z_j)`: the mean attention of a person's surroundings, as information.
///
/// Nought bits: everybody would listen. Ten bits: one in a thousand. A feed that shows people what they accept
/// pulls 2^S times harder than open conversation. Infinite when nobody is in reach at all (flat attention).
///
/// * `at` – padded coordinates.
/// * `own` – row of the person in the crowd, who does not count; `None` for a guest.
///
/// Costs `N · r` multiply-adds.
pub fn surprisal(at: &[f32], own: Option<usize>, crowd: &Embedding, attention: &Attention) -> f64 {
    let mut sum = 0.0f64;
    for other in 0..crowd.people() {
        if own != Some(other) {
            sum += f64::from(attention.weight(squared_distance(at, crowd.padded(other))));
        }
    }
    let others = crowd.people() - usize::from(own.is_some());
    -libm::log2(sum / others.max(1) as f64)
}

/// Mean surprisal of `sample` evenly spaced people of the crowd, in bits. Costs `sample · N · r`.
pub fn mean_surprisal(sample: usize, crowd: &Embedding, attention: &Attention) -> f64 {
    let sample = sample.clamp(1, crowd.people());
    let person = |nth: usize| nth * crowd.people() / sample;
    let bits = |person: usize| surprisal(crowd.padded(person), Some(person), crowd, attention);
    (0..sample).map(|nth| bits(person(nth))).sum::<f64>() / sample as f64
}
