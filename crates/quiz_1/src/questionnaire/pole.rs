//! Side of an item: one of its two poles.

use serde::{Deserialize, Serialize};

/// An item and one of its poles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Side {
    /// Index of the item in its set.
    pub question: u8,
    /// Whether it is the upper pole.
    pub upper: bool,
}
