//! Domains of the quiz's random streams, besides those of the simulation ([`drift::rng::Domain`]).
//!
//! Their numbers are part of every golden value and are never reused.

use drift::rng::Domain;

/// Unique factor of a simulated respondent on each item.
pub const UNIQUE_FACTORS: Domain = Domain::new(2);
/// Response style of a simulated respondent.
pub const RESPONSE_STYLE: Domain = Domain::new(3);
/// Error of a single response.
pub const RESPONSES: Domain = Domain::new(4);
/// Loadings of the dimensions that have no item.
pub const LOADINGS: Domain = Domain::new(5);
/// Choice of mentors.
pub const MENTORS: Domain = Domain::new(10);
/// Second answers of simulated respondents.
pub const RETEST: Domain = Domain::new(11);
/// Unique factors of a visitor in dimensions without an answered item.
pub const VISITOR: Domain = Domain::new(12);
/// Ties between equal scores in a percentile.
pub const TIES: Domain = Domain::new(13);
/// Order in which a session asks its questions.
pub const ITEM_ORDER: Domain = Domain::new(15);
