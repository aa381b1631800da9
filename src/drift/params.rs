//! What kind of world is this?

use core::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::drift::decimal::Decimal;

/// The rules of a world, the same for everybody unless a person's traits say otherwise.
///
/// `Default` is the default world: everybody reads eight posts a day, all picked by a recommender.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Params {
    /// K: posts a person reads in a day. It averages luck; it hardly changes where people end.
    pub posts: u32,
    /// m: authors, drawn at random, from which the recommender picks the nearest for one slot. This is its
    /// strength: from about ten on it makes tribes, one makes it a dice.
    pub screened: u32,
    /// φ: share of slots (exploration apart) that the recommender fills; the rest is conversation.
    pub feed: f32,
    /// e: share of slots filled with anybody at all, read with full attention.
    pub explore: f32,
    /// μ: share of the way to what was read that a person goes in a day.
    pub susceptibility: f32,
    /// λ: share of the way home, to their own first beliefs, that a person goes in a day (authenticity).
    pub anchor: f32,
    /// σ: a person's own new ideas, standard deviation per dimension and day (beliefs start with about 1).
    pub innovation: f32,
    /// θ: how much of a post is what its author believes; the rest is what the author read the day before.
    pub display: f32,
    /// How attention falls with distance.
    pub kernel: Kernel,
    /// δ: how steeply it falls, for the rational kernel.
    pub falloff: f32,
    /// How far attention reaches.
    pub reach: Reach,
    /// r: coordinates the recommender sees, at most the number of dimensions.
    pub embedding: u32,
    /// R: days after which the recommender learns its coordinates anew; `None`: never.
    pub refit: Option<u32>,
    /// Whose posts are read: a few each day, or everybody's as in the textbooks.
    pub audience: Audience,
    /// What the sum of pulls is divided by.
    pub averaging: Averaging,
    /// γ: among pairs, how strongly people prefer to meet those near them; nought: not at all.
    pub bias: f32,
}

/// Attention w to a post as a function of distance d in the embedding, in units of the bandwidth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kernel {
    /// 1 up to the bandwidth, 0 beyond: bounded confidence (Hegselmann and Krause 2002).
    Flat,
    /// exp(−d²/2).
    Gauss,
    /// 1 / (1 + d^δ).
    Rational,
    /// 1: everything is read with full attention.
    One,
}

/// How the bandwidth h of attention is found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reach {
    /// p: h is such that the mean attention to a random author on day 0 is p. Distances concentrate when
    /// dimensions are many; a share keeps its meaning.
    Share(f32),
    /// h itself, in units of belief: for textbook models, whose worlds come with a scale.
    Radius(f32),
}

/// Whose posts are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// K posts a day, by feed, conversation and exploration.
    Posts,
    /// One post of everybody, oneself included: textbook models. Costs people² a day.
    Everyone,
    /// Nobody's: people meet in pairs, one pair after another, and both move at once.
    Pairs,
}

/// What the sum of pulls w(y − x) is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Averaging {
    /// The number of posts: little attention, little pull.
    PerPost,
    /// The sum of attention: a person always goes the whole way (Hegselmann–Krause, mean shift).
    ByAttention,
}

impl Default for Params {
    fn default() -> Self {
        Params {
            posts: 8,
            screened: 32,
            feed: 1.0,
            explore: 0.0,
            susceptibility: 0.1,
            anchor: 0.02,
            innovation: 0.0,
            display: 1.0,
            kernel: Kernel::Rational,
            falloff: 4.0,
            reach: Reach::Share(0.1),
            embedding: 8,
            refit: None,
            audience: Audience::Posts,
            averaging: Averaging::PerPost,
            bias: 0.0,
        }
    }
}

/// A rule outside its range.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{field} is {value}, but it has to be between {low} and {high}")]
pub struct OutOfRange {
    /// Which rule, in words.
    pub field: &'static str,
    /// What was asked for.
    pub value: Decimal,
    /// Least value that works.
    pub low: Decimal,
    /// Greatest value that works.
    pub high: Decimal,
}

