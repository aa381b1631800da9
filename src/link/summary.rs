//! The numbers of a result without its answers, version 1.

use core::ops::RangeInclusive;

use super::LinkError;
use super::code;
use super::repair::{Code, cut};
use super::result::{guess_byte, guess_of, version_1};
use crate::items::{ASKED, SET_ID};

/// Set, guess, two bounds, bits, seconds, answered.
const BYTES: usize = 7;

/// The byte that stands for a number not told.
const NONE: u8 = 255;

/// Identity bits are told in sixteenths: a perplexity within two in a hundred.
const PER_BIT: f64 = 16.0;

/// "Just the number": what somebody tells who does not want to tell their answers. Nobody can count it again, so
/// only its ranges are checked. The numbers of every set can be read, for they mean the same in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Set of questions it is about: numbers of two sets are not to be compared.
    pub set: u8,
    /// Questions answered, of 24.
    pub answered: u8,
    /// Of 100 simulated people, how many they thought to be weirder.
    pub guess: Option<u8>,
    /// "Further out than *low* to *high* of 100 simulated people."
    pub further_than: Option<[u8; 2]>,
    /// Identity bits, in sixteenths.
    pub sixteenths: u8,
    /// Seconds it takes to explain them.
    pub seconds: Option<u8>,
}

impl Summary {
    /// How many questions somebody with a result can have answered.
    pub const ANSWERED: RangeInclusive<u8> = 1..=ASKED.len() as u8;
    /// Sixteenths of a bit: 10 000 simulated people are told apart by 13.3 bits.
    pub const SIXTEENTHS: RangeInclusive<u8> = 0..=213;
    /// Seconds: nobody needs two minutes for 24 answers.
    pub const SECONDS: RangeInclusive<u8> = 1..=120;

    /// A summary of numbers as they are, each brought into its range.
    pub fn new(
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
            set: SET_ID,
            answered: within(answered as f64, Summary::ANSWERED),
            guess: guess.filter(|guess| super::GUESSES.contains(guess)),
            further_than: further_than.filter(is_range),
            sixteenths: within(identity_bits * PER_BIT, Summary::SIXTEENTHS),
            seconds: seconds.map(|seconds| within(seconds, Summary::SECONDS)),
        }
    }

    /// Identity bits.
    pub fn identity_bits(&self) -> f64 {
        f64::from(self.sixteenths) / PER_BIT
    }

    /// The part of the link behind `#`.
    pub fn encode(&self) -> String {
        let [low, high] = self.further_than.unwrap_or([NONE; 2]);
        let seconds = self.seconds.unwrap_or(NONE);
        let bytes = [self.set, guess_byte(self.guess), low, high, self.sixteenths, seconds, self.answered];
        format!("u1.{}", code::write(&bytes))
    }
}

fn is_range([low, high]: &[u8; 2]) -> bool {
    low <= high && *high <= 100
}

/// Reads what [`Summary::encode`] wrote.
pub(super) fn read(code: &Code) -> Result<Summary, LinkError> {
    version_1(code)?;
    let read = code::read::<BYTES>(cut(code.rest).0);
    let bytes = if code.version.is_none() { read.map_err(|_| LinkError::Unknown) } else { read }?;
    let [set, guess, low, high, sixteenths, seconds, answered] = bytes;
    let further_than = Some([low, high]).filter(|range| *range != [NONE; 2]);
    let seconds = Some(seconds).filter(|seconds| *seconds != NONE);
    let can_be = Summary::ANSWERED.contains(&answered)
        && further_than.is_none_or(|range| is_range(&range))
        && Summary::SIXTEENTHS.contains(&sixteenths)
        && seconds.is_none_or(|seconds| Summary::SECONDS.contains(&seconds));
    match guess_of(guess) {
        Ok(guess) if can_be => Ok(Summary { set, answered, guess, further_than, sixteenths, seconds }),
        // Another set may have other ranges.
        _ if set != SET_ID => Err(LinkError::Set { set }),
        _ => Err(LinkError::Impossible),
    }
}
