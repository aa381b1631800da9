//! Encoding of results and comparisons in links, version 1.
//!
//! The bytes of a code are the id of the question set, the guess, and the answers as a number. The number of questions
//! decides how many bytes there are.

use super::code;
use super::error::LinkError;
use super::fields::{guess_byte, guess_of, version_1};
use super::link::Link;
use super::normalize::{Code, cut, normalize};
use super::payload;
use super::shared::SharedResult;
use quiz::questionnaire::{QuestionSet, SETS, Sets, set_of};

/// Encodes a result as the fragment of a link, without `#`.
///
/// # Examples
///
/// ```
/// use link::{SharedResult, decode, encode};
/// use quiz::questionnaire::{Answers, CURRENT};
///
/// let shared = SharedResult { answers: Answers::all_passed(CURRENT), guess: None };
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
    let head = [shared.answers.set().id(), guess_byte(shared.guess)];
    code::write(&[&head[..], &payload::encode(&shared.answers)].concat())
}

/// Decodes the fragment of a link to a single result, after any changes by chat apps.
///
/// # Errors
/// [`LinkError::NotAResult`] if the text is something other than a single result; other errors if it is damaged.
pub fn decode(fragment: &str) -> Result<SharedResult, LinkError> {
    let text = normalize(fragment);
    let code = Code::of(&text).filter(|code| code.kind == b'r').ok_or(LinkError::NotAResult)?;
    match read(SETS, &code) {
        Ok(Link::Result(shared)) => Ok(shared),
        Ok(_) | Err(LinkError::Unknown) => Err(LinkError::NotAResult),
        Err(error) => Err(error),
    }
}

/// Reads one result to one of these sets, or two: separated by `~`, or without a separator and as long as two.
///
/// # Errors
/// [`LinkError`] if no result can be read.
pub(super) fn read(sets: Sets, code: &Code) -> Result<Link, LinkError> {
    version_1(code)?;
    let Some((first, second)) = halves(sets, code.rest) else {
        let shared = one(sets, code.rest);
        // Without the dot, only a valid code distinguishes a result from a word.
        return if code.version.is_none() { shared.map_err(|_| LinkError::Unknown) } else { shared }
            .map(Link::Result);
    };
    // The second result may have a prefix of its own.
    let start = second.iter().position(u8::is_ascii_alphanumeric).unwrap_or(0);
    let own = Code::of(&second[start..]).filter(|code| code.kind == b'r' && code.version == Some(1));
    match (one(sets, first), one(sets, own.map_or(second, |code| code.rest))) {
        (Ok(first), Ok(second)) => Ok(Link::Comparison([first, second])),
        (Ok(whole), Err(damaged)) | (Err(damaged), Ok(whole)) => Ok(Link::Half { whole, damaged }),
        (Err(error), Err(_)) => Err(error),
    }
}

/// Splits a comparison into its two codes; `None` for a single code.
fn halves<'a>(sets: Sets, rest: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    match rest.iter().position(|&b| b == b'~') {
        Some(at) => Some((&rest[..at], &rest[at + 1..])),
        // The separator may be missing or replaced.
        None => {
            between(sets, rest).or_else(|| Some(cut(rest)).filter(|(_, second)| one(sets, second).is_ok()))
        }
    }
}

/// Splits a text without a separator, if it has as many digits as two codes: where both can be read, or else at the first
/// such place, unless it is as long as a single code.
fn between<'a>(sets: Sets, rest: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let length = code::length(rest);
    let lengths = || sets.iter().map(|set| digits(set));
    let splits = || {
        let firsts = lengths().filter(|first| lengths().any(|second| first + second == length));
        firsts.filter_map(|first| {
            let at = (0..rest.len()).find(|&at| code::length(&rest[..at]) == first)?;
            Some(rest.split_at(at))
        })
    };
    let whole = splits().find(|(first, second)| one(sets, first).is_ok() && one(sets, second).is_ok());
    whole.or_else(|| splits().next().filter(|_| lengths().all(|single| single != length)))
}

/// Number of bytes of a result that answers `set`.
fn bytes(set: &QuestionSet) -> usize {
    2 + payload::length(set)
}

/// Number of characters of the code of a result that answers `set`.
fn digits(set: &QuestionSet) -> usize {
    code::digits(bytes(set))
}

/// Reads the code of one result to one of these sets.
fn one(sets: Sets, code: &[u8]) -> Result<SharedResult, LinkError> {
    let values = code::values(cut(code).0)?;
    let wrong_length = |set: &QuestionSet| LinkError::Length { expected: digits(set), found: values.len() };
    let Some(as_long) = sets.iter().find(|set| digits(set) == values.len()) else {
        return Err(newer_set(sets, &values).unwrap_or_else(|| {
            let begins_with =
                |set: &&&QuestionSet| code::first_byte(&values, bytes(set)) == Some(u16::from(set.id()));
            let set = sets.iter().find(begins_with).or(sets.last());
            set.map_or(LinkError::Unknown, |set| wrong_length(set))
        }));
    };
    let found = code::check(&values, bytes(as_long))?;
    let [id, guess, payload @ ..] = &found[..] else { return Err(LinkError::Damaged) };
    let set = set_of(sets, *id).ok_or(LinkError::Set { set: *id })?;
    if payload.len() != payload::length(set) {
        return Err(wrong_length(set));
    }
    let guess = guess_of(*guess)?;
    let answers = payload::decode(set, payload).ok_or(LinkError::Impossible)?;
    Ok(SharedResult { answers, guess })
}

/// Error of an undamaged code that answers a set newer than all of these, which may have any length.
fn newer_set(sets: Sets, values: &[u8]) -> Option<LinkError> {
    let found = code::check(values, code::bytes(values.len())?).ok()?;
    let set = *found.first()?;
    sets.iter().all(|known| known.id() < set).then_some(LinkError::Set { set })
}
