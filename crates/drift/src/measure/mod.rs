//! Measures of a population at one step; none of them changes it.
//!
//! N agents, D opinion dimensions, r embedding coordinates, k the attention kernel.
//!
//! | measure | what it is | cost | source |
//! |---|---|---|---|
//! | [`Clusters`] | dense groups of agents, and who belongs to none | `2 000² · r + N · clusters · r` | density peaks: Rodriguez and Laio 2014 |
//! | [`Clusters::effective_count`] | number of equal clusters of the same diversity | clusters | Hill number of order 1: Hill 1973 |
//! | [`SurprisalStats::diversity`] | similarity-sensitive diversity, without cluster borders: `1 / mean k` | `sample · N · r` | Leinster and Cobbold 2012 |
//! | [`surprisal`], [`SurprisalStats::mean_bits`] | distance of an agent from the population, in bits: `−log2 mean k` | `N · r` per agent | Shannon 1948; Tribus 1961 |
//! | [`effective_dimensions`] | participation ratio of the covariance: `(Σλ)² / Σλ²` | `20 000 · D` | Bell and Dean 1970 |
//! | [`polarization`] | variance of pairwise distance | `20 000 · D` | after Bramson and others 2016 |
//! | [`SurprisalGrid`] | −log2 of a kernel density estimate in the plane | `N + side³` | Fukunaga and Hostetler 1975 |
//!
//! Where they can, they look at samples of fixed size, so that they stay cheap for any N.

pub(crate) mod clusters;
pub(crate) mod density;
pub(crate) mod effective_dimensions;
pub(crate) mod polarization;
pub(crate) mod sample;
pub(crate) mod surprisal;

pub use clusters::Clusters;
pub use density::SurprisalGrid;
pub use effective_dimensions::effective_dimensions;
pub use polarization::polarization;
pub use surprisal::{SurprisalStats, surprisal};
