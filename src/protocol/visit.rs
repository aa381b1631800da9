//! What is told of a visitor, and of their year?

use serde::{Deserialize, Serialize};

use crate::explanation::{Explanation, Neighbour};
use crate::future::{Life, Survey, TribeSeen};

/// The sentence that explains a visitor, and how much to make of its length.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The sentence.
    pub explanation: Explanation,
    /// Seconds, one standard deviation of answering the same questions again below and above.
    pub seconds: [f64; 2],
    /// The person of the crowd who answers most alike.
    pub neighbour: Neighbour,
    /// Where the visitor stands on the essay's plane: left–right, and anti–pro AI.
    pub spot: [f32; 2],
}

/// A simulated person who took the quiz, as a visitor may meet them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Somebody {
    /// Their number in the crowd.
    pub number: u32,
    /// Their sentence.
    pub explanation: Explanation,
    /// Their identity bits.
    pub identity_bits: f64,
}

/// The visitor's world on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearFrame {
    /// Days since today.
    pub day: u16,
    /// People in the crowd.
    pub people: u32,
    /// Belief dimensions of the world.
    pub dims: u32,
    /// The visitor under every lever, in the order of [`crate::future::Lever::ALL`].
    pub lives: Vec<Life>,
    /// The crowd when it was last surveyed.
    pub survey: Survey,
    /// The kinds that the crowd comes in, told on day 0 only: everybody by the name that fits them best.
    pub kinds: Vec<TribeSeen>,
}
