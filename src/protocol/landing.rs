//! Messages between the landing and its worker, a pair of their own: the page's first module need not decode any other.

use serde::{Deserialize, Serialize};

use super::request::{Message, Request, RunId};

/// Both axes of the landing's plane run from minus this to this, in standard deviations of day 0.
pub const PLANE_REACH: f32 = 3.5;

/// Requests of the landing to its worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LandingRequest {
    /// Open the two-axis world on day 0. Reply: `Plane`.
    Open {
        /// Names the world.
        run: RunId,
        /// Seed of the population and of all its randomness.
        seed: u64,
    },
    /// Advance it. Reply: `Plane`.
    Advance {
        /// The world.
        run: RunId,
        /// Number of days, at most [`MAX_DAYS`](crate::protocol::MAX_DAYS).
        days: u16,
    },
    /// Put "you" at a point of it. Reply: `Plane`.
    Place {
        /// The world.
        run: RunId,
        /// Left–right and anti–pro AI, each in standard deviations of day 0, at most [`PLANE_REACH`] from 0.
        point: [f32; 2],
    },
    /// Drop it. Reply: `Closed`.
    Close {
        /// The world.
        run: RunId,
    },
}

impl Request for LandingRequest {
    type Reply = LandingReply;

    fn run(&self) -> Option<RunId> {
        match *self {
            LandingRequest::Open { run, .. }
            | LandingRequest::Advance { run, .. }
            | LandingRequest::Place { run, .. }
            | LandingRequest::Close { run } => Some(run),
        }
    }

    fn close(run: RunId) -> LandingRequest {
        LandingRequest::Close { run }
    }
}

/// Replies of the landing's worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LandingReply {
    /// Sent once, unasked, when the worker listens.
    Ready,
    /// The world. Arrays: the population's points (x, y, x, y …); then, on frames with a new potential, its values (see
    /// [`PlaneFrame::potential_side`]).
    Plane {
        /// The world.
        run: RunId,
        /// Its state.
        frame: PlaneFrame,
    },
    /// The world is dropped.
    Closed {
        /// The world.
        run: RunId,
    },
    /// The request cannot be fulfilled.
    Refused {
        /// The world, if the request named one.
        run: Option<RunId>,
        /// The reason, for the visitor to read.
        sentence: String,
    },
}

impl Message for LandingReply {
    fn ready() -> LandingReply {
        LandingReply::Ready
    }

    fn is_ready(&self) -> bool {
        *self == LandingReply::Ready
    }

    fn refused(run: Option<RunId>, sentence: String) -> LandingReply {
        LandingReply::Refused { run, sentence }
    }
}

/// The landing's world on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaneFrame {
    /// Days since it was opened.
    pub day: u32,
    /// Position of "you".
    pub you: [f32; 2],
    /// Number of clusters with at least one person in a hundred.
    pub clusters: u16,
    /// Number of people in no such cluster.
    pub unclustered: u32,
    /// Whether "you" are in one.
    pub you_in_cluster: bool,
    /// Whether nobody moves by more than sampling noise: further days change nothing that can be seen.
    pub settled: bool,
    /// Zero, or the side n of the potential that comes with this frame: n × n values of −log2 of the population's
    /// smoothed density (bits), over the whole plane, row by row from the bottom left.
    pub potential_side: u16,
}
