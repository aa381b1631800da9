//! What does a shared link say?
//!
//! | after the `#` | what it holds |
//! |---|---|
//! | `r1.` and 18 characters | a result: set, guess, 24 answers; never scores, so whoever opens it counts again and an impossible one cannot be shown |
//! | `r1.` 18 characters `~` 18 characters | two results, to be compared |
//! | `u1.` and 13 characters | the summary of a result: numbers without answers |
//! | `s1.seed=42&feed=0.3` | a world of the lab, readable; what is not named is as by default |
//! | `quiz`, `compare`, `lab`, `how` | a place in the page |
//!
//! Every version that was ever published is read for ever. Chat apps wrap, capitalise and decorate links, so
//! [`read`] forgives what can be told apart, and says of the rest why it cannot be read. The checksum finds
//! damage; it keeps nobody from making a link by hand.
//!
//! In front of the `#`, a link may lead through [`shell`], so that previews can differ without a server.

mod base32;
mod code;
mod error;
mod repair;
mod result;
mod summary;
mod world;
mod world_keys;
mod world_notes;
mod world_values;

pub use error::LinkError;
pub use result::{GUESSES, Shared, decode, encode, encode_comparison};
pub use summary::Summary;
pub use world::{LabCode, LabWorld, LabWorldLink};
pub use world_notes::Note;
pub use world_values::Range;

/// What stands behind the `#` of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// Somebody's answers.
    Result(Shared),
    /// The answers of two people.
    Comparison([Shared; 2]),
    /// The answers of two people, of which only one can still be read.
    Half {
        /// What can be read.
        whole: Shared,
        /// What became of the rest.
        torn: LinkError,
    },
    /// Somebody's numbers, without answers.
    Summary(Summary),
    /// A world of the lab, to be read by [`LabWorld::read`].
    Lab(LabCode),
    /// A screen of the page.
    Place(Place),
}

/// A screen that has a name in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first one.
    Landing,
    /// Guess, questions and one's own result.
    Quiz,
    /// Two results, laid over each other.
    Compare,
    /// The world to play with.
    Lab,
    /// How it works.
    How,
    /// How it works, at the part about privacy.
    Privacy,
}

/// Reads what stands behind the `#`, after whatever chat apps did to it.
///
/// Forgiven are: another case, `O` for `0`, `I` and `L` for `1`, hyphens, blanks, line breaks and invisible
/// characters anywhere, per cent escapes, a doubled or escaped `#`, brackets, quotation marks, stars and
/// punctuation around the code, whatever follows a `?` or `&`, a lost dot, and a lost `~` between two codes.
///
/// # Errors
/// [`LinkError`] says what of it cannot be read, for the visitor to see.
pub fn read(fragment: &str) -> Result<Link, LinkError> {
    let text = repair::tidied(fragment);
    if let Some(place) = place(&text) {
        return Ok(Link::Place(place));
    }
    let code = repair::Code::of(&text).ok_or(LinkError::Unknown)?;
    match code.kind {
        b'r' => result::read(&code),
        b'u' => summary::read(&code).map(Link::Summary),
        _ => world::code(&code).map(Link::Lab),
    }
}

/// What stands behind the first `#` of an address, or behind one that was escaped on its way; with it.
pub fn behind_hash(address: &str) -> Option<&str> {
    let bytes = address.as_bytes();
    let escaped = || bytes.windows(3).position(|three| three == b"%23");
    address.get(bytes.iter().position(|&byte| byte == b'#').or_else(escaped)?..)
}

/// Reads what somebody pasted: a link, its code alone, or the message it came in.
///
/// # Errors
/// As [`read`], of the whole text.
pub fn read_pasted(text: &str) -> Result<Link, LinkError> {
    // A word is a link by itself; only a code that was wrapped needs the words after it.
    let is_result = |link: &Link| !matches!(link, Link::Place(_));
    let words = || text.split_whitespace().filter_map(|word| read(behind_hash(word)?).ok().filter(is_result));
    match words().next() {
        Some(link) => Ok(link),
        None => read(behind_hash(text).unwrap_or(text)),
    }
}

/// The place with this name.
fn place(text: &[u8]) -> Option<Place> {
    const NAMES: [(&[u8], Place); 7] = [
        (b"", Place::Landing),
        (b"landing", Place::Landing),
        (b"quiz", Place::Quiz),
        (b"compare", Place::Compare),
        (b"lab", Place::Lab),
        (b"how", Place::How),
        (b"privacy", Place::Privacy),
    ];
    let name = repair::undecorated(repair::cut(text).0);
    NAMES.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, place)| place)
}

/// The folder of the page that stands for results about `further_than` of 100 out: `p/80/` for 80 to 89. Its preview
/// tells this much and nothing else.
pub fn shell(further_than: [u8; 2]) -> String {
    format!("p/{}/", decile(further_than))
}

/// The tens of the middle of a range of per cent: 0, 10 … 90.
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
        assert_eq!(shell([70, 92]), "p/80/");
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
