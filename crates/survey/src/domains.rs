//! Domains of this crate's random streams, besides those of the simulation ([`drift::rng::Domain`]).

use drift::rng::Domain;

/// Order in which a respondent's answers are predicted, and split into forms.
pub const ANSWER_ORDER: Domain = Domain::new(50);
/// Items that a simulated respondent answers.
pub const ANSWERED_ITEMS: Domain = Domain::new(51);
