//! Normalisation of links after what chat apps do to them.
//!
//! The module works on bytes: the page loads it before it can show a link, and Unicode tables would be larger than all the
//! rest of the crate.

use super::error::LinkError;
use super::place::{Place, named};

/// Code of the form *letter version dot rest*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code<'a> {
    /// `r`, `u` or `s`.
    pub kind: u8,
    /// Version number.
    pub version: u32,
    /// Whether a dot follows the version. Without it, the text may be a word.
    pub is_dotted: bool,
    /// Text after the dot.
    pub rest: &'a [u8],
}

/// Letters of codes, each with a version that is read. A version that was published is never removed.
const VERSIONS: [(u8, u32); 3] = [(b'r', 2), (b'u', 2), (b's', 1)];

/// Longest prefix that is read, in bytes: far longer than any link of this page.
const LONGEST: usize = 4_000;

/// Normalizes a fragment to ASCII: decodes percent escapes, strips decoration, and starts after the first `#` that a place or
/// a code follows.
pub(super) fn normalize(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    // Some apps escape twice.
    let plain = fold_to_ascii(&percent_decode(&percent_decode(&bytes[..bytes.len().min(LONGEST)])));
    let mut found = strip_decoration(&plain);
    let mut rest = &plain[..];
    loop {
        let part = strip_decoration(rest);
        if !part.is_empty() && (place(part).is_some() || Code::of(part).is_some()) {
            found = part;
            break;
        }
        match rest.iter().position(|&b| b == b'#') {
            Some(at) => rest = &rest[at + 1..],
            None => break,
        }
    }
    found.to_vec()
}

/// Screen with this name, if there is one.
pub(super) fn place(text: &[u8]) -> Option<Place> {
    named(strip_decoration(cut(text).0))
}

impl<'a> Code<'a> {
    /// Parses a normalized text.
    pub(crate) fn of(text: &'a [u8]) -> Option<Code<'a>> {
        let (&kind, after) = text.split_first()?;
        let kind = kind.to_ascii_lowercase();
        if !VERSIONS.iter().any(|(known, _)| *known == kind) {
            return None;
        }
        let after = after.trim_ascii_start();
        if let Some(dot) = after.iter().take(6).position(|b| b".,:;".contains(b)) {
            let (version, rest) = (number(&after[..dot])?, &after[dot + 1..]);
            return Some(Code { kind, version, is_dotted: true, rest });
        }
        // The dot may be missing; then the version is the first character.
        let (first, rest) = after.split_first()?;
        let start = rest.iter().position(u8::is_ascii_alphanumeric).unwrap_or(rest.len());
        let code = Code { kind, version: digit(*first)?, is_dotted: false, rest: &rest[start..] };
        code.is_read().then_some(code)
    }

    /// Whether its version is read.
    fn is_read(&self) -> bool {
        VERSIONS.contains(&(self.kind, self.version))
    }

    /// Checks that its version is read.
    ///
    /// # Errors
    /// [`LinkError::Version`] if it is another one.
    pub(crate) fn check_version(&self) -> Result<(), LinkError> {
        if self.is_read() { Ok(()) } else { Err(LinkError::Version { version: self.version.to_string() }) }
    }
}

/// Parses a version number of at most four digits.
fn number(version: &[u8]) -> Option<u32> {
    let version = version.trim_ascii();
    if !(1..=4).contains(&version.len()) {
        return None;
    }
    version.iter().try_fold(0, |sum, &b| Some(10 * sum + digit(b)?))
}

/// Value of a decimal digit, or of a letter that looks like one.
fn digit(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'l' | b'L' | b'I' | b'i' => Some(1),
        b'o' | b'O' => Some(0),
        _ => None,
    }
}

/// Splits a text at its first bracket, quotation mark, `#`, `?` or `&`, which neither part contains.
pub(super) fn cut(text: &[u8]) -> (&[u8], &[u8]) {
    match text.iter().position(|b| b"#?&<\"()[]".contains(b)) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, b""),
    }
}

/// Strips everything that is not alphanumeric from both ends.
pub(super) fn strip_decoration(part: &[u8]) -> &[u8] {
    let start = part.iter().position(u8::is_ascii_alphanumeric).unwrap_or(part.len());
    let end = part.iter().rposition(u8::is_ascii_alphanumeric).map_or(start, |at| at + 1);
    &part[start..end]
}

/// Keeps ASCII, converts full-width forms (from East Asian keyboards) to ASCII, and drops everything else: soft hyphens,
/// joiners, typographic dashes and quotation marks are not part of a link.
fn fold_to_ascii(bytes: &[u8]) -> Vec<u8> {
    let mut found = Vec::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        match (byte, bytes.get(at + 1), bytes.get(at + 2)) {
            (0..=0x7f, ..) => found.push(byte),
            // U+FF01 to U+FF5E in UTF-8.
            (0xef, Some(0xbc), Some(&last @ 0x81..=0xbf)) => found.push(last - 0x60),
            (0xef, Some(0xbd), Some(&last @ 0x80..=0x9e)) => found.push(last - 0x20),
            _ => {}
        }
    }
    found
}

/// Decodes percent escapes; malformed ones stay as they are.
fn percent_decode(bytes: &[u8]) -> Vec<u8> {
    let mut found = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let hex = |at: usize| after.get(at).and_then(|b| char::from(*b).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (byte, hex(0), hex(1)) {
            found.push((16 * high + low) as u8);
            rest = &after[2..];
        } else {
            found.push(byte);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(String::from_utf8(normalize(text)).as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn escapes_are_undone_and_other_per_cents_stay() {
        assert_eq!(percent_decode(b"%23r2%2E%7e%"), b"#r2.~%");
        assert_eq!(percent_decode(b"100%zz%4"), b"100%zz%4");
        check("%2523r2.A", "r2.A");
    }

    #[test]
    fn decoration_comes_off_and_the_part_that_is_ours_is_found() {
        for text in [
            "#r2.ABC",
            "##r2.ABC",
            "<#r2.ABC>",
            "**r2.ABC**",
            "[#r2.ABC]",
            "r2.ABC).",
            "\u{201c}r2.ABC\u{201d}!",
            "\u{200b}r2.A\u{ad}BC\u{feff}",
            "#/r2.ABC/",
            "x#r2.ABC",
            "\u{ff52}\u{ff12}\u{ff0e}ABC",
        ] {
            check(text, "r2.ABC");
        }
        check("s1.a=1&b=2)", "s1.a=1&b=2");
        check("caf\u{e9}#nowhere", "caf#nowhere");
        assert_eq!(cut(b"ABC?fbclid=x&y"), (&b"ABC"[..], &b"fbclid=x&y"[..]));
    }

    #[test]
    fn codes_are_split_into_letter_version_and_rest() {
        let code = |kind, version, is_dotted, rest| Some(Code { kind, version, is_dotted, rest });
        for (text, expected) in [
            ("r2.X", code(b'r', 2, true, &b"X"[..])),
            ("Sl.X", code(b's', 1, true, b"X")),
            ("u12:X", code(b'u', 12, true, b"X")),
            ("r2X", code(b'r', 2, false, b"X")),
            ("r1X", None),
            ("rhubarb.x", None),
            ("r.x", None),
            ("x1.y", None),
            ("", None),
        ] {
            assert_eq!(Code::of(text.as_bytes()), expected, "{text}");
        }
    }
}
