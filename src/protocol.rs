//! Messages between the page and its workers.
//!
//! Two enums (and two more between the landing and its worker), small messages in postcard; long rows of numbers travel
//! beside them as transferred `Float32Array`s, named in each variant. The page asks, the worker answers each question
//! with one reply; not asking is how the page pauses. Bytes that do not decode mean that page and worker are of different builds.

mod bytes;
mod lab;
mod landing;
mod request;
mod visit;

use serde::{Deserialize, Serialize};

use quiz::explanation::Explanation;
use quiz::questionnaire::Answers;
use quiz::scoring::Score;

pub use bytes::{OtherVersion, VERSION, decode, encode};
pub use lab::{LabFrame, LabMeasures, LabPerson, LabPlane, LabRequest, LabSaid, LabStand, LabWho, LabYou};
pub use landing::{LandingReply, LandingRequest, PLANE_REACH, PlaneFrame};
pub use request::{Message, Request, RunId};
pub use visit::{ScoreDetails, Somebody, YearFrame};

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Get the crowd of the current question set ready, so that a later `Score` is quick. Answer: `Prepared`.
    Prepare,
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
    /// Explain two people who answered the same question set to listeners who know the other one. Answer: `Compared`.
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
    /// Do a slice of making it (answer: `YearOpening`, or `Year` on day 0 when it is complete), and then let days pass in it,
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
        ask: LabRequest,
    },
    /// Forget a world and give its memory back. Answer: `Closed`.
    Close {
        /// The world.
        run: RunId,
    },
}

impl Request for ToWorker {
    type Reply = FromWorker;

    fn run(&self) -> Option<RunId> {
        match *self {
            ToWorker::Prepare => None,
            ToWorker::Score { run, .. }
            | ToWorker::Another { run, .. }
            | ToWorker::Compare { run, .. }
            | ToWorker::OpenYear { run, .. }
            | ToWorker::AdvanceYear { run, .. }
            | ToWorker::Lab { run, .. }
            | ToWorker::Close { run } => Some(run),
        }
    }

    fn close(run: RunId) -> ToWorker {
        ToWorker::Close { run }
    }
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// Sent once, unasked, when the worker listens.
    Ready,
    /// The quiz's population is ready.
    Prepared {
        /// Simulated people who predict.
        people: u32,
    },
    /// What the answers say. Arrays: the crowd that predicts on the essay's plane (left–right and anti–pro AI, in turn);
    /// and for each of them how many parts of the sentence they match before one that they do not.
    Scored {
        /// The question.
        run: RunId,
        /// The score, boxed because it is much the largest word here.
        score: Box<Score>,
        /// The sentence.
        details: Box<ScoreDetails>,
    },
    /// Somebody else.
    Another {
        /// The question.
        run: RunId,
        /// Who, in how many words.
        somebody: Box<Somebody>,
    },
    /// Two people, explained to who knows the population, and to who knows the other person, too.
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
    /// place among [`YearFrame::kinds`], and on the first day after a survey among its clusters (−1: none).
    Year {
        /// The world.
        run: RunId,
        /// The present frame.
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
    /// measured again, everybody's cluster (−1: none).
    Lab {
        /// The world.
        run: RunId,
        /// The present frame.
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

impl Message for FromWorker {
    fn ready() -> FromWorker {
        FromWorker::Ready
    }

    fn is_ready(&self) -> bool {
        *self == FromWorker::Ready
    }

    fn refused(run: Option<RunId>, sentence: String) -> FromWorker {
        FromWorker::Refused { run, sentence }
    }
}

/// Days in the year on the feed.
pub const YEAR: u16 = 365;

/// Most days of one advance: keeps an answer well under a second.
pub const MAX_DAYS: u16 = 30;

/// A message and the arrays that travel beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply<M = FromWorker> {
    /// The message.
    pub message: M,
    /// Rows of numbers, in the order the message's variant names.
    pub arrays: Vec<Vec<f32>>,
}

impl<M: Message> From<M> for Reply<M> {
    fn from(message: M) -> Reply<M> {
        Reply { message, arrays: Vec::new() }
    }
}
