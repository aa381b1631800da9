//! What kinds of crowd are there?
//!
//! A dozen or so well-known corners of belief space, each described by a few beliefs that set it apart. They name
//! what emerges; nothing in any simulation knows of them.

use serde::{Deserialize, Serialize};

use crate::items::{BANK, FACTORS, bank, bank_models};

/// A well-known corner of belief space. The words for it stay with the page.
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

/// Beliefs that set prototypes apart: items of the bank, and how much agreeing (or, below nought, disagreeing) counts.
type Beliefs = &'static [(usize, f64)];

/// Of all prototypes in their order.
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
    /// All of them.
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

    /// The direction in which a prototype lies among the factors, unit length; nought for the middle.
    fn direction(self, loadings: &[[f64; FACTORS]; BANK.len()]) -> [f64; FACTORS] {
        let mut sum = [0.0; FACTORS];
        for &(item, weight) in BELIEFS[self as usize] {
            sum.iter_mut().zip(loadings[item]).for_each(|(s, l)| *s += weight * l);
        }
        let length = f64::sqrt(sum.iter().map(|s| s * s).sum());
        if length > 0.0 { sum.map(|s| s / length) } else { sum }
    }
}

/// Where all prototypes lie among the factors.
#[derive(Clone, Debug)]
pub struct Corners {
    pub(super) directions: [[f64; FACTORS]; Prototype::ALL.len()],
}

impl Default for Corners {
    fn default() -> Self {
        let loadings = bank_models().map(|model| model.loadings);
        Corners { directions: Prototype::ALL.map(|prototype| prototype.direction(&loadings)) }
    }
}

impl Corners {
    /// How the middle's reach falls from the very centre with the square of the distance, in standard deviations of the
    /// crowd: such that one person in six is nearest to it.
    const MIDDLE: [f64; 2] = [2.2, 0.25];

    /// How sharply people divide between two prototypes, per standard deviation.
    const SHARPNESS: f64 = 1.0;

    /// How far somebody with these factors lies in each prototype's direction; for the middle, how near to the centre.
    pub fn reach(&self, factors: &[f64; FACTORS]) -> [f64; Prototype::ALL.len()] {
        let mut reach = self.directions.map(|d| d.iter().zip(factors).map(|(d, f)| d * f).sum());
        let [centre, fall] = Self::MIDDLE;
        reach[0] = centre - fall * factors.iter().map(|f| f * f).sum::<f64>();
        reach
    }

    /// The chance that somebody with these factors would be counted to each prototype: a soft maximum of the reach.
    pub fn belonging(&self, factors: &[f64; FACTORS]) -> [f64; Prototype::ALL.len()] {
        let weights = self.reach(factors).map(|reach| libm::exp(Self::SHARPNESS * reach));
        let sum: f64 = weights.iter().sum();
        weights.map(|w| w / sum)
    }

    /// The prototype somebody with these factors is counted to first.
    pub fn nearest(&self, factors: &[f64; FACTORS]) -> Prototype {
        let reach = self.reach(factors);
        let best = (0..reach.len()).fold(0, |best, at| if reach[at] > reach[best] { at } else { best });
        Prototype::ALL[best]
    }
}
