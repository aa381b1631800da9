//! Contents of the replies about a visitor's score and year.

use serde::{Deserialize, Serialize};

use quiz::explanation::{Explanation, Neighbour};
use scenario::{ClusterSummary, ClusterSurvey, LeverOutcome};

/// The sentence that explains a visitor, and how much to make of its length.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoreDetails {
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
    /// The visitor under every lever, in the order of [`scenario::Lever::ALL`].
    pub outcomes: Vec<LeverOutcome>,
    /// The crowd when it was last surveyed.
    pub survey: ClusterSurvey,
    /// The population's prototypes, sent on day 0 only: everybody by the name that fits them best.
    pub kinds: Vec<ClusterSummary>,
}
