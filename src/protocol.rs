//! What do page and worker say to each other?
//!
//! Two enums, small messages in postcard; long rows of numbers travel beside them as transferred
//! `Float32Array`s, named in each variant. The page asks, the worker answers each question with one reply; not
//! asking is how the page pauses. Bytes that do not decode mean that page and worker are of different builds.

mod bytes;
mod lab;
mod visit;

use serde::{Deserialize, Serialize};

use crate::explanation::Explanation;
use crate::items::Answers;
use crate::perplexity::Reading;

pub use bytes::{OtherVersion, decode, encode};
pub use lab::{LabAsk, LabFrame, LabMeasures, LabPerson, LabPlane, LabSaid, LabStand, LabWho, LabYou};
pub use visit::{Somebody, Told, YearFrame};

/// Raised whenever a message changes its shape.
pub const VERSION: u8 = 5;

/// One stretch of work, so that answers to an abandoned one can be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Get the quiz's crowd ready, so that a later `Score` is quick. Answer: `Prepared`.
    Prepare,
    /// Open the two-axis world of the landing page on day 0. Answer: `Plane`.
    OpenPlane {
        /// Names the world.
        run: RunId,
        /// Which crowd, which luck.
        seed: u64,
    },
    /// Let days pass in it. Answer: `Plane`.
    AdvancePlane {
        /// The world.
        run: RunId,
        /// How many days, at most [`MAX_DAYS`].
        days: u16,
    },
    /// Put "you" at a spot of it. Answer: `Plane`.
    PlaceYou {
        /// The world.
        run: RunId,
        /// Left–right and anti–pro AI, each in standard deviations of day 0, at most [`PLANE_REACH`] out.
        spot: [f32; 2],
    },
    /// Read a visitor's answers. Answer: `Scored`.
    Score {
        /// Names the question.
        run: RunId,
        /// What they answered.
        answers: Answers,
    },
    /// Explain somebody else: a simulated person who has taken the quiz. Answer: `Another`.
    Another {
        /// Names the question.
        run: RunId,
        /// Whom: any number will do; 2 000 in a row are 2 000 different people.
        nth: u32,
    },
    /// Explain two people to listeners who know the other one. Answer: `Compared`.
    Compare {
        /// Names the question.
        run: RunId,
        /// What the two answered.
        answers: [Answers; 2],
    },
    /// Begin a large world with a visitor in it. Answer: `YearOpening`.
    OpenYear {
        /// Names the world.
        run: RunId,
        /// What they answered.
        answers: Answers,
    },
    /// Do a slice of making it (answer: `YearOpening`, or `Year` on day 0 when it stands), and then let days pass in it,
    /// up to day [`YEAR`]. Answer: `Year`.
    AdvanceYear {
        /// The world.
        run: RunId,
        /// How many days, at most [`MAX_DAYS`].
        days: u16,
    },
    /// Something about a world of the lab.
    Lab {
        /// Names the world.
        run: RunId,
        /// What.
        ask: LabAsk,
    },
    /// Forget a world and give its memory back. Answer: `Closed`.
    Close {
        /// The world.
        run: RunId,
    },
}

