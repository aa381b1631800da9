//! Domains of this crate's random streams, besides those of the simulation ([`drift::rng::Domain`]).
//!
//! Their numbers are part of every golden value and are never reused.

use drift::rng::Domain;

/// Deviates of posterior draws.
pub const POSTERIOR_DRAWS: Domain = Domain::new(40);
/// Factor scores and response style of a simulated respondent.
pub const RESPONDENTS: Domain = Domain::new(41);
/// Unique factors of a simulated respondent.
pub const UNIQUE_FACTORS: Domain = Domain::new(42);
/// Response errors of a simulated respondent.
pub const RESPONSE_ERRORS: Domain = Domain::new(43);
/// Loadings of the dimensions that have no item.
pub const LOADINGS: Domain = Domain::new(46);
/// Unique factors of plausible selves.
pub const PLAUSIBLE_VALUES: Domain = Domain::new(47);
/// Order of the first items.
pub const FIRST_ITEMS: Domain = Domain::new(44);
/// Unique factor and error of the reverse-keyed statement of an item.
pub const WORDING: Domain = Domain::new(48);
