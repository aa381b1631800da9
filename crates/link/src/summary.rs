//! Summary of a result in a link, without its answers, version 2.

use core::ops::RangeInclusive;

use super::code;
use super::error::LinkError;
use super::fields::{guess_byte, guess_of};
use super::normalize::{Code, cut};
use quiz::questionnaire::{CURRENT, QuestionSet, Sets, set_of};
use quiz::quiz_session::GUESSES;

/// Bytes of a summary: set, guess, two bounds, seconds, answered, and two bytes for each of the surprisal and its bounds.
const BYTES: usize = 12;

/// Byte for a number that is not given.
const NONE: u8 = 255;

/// Units per bit: surprisals are stored in sixteenths, which gives the perplexity within 2.2 %.
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
    /// Surprisal S, in sixteenths of a bit.
    pub sixteenths: u16,
    /// Range of the surprisal, low and high, in sixteenths of a bit; it contains the surprisal.
    pub range_sixteenths: [u16; 2],
    /// Seconds to explain the sender.
    pub seconds: Option<u8>,
}

impl Summary {
    /// Range of [`Summary::sixteenths`] and of [`Summary::range_sixteenths`]: 0 to 40 bits.
    pub const SIXTEENTHS: RangeInclusive<u16> = 0..=640;
    /// Range of [`Summary::seconds`]: a sentence takes less than two minutes.
    pub const SECONDS: RangeInclusive<u8> = 1..=120;

    /// A summary of these numbers about answers to `set`, each clamped to its range; `surprisal` and `surprisal_range` in bits.
    /// A range that does not contain the surprisal is widened.
    pub fn new(
        set: &QuestionSet,
        answered: usize,
        guess: Option<u8>,
        further_than: Option<[u8; 2]>,
        surprisal: f64,
        surprisal_range: [f64; 2],
        seconds: Option<f64>,
    ) -> Summary {
        let sixteenths = |bits: f64| (libm::round(bits * PER_BIT) as u16).min(*Summary::SIXTEENTHS.end());
        let surprisal = sixteenths(surprisal);
        let [low, high] = surprisal_range.map(sixteenths);
        Summary {
            set: set.id(),
            answered: answered.clamp(1, set.len()) as u8,
            guess: guess.filter(|guess| GUESSES.contains(guess)),
            further_than: further_than.filter(is_range),
            sixteenths: surprisal,
            range_sixteenths: [low.min(surprisal), high.max(surprisal)],
            seconds: seconds.map(|seconds| {
                (libm::round(seconds) as u8).clamp(*Summary::SECONDS.start(), *Summary::SECONDS.end())
            }),
        }
    }

    /// Surprisal S, bits: one in `2^S` people is like the sender.
    pub fn surprisal(&self) -> f64 {
        f64::from(self.sixteenths) / PER_BIT
    }

    /// Range of the surprisal, low and high, bits.
    pub fn surprisal_range(&self) -> [f64; 2] {
        self.range_sixteenths.map(|sixteenths| f64::from(sixteenths) / PER_BIT)
    }

    /// Encodes the summary as the fragment of a link, without `#`.
    pub fn encode(&self) -> String {
        let [low, high] = self.further_than.unwrap_or([NONE; 2]);
        let seconds = self.seconds.unwrap_or(NONE);
        let bytes = [self.set, guess_byte(self.guess), low, high, seconds, self.answered];
        let [range_low, range_high] = self.range_sixteenths;
        let bits = [self.sixteenths, range_low, range_high].map(u16::to_be_bytes).concat();
        format!("u2.{}", code::write(&[&bytes[..], &bits].concat()))
    }
}

fn is_range([low, high]: &[u8; 2]) -> bool {
    low <= high && *high <= 100
}

/// Reads what [`Summary::encode`] wrote. A set that is none of these is taken to be as long as the current one.
///
/// # Errors
/// [`LinkError`] if the code is damaged, has another version, or holds a number out of range.
pub(super) fn read(sets: Sets, code: &Code) -> Result<Summary, LinkError> {
    code.check_version()?;
    let read = code::read::<BYTES>(cut(code.rest).0);
    let bytes = if code.is_dotted { read } else { read.map_err(|_| LinkError::Unknown) }?;
    let [set, guess, low, high, seconds, answered, bits @ ..] = bytes;
    let [s0, s1, low_0, low_1, high_0, high_1] = bits;
    let further_than = Some([low, high]).filter(|range| *range != [NONE; 2]);
    let sixteenths = u16::from_be_bytes([s0, s1]);
    let range_sixteenths = [[low_0, low_1], [high_0, high_1]].map(u16::from_be_bytes);
    let seconds = Some(seconds).filter(|seconds| *seconds != NONE);
    let known = set_of(sets, set);
    let in_range = (1..=known.unwrap_or(CURRENT).len()).contains(&usize::from(answered))
        && further_than.is_none_or(|range| is_range(&range))
        && (range_sixteenths[0]..=range_sixteenths[1]).contains(&sixteenths)
        && Summary::SIXTEENTHS.contains(&range_sixteenths[1])
        && seconds.is_none_or(|seconds| Summary::SECONDS.contains(&seconds));
    match guess_of(guess) {
        Ok(guess) if in_range => {
            Ok(Summary { set, answered, guess, further_than, sixteenths, range_sixteenths, seconds })
        }
        // Another set may have other ranges.
        _ if known.is_none() => Err(LinkError::Set { set }),
        _ => Err(LinkError::Impossible),
    }
}
