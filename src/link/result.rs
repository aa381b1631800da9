//! Results in links, version 1.

use core::ops::RangeInclusive;

use super::code;
use super::repair::{Code, cut, tidied};
use super::{Link, LinkError};
use crate::items::{ASKED, Answers, SET_ID, STEPS, Step};

/// "Out of 100 simulated people, how many are weirder than you?"
pub const GUESSES: RangeInclusive<u8> = 0..=100;

/// The byte that stands for a guess not made.
const NO_GUESS: u8 = 255;

/// Set, guess, and 24 answers in 64 bits.
const BYTES: usize = 10;

/// Each answer is a digit in base six: 0 for a pass, then the five steps.
const BASE: u64 = STEPS as u64 + 1;

/// What a result link holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// What the visitor answered.
    pub answers: Answers,
    /// What they guessed beforehand.
    pub guess: Option<u8>,
}

/// The part of the link behind `#`.
pub fn encode(shared: &Shared) -> String {
    format!("r1.{}", code_of(shared))
}

/// The part of a link behind `#` that compares two results.
pub fn encode_comparison([first, second]: [&Shared; 2]) -> String {
    format!("r1.{}~{}", code_of(first), code_of(second))
}

fn code_of(shared: &Shared) -> String {
    let payload = shared
        .answers
        .0
        .iter()
        .fold(0, |sum, answer| sum * BASE + answer.map_or(0, |step| step.index() as u64 + 1));
    let mut bytes = [0; BYTES];
    bytes[0] = SET_ID;
    bytes[1] = guess_byte(shared.guess);
    bytes[2..].copy_from_slice(&payload.to_be_bytes());
    code::write(&bytes)
}

/// Reads what [`encode`] wrote, after whatever chat apps did to it.
///
/// # Errors
/// When it is damaged, or something else than a single result.
pub fn decode(fragment: &str) -> Result<Shared, LinkError> {
    let text = tidied(fragment);
    let code = Code::of(&text).filter(|code| code.kind == b'r').ok_or(LinkError::NotAResult)?;
    match read(&code) {
        Ok(Link::Result(shared)) => Ok(shared),
        Ok(_) | Err(LinkError::Unknown) => Err(LinkError::NotAResult),
        Err(error) => Err(error),
    }
}

/// One result, or two with a `~` between them or, that lost, twice as long.
pub(super) fn read(code: &Code) -> Result<Link, LinkError> {
    version_1(code)?;
    let Some((first, second)) = halves(code.rest) else {
        let shared = one(code.rest);
        // Without its dot, only a whole code tells a result from a word.
        return if code.version.is_none() { shared.map_err(|_| LinkError::Unknown) } else { shared }
            .map(Link::Result);
    };
    // The second may bring its own beginning.
    let start = second.iter().position(u8::is_ascii_alphanumeric).unwrap_or(0);
    let own = Code::of(&second[start..]).filter(|code| code.kind == b'r' && code.version == Some(1));
    match (one(first), one(own.map_or(second, |code| code.rest))) {
        (Ok(first), Ok(second)) => Ok(Link::Comparison([first, second])),
        (Ok(whole), Err(torn)) | (Err(torn), Ok(whole)) => Ok(Link::Half { whole, torn }),
        (Err(error), Err(_)) => Err(error),
    }
}

/// The two codes of a comparison.
fn halves(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    match rest.iter().position(|&b| b == b'~') {
        Some(at) => Some((&rest[..at], &rest[at + 1..])),
        // Something else may have become of it.
        None => in_the_middle(rest).or_else(|| Some(cut(rest)).filter(|(_, second)| one(second).is_ok())),
    }
}

/// Cuts a text with as many characters as two codes.
fn in_the_middle(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let one = code::digits(BYTES);
    if code::length(rest) != 2 * one {
        return None;
    }
    (0..rest.len()).find(|&at| code::length(&rest[..at]) == one).map(|at| rest.split_at(at))
}

/// Refuses versions we do not read.
pub(super) fn version_1(code: &Code) -> Result<(), LinkError> {
    match code.version {
        Some(1) | None => Ok(()),
        Some(version) => Err(LinkError::Version { version: version.to_string() }),
    }
}

fn one(code: &[u8]) -> Result<Shared, LinkError> {
    let [set, guess, payload @ ..] = code::read::<BYTES>(cut(code).0)?;
    if set != SET_ID {
        return Err(LinkError::Set { set });
    }
    let guess = guess_of(guess)?;
    let answers = answers(u64::from_be_bytes(payload)).ok_or(LinkError::Impossible)?;
    Ok(Shared { answers, guess })
}

pub(super) fn guess_byte(guess: Option<u8>) -> u8 {
    guess.filter(|guess| GUESSES.contains(guess)).unwrap_or(NO_GUESS)
}

pub(super) fn guess_of(byte: u8) -> Result<Option<u8>, LinkError> {
    match byte {
        NO_GUESS => Ok(None),
        guess if GUESSES.contains(&guess) => Ok(Some(guess)),
        _ => Err(LinkError::Impossible),
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
