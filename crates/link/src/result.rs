//! Encoding of results and comparisons in links, version 1.

use super::code;
use super::error::LinkError;
use super::fields::{guess_byte, guess_of, version_1};
use super::link::Link;
use super::normalize::{Code, cut, normalize};
use super::shared::SharedResult;
use quiz::questionnaire::{ASKED, Answers, CATEGORIES, Response, SET_ID};

/// Bytes of a result: set, guess, and 24 answers in 64 bits.
const BYTES: usize = 10;

/// Base of the answers' digits: 0 for a pass, then the five response categories.
const BASE: u64 = CATEGORIES as u64 + 1;

/// Encodes a result as the fragment of a link, without `#`.
///
/// # Examples
///
/// ```
/// use link::{SharedResult, decode, encode};
/// use quiz::questionnaire::Answers;
///
/// let shared = SharedResult { answers: Answers::default(), guess: None };
/// assert_eq!(decode(&encode(&shared)), Ok(shared));
/// ```
pub fn encode(shared: &SharedResult) -> String {
    format!("r1.{}", code_of(shared))
}

/// Encodes a comparison of two results as the fragment of a link, without `#`.
pub fn encode_comparison([first, second]: [&SharedResult; 2]) -> String {
    format!("r1.{}~{}", code_of(first), code_of(second))
}

fn code_of(shared: &SharedResult) -> String {
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

/// Decodes the fragment of a link to a single result, after any changes by chat apps.
///
/// # Errors
/// [`LinkError::NotAResult`] if the text is something other than a single result; other errors if it is damaged.
pub fn decode(fragment: &str) -> Result<SharedResult, LinkError> {
    let text = normalize(fragment);
    let code = Code::of(&text).filter(|code| code.kind == b'r').ok_or(LinkError::NotAResult)?;
    match read(&code) {
        Ok(Link::Result(shared)) => Ok(shared),
        Ok(_) | Err(LinkError::Unknown) => Err(LinkError::NotAResult),
        Err(error) => Err(error),
    }
}

/// Reads one result, or two: separated by `~`, or without a separator and twice as long.
///
/// # Errors
/// [`LinkError`] if no result can be read.
pub(super) fn read(code: &Code) -> Result<Link, LinkError> {
    version_1(code)?;
    let Some((first, second)) = halves(code.rest) else {
        let shared = one(code.rest);
        // Without the dot, only a valid code distinguishes a result from a word.
        return if code.version.is_none() { shared.map_err(|_| LinkError::Unknown) } else { shared }
            .map(Link::Result);
    };
    // The second result may have a prefix of its own.
    let start = second.iter().position(u8::is_ascii_alphanumeric).unwrap_or(0);
    let own = Code::of(&second[start..]).filter(|code| code.kind == b'r' && code.version == Some(1));
    match (one(first), one(own.map_or(second, |code| code.rest))) {
        (Ok(first), Ok(second)) => Ok(Link::Comparison([first, second])),
        (Ok(whole), Err(damaged)) | (Err(damaged), Ok(whole)) => Ok(Link::Half { whole, damaged }),
        (Err(error), Err(_)) => Err(error),
    }
}

/// Splits a comparison into its two codes; `None` for a single code.
fn halves(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    match rest.iter().position(|&b| b == b'~') {
        Some(at) => Some((&rest[..at], &rest[at + 1..])),
        // The separator may be missing or replaced.
        None => in_the_middle(rest).or_else(|| Some(cut(rest)).filter(|(_, second)| one(second).is_ok())),
    }
}

/// Splits a text in the middle, if it has as many digits as two codes.
fn in_the_middle(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let one = code::digits(BYTES);
    if code::length(rest) != 2 * one {
        return None;
    }
    (0..rest.len()).find(|&at| code::length(&rest[..at]) == one).map(|at| rest.split_at(at))
}

fn one(code: &[u8]) -> Result<SharedResult, LinkError> {
    let [set, guess, payload @ ..] = code::read::<BYTES>(cut(code).0)?;
    if set != SET_ID {
        return Err(LinkError::Set { set });
    }
    let guess = guess_of(guess)?;
    let answers = answers(u64::from_be_bytes(payload)).ok_or(LinkError::Impossible)?;
    Ok(SharedResult { answers, guess })
}

/// Decodes the answers of a payload in base six, the last question in the lowest digit; `None` if the payload is too large.
fn answers(mut payload: u64) -> Option<Answers> {
    let mut answers = Answers::default();
    for at in (0..ASKED.len()).rev() {
        let digit = (payload % BASE) as usize;
        payload /= BASE;
        answers.0[at] = digit.checked_sub(1).and_then(Response::new);
    }
    (payload == 0).then_some(answers)
}
