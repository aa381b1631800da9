//! Domains of this crate's random streams, besides those of the simulation ([`drift::rng::Domain`]).
//!
//! Their numbers are never reused.

use drift::rng::Domain;

/// Errors of loadings, and responses of random clickers.
pub(crate) const SESSIONS: Domain = Domain::new(45);
/// Opinions of a population without factors.
pub(crate) const INDEPENDENT_OPINIONS: Domain = Domain::new(52);
/// Questions that a person is asked in a panel.
pub(crate) const PANEL_QUESTIONS: Domain = Domain::new(71);
/// Response errors of an interview.
pub(crate) const PANEL_ERRORS: Domain = Domain::new(72);
/// Parameters that a fit tries.
pub(crate) const PROPOSALS: Domain = Domain::new(73);
/// Moods at an interview.
pub(crate) const PANEL_MOODS: Domain = Domain::new(74);
