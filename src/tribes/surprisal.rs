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

/// How strange a crowd is to itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strangeness {
    /// Mean surprisal, bits.
    pub bits: f64,
    /// Similarity-sensitive diversity of order two, `1 / mean_ij k(z_i, z_j)`: how many people who have nothing to say to
    /// each other would be as diverse (Leinster and Cobbold, *Ecology* 93, 2012). One when everybody would listen to
    /// everybody; unlike a count of tribes it needs no borders between them.
    pub diversity: f64,
}

impl Strangeness {
    /// Looks at `sample` evenly spaced people, and at everybody around each. Costs `sample · N · r`.
    pub fn of(sample: usize, crowd: &Embedding, attention: &Attention) -> Strangeness {
        let people = crowd.people();
        let sample = sample.clamp(1, people);
        let (mut bits, mut likeness) = (0.0, 0.0);
        for nth in 0..sample {
            let person = nth * people / sample;
            let own = surprisal(crowd.padded(person), Some(person), crowd, attention);
            bits += own;
            // The mean over everybody, oneself (likeness 1) included.
            likeness += (libm::exp2(-own) * (people - 1) as f64 + 1.0) / people as f64;
        }
        Strangeness { bits: bits / sample as f64, diversity: sample as f64 / likeness }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::belief::{Beliefs, Projection};
    use crate::drift::{Kernel, Params, Reach};

    #[test]
    fn as_many_camps_as_have_nothing_to_say_to_each_other_are_counted() {
        for camps in [1u16, 2, 5] {
            let rows = (0..300u16).flat_map(|person| [f32::from(person % camps) * 9.0, 0.0]).collect();
            let beliefs = Beliefs::from_rows(2, rows).expect("rows of two");
            let embedding = Embedding::of(&beliefs, &Projection::plain(vec![0.0; 2])).expect("small");
            let params = Params { kernel: Kernel::Flat, reach: Reach::Radius(1.0), ..Params::default() };
            let attention = Attention::calibrated(&params, &embedding, 1);
            for sample in [60, 300, 1_000] {
                let found = Strangeness::of(sample, &embedding, &attention);
                assert!((found.diversity - f64::from(camps)).abs() < 1e-9, "{camps}: {found:?}");
                // Others of one's own camp among all others.
                let share = (300.0 / f64::from(camps) - 1.0) / 299.0;
                assert!((found.bits + libm::log2(share)).abs() < 1e-9, "{camps}: {found:?}");
            }
        }
    }
}
