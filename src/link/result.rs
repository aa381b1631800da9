//! Result links, version 1.

use core::ops::RangeInclusive;

use crc::Crc;
use thiserror::Error;

use super::base32;
use crate::items::{ASKED, Answers, SET_ID, STEPS, Step};

/// "Out of 100 simulated people, how many are weirder than you?"
pub const GUESSES: RangeInclusive<u8> = 0..=100;

/// The byte that stands for a guess not made.
const NO_GUESS: u8 = 255;

/// Characters of a code: 88 bits in digits of five, two bits spare and nought.
const DIGITS: usize = 18;

/// Each answer is a digit in base six: 0 for a pass, then the five steps.
const BASE: u64 = STEPS as u64 + 1;

/// The generator 0x1D is irreducible, so no change of one digit and no swap of two neighbours, both being
/// multiples of a polynomial of degree four or less, goes unnoticed.
const CHECK: Crc<u8> = Crc::<u8>::new(&crc::CRC_8_SAE_J1850);

/// What a result link holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// What the visitor answered.
    pub answers: Answers,
    /// What they guessed beforehand.
    pub guess: Option<u8>,
}

/// Why a link cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// It is something else.
    #[error("this link does not hold a result")]
    NotAResult,
    /// It was made by a later version of this page.
    #[error(
        "this link is of version {version}, and this page reads version 1; reload the page, then try again"
    )]
    Version {
        /// The version it names.
        version: String,
    },
    /// Something was cut off or added.
    #[error(
        "a result has {DIGITS} characters and this one has {found}; it may have been cut, so copy it again"
    )]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that no code has.
    #[error("\u{201c}{character}\u{201d} does not belong into a result link; copy it again")]
    Character {
        /// The character.
        character: char,
    },
    /// The checksum does not fit.
    #[error("a character of this link was changed on the way; copy it again")]
    Damaged,
    /// Answers to other questions.
    #[error("this result answers question set {set}, and this page knows set {SET_ID}")]
    Set {
        /// The set it names.
        set: u8,
    },
    /// The checksum fits, the content cannot be.
    #[error("nobody can have this result: it holds an answer or a guess that does not exist")]
    Impossible,
}

/// The part of the link behind `#`.
pub fn encode(shared: &Shared) -> String {
    let payload = shared
        .answers
        .0
        .iter()
        .fold(0, |sum, answer| sum * BASE + answer.map_or(0, |step| step.index() as u64 + 1));
    let mut bytes = [0; 10];
    bytes[0] = SET_ID;
    bytes[1] = shared.guess.unwrap_or(NO_GUESS);
    bytes[2..].copy_from_slice(&payload.to_be_bytes());
    let body = bytes.iter().fold(0u128, |sum, &b| (sum << 8) | u128::from(b));
    format!("r1.{}", base32::encode((body << 8) | u128::from(CHECK.checksum(&bytes)), DIGITS))
}

/// Reads what [`encode`] wrote, after whatever chat apps did to it: another case, `O` for `0`, hyphens and blanks,
/// an escaped or missing `#`, punctuation or brackets at the end.
pub fn decode(fragment: &str) -> Result<Shared, LinkError> {
    let code = code(fragment)?;
    let mut value = 0u128;
    let mut found = 0;
    for character in code.chars().filter(|c| !c.is_whitespace() && *c != '-') {
        let digit = base32::value(character).ok_or(LinkError::Character { character })?;
        value = (value << 5) | u128::from(digit);
        found += 1;
        if found > DIGITS {
            let found = code.chars().filter(|c| base32::value(*c).is_some()).count();
            return Err(LinkError::Length { found });
        }
    }
    if found != DIGITS {
        return Err(LinkError::Length { found });
    }
    let bytes: [u8; 12] = core::array::from_fn(|at| (value >> (8 * (11 - at))) as u8);
    let [0, set, guess, payload @ .., check] = bytes else { return Err(LinkError::Damaged) };
    if CHECK.checksum(&bytes[1..11]) != check {
        return Err(LinkError::Damaged);
    }
    if set != SET_ID {
        return Err(LinkError::Set { set });
    }
    if guess != NO_GUESS && !GUESSES.contains(&guess) {
        return Err(LinkError::Impossible);
    }
    let answers = answers(u64::from_be_bytes(payload)).ok_or(LinkError::Impossible)?;
    Ok(Shared { answers, guess: (guess != NO_GUESS).then_some(guess) })
}

/// The code in a fragment that should read `r1.code`.
fn code(fragment: &str) -> Result<&str, LinkError> {
    let mut text = fragment.trim();
    for mark in ["#", "%23"] {
        text = text.strip_prefix(mark).unwrap_or(text);
    }
    let text = text.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).trim_start();
    let after = text.strip_prefix(['r', 'R']).ok_or(LinkError::NotAResult)?;
    let (version, code) = after.split_once('.').ok_or(LinkError::NotAResult)?;
    match version.trim() {
        "1" | "l" | "I" | "i" => Ok(code),
        digits if !digits.is_empty() && digits.len() < 6 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            Err(LinkError::Version { version: digits.to_owned() })
        }
        _ => Err(LinkError::NotAResult),
    }
}

/// The answers in a payload, if it is one: base six, the last question in the lowest digit.
fn answers(mut payload: u64) -> Option<Answers> {
    let mut answers = Answers::default();
    for at in (0..ASKED.len()).rev() {
        let digit = (payload % BASE) as usize;
        payload /= BASE;
        answers.0[at] = digit.checked_sub(1).and_then(Step::new);
    }
    (payload == 0).then_some(answers)
}
