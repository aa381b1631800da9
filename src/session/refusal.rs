//! Refusals that the sessions share.

use crate::protocol::MAX_DAYS;

/// A sentence for the visitor.
pub(super) type Refusal = String;

/// That a world is closed.
pub(super) fn gone() -> Refusal {
    "that world is not open any more. play starts it afresh".to_owned()
}

/// The number of days, if so many may pass at a time.
pub(super) fn checked(days: u16) -> Result<u16, Refusal> {
    if (1..=MAX_DAYS).contains(&days) {
        Ok(days)
    } else {
        Err(format!("days pass one to {MAX_DAYS} at a time, not {days}"))
    }
}
