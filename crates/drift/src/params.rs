//! Parameters of a world: the rules that all agents share.

use core::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::range::OutOfRange;

/// Parameters of a world, the same for every agent unless its [`Traits`](crate::Traits) override them.
///
/// The default: every agent reads eight posts per step, all selected by a recommender.
///
/// ```
/// use drift::{Interaction, Params};
///
/// // Hegselmann–Krause has no posts to select: everybody reads everybody within the confidence bound.
/// let params = Params { interaction: Interaction::AllToAll, ..Params::default() };
/// assert!(params.check().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Params {
    /// K: posts an agent reads per step. It averages out chance and hardly changes where agents end.
    pub posts_per_step: u32,
    /// m: authors, drawn at random, of whom the recommender shows the nearest. Its strength: from about ten on clusters
    /// form; with one it selects nothing.
    pub candidates_per_post: u32,
    /// φ: share of posts (exploration apart) that the recommender selects; the rest is conversation.
    pub feed_share: f32,
    /// e: share of posts by an author drawn at random from everybody, read with full attention.
    pub exploration: f32,
    /// μ: share of the distance to the mean of what was read that an agent moves per step (Deffuant's convergence rate).
    pub convergence_rate: f32,
    /// λ: share of the distance to its anchor that an agent moves back per step; 1 − susceptibility in Friedkin–Johnsen.
    pub stubbornness: f32,
    /// σ: innovation noise of an agent, standard deviation per dimension and step, in units of opinion.
    pub innovation: f32,
    /// ς: innovation along the axes on which opinions differ at step 0, standard deviation per step in units of the opinions'
    /// own along each. Beliefs that hang together then move together, as those of real people do.
    pub shared_innovation: f32,
    /// θ: weight of its author's opinion in a post; the rest is the mean of what the author read the step before (expressed
    /// and private opinions).
    pub expression: f32,
    /// Attention as a function of distance.
    pub kernel: Kernel,
    /// δ: exponent of the rational kernel.
    pub kernel_exponent: f32,
    /// Scale of the kernel.
    pub bandwidth: Bandwidth,
    /// r: coordinates of the recommender's embedding, at most D.
    pub embedding_width: u32,
    /// R: steps after which the recommender refits its embedding; `None`: never.
    pub refit_interval: Option<u32>,
    /// Whose posts an agent reads.
    pub interaction: Interaction,
    /// What the sum of weighted differences is divided by.
    pub normalization: Normalization,
    /// γ: preference for near partners in pairwise interaction, the "algorithmic bias" of Sîrbu et al. (2019), and for near
    /// authors in conversation, the "homophily" of Baumann et al. (2020); 0: none.
    pub algorithmic_bias: f32,
    /// κ: share of a full push that reinforcement moves an agent per step. Each post pushes its reader towards the pole that
    /// the post is on, in every dimension (Baumann et al. 2020, 2021). Not in pairwise interaction.
    pub reinforcement: f32,
    /// α: controversialness: how strongly a post pushes that is one unit of opinion from neutral.
    pub controversialness: f32,
    /// Φ: how far a post about one topic is also one about others.
    pub topic_overlap: TopicOverlap,
    /// ν: share of the distance to neutral, the center of the embedding, that an agent moves back per step.
    pub decay: f32,
    /// t: latitude of rejection in pairwise interaction, a distance in units of opinion. Agents who meet further apart move
    /// away from each other (Jager and Amblard 2004); `None`: nobody does.
    pub rejection_latitude: Option<f32>,
    /// B: largest distance in each dimension, in units of opinion, between the center of the embedding (the mean opinion at
    /// step 0, until a refit) and an opinion that repulsion moves.
    pub opinion_bound: f32,
}

/// Attention w to a post as a function of the distance d in the embedding, in units of the bandwidth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kernel {
    /// 1 up to the bandwidth, 0 beyond: bounded confidence (Hegselmann and Krause 2002).
    Flat,
    /// `exp(−d²/2)`.
    Gaussian,
    /// `1 / (1 + d^δ)`.
    Rational,
    /// 1: everything is read with full attention.
    Constant,
}

