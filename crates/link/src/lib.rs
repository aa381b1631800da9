//! Links that hold a result, a comparison, a summary or a world of the lab: encoding, normalisation and decoding.
//!
//! | fragment (after the `#`) | contents |
//! |---|---|
//! | `r2.` and a code (40 characters for 24 items of set 2, 53 for 48) | a result: set, guess, which items were asked, answers; no scores, so the receiver's page computes them |
//! | `r2.` code `~` code | a comparison of two results |
//! | `u2.` and 21 characters | the summary of a result: numbers without answers |
//! | `s1.seed=42&feed=0.3` | a world of the lab, readable; other settings have their defaults |
//! | `quiz`, `compare`, `lab`, `how` | a screen of the page |
//!
//! The code of a result begins with the id of its question set, and is as long as the items of that set and the answers
//! need.
//!
//! Every published version remains readable; a code of any other version is refused. Chat apps wrap, capitalise and decorate links, so [`read`] undoes every
//! change that is unambiguous, and returns a [`LinkError`] for the rest. The checksum detects damage; it does not
//! authenticate a link.
//!
//! Before the `#`, the path of a link may be a [`preview_page`], so that previews differ without a server.
//!
//! # Examples
//!
//! ```
//! use link::{Link, LinkError, SharedResult, decode, encode, read};
//! use quiz::questionnaire::{Answers, Response, SET_2};
//!
//! let mut answers = Answers::none(&SET_2);
//! (0..24).for_each(|item| answers.put(4 * item, Response::ALL[item % 5]));
//! let shared = SharedResult { answers, guess: Some(20) };
//! let fragment = encode(&shared);
//! assert_eq!(decode(&fragment), Ok(shared));
//!
//! // A chat app put the link in brackets and in lower case.
//! assert_eq!(read(&format!("<#{}>", fragment.to_lowercase())), Ok(Link::Result(shared)));
//!
//! // The last character was cut off.
//! let cut = &fragment[..fragment.len() - 1];
//! assert_eq!(decode(cut), Err(LinkError::Length { expected: 40, found: 39 }));
//! ```

mod base32;
mod code;
mod error;
mod fields;
mod link;
mod normalize;
mod payload;
mod place;
mod result;
mod shared;
mod summary;
mod world;

pub use error::LinkError;
pub use link::Link;
pub use place::Place;
pub use result::{decode, encode, encode_comparison};
pub use shared::SharedResult;
pub use summary::Summary;
pub use world::{LabCode, LabWorldLink, encode_world, read_world};

use quiz::questionnaire::{SETS, Sets};

/// Reads the fragment of a link, after any changes by chat apps.
///
/// Accepted are: any case, `O` for `0`, `I` and `L` for `1`, hyphens, whitespace and invisible characters anywhere,
/// percent escapes, a doubled or escaped `#`, brackets, quotation marks, stars and punctuation around the code, anything
/// after a `?` or `&`, a missing dot, and a missing `~` between two codes.
///
/// # Errors
/// [`LinkError`] if the text is no link of this page, has another version or question set, or is damaged.
pub fn read(fragment: &str) -> Result<Link, LinkError> {
    read_of(SETS, fragment)
}

/// [`read`] for results to these question sets.
///
/// # Errors
/// Those of [`read`].
pub fn read_of(sets: Sets, fragment: &str) -> Result<Link, LinkError> {
    let text = normalize::normalize(fragment);
    if let Some(place) = normalize::place(&text) {
        return Ok(Link::Place(place));
    }
    let code = normalize::Code::of(&text).ok_or(LinkError::Unknown)?;
    match code.kind {
        b'r' => result::read(sets, &code),
        b'u' => summary::read(sets, &code).map(Link::Summary),
        _ => world::code(&code).map(Link::Lab),
    }
}

/// The fragment of an address, from its first `#` (or else its first `%23`) on, inclusive. `None` if there is none.
pub fn behind_hash(address: &str) -> Option<&str> {
    let bytes = address.as_bytes();
    let escaped = || bytes.windows(3).position(|three| three == b"%23");
    address.get(bytes.iter().position(|&byte| byte == b'#').or_else(escaped)?..)
}

/// Reads pasted text: a link, its fragment alone, or a message that contains it. The first link that is not merely a
/// screen counts.
///
/// # Errors
/// The error of [`read`] for the whole text.
pub fn read_pasted(text: &str) -> Result<Link, LinkError> {
    // A link is one word, unless it was wrapped.
    let is_result = |link: &Link| !matches!(link, Link::Place(_));
    let words = || text.split_whitespace().filter_map(|word| read(behind_hash(word)?).ok().filter(is_result));
    match words().next() {
        Some(link) => Ok(link),
        None => read(behind_hash(text).unwrap_or(text)),
    }
}

/// Path of the preview page for a percentile range, relative to the page: `p/80/` for a middle of 80 to 89. Its preview
/// reveals the decile and nothing else.
pub fn preview_page(further_than: [u8; 2]) -> String {
    format!("p/{}/", decile(further_than))
}

/// Decile of the middle of a percentile range, rounded down: 0, 10 … 90.
pub fn decile([low, high]: [u8; 2]) -> u8 {
    let middle = (u16::from(low) + u16::from(high)) / 2;
    (middle / 10).min(9) as u8 * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_the_decile_of_its_middle() {
        for (range, tens) in
            [([70, 92], 80), ([0, 0], 0), ([100, 100], 90), ([0, 19], 0), ([0, 20], 10), ([255; 2], 90)]
        {
            assert_eq!(decile(range), tens, "{range:?}");
        }
        assert_eq!(preview_page([70, 92]), "p/80/");
    }

    #[test]
    fn places_are_found_however_they_are_written() {
        for name in
            ["quiz", "#quiz", "QUIZ", "/quiz/", "%23quiz", "##quiz", "quiz).", "*quiz*", "quiz?fbclid=x"]
        {
            assert_eq!(read(name), Ok(Link::Place(Place::Quiz)), "{name}");
        }
        assert_eq!(read(""), Ok(Link::Place(Place::Landing)));
        assert_eq!(read("no-such-place"), Err(LinkError::Unknown));
    }
}
