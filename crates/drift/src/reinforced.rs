//! Reinforced posts: what a post moves its readers towards, written once per author and step.

use crate::agent::Traits;
use crate::influence::batch::Batch8;
use crate::influence::declaration::Influence;
use crate::influence::reinforcement::{Alignment, Reinforcement, overlap_rows, saturation};
use crate::linalg::matrix::{Matrix, MatrixError};
use crate::linalg::projection::Projection;
use crate::linalg::reduce::weighted_difference;
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
        let alpha = params.controversialness;
        let reinforced =
            |y: f32, agreement: f32| attraction * y + reinforcement * saturation(alpha * agreement);
        if params.topic_overlap == TopicOverlap::None {
            let inputs = post.iter().zip(projection.mean());
            row.iter_mut().zip(inputs).for_each(|(r, (&y, neutral))| *r = reinforced(y, y - neutral));
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
        row.iter_mut().zip(post.iter().zip(&self.aligned)).for_each(|(r, (&y, &a))| *r = reinforced(y, a));
    }
}

/// The update of an opinion with reinforcement and decay, `x' = (1 − λ)(x + s d − ν (x − c)) + λ a`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReinforcedStep<'a> {
    /// x, the opinion at this step (D numbers).
    pub(crate) before: &'a [f32],
    /// a, the anchor (D numbers).
    pub(crate) anchor: &'a [f32],
    /// c, the neutral opinion (D numbers).
    pub(crate) neutral: &'a [f32],
    /// s, see [`ReinforcedPosts::scale`].
    pub(crate) rate: f32,
    /// ν, 0 to 1.
    pub(crate) decay: f32,
    /// λ, 0 to 1.
    pub(crate) stubbornness: f32,
}

impl ReinforcedStep<'_> {
    /// Writes x' to `after`.
    ///
    /// * `pull` – d, the sum of influences, D numbers.
    #[inline]
    pub(crate) fn apply(&self, after: &mut [f32], pull: &[f32]) {
        let pull = &pull[..after.len()];
        self.write(after, |i| pull[i]);
    }

    /// Writes x' to `after`, adding the last batch of rows to d in the same pass.
    ///
    /// * `pull` – d without the batch; `None` stands for zero.
    /// * `from` – what the rows of the batch differ from, `(μ / s) x`.
    ///
    #[inline]
    pub(crate) fn apply_with_batch(
        &self,
        after: &mut [f32],
        pull: Option<&[f32]>,
        from: &[f32],
        (rows, weights): Batch8,
    ) {
        let n = after.len();
        let (from, rows) = (&from[..n], rows.map(|row| &row[..n]));
        match pull.map(|pull| &pull[..n]) {
            None => {
                self.write(after, |i| 0.0 + weighted_difference(from[i], rows.map(|row| row[i]), weights))
            }
            Some(pull) => {
                self.write(after, |i| {
                    pull[i] + weighted_difference(from[i], rows.map(|row| row[i]), weights)
                });
            }
        }
    }

    /// Writes x'; `pull` gives d at an index.
    #[inline(always)]
    fn write(&self, after: &mut [f32], pull: impl Fn(usize) -> f32) {
        let n = after.len();
        let (before, anchor, neutral) = (&self.before[..n], &self.anchor[..n], &self.neutral[..n]);
        let keep = 1.0 - self.stubbornness;
        for i in 0..n {
            let x = before[i];
            let moved = x + self.rate * pull(i) - self.decay * (x - neutral[i]);
            after[i] = keep * moved + self.stubbornness * anchor[i];
        }
    }
}
