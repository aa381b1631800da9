//! Prototypes: well-known directions in factor space, each defined by a few items.
//!
//! Prototypes name clusters after the fact; no simulation uses them.

use serde::{Deserialize, Serialize};

use crate::questionnaire::{BANK, FACTORS, bank, bank_models};

/// A well-known direction in factor space. The words for it are the page's ([`crate::explanation::label`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Prototype {
    /// Nothing in particular: near the centre of everything.
    Middle,
    /// Build it, and see what happens.
    TechOptimists,
    /// People before machines.
    HumansFirst,
    /// God, home, tradition.
    Faithful,
    /// No god, no given purpose.
    Freethinkers,
    /// To each their own.
    LiveAndLetLive,
    /// Rules, borders, consequences.
    LawAndOrder,
    /// Even out, look after.
    FairShares,
    /// Trust, concerts, contentment.
    GoodNeighbours,
    /// Nobody fools them.
    Streetwise,
    /// The stars are kind and children will have it better.
    Stargazers,
    /// Say it, and show the evidence.
    FreeInquiry,
    /// This part of the internet: minds, memes and machines.
    Tpot,
    /// The suburban wine-mom corner: kind causes, worried about screens.
    BookClub,
    /// Church, barbecue, a gun in the cupboard.
    SmallTown,
}

/// Items that define a prototype: index into the bank, and weight of agreeing (below zero: of disagreeing).
type Beliefs = &'static [(usize, f64)];

/// Defining items of all prototypes, in the order of [`Prototype::ALL`].
const BELIEFS: [Beliefs; Prototype::ALL.len()] = [
    &[],
    &[(bank("ai_build"), 1.0), (bank("tech_good"), 1.0), (bank("ai_jobs"), -1.0)],
    &[(bank("ai_build"), -1.0), (bank("ai_jobs"), 1.0), (bank("sm_harm"), 1.0)],
    &[(bank("god"), 1.0), (bank("afterlife"), 1.0), (bank("roles"), 1.0)],
    &[(bank("god"), -1.0), (bank("afterlife"), -1.0), (bank("meaning"), 1.0)],
    &[(bank("marriage"), 1.0), (bank("drugs"), 1.0), (bank("loud"), 1.0)],
    &[(bank("death"), 1.0), (bank("borders"), 1.0), (bank("gap"), -1.0)],
    &[(bank("gap"), 1.0), (bank("planet"), 1.0), (bank("death"), -1.0)],
    &[(bank("strangers"), 1.0), (bank("happy"), 1.0)],
    &[(bank("strangers"), -1.0), (bank("happy"), -1.0)],
    &[(bank("stars"), 1.0), (bank("hope"), 1.0), (bank("animals"), 1.0)],
    &[(bank("speech"), 1.0), (bank("stars"), -1.0), (bank("classical"), 1.0)],
    &[(bank("ai_build"), 1.0), (bank("memes"), 1.0), (bank("god"), -1.0), (bank("drugs"), 1.0)],
    &[(bank("marriage"), 1.0), (bank("sm_harm"), 1.0), (bank("planet"), 1.0), (bank("happy"), 1.0)],
    &[(bank("god"), 1.0), (bank("guns"), -1.0), (bank("meat"), 1.0), (bank("ai_build"), -1.0)],
];

impl Prototype {
    /// All prototypes, the middle first.
    pub const ALL: [Prototype; 15] = [
        Prototype::Middle,
        Prototype::TechOptimists,
        Prototype::HumansFirst,
        Prototype::Faithful,
        Prototype::Freethinkers,
        Prototype::LiveAndLetLive,
        Prototype::LawAndOrder,
        Prototype::FairShares,
        Prototype::GoodNeighbours,
        Prototype::Streetwise,
        Prototype::Stargazers,
        Prototype::FreeInquiry,
        Prototype::Tpot,
        Prototype::BookClub,
        Prototype::SmallTown,
    ];

    /// Direction of the prototype in factor space, unit length; the zero vector for the middle.
    fn direction(self, loadings: &[[f64; FACTORS]; BANK.len()]) -> [f64; FACTORS] {
        let mut sum = [0.0; FACTORS];
        for &(item, weight) in BELIEFS[self as usize] {
            sum.iter_mut().zip(loadings[item]).for_each(|(s, l)| *s += weight * l);
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
        let loadings = bank_models().map(|model| model.loadings);
        PrototypeDirections { directions: Prototype::ALL.map(|prototype| prototype.direction(&loadings)) }
    }
}

impl PrototypeDirections {
    /// Reach of the middle at the origin, and its fall with the squared norm of the factor scores; set so that one
    /// respondent in six is nearest to the middle.
    const MIDDLE: [f64; 2] = [2.2, 0.25];

    /// Inverse temperature of the softmax in [`PrototypeDirections::belonging`], per standard deviation of a factor.
    const SHARPNESS: f64 = 1.0;

    /// Projection of factor scores on each prototype's direction; for the middle, a score that falls with their norm.
    pub fn reach(&self, factors: &[f64; FACTORS]) -> [f64; Prototype::ALL.len()] {
        let mut reach = self.directions.map(|d| d.iter().zip(factors).map(|(d, f)| d * f).sum());
        let [centre, fall] = Self::MIDDLE;
        reach[0] = centre - fall * factors.iter().map(|f| f * f).sum::<f64>();
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
