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
    (8 * (bytes + 1)).div_ceil(5)
}

/// Encodes bytes (at most 15) as a code.
pub(super) fn write(bytes: &[u8]) -> String {
    let body = bytes.iter().fold(0u128, |sum, &b| (sum << 8) | u128::from(b));
    base32::encode((body << 8) | u128::from(CHECK.checksum(bytes)), digits(bytes.len()))
}

/// Decodes a code of N bytes (at most 15). Separators between its characters are skipped.
///
/// # Errors
/// A character that is no digit, a wrong length, or a checksum that does not match.
pub(super) fn read<const N: usize>(code: &[u8]) -> Result<[u8; N], LinkError> {
    let expected = digits(N);
    let mut value = 0u128;
    let mut found = 0;
    for &byte in code.iter().filter(|byte| is_digit(**byte)) {
        let digit = base32::value(byte).ok_or(LinkError::Character { character: char::from(byte) })?;
        found += 1;
        if found <= expected {
            value = (value << 5) | u128::from(digit);
        }
    }
    if found != expected {
        return Err(LinkError::Length { expected, found });
    }
    let bytes: [u8; N] = core::array::from_fn(|at| (value >> (8 * (N - at))) as u8);
    if value >> (8 * (N + 1)) != 0 || CHECK.checksum(&bytes) != value as u8 {
        return Err(LinkError::Damaged);
    }
    Ok(bytes)
}

/// Number of digits in `code`, separators excluded.
pub(super) fn length(code: &[u8]) -> usize {
    code.iter().filter(|byte| is_digit(**byte)).count()
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
        for at in 0..digits(7) - 1 {
            for (a, b) in (0..32u128).flat_map(|a| (0..32).map(move |b| (a, b))).filter(|(a, b)| a != b) {
                // Two neighbours a b that become b a differ by (a ^ b) at both places.
                let difference = ((a ^ b) << 5 | (a ^ b)) << (5 * at);
                let code = write(&[1, 5, 70, 92, 99, 14, 24]);
                let value = code.bytes().fold(0, |v, b| v << 5 | u128::from(base32::value(b).unwrap_or(0)));
                assert!(
                    read::<7>(base32::encode(value ^ difference, digits(7)).as_bytes()).is_err(),
                    "{at} {a} {b}"
                );
            }
        }
    }
}
