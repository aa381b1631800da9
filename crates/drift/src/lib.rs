//! Opinion dynamics of many agents in many dimensions, with recommenders.
//!
//! A [`World`] holds a population of N agents with opinion vectors of D numbers. In every step each agent reads posts of
//! others, selected by a recommender, by conversation or at random, and moves towards those it pays attention to. Bounded
//! confidence (Hegselmann–Krause, Deffuant–Weisbuch), stubborn agents (Friedkin–Johnsen), algorithmic bias (Sîrbu et al.) and
//! mean shift are special cases. Measures of the result are in [`measure`].
//!
//! # Example
//!
//! Do 500 agents with 16-dimensional opinions form clusters under a recommender?
//!
//! ```
//! use drift::measure::{Clusters, effective_dimensions, polarization, surprisal};
//! use drift::rng::{Domain, StreamKey, normal};
//! use drift::{Matrix, Params, World};
//!
//! // Initial opinions: independent standard normal numbers.
//! let key = StreamKey::new(42, Domain::INITIAL_OPINIONS);
//! let mut opinions = Matrix::zeros(500, 16)?;
//! for agent in 0..500 {
//!     let mut stream = key.stream(agent);
//!     opinions.row_mut(agent).fill_with(|| normal(&mut stream) as f32);
//! }
//!
//! // Eight posts per step, each the nearest of 32 candidates; hardly any pull back to the initial opinion.
//! let params = Params { stubbornness: 0.001, ..Params::default() };
//! let mut world = World::new(opinions, params, 42)?;
//! let before = effective_dimensions(world.opinions());
//! for _ in 0..200 {
//!     world.step();
//! }
//!
//! let clusters = Clusters::find(world.embedding(), world.initial_spread());
//! assert!(clusters.count() > 1 && clusters.unclustered() < 250);
//! assert!(effective_dimensions(world.opinions()) < 0.5 * before);
//! assert!(polarization(world.opinions()) > 0.0);
//!
//! // How improbable is agent 7's opinion to the others, in bits?
//! let bits = surprisal(world.embedding().padded(7), Some(7), world.embedding(), world.attention());
//! assert!(bits > 0.0);
//! # Ok::<(), drift::WorldError>(())
//! ```
//!
//! # The model
//!
//! For agent i with opinion `x`, anchor `a`, coordinates `z` and post `y`; primes denote the next step:
//!
//! ```text
//! z  = A (x − x̄)                              coordinates: r principal components
//! w  = k(|z − z_j| / h)                       attention to the post of agent j
//! u  = (1/K) Σ_k w_k (y_k − x)                mean influence of the K posts read
//! v  = (1/K) Σ_k w_k g(α Φ (y_k − x̄))          mean push of the K posts read; g saturates like tanh
//! x' = (1 − λ)(x + μ [(1 − ρ) u + ρ (m − x)] + κ (1 − ρ) v − ν (x − x̄)) + λ a + σ ξ + ς ζ
//! y' = θ x' + (1 − θ) n                       post: n is the mean of the posts read
//! S  = −log2 mean_j k(|z − z_j| / h)          surprisal, in bits
//! ```
//!
//! Each of the K posts is, independently, exploration (a random author, full attention) with probability `e`, feed (the
//! nearest of m random candidates) with `(1 − e) φ`, and otherwise conversation (a random author, or a random neighbor in a
//! contact network). In pairwise interaction N / 2 pairs meet one after another instead, `x ← x + μ w (x_j − x)` for both, with
//! `w = −1` beyond the latitude of rejection.
//!
//! | model | parameters |
//! |---|---|
//! | Hegselmann and Krause 2002 | [`Interaction::AllToAll`], [`Normalization::ByAttention`], [`Kernel::Flat`], `μ = 1`, `λ = 0` |
//! | Deffuant, Weisbuch et al. 2000 | [`Interaction::Pairwise`], [`Kernel::Flat`], `λ = 0` |
//! | algorithmic bias: Sîrbu et al. 2019 | the same with `γ > 0` |
//! | radicalization: Baumann et al. 2020, 2021 | conversation alone, `μ = 0`, `λ = 0`, `κ > 0`, `ν > 0`, homophily `γ`, `Φ` [`TopicOverlap::Uniform`] |
//! | social judgment: Jager and Amblard 2004 | [`Interaction::Pairwise`], [`Kernel::Flat`] with `h = u`, `t ≥ u`, `λ = 0` |
//! | Friedkin and Johnsen 1990 | `ρ = 1` with a [`MentorSet`], `μ = 1`, `λ > 0` |
//! | mean shift: Fukunaga and Hostetler 1975 | [`Interaction::AllToAll`], [`Normalization::ByAttention`], [`Kernel::Gaussian`], `μ = 1`, `λ = 0` |
//!
//! # Glossary
//!
//! | symbol | term | here |
//! |---|---|---|
//! | N | agents of the population | [`World::population_size`] |
//! | D | dimensions of an opinion | [`Matrix::dims`] of [`World::opinions`] |
//! | x | opinion vector, D numbers | [`World::opinion`] |
//! | a | anchor: the opinion at step 0 | [`World::anchor`] |
//! | y | post: expressed opinion | [`World::posts`] |
//! | z, r | embedding: the r coordinates in which the recommender measures distance | [`Embedding`], [`Params::embedding_width`] |
//! | w, k, h | attention, its kernel and its bandwidth | [`Attention`], [`Kernel`], [`Bandwidth`] |
//! | δ | exponent of the rational kernel | [`Params::kernel_exponent`] |
//! | K | posts read per step | [`Params::posts_per_step`] |
//! | m | candidates of the recommender per post; in the equation, the mean of the mentors' posts | [`Params::candidates_per_post`] |
//! | φ, e | share of posts from the feed; share of exploration | [`Params::feed_share`], [`Params::exploration`] |
//! | μ | convergence rate | [`Params::convergence_rate`] |
//! | λ | stubbornness: 1 − susceptibility in Friedkin–Johnsen | [`Params::stubbornness`] |
//! | ρ | mentorship: weight of the mentors | [`Traits::mentorship`] |
//! | σ, ξ | innovation noise: standard deviation, standard normal number | [`Params::innovation`] |
//! | ς, ζ | the same along the axes on which opinions differ | [`Params::shared_innovation`] |
//! | θ | expression: weight of the private opinion in a post | [`Params::expression`] |
//! | κ, v | reinforcement, and the mean push of what is read | [`Params::reinforcement`] |
//! | α, Φ | controversialness, and the overlap of topics | [`Params::controversialness`], [`Params::topic_overlap`] |
//! | ν | decay towards neutral, x̄ | [`Params::decay`] |
//! | γ | algorithmic bias, homophily: preference for near partners | [`Params::algorithmic_bias`] |
//! | t, B | latitude of rejection, and the bound of opinions that are repelled | [`Params::rejection_latitude`], [`Params::opinion_bound`] |
//! | R | refit interval: steps between fits of the embedding | [`Params::refit_interval`] |
//! | S | surprisal | [`measure::surprisal`] |
//! |  | step: one update of all agents | [`World::step`] |
//! |  | observer: a passive agent, who reads and is not read | [`World::add_observer`] |
//! |  | cluster, unclustered agent | [`measure::Clusters`] |
//! |  | participation ratio | [`measure::effective_dimensions`] |
//!
//! # Invariants
//!
//! - **The same bits everywhere**: for any slicing of a step, any number of threads and any observers, natively and in
//!   WebAssembly. Random numbers are keyed ([`rng`]), transcendental functions come from `libm`, sums have a fixed order.
//! - **A step allocates nothing**, except the first one of its kind.
//! - **Observers change nothing**: the population moves as if there were none.
//! - **Bad input is an error, not a panic**: parameters, opinions, traits and networks are checked, refused memory included.
//! - The crate knows no questionnaire, no browser and no clock.
#![warn(clippy::missing_errors_doc, clippy::missing_panics_doc, clippy::doc_markdown, unreachable_pub)]

mod accessors;
mod agent;
mod attention;
mod builder;
mod decimal;
mod embedding;
mod error;
mod influence;
pub mod linalg;
pub mod measure;
mod meetings;
pub mod network;
mod observers;
#[cfg(not(target_arch = "wasm32"))]
mod parallel;
mod params;
mod population;
mod range;
mod refit;
mod reinforced;
pub mod rng;
mod sorted_1d;
mod step;
mod update;
mod world;

pub use agent::{AgentId, MentorSet, Traits, TraitsError};
pub use attention::Attention;
pub use builder::WorldBuilder;
pub use decimal::Decimal;
pub use embedding::{Embedding, squared_distance};
pub use error::WorldError;
pub use linalg::{Matrix, MatrixError};
pub use network::{Contacts, ContactsError, NetworkModel};
pub use params::{Bandwidth, Interaction, Kernel, Normalization, Params, TopicOverlap};
pub use range::OutOfRange;
pub use step::StepProgress;
pub use world::World;

/// Runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
