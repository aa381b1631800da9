//! Periodic refit of the recommender's embedding (subspace iteration, Halko et al. 2011), a slice at a time.

use core::mem::swap;

use crate::linalg::matrix::Matrix;
use crate::linalg::pca::PcaFit;
use crate::linalg::projection::Projection;
use crate::population::Population;

/// A refit in progress, with its buffers, which are kept from one refit to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct EmbeddingRefit {
    state: RefitState,
    fit: PcaFit,
    /// The new projection until it is in use, and then the buffer of the old one.
    projection: Option<Projection>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum RefitState {
    /// No refit is in progress.
    #[default]
    Idle,
    /// The principal components are being fitted.
    Fitting,
    /// The agents are being projected; so many have been.
    Projecting(usize),
}

impl EmbeddingRefit {
    /// Begins a refit to these opinions (N × D), from the projection in use.
    pub(crate) fn begin(&mut self, opinions: &Matrix, previous: &Projection) {
        self.fit.warm_start(opinions, previous);
        self.state = RefitState::Fitting;
    }

    /// Whether a refit is in progress.
    pub(crate) fn is_active(&self) -> bool {
        self.state != RefitState::Idle
    }

    /// Runs the next slice: a round of the fit, or the projection of `budget` agents. Returns whether the refit is complete
    /// and `projection` and both embeddings are the new ones.
    pub(crate) fn advance(
        &mut self,
        budget: u32,
        projection: &mut Projection,
        population: &mut Population,
        observers: &mut Population,
    ) -> bool {
        let agents = population.agents();
        let opinions = &population.current.opinions;
        let EmbeddingRefit { state, fit, projection: buffer } = self;
        let refitted = buffer.get_or_insert_with(|| projection.clone());
        match *state {
            RefitState::Idle => return true,
            RefitState::Fitting => {
                if !fit.advance(opinions) {
                    fit.finish_into(opinions, projection, refitted);
                    *state = RefitState::Projecting(0);
                }
                return false;
            }
            RefitState::Projecting(done) => {
                // The next state is unused between steps, so the new coordinates are written there, and the current ones
                // stay complete until all are done.
                let until = agents.min(done.saturating_add(budget.max(1) as usize));
                population.next.embedding.project(opinions, done..until, refitted);
                population.anchor_embedding.project(&population.anchors, done..until, refitted);
                *state = RefitState::Projecting(until);
                if until < agents {
                    return false;
                }
            }
        }
        swap(&mut population.current.embedding, &mut population.next.embedding);
        let Population { current, anchors, anchor_embedding, .. } = observers;
        current.embedding.project(&current.opinions, 0..current.opinions.row_count(), refitted);
        anchor_embedding.project(anchors, 0..anchors.row_count(), refitted);
        swap(projection, refitted);
        *state = RefitState::Idle;
        true
    }
}
