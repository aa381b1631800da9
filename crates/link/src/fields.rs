//! Field that several kinds of links share: the guess.

use super::error::LinkError;
use quiz::quiz_session::GUESSES;

/// Byte for no guess.
const NO_GUESS: u8 = 255;

/// Encodes a guess as a byte.
pub(super) fn guess_byte(guess: Option<u8>) -> u8 {
    guess.filter(|guess| GUESSES.contains(guess)).unwrap_or(NO_GUESS)
}

/// Decodes the byte of a guess.
///
/// # Errors
/// [`LinkError::Impossible`] if the guess is out of range.
pub(super) fn guess_of(byte: u8) -> Result<Option<u8>, LinkError> {
    match byte {
        NO_GUESS => Ok(None),
        guess if GUESSES.contains(&guess) => Ok(Some(guess)),
        _ => Err(LinkError::Impossible),
    }
}
