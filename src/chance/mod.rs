//! Where does every random number come from?
//!
//! From its name. A draw belongs to a seed, a [`Purpose`], a day and a person, and nothing else: not to the
//! order in which people are visited, not to how many numbers somebody else has used. So a world can be cut
//! into chunks, run again with one person more, or run in another browser, and everybody else's luck is the
//! same to the bit (common random numbers).
//!
//! The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a counter with a finaliser, so a stream
//! can start anywhere at the price of one mix.

mod normal;

pub use normal::{density, distribution, quantile};
pub use rand_xoshiro::SplitMix64 as Stream;

use rand::{Rng, SeedableRng};

/// What a random number is for. The discriminants are part of every golden number: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Purpose {
    /// Coordinates of a person on the shared factors.
    Factors = 1,
    /// A person's stable quirk on each item.
    Quirks = 2,
    /// A person's habit of using end points.
    Style = 3,
    /// The noise of answering a question once.
    Answering = 4,
    /// Loadings of the dimensions that have no name.
    Loadings = 5,
    /// Whom a person meets on a day: exploration, feed, conversation.
    Encounters = 6,
    /// A person's own innovation on a day.
    Innovation = 7,
    /// Pairs sampled to calibrate attention.
    Calibration = 8,
    /// Start vectors of iterative decompositions.
    Directions = 9,
    /// Who gets which mentors.
    Mentors = 10,
    /// Simulated people who take the quiz again.
    Retest = 11,
    /// The visitor's own part of the beliefs nobody asked about.
    Visitor = 12,
    /// Ties broken when a percentile is read off.
    Ties = 13,
    /// Ties of a contact network.
    Network = 16,
    /// The order in which a session asks its questions.
    Asking = 15,
}

/// All randomness of one seed and purpose.
#[derive(Clone, Copy, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The randomness that `seed` holds for `purpose`.
    pub fn new(seed: u64, purpose: Purpose) -> Self {
        Chance(mixed(mixed(seed) ^ purpose as u64))
    }

    /// Its share on `day`.
    pub fn on(self, day: u32) -> Self {
        Chance(mixed(self.0 ^ u64::from(day)))
    }

    /// The stream of `person` (or of whatever else is numbered).
    #[inline]
    pub fn of(self, person: usize) -> Stream {
        Stream::seed_from_u64(mixed(self.0 ^ person as u64))
    }
}

/// One output of SplitMix64 from state `x`: a bijection that scatters neighbouring numbers.
#[inline]
fn mixed(x: u64) -> u64 {
    Stream::seed_from_u64(x).next_u64()
}

/// A whole number in `0..n`, from 32 random bits by multiplication (Lemire 2019, without the rejection step:
/// the bias is below `n / 2³²`, one in 200 000 for twenty thousand people).
#[inline]
pub fn below(n: u32, bits: u32) -> u32 {
    ((u64::from(n) * u64::from(bits)) >> 32) as u32
}

/// Uniform in (0, 1), never an end point: 53 random bits and a half.
#[inline]
pub fn uniform(stream: &mut Stream) -> f64 {
    ((stream.next_u64() >> 11) as f64 + 0.5) * (1.0 / (1u64 << 53) as f64)
}

/// Standard normal by inversion: one draw, one number, no rejection, so streams stay aligned.
///
/// `rand_distr` would call the platform's `ln` in its tail when any crate in the build switches num-traits
/// to std; inversion through `libm` is the same everywhere.
#[inline]
pub fn normal(stream: &mut Stream) -> f64 {
    quantile(uniform(stream))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_collide() {
        let mut seen = std::collections::HashSet::new();
        for purpose in [Purpose::Factors, Purpose::Encounters, Purpose::Ties] {
            for day in 0..50 {
                for person in 0..50 {
                    let stream = Chance::new(7, purpose).on(day).of(person);
                    assert!(seen.insert(stream.state()), "{purpose:?} {day} {person}");
                }
            }
        }
    }

    #[test]
    fn normal_numbers_have_mean_nought_and_variance_one() {
        let mut stream = Chance::new(1, Purpose::Innovation).of(0);
        let n = 200_000;
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..n {
            let x = normal(&mut stream);
            sum += x;
            squares += x * x;
        }
        // Four standard errors of a mean and of a variance.
        assert!((sum / f64::from(n)).abs() < 4.0 / 447.0);
        assert!((squares / f64::from(n) - 1.0).abs() < 4.0 * core::f64::consts::SQRT_2 / 447.0);
    }

    #[test]
    fn streams_are_pinned() {
        // A changed value here changes every link ever shared: it needs a new set id, not a new number.
        let mut stream = Chance::new(42, Purpose::Factors).on(3).of(5);
        let first = [stream.next_u64(), stream.next_u64()];
        assert_eq!(first, PINNED);
    }

    const PINNED: [u64; 2] = [7517890910416381561, 1569626783264257617];
}
