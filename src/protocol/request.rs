//! What requests and replies of every kind of worker have in common.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// One stretch of work, so that answers to an abandoned one can be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// Requests to one kind of worker.
pub trait Request: Serialize + DeserializeOwned {
    /// The messages that reply to them.
    type Reply: Message;

    /// The stretch of work it belongs to, if it belongs to one.
    fn run(&self) -> Option<RunId>;

    /// The request to forget a stretch of work.
    fn close(run: RunId) -> Self;
}

/// Messages of one kind of worker. Two of them every worker needs.
pub trait Message: Serialize + DeserializeOwned {
    /// Sent once, unasked, when the worker listens.
    fn ready() -> Self;

    /// Whether it is that one.
    fn is_ready(&self) -> bool;

    /// The reply to a request that cannot be fulfilled, with a sentence for the visitor to read.
    fn refused(run: Option<RunId>, sentence: String) -> Self;
}
