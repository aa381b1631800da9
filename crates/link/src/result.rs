//! Encoding of results and comparisons in links, version 2.
//!
//! The bytes of a code are the id of the question set, the guess, a bit for each item of the set that was asked, and the
//! answers to these as a number. So a code is read without selecting the items again, and is as long as what was asked: of
//! set 2, 40 characters for 24 items and 53 for 48.

use super::base32;
use super::code;
use super::error::LinkError;
use super::fields::{guess_byte, guess_of};
use super::link::Link;
use super::normalize::{Code, cut, normalize};
use super::payload;
use super::shared::SharedResult;
use quiz::questionnaire::{QuestionSet, SETS, Sets, set_of};

/// Bytes before the answers: set, guess.
const HEAD: usize = 2;

/// Encodes a result as the fragment of a link, without `#`.
///
/// # Examples
///
/// ```
/// use link::{SharedResult, decode, encode};
/// use quiz::questionnaire::{Answers, CURRENT, Response};
///
/// let mut answers = Answers::none(CURRENT);
/// answers.put(7, Response::ALL[4]);
/// answers.pass(50);
/// let shared = SharedResult { answers, guess: Some(20) };
/// assert_eq!(decode(&encode(&shared)), Ok(shared));
/// ```
pub fn encode(shared: &SharedResult) -> String {
    format!("r2.{}", code_of(shared))
}

/// Encodes a comparison of two results as the fragment of a link, without `#`.
pub fn encode_comparison([first, second]: [&SharedResult; 2]) -> String {
    format!("r2.{}~{}", code_of(first), code_of(second))
}

fn code_of(shared: &SharedResult) -> String {
    let head: [u8; HEAD] = [shared.answers.set().id(), guess_byte(shared.guess)];
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

/// Reads one result to one of these sets, or two: separated by `~`, or without a separator.
///
/// # Errors
/// [`LinkError`] if no result can be read.
pub(super) fn read(sets: Sets, code: &Code) -> Result<Link, LinkError> {
    code.check_version()?;
    let Some((first, second)) = halves(sets, code.rest) else {
        let shared = one(sets, code.rest);
        // Without the dot, only a valid code distinguishes a result from a word.
        return if code.is_dotted { shared } else { shared.map_err(|_| LinkError::Unknown) }
            .map(Link::Result);
    };
    match (one(sets, first), second_of(sets, second)) {
        (Ok(first), Ok(second)) => Ok(Link::Comparison([first, second])),
        (Ok(whole), Err(damaged)) | (Err(damaged), Ok(whole)) => Ok(Link::Half { whole, damaged }),
        (Err(error), Err(_)) => Err(error),
    }
}

/// Reads the second result of a comparison, which may have a prefix of its own.
fn second_of(sets: Sets, second: &[u8]) -> Result<SharedResult, LinkError> {
    let start = second.iter().position(u8::is_ascii_alphanumeric).unwrap_or(0);
    match Code::of(&second[start..]).filter(|code| code.kind == b'r' && code.is_dotted) {
        Some(own) => own.check_version().and_then(|()| one(sets, own.rest)),
        None => one(sets, second),
    }
}

/// Splits a comparison into its two codes; `None` for a single code.
fn halves<'a>(sets: Sets, rest: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    match rest.iter().position(|&b| b == b'~') {
        Some(at) => Some((&rest[..at], &rest[at + 1..])),
        None => between(sets, rest),
    }
}

/// Splits a text whose separator is missing or replaced by a bracket or the like.
fn between<'a>(sets: Sets, rest: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = code::values(rest).ok().and_then(|values| code::ends(rest).nth(split(sets, &values)? - 1));
    match at {
        Some(at) => Some(rest.split_at(at)),
        None => Some(cut(rest)).filter(|(_, second)| one(sets, second).is_ok()),
    }
}

/// Number of digits of the first of two codes: where both can be read, or else, unless the values are a single code, where one
/// can be read and what remains is as long as a code. At least one.
fn split(sets: Sets, values: &[u8]) -> Option<usize> {
    let shortest = sets.iter().map(|set| digits(set, 0)).min()?;
    let longest = sets.iter().map(|set| digits(set, set.len())).max()?;
    if !(2 * shortest..=2 * longest).contains(&values.len()) {
        return None;
    }
    let is_whole = |part: &[u8]| of_values(sets, part).is_ok();
    let mut halves = (shortest..=values.len() - shortest)
        .map(|at| (at, is_whole(&values[..at]), is_whole(&values[at..])))
        .filter(|(_, first, second)| *first || *second);
    let either = halves.next()?;
    let both = [either].into_iter().chain(halves).find(|(_, first, second)| *first && *second);
    both.or(Some(either).filter(|_| !is_whole(values))).map(|(at, ..)| at)
}

/// Number of bytes of the code of a result, if so many items of `set` were asked.
fn bytes(set: &QuestionSet, asked: usize) -> usize {
    HEAD + payload::mask_length(set) + payload::number_length(asked)
}

/// Number of characters of the code of a result, if so many items of `set` were asked.
fn digits(set: &QuestionSet, asked: usize) -> usize {
    code::digits(bytes(set, asked))
}

/// Reads the code of one result to one of these sets.
fn one(sets: Sets, code: &[u8]) -> Result<SharedResult, LinkError> {
    of_values(sets, &code::values(cut(code).0)?)
}

/// Reads the values of the digits of the code of one result to one of these sets.
fn of_values(sets: Sets, values: &[u8]) -> Result<SharedResult, LinkError> {
    let found = values.len();
    let expected = expected_digits(sets, values);
    if let Some(expected) = expected.filter(|expected| *expected != found) {
        return Err(LinkError::Length { expected, found });
    }
    let payload = code::bytes(found).and_then(|bytes| code::check(values, bytes).ok());
    match (expected, payload.as_deref()) {
        (Some(_), Some([id, guess, payload @ ..])) => {
            let set = set_of(sets, *id).ok_or(LinkError::Set { set: *id })?;
            let guess = guess_of(*guess)?;
            let answers = payload::decode(set, payload).ok_or(LinkError::Impossible)?;
            Ok(SharedResult { answers, guess })
        }
        // The codes of a set that is not known may have any length.
        (None, Some(&[set, ..])) if set_of(sets, set).is_none() => Err(LinkError::Set { set }),
        (None, _) if sets.iter().any(|set| found < digits(set, 0)) => Err(LinkError::Cut),
        _ => Err(LinkError::Damaged),
    }
}

/// Number of characters of the whole code to one of these sets that begins with these values of digits: what was cut off is
/// at the end, and the bits for the items come before. `None` if the values are no beginning of a code, or end before the
/// answers.
fn expected_digits(sets: Sets, values: &[u8]) -> Option<usize> {
    let of_set = |set: &&'static QuestionSet, padding: usize| {
        base32::decode_prefix(values, padding, 1).filter(|id| id[0] == set.id())?;
        let head = base32::decode_prefix(values, padding, HEAD + payload::mask_length(set))?;
        let asked = payload::asked(&head[HEAD..]);
        (code::padding(bytes(set, asked)) == padding).then(|| digits(set, asked))
    };
    let lengths = || sets.iter().flat_map(|set| (0..5).filter_map(move |padding| of_set(set, padding)));
    lengths().find(|&digits| digits == values.len()).or_else(|| lengths().next())
}
