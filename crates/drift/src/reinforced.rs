//! Reinforced posts: what a post moves its readers towards, written once per author and step.

use crate::agent::Traits;
use crate::influence::declaration::Influence;
use crate::influence::reinforcement::{Alignment, Reinforcement, overlap_rows, saturation};
use crate::linalg::matrix::{Matrix, MatrixError};
use crate::linalg::projection::Projection;
use crate::params::{Params, TopicOverlap};
use crate::population::{Population, PopulationState};

/// Rows `(μ y + κ g(α Φ (y − c))) / s` of all authors, `s = max(μ, κ)`: attraction and reinforcement of a post as one row, so
/// that a reader who moves by `s Σ w (row − (μ / s) x)` reads one row per post and not two.
#[derive(Clone, Debug)]
pub(crate) struct ReinforcedPosts {
    /// N × D.
    rows: Matrix,
    /// Rows of this step that are written.
    written: usize,
    /// Rows of Φ, r × D; empty where topics do not overlap by opinions.
    overlap: Vec<f32>,
    /// Φ (y − c) of one author, D numbers.
    aligned: Vec<f32>,
    /// Coordinates of a post that is not its author's opinion, r numbers and padding.
    coordinates: Vec<f32>,
}

impl ReinforcedPosts {
    /// Whether posts move their readers in another way than towards themselves.
    pub(crate) fn are_needed(params: &Params) -> bool {
        Reinforcement::is_active(params, &Traits::default())
    }

    /// Room for the rows of `agents` authors, where they are needed.
    ///
    /// # Errors
    /// [`MatrixError::TooLarge`] when the memory is refused.
    pub(crate) fn for_params(
        params: &Params,
        agents: usize,
        dims: usize,
    ) -> Result<Option<Self>, MatrixError> {
        let empty = |rows| ReinforcedPosts {
            rows,
            written: 0,
            overlap: Vec::new(),
            aligned: vec![0.0; dims],
            coordinates: Vec::new(),
        };
        Self::are_needed(params).then(|| Matrix::zeros(agents, dims).map(empty)).transpose()
    }

    /// s: what one unit of a row moves a reader by who is as susceptible as the world says.
    #[inline]
    pub(crate) fn scale(params: &Params) -> f32 {
        let scale = params.convergence_rate.max(params.reinforcement);
        if scale > 0.0 { scale } else { 1.0 }
    }

    /// Whether no row of this step is written.
    pub(crate) fn is_untouched(&self) -> bool {
        self.written == 0
    }

    /// Makes the rows those of the next step, which is about to begin.
    pub(crate) fn begin_step(&mut self) {
        self.written = 0;
    }

    /// The rows, N × D, once all are written.
    #[inline]
    pub(crate) fn rows(&self) -> &Matrix {
        &self.rows
    }

    /// Writes the rows of the next authors, four for each agent that could be updated instead: about as much work. Returns
    /// what is left of the budget; `None` when some rows are yet to be written.
    pub(crate) fn advance(
        &mut self,
        budget: u32,
        population: &Population,
        projection: &Projection,
        params: &Params,
    ) -> Option<u32> {
        let agents = population.agents();
        if self.written == agents {
            return Some(budget);
        }
        if self.written == 0 {
            self.overlap.clear();
            if params.topic_overlap == TopicOverlap::Opinions && params.reinforcement > 0.0 {
                self.overlap = overlap_rows(&population.anchor_embedding, projection);
            }
        }
        let until = agents.min(self.written.saturating_add((budget.max(1) as usize).saturating_mul(4)));
        let spent = (until - self.written).div_ceil(4) as u32;
        (self.written..until).for_each(|author| self.write(author, &population.current, projection, params));
        self.written = until;
        if until < agents { None } else { Some(budget.saturating_sub(spent).max(1)) }
    }

    fn write(&mut self, author: usize, state: &PopulationState, projection: &Projection, params: &Params) {
        let scale = Self::scale(params);
        let (attraction, reinforcement) = (params.convergence_rate / scale, params.reinforcement / scale);
        let post = state.posts().row(author);
        let row = self.rows.row_mut(author);
        if params.reinforcement == 0.0 {
            row.iter_mut().zip(post).for_each(|(r, y)| *r = attraction * y);
            return;
        }
        let coordinates = if state.separate_posts.is_none() || params.topic_overlap != TopicOverlap::Opinions
        {
            state.embedding.padded(author)
        } else {
            self.coordinates.resize(state.embedding.padded(author).len(), 0.0);
            projection.project(post, &mut self.coordinates);
            &self.coordinates
        };
        let alignment =
            Alignment { center: projection.mean(), overlap: params.topic_overlap, rows: &self.overlap };
        alignment.write(post, coordinates, &mut self.aligned);
        let alpha = params.controversialness;
        for ((r, y), a) in row.iter_mut().zip(post).zip(&self.aligned) {
            *r = attraction * y + reinforcement * saturation(alpha * a);
        }
    }
}
