//! Encoding of messages as bytes, with a version.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Version of the messages. A setting more changes their shape, because they hold all of them; any other change of shape
/// raises `SHAPE`.
pub const VERSION: u8 = SHAPE + settings::COUNT as u8;

/// Number of changes of shape, apart from settings.
const SHAPE: u8 = 7;

/// Bytes that are not a message of this version.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("this page and its engine are of different versions; reload to bring them together")]
pub struct OtherVersion;

/// A message as bytes, the version first.
///
/// # Panics
///
/// When the message holds a sequence of unknown length or a map, which none of the protocol does.
pub fn encode<M: Serialize>(message: &M) -> Vec<u8> {
    postcard::to_extend(message, vec![VERSION])
        .expect("messages have a length, and a vector takes any number of bytes")
}

/// The message in `bytes`, which may have been written by anybody.
///
/// # Errors
///
/// [`OtherVersion`] if the bytes are not a message of this version.
pub fn decode<M: for<'a> Deserialize<'a>>(bytes: &[u8]) -> Result<M, OtherVersion> {
    match bytes.split_first() {
        Some((&VERSION, rest)) => match postcard::take_from_bytes(rest) {
            Ok((message, [])) => Ok(message),
            _ => Err(OtherVersion),
        },
        _ => Err(OtherVersion),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{LandingRequest, RunId, ToWorker};
    use quiz::questionnaire::{Answers, CURRENT, Response};

    #[test]
    fn messages_survive_the_journey() {
        let mut answers = Answers::none(CURRENT);
        answers.put(3, Response::ALL[4]);
        for message in [ToWorker::Prepare, ToWorker::Score { run: RunId(7), answers }] {
            assert_eq!(decode::<ToWorker>(&encode(&message)), Ok(message));
        }
        let place = LandingRequest::Place { run: RunId(1), point: [0.5, -2.0] };
        assert_eq!(decode::<LandingRequest>(&encode(&place)), Ok(place));
    }

    #[test]
    fn foreign_bytes_are_another_version() {
        let mut long = encode(&ToWorker::Prepare);
        long.push(0);
        for bytes in [&[][..], &[VERSION], &[VERSION + 1, 0], &[VERSION, 250, 1, 2, 3], &long] {
            assert_eq!(decode::<ToWorker>(bytes), Err(OtherVersion), "{bytes:?}");
        }
        // A code beyond that of a pass in an answer.
        let mut answers = Answers::none(CURRENT);
        answers.put(0, Response::ALL[4]);
        let mut bytes = encode(&ToWorker::Score { run: RunId(0), answers });
        let step = bytes.iter().rposition(|&b| b == 4).expect("the only step is in there");
        bytes[step] = 6;
        assert_eq!(decode::<ToWorker>(&bytes), Err(OtherVersion));
    }
}
