//! Prototypes: well-known directions in factor space, each defined by a few items.
//!
//! Prototypes name clusters after the fact; no simulation uses them.

use perplexity::item_bank::{FACTORS, ITEMS, item};
use serde::{Deserialize, Serialize};

/// A well-known direction in factor space. The words for it are the page's ([`super::label`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Prototype {
    /// Nothing in particular: near the center of everything.
    Middle,
    /// Build it, and see what happens.
    TechOptimists,
    /// People before machines.
    HumansFirst,
    /// God, home, tradition.
    Faithful,
    /// One life, in the visible world.
    Freethinkers,
    /// To each their own.
    LiveAndLetLive,
    /// Rules, borders, consequences.
    LawAndOrder,
    /// Even out, look after.
    FairShares,
    /// Earn it, keep it.
    SelfReliant,
    /// Company, trust, contentment.
    GoodNeighbours,
    /// Nobody fools them.
    Streetwise,
    /// Institutions mostly work.
    SteadyHands,
    /// Institutions mostly fail.
    Doubters,
    /// They follow, read, take part.
    TownMeeting,
    /// They let politics be.
    QuietLife,
    /// At home on the net.
    AlwaysOnline,
    /// At home off the net.
    Offline,
    /// Newcomers, other ways, the wider world.
    OpenDoors,
    /// Family, country, customs.
    DeepRoots,
    /// This part of the internet: odd sources, new tools, no god.
    Tpot,
    /// The suburban wine-mom corner: kind causes, worried about screens.
    BookClub,
    /// Church, relatives, a gun in the cupboard.
    SmallTown,
}

/// Items that define a prototype: index into the bank, and weight of the upper pole (below zero: of the lower).
type Beliefs = &'static [(usize, f64)];

/// Defining items of all prototypes, in the order of [`Prototype::ALL`].
const BELIEFS: [Beliefs; Prototype::ALL.len()] = [
    &[],
    &[(item("gadgets"), 1.0), (item("surgeon"), 1.0), (item("techcost"), -1.0), (item("doors"), -1.0)],
    &[(item("driverless"), 1.0), (item("techcost"), 1.0), (item("gadgets"), -1.0), (item("aijobs"), 1.0)],
    &[(item("god"), -1.0), (item("worship"), -1.0), (item("wedding"), 1.0)],
    &[(item("god"), 1.0), (item("beyond"), 1.0), (item("afterlife"), -1.0)],
    &[(item("wedding"), -1.0), (item("pregnancy"), -1.0), (item("gender"), 1.0), (item("obey"), -1.0)],
    &[(item("death"), 1.0), (item("police"), -1.0), (item("army"), -1.0), (item("rules"), -1.0)],
    &[(item("gap"), -1.0), (item("hardtimes"), 1.0), (item("doctorbill"), -1.0)],
    &[(item("gap"), 1.0), (item("hardtimes"), -1.0), (item("support"), -1.0)],
    &[(item("guard"), 1.0), (item("happy"), 1.0), (item("friends"), -1.0), (item("boat"), 1.0)],
    &[(item("guard"), -1.0), (item("boat"), -1.0), (item("favours"), -1.0), (item("profits"), 1.0)],
    &[(item("banks"), -1.0), (item("companies"), 1.0), (item("generals"), 1.0), (item("officials"), 1.0)],
    &[(item("reporters"), 1.0), (item("teaching"), 1.0), (item("doctors"), -1.0), (item("democracy"), 1.0)],
    &[(item("watch"), -1.0), (item("say"), 1.0), (item("hunting"), 1.0), (item("elections"), -1.0)],
    &[(item("watch"), 1.0), (item("argue"), 1.0), (item("otherside"), 1.0), (item("elections"), 1.0)],
    &[(item("games"), 1.0), (item("streams"), -1.0), (item("software"), -1.0), (item("keepup"), 1.0)],
    &[(item("games"), -1.0), (item("streams"), 1.0), (item("keepup"), -1.0), (item("offline"), 1.0)],
    &[(item("borders"), 1.0), (item("customs"), -1.0), (item("work"), -1.0)],
    &[(item("roots"), -1.0), (item("customs"), 1.0), (item("bornhere"), 1.0)],
    &[(item("surgeon"), 1.0), (item("software"), -1.0), (item("otherside"), -1.0), (item("god"), 1.0)],
    &[
        (item("planet"), -1.0),
        (item("doctorbill"), -1.0),
        (item("gadgets"), -1.0),
        (item("games"), -1.0),
        (item("friends"), -1.0),
    ],
    &[(item("worship"), -1.0), (item("guns"), 1.0), (item("relatives"), -1.0), (item("neighbours"), -1.0)],
];

