//! Messages about worlds of the lab.

use serde::{Deserialize, Serialize};

use drift::{AgentId, Params, Traits};
use quiz::cluster_names::ClusterName;
use quiz::explanation::Explanation;
use quiz::questionnaire::Answers;
use settings::Setting;

/// Requests about a world of the lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LabRequest {
    /// Create it. Reply: `LabOpening`, or `Lab` when it is complete at once.
    Open {
        /// Everything that decides its course.
        setting: Box<Setting>,
        /// The plane that frames show.
        plane: LabPlane,
        /// The visitor's observer.
        you: Box<LabYou>,
    },
    /// Do a slice of creating or advancing it. Reply: `LabOpening` or `Lab`.
    Advance {
        /// Maximum number of days; a slice may hold fewer, or a part of one.
        days: u16,
    },
    /// Show another plane. Reply: `Lab`, or `LabOpening` while it is being created.
    RotatePlane {
        /// The plane that frames show.
        plane: LabPlane,
    },
    /// Change its parameters from the next day on. Reply: `Lab`, or `LabOpening` while it is being created.
    SetParams {
        /// The parameters.
        params: Box<Params>,
    },
    /// Replace the visitor's observer, or its traits. Reply: `Lab`, or `LabOpening`.
    SetObserver {
        /// The visitor's observer.
        you: Box<LabYou>,
    },
    /// Put the observer at a point of the plane; its other beliefs stay. Reply: `Lab`, or `LabOpening`.
    Place {
        /// In the plane's own units.
        spot: [f32; 2],
    },
    /// Describe one agent. Reply: `LabPerson`.
    Inspect {
        /// Which; `None`: the observer.
        person: Option<AgentId>,
        /// Whether the reply may wait for the reference population, which takes a moment to create, once. Without it, the
        /// first agents inspected may have no sentence.
        said: bool,
    },
    /// Write the beliefs of all agents as a table, from this one on. Reply: `LabTable`.
    Table {
        /// The first agent of the stretch.
        from: u32,
    },
}

/// Who you are in a world of the lab: one more reader, whose posts nobody sees.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LabYou {
    /// Who.
    pub who: LabWho,
    /// How you differ from the rules.
    pub traits: Traits,
}

/// Whose beliefs you begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum LabWho {
    /// As you are, if you are there already; else an outsider.
    #[default]
    Same,
    /// The outermost of two hundred people who could have been in the crowd.
    Outsider,
    /// Somebody who answered like this; in worlds that know no such beliefs, an outsider.
    Answers(Answers),
    /// Somebody with these first two beliefs, and zero on all others.
    At([f32; 2]),
}

/// Which plane of a world is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabPlane {
    /// The first two coordinates of the recommender: principal components, or the first two beliefs.
    #[default]
    Components,
    /// Any two beliefs.
    Beliefs(u16, u16),
}

/// A world of the lab on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LabFrame {
    /// Days since it was opened.
    pub day: u32,
    /// People who have already lived through the day that is going on.
    pub moved: u32,
    /// People in the crowd.
    pub people: u32,
    /// Belief dimensions.
    pub dims: u32,
    /// Share of all squared distances that the plane keeps.
    pub kept: f32,
    /// The middle of the plane and half the side of the square that holds the crowd of day 0: x, y, reach.
    pub view: [f32; 3],
    /// Where you are on the plane.
    pub you: [f32; 2],
    /// Cluster of "you", as an index into [`LabMeasures::clusters`].
    pub your_cluster: Option<u16>,
    /// Your surprisal, bits.
    pub your_bits: f32,
    /// What was last measured.
    pub measures: LabMeasures,
    /// Checksum of the beliefs on day [`LabFrame::GOLDEN_DAY`], from that day on.
    pub golden: Option<u32>,
}

impl LabFrame {
    /// The day on which worlds are compared to the last bit.
    pub const GOLDEN_DAY: u32 = 30;
}

/// Measures of a world of the lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LabMeasures {
    /// The day on which it was measured.
    pub day: u32,
    /// Number of members of each cluster, largest first.
    pub clusters: Vec<u32>,
    /// The marker of each cluster on the map: a cluster keeps it from one measurement to the next.
    pub signs: Vec<u16>,
    /// The name of each cluster, in worlds whose beliefs have names.
    pub names: Vec<ClusterName>,
    /// Effective number of clusters.
    pub effective_clusters: f64,
    /// Similarity-sensitive diversity.
    pub diversity: f64,
    /// Effective number of dimensions.
    pub dimensions: f64,
    /// Variance of the distance between two people.
    pub polarisation: f64,
    /// Mean surprisal, bits.
    pub bits: f64,
    /// How far people are from their first beliefs, against the size of the crowd on day 0 (root mean squares).
    pub away: f64,
    /// Of the outermost people of day 0, three in a hundred: how many are in a cluster, and how many there are.
    pub outsiders: [u32; 2],
    /// Nobody has moved by more than the jitter of what they happened to read: no need to go on.
    pub settled: bool,
}

/// Somebody in a world of the lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LabPerson {
    /// Who; `None`: you.
    pub person: Option<AgentId>,
    /// Where they are on the plane looked at.
    pub spot: [f32; 2],
    /// Their cluster when it was last measured, as an index into [`LabMeasures::clusters`].
    pub cluster: Option<u16>,
    /// Their surprisal, bits; infinite when nobody is in reach.
    pub bits: f32,
    /// How far they are from their first beliefs, against the size of the crowd on day 0.
    pub away: f32,
    /// Them in words; nothing as long as nobody listens.
    pub said: Option<LabSaid>,
    /// Whom they have chosen to learn from.
    pub mentors: Vec<u32>,
}

/// Somebody in a world of the lab, in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LabSaid {
    /// Where beliefs have names: what they believe today, to who knows the quiz's crowd.
    Sentence(Box<Explanation>),
    /// Where they have none: how they stand on the beliefs on which they stand out most.
    Stands(Vec<LabStand>),
}

/// Where somebody stands on one belief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabStand {
    /// Its index.
    pub belief: u16,
    /// How many of a hundred others stand below, today.
    pub below: u8,
}
