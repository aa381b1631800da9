//! What an influence declares about itself, so that a step can be scheduled without knowing it.

use crate::agent::Traits;
use crate::params::Params;

/// Declaration of an influence: one rule by which opinions or posts change.
///
/// The step folds over the declarations of all influences (`influence::fold`); it never names one in a condition.
/// All calls are resolved at compile time.
pub(crate) trait Influence {
    /// Whether the rows it writes are weighted means of rows of the step before. Then coordinates can be averaged with the
    /// same weights; otherwise the new opinion has to be projected again.
    const AVERAGES_ROWS: bool;

    /// Whether it only acts through the partners of pairwise interaction. An influence that needs none also acts on agents
    /// who have met everybody they meet.
    const NEEDS_PARTNER: bool;

    /// Whether it acts on an agent with these traits.
    fn is_active(params: &Params, traits: &Traits) -> bool;

    /// Cost per agent and step, in multiply-adds; a random memory read counts as eight.
    fn cost(params: &Params, size: &WorldSize) -> u64;

    /// Weight of a pairwise meeting at this squared distance, −1 to 1, where this influence decides it in place of the
    /// attention kernel. Both agents move by μ times the weight towards each other, apart where it is negative.
    #[inline]
    fn meeting_weight(_params: &Params, _squared_distance: f32) -> Option<f32> {
        None
    }

    /// Restricts an opinion that has moved to those that are possible. An influence that does so averages no rows.
    ///
    /// * `opinion` – the new opinion, D numbers.
    /// * `center` – the opinion that the embedding is centered on, D numbers.
    #[inline]
    fn restrict(_params: &Params, _opinion: &mut [f32], _center: &[f32]) {}
}

/// Size of a world, as far as it determines costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WorldSize {
    /// N, agents.
    pub(crate) agents: u64,
    /// D, opinion dimensions.
    pub(crate) dims: u64,
    /// r, coordinates with their padding.
    pub(crate) coordinates: u64,
}