impl Params {
    /// Number of people, N.
    pub const PEOPLE: RangeInclusive<u32> = 2..=1_000_000;
    /// N of the default world.
    pub const DEFAULT_PEOPLE: u32 = 2_000;
    /// Number of belief dimensions, D.
    pub const DIMS: RangeInclusive<u32> = 1..=2_048;
    /// Guests in one world.
    pub const GUESTS: RangeInclusive<u32> = 1..=256;
    /// Names of guests' luck.
    pub const LUCK: RangeInclusive<u32> = 0..=(1 << 31) - 1;
    /// K, posts a day.
    pub const POSTS: RangeInclusive<u32> = 1..=64;
    /// m, authors screened for a slot.
    pub const SCREENED: RangeInclusive<u32> = 1..=512;
    /// φ, share.
    pub const FEED: RangeInclusive<f32> = 0.0..=1.0;
    /// e, share.
    pub const EXPLORE: RangeInclusive<f32> = 0.0..=1.0;
    /// μ, share of the way a day.
    pub const SUSCEPTIBILITY: RangeInclusive<f32> = 0.0..=1.0;
    /// λ, share of the way a day.
    pub const ANCHOR: RangeInclusive<f32> = 0.0..=1.0;
    /// ρ of a person, share.
    pub const MENTORSHIP: RangeInclusive<f32> = 0.0..=1.0;
    /// σ, standard deviations a day.
    pub const INNOVATION: RangeInclusive<f32> = 0.0..=2.0;
    /// θ, share.
    pub const DISPLAY: RangeInclusive<f32> = 0.0..=1.0;
    /// δ, exponent.
    pub const FALLOFF: RangeInclusive<f32> = 0.5..=16.0;
    /// p of [`Reach::Share`].
    pub const SHARE: RangeInclusive<f32> = 0.001..=0.9;
    /// h of [`Reach::Radius`].
    pub const RADIUS: RangeInclusive<f32> = 1e-4..=1e3;
    /// r, coordinates.
    pub const EMBEDDING: RangeInclusive<u32> = 1..=32;
    /// γ, exponent.
    pub const BIAS: RangeInclusive<f32> = 0.0..=4.0;
    /// R, days.
    pub const REFIT: RangeInclusive<u32> = 1..=10_000;

    /// Whether nothing is ever believed or posted that is not a mean of what people believed the day before.
    pub(super) fn nothing_new(&self) -> bool {
        self.innovation == 0.0 && self.display == 1.0
    }

    /// Refuses the first rule that is out of range (or not a number).
    pub fn check(&self) -> Result<(), OutOfRange> {
        OutOfRange::whole("the number of posts a day", self.posts, Self::POSTS)?;
        OutOfRange::whole("the number of authors screened", self.screened, Self::SCREENED)?;
        OutOfRange::real("the strength of the feed", self.feed, Self::FEED)?;
        OutOfRange::real("exploration", self.explore, Self::EXPLORE)?;
        OutOfRange::real("susceptibility", self.susceptibility, Self::SUSCEPTIBILITY)?;
        OutOfRange::real("the weight of the anchor", self.anchor, Self::ANCHOR)?;
        OutOfRange::real("innovation", self.innovation, Self::INNOVATION)?;
        OutOfRange::real("honesty of display", self.display, Self::DISPLAY)?;
        OutOfRange::real("the fall-off of attention", self.falloff, Self::FALLOFF)?;
        match self.reach {
            Reach::Share(p) => OutOfRange::real("the mean attention to a stranger", p, Self::SHARE)?,
            Reach::Radius(h) => OutOfRange::real("the radius of attention", h, Self::RADIUS)?,
        }
        OutOfRange::real("the preference for meeting the near", self.bias, Self::BIAS)?;
        OutOfRange::whole("the number of coordinates the recommender sees", self.embedding, Self::EMBEDDING)?;
        self.refit.map_or(Ok(()), |days| OutOfRange::whole("the days between refits", days, Self::REFIT))
    }
}

impl OutOfRange {
    /// Refuses a whole number outside `range`.
    pub fn whole(field: &'static str, value: u32, range: RangeInclusive<u32>) -> Result<(), OutOfRange> {
        if range.contains(&value) {
            return Ok(());
        }
        Err(OutOfRange {
            field,
            value: value.into(),
            low: (*range.start()).into(),
            high: (*range.end()).into(),
        })
    }

    /// Refuses a number outside `range`, and what is not a number.
    pub fn real(field: &'static str, value: f32, range: RangeInclusive<f32>) -> Result<(), OutOfRange> {
        if range.contains(&value) {
            return Ok(());
        }
        Err(OutOfRange {
            field,
            value: value.into(),
            low: (*range.start()).into(),
            high: (*range.end()).into(),
        })
    }
}