/// How the bandwidth h of the attention kernel is determined.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Bandwidth {
    /// p: h is such that the mean attention to a random author at step 0 is p. Distances concentrate when dimensions are
    /// many; a mean attention keeps its meaning.
    MeanAttention(f32),
    /// h itself, in units of opinion: for textbook models, which come with a scale.
    Fixed(f32),
}

/// Whose posts an agent reads in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Interaction {
    /// K posts, selected by feed, conversation and exploration.
    Posts,
    /// One post of every agent, itself included: textbook models. Costs N² per step.
    AllToAll,
    /// None: agents meet in pairs, one pair after another, and both move at once.
    Pairwise,
}

/// What the sum of weighted differences `w (y − x)` is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Normalization {
    /// The number of posts: little attention, little influence.
    ByCount,
    /// The sum of attention: an agent always moves the whole distance (Hegselmann–Krause, mean shift).
    ByAttention,
}

/// Φ: how far topics overlap. A post pushes its reader in dimension d by what it says about all topics that overlap with d.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum TopicOverlap {
    /// Each topic stands for itself: the identity.
    None,
    /// The cosine of the angle between any two topics, 0 to 1 (Baumann et al. 2021).
    Uniform(f32),
    /// As far as opinions about them go together at step 0: their covariance as the embedding knows it, with a mean
    /// diagonal of 1; of opinions that are their own coordinates, the correlation.
    Opinions,
}

impl Default for Params {
    fn default() -> Self {
        Params {
            posts_per_step: 8,
            candidates_per_post: 32,
            feed_share: 1.0,
            exploration: 0.0,
            convergence_rate: 0.1,
            stubbornness: 0.02,
            innovation: 0.0,
            shared_innovation: 0.0,
            expression: 1.0,
            kernel: Kernel::Rational,
            kernel_exponent: 4.0,
            bandwidth: Bandwidth::MeanAttention(0.1),
            embedding_width: 8,
            refit_interval: None,
            interaction: Interaction::Posts,
            normalization: Normalization::ByCount,
            algorithmic_bias: 0.0,
            reinforcement: 0.0,
            controversialness: 1.0,
            topic_overlap: TopicOverlap::None,
            decay: 0.0,
            rejection_latitude: None,
            opinion_bound: 3.0,
        }
    }
}

