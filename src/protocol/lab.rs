//! What is said about a world of the lab?

use serde::{Deserialize, Serialize};

use crate::drift::{Params, PersonId, Traits};
use crate::explanation::Explanation;
use crate::items::Answers;
use crate::tribes::Name;
use crate::worlds::Setting;

/// What the page asks about a world of the lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LabAsk {
    /// Begin it. Answer: `LabOpening`, or `Lab` when it stands at once.
    Open {
        /// All that decides how it goes.
        setting: Box<Setting>,
        /// What to look at.
        plane: LabPlane,
        /// Who reads along.
        you: Box<LabYou>,
    },
    /// Do a slice of making it or of living in it. Answer: `LabOpening` or `Lab`.
    Advance {
        /// How many days at most; a slice may hold fewer, or a part of one.
        days: u16,
    },
    /// Look at it from another side. Answer: `Lab`, or `LabOpening` while it is being made.
    Turn {
        /// What to look at.
        plane: LabPlane,
    },
    /// Give it other rules from the next day on. Answer: `Lab`, or `LabOpening` while it is being made.
    Rule {
        /// The rules.
        params: Box<Params>,
    },
    /// Let you be somebody else, or differ from the rules in another way. Answer: `Lab`, or `LabOpening`.
    Become {
        /// Who.
        you: Box<LabYou>,
    },
    /// Put you at a spot of the plane looked at; your other beliefs stay. Answer: `Lab`, or `LabOpening`.
    Place {
        /// In the plane's own units.
        spot: [f32; 2],
    },
    /// Look closely at somebody. Answer: `LabPerson`.
    Meet {
        /// Who; `None`: you.
        person: Option<PersonId>,
        /// Whether the answer may wait for the crowd that sentences are said to, which takes a moment to come together,
        /// once. Without it, who is met first may stay without a sentence.
        said: bool,
    },
    /// Write down what everybody believes today, from this person on. Answer: `LabTable`.
    Table {
        /// The first person of the stretch.
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
    /// Somebody with these first two beliefs, and nought on all others.
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
    /// Your tribe, by its place in [`LabMeasures::tribes`].
    pub your_tribe: Option<u16>,
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
    /// Members of each tribe, largest first.
    pub tribes: Vec<u32>,
    /// The sign of each tribe on the map: a tribe keeps it from one measurement to the next.
    pub signs: Vec<u16>,
    /// What each tribe is called, in worlds whose beliefs have names.
    pub names: Vec<Name>,
    /// Effective number of tribes.
    pub effective_tribes: f64,
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
    /// Of the outermost people of day 0, three in a hundred: how many are in a tribe, and how many there are.
    pub outsiders: [u32; 2],
    /// Nobody has moved by more than the jitter of what they happened to read: no need to go on.
    pub settled: bool,
}

/// Somebody in a world of the lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LabPerson {
    /// Who; `None`: you.
    pub person: Option<PersonId>,
    /// Where they are on the plane looked at.
    pub spot: [f32; 2],
    /// Their tribe when it was last measured, by its place in [`LabMeasures::tribes`].
    pub tribe: Option<u16>,
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
    /// Which, from nought.
    pub belief: u16,
    /// How many of a hundred others stand below, today.
    pub below: u8,
}
