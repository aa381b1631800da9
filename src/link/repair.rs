//! What do chat apps do to links, and how is it undone?

/// A text of the form *letter version dot rest*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code<'a> {
    /// `r`, `u` or `s`.
    pub kind: char,
    /// The number of the version, or nothing if its dot was lost.
    pub version: Option<u32>,
    /// What follows.
    pub rest: &'a str,
}

/// Longest text that is looked at: no link of ours comes near it.
const LONGEST: usize = 4_000;

/// The part of `text` that is meant: escapes undone, decoration taken off, from the first `#` on behind which
/// something like a link of ours stands.
pub(super) fn tidied(text: &str) -> String {
    let text: String = text.chars().take(LONGEST).collect();
    // Some apps escape what is escaped already.
    let text = unescaped(&unescaped(&text));
    let text: String = text.chars().filter_map(plain).collect();
    let starts = core::iter::once(0).chain(text.match_indices('#').map(|(at, _)| at + 1));
    let mut parts = starts.map(|start| undecorated(&text[start..])).filter(|part| !part.is_empty());
    let ours = |part: &&str| super::place(part).is_some() || Code::of(part).is_some();
    let meant = parts.clone().find(ours).or_else(|| parts.next());
    meant.unwrap_or_default().to_owned()
}

impl<'a> Code<'a> {
    /// Takes a tidied text apart.
    pub fn of(text: &'a str) -> Option<Code<'a>> {
        let mut letters = text.chars();
        let kind = letters.next()?.to_ascii_lowercase();
        if !"rus".contains(kind) {
            return None;
        }
        let after = letters.as_str().trim_start();
        let dot = after.char_indices().take(6).find(|(_, c)| ".,:;".contains(*c));
        if let Some((at, _)) = dot {
            let version = number(after[..at].trim())?;
            return Some(Code { kind, version: Some(version), rest: &after[at + 1..] });
        }
        // The dot may be lost; what must be a version then is only the first character.
        let rest = after.strip_prefix(['1', 'l', 'I', 'i'])?;
        Some(Code { kind, version: None, rest: rest.trim_start_matches(|c: char| !c.is_alphanumeric()) })
    }
}

/// A version's number, with letters that look like digits.
fn number(version: &str) -> Option<u32> {
    let digits = version.len() < 5 && !version.is_empty();
    let plain = |c: char| match c {
        'l' | 'L' | 'I' | 'i' => '1',
        'o' | 'O' => '0',
        other => other,
    };
    version.chars().map(plain).collect::<String>().parse().ok().filter(|_| digits)
}

/// What trackers, brackets and quotation marks begin with that follow a link.
const ENDS: [char; 9] = ['#', '?', '&', '<', '"', '(', ')', '[', ']'];

/// Everything before the first bracket, quotation mark, `#`, `?` or `&`, and what follows it.
pub(super) fn cut(text: &str) -> (&str, &str) {
    text.split_once(ENDS).unwrap_or((text, ""))
}

/// Without quotation marks, brackets and stars before it and punctuation behind it.
fn undecorated(part: &str) -> &str {
    part.trim_matches(|c: char| !c.is_alphanumeric())
}

/// One character as it was meant, nothing for those that cannot be seen.
fn plain(character: char) -> Option<char> {
    match character {
        // Soft hyphen, joiners, marks of direction, byte order mark.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        // Full-width forms, as typed with East Asian keyboards.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0),
        '\u{201c}' | '\u{201d}' | '\u{ab}' | '\u{bb}' => Some('"'),
        other => Some(other),
    }
}

/// Per cent escapes undone; what is none stays.
fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                found.push((16 * high + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                found.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&found).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_other_per_cents_stay() {
        assert_eq!(unescaped("%23r1%2E%7e%"), "#r1.~%");
        assert_eq!(unescaped("100%zz%4"), "100%zz%4");
        assert_eq!(tidied("%2523r1.A"), "r1.A");
    }

    #[test]
    fn decoration_comes_off_and_the_part_that_is_ours_is_found() {
        for text in [
            "#r1.ABC",
            "##r1.ABC",
            "<#r1.ABC>",
            "**r1.ABC**",
            "[#r1.ABC]",
            "r1.ABC).",
            "\u{201c}r1.ABC\u{201d}!",
            "\u{200b}r1.A\u{ad}BC\u{feff}",
            "#/r1.ABC/",
            "\u{ff52}\u{ff11}\u{ff0e}ABC",
        ] {
            assert_eq!(tidied(text), "r1.ABC", "{text}");
        }
        assert_eq!(tidied("s1.a=1&b=2)"), "s1.a=1&b=2");
        assert_eq!(cut("ABC?fbclid=x&y"), ("ABC", "fbclid=x&y"));
    }

    #[test]
    fn letter_version_and_rest_are_told_apart() {
        let code = |kind, version, rest| Some(Code { kind, version, rest });
        for (text, expected) in [
            ("r1.X", code('r', Some(1), "X")),
            ("Rl.X", code('r', Some(1), "X")),
            ("u12:X", code('u', Some(12), "X")),
            ("r1X", code('r', None, "X")),
            ("rhubarb.x", None),
            ("r.x", None),
            ("x1.y", None),
            ("", None),
        ] {
            assert_eq!(Code::of(text), expected, "{text}");
        }
    }
}