impl ToWorker {
    /// The stretch of work it belongs to, if it belongs to one.
    pub fn run(&self) -> Option<RunId> {
        match *self {
            ToWorker::Prepare => None,
            ToWorker::OpenPlane { run, .. }
            | ToWorker::AdvancePlane { run, .. }
            | ToWorker::PlaceYou { run, .. }
            | ToWorker::Score { run, .. }
            | ToWorker::Another { run, .. }
            | ToWorker::Compare { run, .. }
            | ToWorker::OpenYear { run, .. }
            | ToWorker::AdvanceYear { run, .. }
            | ToWorker::Lab { run, .. }
            | ToWorker::Close { run } => Some(run),
        }
    }
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// Sent once, unasked, when the worker listens.
    Ready,
    /// The quiz's crowd stands.
    Prepared {
        /// Simulated people who predict.
        people: u32,
    },
    /// The landing's world. Arrays: the crowd's points (x, y, x, y …); then, on frames where it was drawn anew,
    /// the potential (see [`PlaneFrame::potential_side`]).
    Plane {
        /// The world.
        run: RunId,
        /// How it stands.
        frame: PlaneFrame,
    },
    /// What the answers say. Arrays: the crowd that predicts on the essay's plane (left–right and anti–pro AI, in turn);
    /// and for each of them how many parts of the sentence they match before one that they do not.
    Scored {
        /// The question.
        run: RunId,
        /// The reading, boxed because it is much the largest word here.
        reading: Box<Reading>,
        /// The sentence.
        told: Box<Told>,
    },
    /// Somebody else.
    Another {
        /// The question.
        run: RunId,
        /// Who, in how many words.
        somebody: Box<Somebody>,
    },
    /// Two people, told to a listener who knows the crowd, and to one who knows the other person, too.
    Compared {
        /// The question.
        run: RunId,
        /// From nothing: the first, the second.
        alone: Box<[Explanation; 2]>,
        /// The first to who knows the second, and the other way about.
        by_other: Box<[Explanation; 2]>,
    },
    /// The large world is being made; `AdvanceYear` goes on with it.
    YearOpening {
        /// The world.
        run: RunId,
        /// Share of the way, 0 to 1.
        share: f32,
    },
    /// The large world. Arrays: the crowd's points on the map (x, y, x, y …); then each person's group, on day 0 by its
    /// place among [`YearFrame::kinds`], and on days of a survey among its tribes (−1: none).
    Year {
        /// The world.
        run: RunId,
        /// How it stands.
        frame: YearFrame,
    },
    /// A world of the lab is being made.
    LabOpening {
        /// The world.
        run: RunId,
        /// Share of the way, 0 to 1.
        share: f32,
    },
    /// A world of the lab. Arrays: everybody's place on the plane looked at (x, y, x, y …); then, on frames where it was
    /// measured anew, everybody's tribe (−1: none).
    Lab {
        /// The world.
        run: RunId,
        /// How it stands.
        frame: LabFrame,
    },
    /// Somebody of it.
    LabPerson {
        /// The world.
        run: RunId,
        /// Who.
        person: LabPerson,
    },
    /// A stretch of its people as a table, comma-separated.
    LabTable {
        /// The world.
        run: RunId,
        /// Lines of the table; the first stretch begins with the heading.
        text: String,
        /// Who comes next, if anybody does.
        next: Option<u32>,
    },
    /// The world is gone.
    Closed {
        /// The world.
        run: RunId,
    },
    /// It cannot be done; here is why, for the visitor to read.
    Refused {
        /// What it belonged to, if it got that far.
        run: Option<RunId>,
        /// A sentence.
        sentence: String,
    },
}

/// Days in the year on the feed.
pub const YEAR: u16 = 365;

/// Most days of one advance: keeps an answer well under a second.
pub const MAX_DAYS: u16 = 30;

/// Both axes of the landing's plane run from minus this to this, in standard deviations of day 0.
pub const PLANE_REACH: f32 = 3.5;

/// The landing's world on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaneFrame {
    /// Days since it was opened.
    pub day: u32,
    /// Where "you" are.
    pub you: [f32; 2],
    /// Tribes of at least one person in a hundred.
    pub tribes: u16,
    /// People in no such tribe.
    pub loners: u32,
    /// Whether you are in one.
    pub you_in_tribe: bool,
    /// Nobody moves by more than the jitter of what they happened to read: no need to go on asking.
    pub settled: bool,
    /// Nought, or the side n of the potential that comes with this frame: n × n values of −log2 of the crowd's
    /// smoothed density (bits), over the whole plane, row by row from the bottom left.
    pub potential_side: u16,
}

/// A message and the arrays that travel beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The message.
    pub message: FromWorker,
    /// Rows of numbers, in the order the message's variant names.
    pub arrays: Vec<Vec<f32>>,
}

impl From<FromWorker> for Reply {
    fn from(message: FromWorker) -> Reply {
        Reply { message, arrays: Vec::new() }
    }
}
