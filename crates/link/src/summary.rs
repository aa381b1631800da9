//! Summary of a result in a link, without its answers, version 1.

use core::ops::RangeInclusive;

use super::code;
use super::error::LinkError;
use super::fields::{guess_byte, guess_of, version_1};
use super::normalize::{Code, cut};
use quiz::questionnaire::{CURRENT, QuestionSet, Sets, set_of};
use quiz::quiz_session::GUESSES;

/// Bytes of a summary: set, guess, two bounds, bits, seconds, answered.
const BYTES: usize = 7;

/// Byte for a number that is not given.
const NONE: u8 = 255;

/// Units per bit: identity bits are stored in sixteenths, which gives the perplexity within 2 %.
const PER_BIT: f64 = 16.0;

/// Numbers of a result without its answers. They cannot be recomputed, so only their ranges are checked. Summaries of every
/// question set can be read, because the numbers have the same meaning in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Question set. Numbers of two sets are not comparable.
    pub set: u8,
    /// Number of questions answered, at least one.
    pub answered: u8,
    /// The sender's guess: how many of 100 simulated people are weirder.
    pub guess: Option<u8>,
    /// Percentile range, 0 to 100: further out than *low* to *high* of 100 simulated people.
    pub further_than: Option<[u8; 2]>,
    /// Identity bits, in sixteenths of a bit.
    pub sixteenths: u8,
    /// Seconds to explain the sender.
    pub seconds: Option<u8>,
}

impl Summary {
    /// Range of [`Summary::sixteenths`]: 13.3 bits distinguish 10 000 simulated people.
    pub const SIXTEENTHS: RangeInclusive<u8> = 0..=213;
    /// Range of [`Summary::seconds`]: a sentence takes less than two minutes.
    pub const SECONDS: RangeInclusive<u8> = 1..=120;

    /// A summary of these numbers about answers to `set`, each clamped to its range.
    pub fn new(
        set: &QuestionSet,
        answered: usize,
        guess: Option<u8>,
        further_than: Option<[u8; 2]>,
        identity_bits: f64,
        seconds: Option<f64>,
    ) -> Summary {
        let within = |value: f64, range: RangeInclusive<u8>| {
            libm::round(value).clamp(f64::from(*range.start()), f64::from(*range.end())) as u8
        };
        Summary {
            set: set.id(),
            answered: within(answered as f64, answered_range(set)),
            guess: guess.filter(|guess| GUESSES.contains(guess)),
            further_than: further_than.filter(is_range),
            sixteenths: within(identity_bits * PER_BIT, Summary::SIXTEENTHS),
            seconds: seconds.map(|seconds| within(seconds, Summary::SECONDS)),
        }
    }

    /// Identity bits.
    pub fn identity_bits(&self) -> f64 {
        f64::from(self.sixteenths) / PER_BIT
    }

    /// Encodes the summary as the fragment of a link, without `#`.
    pub fn encode(&self) -> String {
        let [low, high] = self.further_than.unwrap_or([NONE; 2]);
        let seconds = self.seconds.unwrap_or(NONE);
        let bytes = [self.set, guess_byte(self.guess), low, high, self.sixteenths, seconds, self.answered];
        format!("u1.{}", code::write(&bytes))
    }
}

/// Range of [`Summary::answered`].
fn answered_range(set: &QuestionSet) -> RangeInclusive<u8> {
    1..=set.len() as u8
}

fn is_range([low, high]: &[u8; 2]) -> bool {
    low <= high && *high <= 100
}

/// Reads what [`Summary::encode`] wrote. A set that is none of these is taken to be as long as the current one.
///
/// # Errors
/// [`LinkError`] if the code is damaged, has another version, or holds a number out of range.
pub(super) fn read(sets: Sets, code: &Code) -> Result<Summary, LinkError> {
    version_1(code)?;
    let read = code::read::<BYTES>(cut(code.rest).0);
    let bytes = if code.version.is_none() { read.map_err(|_| LinkError::Unknown) } else { read }?;
    let [set, guess, low, high, sixteenths, seconds, answered] = bytes;
    let further_than = Some([low, high]).filter(|range| *range != [NONE; 2]);
    let seconds = Some(seconds).filter(|seconds| *seconds != NONE);
    let known = set_of(sets, set);
    let in_range = answered_range(known.unwrap_or(CURRENT)).contains(&answered)
        && further_than.is_none_or(|range| is_range(&range))
        && Summary::SIXTEENTHS.contains(&sixteenths)
        && seconds.is_none_or(|seconds| Summary::SECONDS.contains(&seconds));
    match guess_of(guess) {
        Ok(guess) if in_range => Ok(Summary { set, answered, guess, further_than, sixteenths, seconds }),
        // Another set may have other ranges.
        _ if known.is_none() => Err(LinkError::Set { set }),
        _ => Err(LinkError::Impossible),
    }
}
