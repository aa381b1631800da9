//! Domains of this crate's random streams, besides those of the simulation ([`drift::rng::Domain`]).
//!
//! Their numbers are part of every golden value and are never reused.

use drift::rng::Domain;

/// Response errors of the visitor's selves on day 0.
pub(crate) const RESPONSE_ERRORS: Domain = Domain::new(70);
