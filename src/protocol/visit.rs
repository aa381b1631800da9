//! Contents of the replies about a visitor's score and year.

use serde::{Deserialize, Serialize};

use quiz::explanation::{Explanation, Neighbour};
use scenario::{ClusterSummary, YearReport};

/// The sentence that explains a visitor, and how much to make of its length.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoreDetails {
    /// The sentence.
    pub explanation: Explanation,
    /// Seconds, one standard deviation of answering the same questions again below and above.
    pub seconds: [f64; 2],
    /// Seconds of the median simulated person who answered the same questions.
    pub median_seconds: f64,
    /// The person of the crowd who answers most alike.
    pub neighbour: Neighbour,
    /// Where plausible selves of the visitor stand on the essay's plane: left–right, and anti–pro AI.
    pub spots: Vec<[f32; 2]>,
}

/// A simulated person who took the quiz, as a visitor may meet them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Somebody {
    /// Their number in the crowd.
    pub number: u32,
    /// Their sentence.
    pub explanation: Explanation,
    /// Their surprisal by likeness, bits.
    pub surprisal: f64,
}

/// The visitor's world on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearFrame {
    /// People in the crowd.
    pub people: u32,
    /// Belief dimensions of the world.
    pub dims: u32,
    /// The visitor and the crowd.
    pub report: YearReport,
    /// The population's prototypes, sent on day 0 only: everybody by the name that fits them best.
    pub kinds: Vec<ClusterSummary>,
}
