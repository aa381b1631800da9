//! Codec of payloads: bytes with a CRC-8, as base-32 text that detects damage.
//!
//! A code is its bytes followed by their CRC-8, in base 32; the first digit may hold fewer bits.
//!
//! The generator 0x1D is irreducible and of degree eight. Changing one digit changes the bits by `e(x)·x^5k` with e of
//! degree at most four; swapping two neighbours changes them by `d(x)·x^5k·(x⁵ + 1)`, and `x⁵ + 1` has no factor of degree
//! eight. Neither is a multiple of the generator, so both are detected at any length of the code.

use crc::Crc;

use super::base32;
use super::error::LinkError;

const CHECK: Crc<u8> = Crc::<u8>::new(&crc::CRC_8_SAE_J1850);

/// Number of characters of a code of `bytes` bytes.
pub(super) const fn digits(bytes: usize) -> usize {
    base32::digits(bytes + 1)
}

/// Number of bytes of a code of `digits` characters; `None` if no code has as many.
pub(super) fn bytes(digits: usize) -> Option<usize> {
    (5 * digits / 8).checked_sub(1).filter(|&bytes| self::digits(bytes) == digits)
}

/// Number of zero bits before a code of `bytes` bytes, below five.
pub(super) const fn padding(bytes: usize) -> usize {
    base32::padding(bytes + 1)
}

/// Encodes bytes as a code.
pub(super) fn write(bytes: &[u8]) -> String {
    base32::encode(&[bytes, &[CHECK.checksum(bytes)]].concat())
}

/// Values of the digits of a code. Separators between its characters are skipped.
///
/// # Errors
/// A character that is no digit.
pub(super) fn values(code: &[u8]) -> Result<Vec<u8>, LinkError> {
    let value = |&byte: &u8| base32::value(byte).ok_or(LinkError::Character { character: char::from(byte) });
    code.iter().filter(|byte| is_digit(**byte)).map(value).collect()
}

/// Decodes the values of the digits of a code of `bytes` bytes.
///
/// # Errors
/// A wrong length, or a checksum that does not match.
pub(super) fn check(values: &[u8], bytes: usize) -> Result<Vec<u8>, LinkError> {
    let expected = digits(bytes);
    if values.len() != expected {
        return Err(LinkError::Length { expected, found: values.len() });
    }
    let mut found = base32::decode(values, bytes + 1).ok_or(LinkError::Damaged)?;
    match found.pop() {
        Some(sum) if sum == CHECK.checksum(&found) => Ok(found),
        _ => Err(LinkError::Damaged),
    }
}

/// Decodes a code of N bytes. Separators between its characters are skipped.
///
/// # Errors
/// A character that is no digit, a wrong length, or a checksum that does not match.
pub(super) fn read<const N: usize>(code: &[u8]) -> Result<[u8; N], LinkError> {
    check(&values(code)?, N)?.try_into().map_err(|_| LinkError::Damaged)
}

/// Index behind each digit in `code`.
pub(super) fn ends(code: &[u8]) -> impl Iterator<Item = usize> {
    code.iter().enumerate().filter(|(_, byte)| is_digit(**byte)).map(|(at, _)| at + 1)
}

/// Whether a byte is a digit: no whitespace, hyphen, or character that mail and Markdown put around text.
fn is_digit(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !byte.is_ascii_control() && !b"-*_`|>\\=~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_survive_whatever_stands_between_their_characters() {
        let bytes = [0, 255, 1, 128, 77, 9, 200];
        let code = write(&bytes);
        assert_eq!(code.len(), digits(7));
        assert_eq!(read::<7>(code.as_bytes()), Ok(bytes));
        let spread: String = code.chars().flat_map(|c| [c, ' ', '-', '\n']).collect();
        assert_eq!(read::<7>(spread.as_bytes()), Ok(bytes));
    }

    #[test]
    fn no_change_of_a_character_and_no_swap_of_neighbours_fits_the_checksum() {
        // The checksum is linear, so the place and the difference decide, not the code: all of them are tried.
        for bytes in [[0; 7], [1, 5, 70, 92, 99, 14, 24], [255; 7]] {
            let code = write(&bytes);
            for at in 0..code.len() {
                for digit in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
                    let changed: String =
                        code.char_indices().map(|(i, c)| if i == at { digit } else { c }).collect();
                    assert_eq!(read::<7>(changed.as_bytes()).is_ok(), changed == code, "{changed}");
                }
            }
        }
        let values = values(write(&[1, 5, 70, 92, 99, 14, 24]).as_bytes()).expect("digits");
        for at in 1..digits(7) {
            for (a, b) in (0..32).flat_map(|a| (0..32).map(move |b| (a, b))).filter(|(a, b)| a != b) {
                // Two neighbours a b that become b a differ by a ^ b at both places.
                let mut swapped = values.clone();
                swapped[at - 1] ^= a ^ b;
                swapped[at] ^= a ^ b;
                assert!(check(&swapped, 7).is_err(), "{at} {a} {b}");
            }
        }
    }

    #[test]
    fn codes_of_every_length_are_read_and_know_their_number_of_bytes() {
        for length in 1..60 {
            let payload: Vec<u8> = (0..length).map(|at| (at * 37 + 5) as u8).collect();
            let code = write(&payload);
            assert_eq!(bytes(code.len()), Some(length));
            let values = values(code.as_bytes()).expect("digits");
            assert_eq!(base32::decode_prefix(&values, padding(length), 1), Some(vec![5]));
            assert_eq!(check(&values, length), Ok(payload));
        }
        let lengths = (0..97).filter(|&digits| bytes(digits).is_some());
        assert!(lengths.eq((0..60).map(digits)));
    }
}
