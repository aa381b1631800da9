//! Crockford's base 32: no letter that looks like a digit, no character that chat apps change.

/// Digits by value, without I, L, O and U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The lowest `5 · len` bits of `value`, most significant digit first.
pub(super) fn encode(value: u128, len: usize) -> String {
    let digit = |at: usize| DIGITS[((value >> (5 * (len - 1 - at))) & 31) as usize] as char;
    (0..len).map(digit).collect()
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
