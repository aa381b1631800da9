//! Domains of the quiz's random streams, besides those of the simulation ([`drift::rng::Domain`]) and of the item response
//! model ([`perplexity::domains`]).
//!
//! Their numbers are part of every golden value and are never reused.

use drift::rng::Domain;

/// Response errors of second answers to the same items.
pub const RETEST: Domain = Domain::new(60);
/// What distinguishes friends of somebody from that person.
pub const FRIENDS: Domain = Domain::new(61);
/// Side of the screen on which the poles of a question are shown.
pub const SCREEN_SIDES: Domain = Domain::new(65);