impl Params {
    /// Range of N, the number of agents.
    pub const AGENTS: RangeInclusive<u32> = 2..=1_000_000;
    /// N of the default world.
    pub const DEFAULT_AGENTS: u32 = 2_000;
    /// Range of D, the number of opinion dimensions.
    pub const DIMS: RangeInclusive<u32> = 1..=2_048;
    /// Range of the number of observers of a world.
    pub const OBSERVERS: RangeInclusive<u32> = 1..=256;
    /// Seeds an observer may be given.
    pub const OBSERVER_SEEDS: RangeInclusive<u32> = 0..=(1 << 31) - 1;
    /// Range of K, posts per step.
    pub const POSTS_PER_STEP: RangeInclusive<u32> = 1..=64;
    /// Range of m, candidates per post.
    pub const CANDIDATES_PER_POST: RangeInclusive<u32> = 1..=512;
    /// Range of φ, a share.
    pub const FEED_SHARE: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of e, a share.
    pub const EXPLORATION: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of μ, a share per step.
    pub const CONVERGENCE_RATE: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of λ, a share per step.
    pub const STUBBORNNESS: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of ρ of an agent, a share.
    pub const MENTORSHIP: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of σ, standard deviation per step.
    pub const INNOVATION: RangeInclusive<f32> = 0.0..=2.0;
    /// Range of ς, standard deviation per step in units of the opinions' own.
    pub const SHARED_INNOVATION: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of θ, a share.
    pub const EXPRESSION: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of δ, an exponent.
    pub const KERNEL_EXPONENT: RangeInclusive<f32> = 0.5..=16.0;
    /// Range of p of [`Bandwidth::MeanAttention`].
    pub const MEAN_ATTENTION: RangeInclusive<f32> = 0.001..=0.9;
    /// Range of h of [`Bandwidth::Fixed`].
    pub const FIXED_BANDWIDTH: RangeInclusive<f32> = 1e-4..=1e3;
    /// Range of r, coordinates.
    pub const EMBEDDING_WIDTH: RangeInclusive<u32> = 1..=32;
    /// Range of γ, an exponent.
    pub const ALGORITHMIC_BIAS: RangeInclusive<f32> = 0.0..=4.0;
    /// Range of κ, a share per step.
    pub const REINFORCEMENT: RangeInclusive<f32> = 0.0..=2.0;
    /// Range of α.
    pub const CONTROVERSIALNESS: RangeInclusive<f32> = 0.0..=10.0;
    /// Range of the cosine of [`TopicOverlap::Uniform`].
    pub const TOPIC_COSINE: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of ν, a share per step.
    pub const DECAY: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of the probability that an agent reads in a step.
    pub const ACTIVITY: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of t, a distance.
    pub const REJECTION_LATITUDE: RangeInclusive<f32> = 1e-4..=1e3;
    /// Range of B, a distance.
    pub const OPINION_BOUND: RangeInclusive<f32> = 1e-3..=1e3;
    /// Range of R, steps.
    pub const REFIT_INTERVAL: RangeInclusive<u32> = 1..=10_000;

    /// Checks every parameter.
    ///
    /// # Errors
    /// [`OutOfRange`] for the first parameter outside its range, or not a number.
    pub fn check(&self) -> Result<(), OutOfRange> {
        let (integer, number) = (OutOfRange::check_u32, OutOfRange::check_f32);
        integer("posts_per_step", self.posts_per_step, Self::POSTS_PER_STEP)?;
        integer("candidates_per_post", self.candidates_per_post, Self::CANDIDATES_PER_POST)?;
        number("feed_share", self.feed_share, Self::FEED_SHARE)?;
        number("exploration", self.exploration, Self::EXPLORATION)?;
        number("convergence_rate", self.convergence_rate, Self::CONVERGENCE_RATE)?;
        number("stubbornness", self.stubbornness, Self::STUBBORNNESS)?;
        number("innovation", self.innovation, Self::INNOVATION)?;
        number("shared_innovation", self.shared_innovation, Self::SHARED_INNOVATION)?;
        number("expression", self.expression, Self::EXPRESSION)?;
        number("kernel_exponent", self.kernel_exponent, Self::KERNEL_EXPONENT)?;
        match self.bandwidth {
            Bandwidth::MeanAttention(p) => number("mean_attention", p, Self::MEAN_ATTENTION)?,
            Bandwidth::Fixed(h) => number("fixed_bandwidth", h, Self::FIXED_BANDWIDTH)?,
        }
        number("algorithmic_bias", self.algorithmic_bias, Self::ALGORITHMIC_BIAS)?;
        number("reinforcement", self.reinforcement, Self::REINFORCEMENT)?;
        number("controversialness", self.controversialness, Self::CONTROVERSIALNESS)?;
        if let TopicOverlap::Uniform(cosine) = self.topic_overlap {
            number("topic_cosine", cosine, Self::TOPIC_COSINE)?;
        }
        number("decay", self.decay, Self::DECAY)?;
        if let Some(t) = self.rejection_latitude {
            number("rejection_latitude", t, Self::REJECTION_LATITUDE)?;
        }
        number("opinion_bound", self.opinion_bound, Self::OPINION_BOUND)?;
        integer("embedding_width", self.embedding_width, Self::EMBEDDING_WIDTH)?;
        self.refit_interval.map_or(Ok(()), |steps| integer("refit_interval", steps, Self::REFIT_INTERVAL))
    }
}
