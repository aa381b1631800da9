//! Crockford's base 32: no letter that looks like a digit, no character that chat apps change.

/// Digits by value, without I, L, O and U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Number of digits of this many bytes.
pub(super) const fn digits(bytes: usize) -> usize {
    (8 * bytes).div_ceil(5)
}

/// Bytes as [`digits`] digits, most significant first. The first digit may hold fewer bits.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(digits(bytes.len()));
    let (mut value, mut held) = (0u32, padding(bytes.len()));
    for &byte in bytes {
        value = ((value << 8) | u32::from(byte)) & 0xffff;
        held += 8;
        while held >= 5 {
            held -= 5;
            text.push(char::from(DIGITS[(value >> held) as usize & 31]));
        }
    }
    text
}

/// So many bytes from as many values of digits as they have; `None` if the first digit holds too many bits, or there are more
/// or fewer digits.
pub(super) fn decode(values: &[u8], bytes: usize) -> Option<Vec<u8>> {
    if values.len() == digits(bytes) { decode_prefix(values, padding(bytes), bytes) } else { None }
}

/// The first so many bytes of values of digits that begin with `padding` zero bits, below five; `None` if they do not, or are
/// too few.
pub(super) fn decode_prefix(values: &[u8], padding: usize, bytes: usize) -> Option<Vec<u8>> {
    let first = *values.first()?;
    if first >> (5 - padding) != 0 {
        return None;
    }
    let mut found = Vec::with_capacity(bytes);
    let (mut value, mut held) = (u32::from(first), 5 - padding);
    for &digit in &values[1..] {
        if found.len() == bytes {
            break;
        }
        value = ((value << 5) | u32::from(digit)) & 0xffff;
        held += 5;
        if held >= 8 {
            held -= 8;
            found.push((value >> held) as u8);
        }
    }
    (found.len() == bytes).then_some(found)
}

/// Number of zero bits before the bytes, below five.
pub(super) const fn padding(bytes: usize) -> usize {
    5 * digits(bytes) - 8 * bytes
}

/// Value of one character. Lower case, `O` for `0`, and `I` or `L` for `1` are accepted.
pub(super) fn value(character: u8) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    DIGITS.iter().position(|&d| d == upper).map(|at| at as u8)
}
