//! Who has ended up together, and how strange is everybody else?
//!
//! Measures of a crowd on one day, all of them pure over where people stand; none of them moves anybody. N people, D
//! beliefs, r coordinates of the recommender, k attention.
//!
//! | measure | what it says | costs | source |
//! |---|---|---|---|
//! | [`Tribes`] | dense knots: who is in one, who is a loner | `2 000² · r + N · tribes · r` | density peaks: Rodriguez and Laio 2014 |
//! | [`Tribes::effective`] | how many equal tribes would be as diverse | tribes | Hill number of order 1: Hill 1973 |
//! | [`Strangeness::diversity`] | the same without borders: `1 / mean k` | `sample · N · r` | Leinster and Cobbold 2012 |
//! | [`surprisal`], [`Strangeness::bits`] | how strange somebody is, in bits: `−log2 mean k` | `N · r` each | Shannon 1948; Tribus 1961 |
//! | [`effective_dimensions`] | along how many lines people still differ: `(Σλ)² / Σλ²` | `20 000 · D` | participation ratio: Bell and Dean 1970 |
//! | [`polarisation`] | whether people are either very near or very far: variance of distance | `20 000 · D` | after Bramson and others 2016 |
//!
//! All of them look at samples of fixed size where they can, so that they can be watched live at any size of crowd.

mod clusters;
mod dimensions;
mod names;
mod prototypes;
mod surprisal;
mod typical;

pub use clusters::Tribes;
pub use dimensions::{effective_dimensions, polarisation};
pub use names::{Held, Name, names};
pub use prototypes::{Corners, Prototype};
pub use surprisal::{Strangeness, surprisal};
pub use typical::{TYPICAL, typical};