impl Prototype {
    /// All prototypes, the middle first.
    pub const ALL: [Prototype; 22] = [
        Prototype::Middle,
        Prototype::TechOptimists,
        Prototype::HumansFirst,
        Prototype::Faithful,
        Prototype::Freethinkers,
        Prototype::LiveAndLetLive,
        Prototype::LawAndOrder,
        Prototype::FairShares,
        Prototype::SelfReliant,
        Prototype::GoodNeighbours,
        Prototype::Streetwise,
        Prototype::SteadyHands,
        Prototype::Doubters,
        Prototype::TownMeeting,
        Prototype::QuietLife,
        Prototype::AlwaysOnline,
        Prototype::Offline,
        Prototype::OpenDoors,
        Prototype::DeepRoots,
        Prototype::Tpot,
        Prototype::BookClub,
        Prototype::SmallTown,
    ];

    /// Items that define the prototype, each with whether its upper pole does; none for the middle.
    pub fn beliefs(self) -> impl Iterator<Item = (usize, bool)> {
        BELIEFS[self as usize].iter().map(|&(item, weight)| (item, weight > 0.0))
    }

    /// Direction of the prototype in factor space, unit length; the zero vector for the middle.
    fn direction(self) -> [f64; FACTORS] {
        let mut sum = [0.0; FACTORS];
        for &(item, weight) in BELIEFS[self as usize] {
            sum.iter_mut().zip(ITEMS[item].loadings).for_each(|(s, l)| *s += weight * l);
        }
        let length = f64::sqrt(sum.iter().map(|s| s * s).sum());
        if length > 0.0 { sum.map(|s| s / length) } else { sum }
    }
}

/// Directions of all prototypes in factor space.
#[derive(Clone, Debug)]
pub struct PrototypeDirections {
    pub(super) directions: [[f64; FACTORS]; Prototype::ALL.len()],
}

impl Default for PrototypeDirections {
    fn default() -> Self {
        PrototypeDirections { directions: Prototype::ALL.map(Prototype::direction) }
    }
}

impl PrototypeDirections {
    /// Reach of the middle at the origin, and its fall with the squared norm of the factor scores; set so that one
    /// respondent in six is nearest to the middle.
    const MIDDLE: [f64; 2] = [2.4, 0.25];

    /// Inverse temperature of the softmax in [`PrototypeDirections::belonging`], per standard deviation of a factor.
    const SHARPNESS: f64 = 1.0;

    /// Projection of factor scores on each prototype's direction; for the middle, a score that falls with their norm.
    pub fn reach(&self, factors: &[f64; FACTORS]) -> [f64; Prototype::ALL.len()] {
        let mut reach = self.directions.map(|d| d.iter().zip(factors).map(|(d, f)| d * f).sum());
        let [center, fall] = Self::MIDDLE;
        reach[0] = center - fall * factors.iter().map(|f| f * f).sum::<f64>();
        reach
    }

    /// Probability of each prototype given factor scores, the softmax of [`PrototypeDirections::reach`]; adds up to 1.
    pub fn belonging(&self, factors: &[f64; FACTORS]) -> [f64; Prototype::ALL.len()] {
        let weights = self.reach(factors).map(|reach| libm::exp(Self::SHARPNESS * reach));
        let sum: f64 = weights.iter().sum();
        weights.map(|w| w / sum)
    }

    /// Prototype of the largest reach.
    pub fn nearest(&self, factors: &[f64; FACTORS]) -> Prototype {
        let reach = self.reach(factors);
        let best = (0..reach.len()).fold(0, |best, at| if reach[at] > reach[best] { at } else { best });
        Prototype::ALL[best]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use perplexity::respondent::SimulatedRespondent;

    #[test]
    fn one_respondent_in_six_is_nearest_to_the_middle_and_every_prototype_has_members() {
        let directions = PrototypeDirections::default();
        let mut members = [0u32; Prototype::ALL.len()];
        for n in 0..6_000 {
            members[directions.nearest(SimulatedRespondent::nth(3, n).factors()) as usize] += 1;
        }
        println!("{members:?}");
        assert!((850..1_150).contains(&members[0]), "{members:?}");
        assert!(members.iter().all(|&count| count > 60), "{members:?}");
    }

    #[test]
    fn every_defining_belief_points_the_way_of_its_prototype() {
        for prototype in Prototype::ALL {
            for (item, upper) in prototype.beliefs() {
                let sign = if upper { 1.0 } else { -1.0 };
                let along: f64 =
                    ITEMS[item].loadings.iter().zip(prototype.direction()).map(|(l, d)| l * d).sum();
                assert!(sign * along > 0.1, "{prototype:?} {item}");
            }
        }
    }

    #[test]
    fn no_two_prototypes_are_nearly_one() {
        for (at, a) in Prototype::ALL.into_iter().enumerate().skip(1) {
            for b in Prototype::ALL.into_iter().skip(at + 1) {
                let cosine: f64 = a.direction().iter().zip(b.direction()).map(|(x, y)| x * y).sum();
                assert!(cosine < 0.85, "{a:?} {b:?}: {cosine}");
            }
        }
    }
}
