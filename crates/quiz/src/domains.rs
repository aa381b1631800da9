//! Domains of the quiz's random streams, besides those of the simulation ([`drift::rng::Domain`]) and of the item response
//! model ([`perplexity::domains`]).
//!
//! Their numbers are part of every golden value and are never reused.

use drift::rng::Domain;

/// Side of the screen on which the poles of a question are shown.
pub const SCREEN_SIDES: Domain = Domain::new(65);
