//! Population: opinions, embeddings, posts and traits of agents, double-buffered.

use core::mem::swap;

use crate::agent::Traits;
use crate::embedding::Embedding;
use crate::linalg::matrix::{Matrix, MatrixError};
use crate::linalg::projection::Projection;

/// State of agents at one step.
#[derive(Clone, Debug)]
pub(crate) struct PopulationState {
    /// x, N × D.
    pub(crate) opinions: Matrix,
    /// z, N × r.
    pub(crate) embedding: Embedding,
    /// y, N × D; `None` while every post is its author's opinion.
    pub(crate) separate_posts: Option<Matrix>,
}

impl PopulationState {
    /// Reserves memory for one more agent.
    fn try_reserve_row(&mut self) -> Result<(), MatrixError> {
        self.opinions.try_reserve_row()?;
        self.embedding.try_reserve_row()?;
        self.separate_posts.as_mut().map_or(Ok(()), Matrix::try_reserve_row)
    }

    /// The posts, N × D.
    #[inline]
    pub(crate) fn posts(&self) -> &Matrix {
        self.separate_posts.as_ref().unwrap_or(&self.opinions)
    }

    /// Where an agent's state is written.
    #[inline]
    pub(crate) fn agent_out(&mut self, row: usize) -> AgentOut<'_> {
        AgentOut {
            opinion: self.opinions.row_mut(row),
            coordinates: self.embedding.padded_mut(row),
            post: self.separate_posts.as_mut().map(|posts| posts.row_mut(row)),
        }
    }
}

/// What one agent's update reads of the agent itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AgentView<'a> {
    /// x, D numbers.
    pub(crate) opinion: &'a [f32],
    /// a, D numbers.
    pub(crate) anchor: &'a [f32],
    /// z, r numbers and padding.
    pub(crate) coordinates: &'a [f32],
    /// z of the anchor, r numbers and padding.
    pub(crate) anchor_coordinates: &'a [f32],
    pub(crate) traits: &'a Traits,
    /// Row in the population; `None` for an observer.
    pub(crate) row: Option<u32>,
    /// Index of the agent's random streams.
    pub(crate) stream: usize,
}

/// What one agent's update writes.
#[derive(Debug)]
pub(crate) struct AgentOut<'a> {
    /// x', D numbers.
    pub(crate) opinion: &'a mut [f32],
    /// z', r numbers and padding.
    pub(crate) coordinates: &'a mut [f32],
    /// y', D numbers, where posts are separate.
    pub(crate) post: Option<&'a mut [f32]>,
}

/// The parts of a population that a step does not change.
#[derive(Clone, Copy)]
pub(crate) struct Constants<'a> {
    anchors: &'a Matrix,
    anchor_embedding: &'a Embedding,
    traits: &'a [Traits],
}

impl<'a> Constants<'a> {
    /// An agent as its update reads it.
    #[inline]
    pub(crate) fn view(
        self,
        current: &'a PopulationState,
        row: usize,
        own: Option<u32>,
        stream: usize,
    ) -> AgentView<'a> {
        AgentView {
            opinion: current.opinions.row(row),
            anchor: self.anchors.row(row),
            coordinates: current.embedding.padded(row),
            anchor_coordinates: self.anchor_embedding.padded(row),
            traits: &self.traits[row],
            row: own,
            stream,
        }
    }
}

/// Agents that are updated together: the population proper, or the observers. A step reads the current state and writes the
/// next one.
#[derive(Clone, Debug)]
pub(crate) struct Population {
    pub(crate) current: PopulationState,
    pub(crate) next: PopulationState,
    /// a, the opinions at step 0, N × D.
    pub(crate) anchors: Matrix,
    /// Coordinates of the anchors, N × r.
    pub(crate) anchor_embedding: Embedding,
    pub(crate) traits: Vec<Traits>,
    /// Whether no agent has ever had traits of its own, so that none have to be read.
    pub(crate) all_default_traits: bool,
}

impl Population {
    /// No agents, with capacity for `agents`, except for the current opinions, which the caller already has.
    pub(crate) fn with_capacity(
        agents: usize,
        projection: &Projection,
        separate_posts: bool,
    ) -> Result<Self, MatrixError> {
        let dims = projection.dims();
        let state = |opinions: usize| {
            Ok(PopulationState {
                opinions: Matrix::with_capacity(opinions, dims)?,
                embedding: Embedding::with_capacity(agents, projection.width())?,
                separate_posts: if separate_posts {
                    Some(Matrix::with_capacity(agents, dims)?)
                } else {
                    None
                },
            })
        };
        let (current, next, anchors) = (state(0)?, state(agents)?, Matrix::with_capacity(agents, dims)?);
        let anchor_embedding = Embedding::with_capacity(agents, projection.width())?;
        let mut traits = Vec::new();
        traits.try_reserve_exact(agents).map_err(|_| MatrixError::too_large(agents, dims))?;
        Ok(Population { current, next, anchors, anchor_embedding, traits, all_default_traits: true })
    }

    /// Appends an agent everywhere but in the current opinions, which are left to the caller.
    pub(crate) fn push_derived(
        &mut self,
        opinion: &[f32],
        projection: &Projection,
    ) -> Result<(), MatrixError> {
        self.next.opinions.push_row(opinion)?;
        self.anchors.push_row(opinion)?;
        self.anchor_embedding.push(opinion, projection)?;
        for state in [&mut self.current, &mut self.next] {
            state.embedding.push(opinion, projection)?;
            if let Some(posts) = &mut state.separate_posts {
                posts.push_row(opinion)?;
            }
        }
        self.traits.push(Traits::default());
        Ok(())
    }

    /// Number of agents.
    #[inline]
    pub(crate) fn agents(&self) -> usize {
        self.traits.len()
    }

    /// Borrows the current state, the next state and the rest apart from each other.
    #[inline]
    pub(crate) fn split(&mut self) -> (&PopulationState, &mut PopulationState, Constants<'_>) {
        let Population { current, next, anchors, anchor_embedding, traits, .. } = self;
        (current, next, Constants { anchors, anchor_embedding, traits })
    }

    /// Stores posts separately from opinions from now on (the current posts are the current opinions), or no longer.
    pub(crate) fn set_separate_posts(&mut self, separate: bool) -> Result<(), MatrixError> {
        if !separate {
            self.current.separate_posts = None;
            self.next.separate_posts = None;
        } else if self.current.separate_posts.is_none() {
            let (posts, buffer) = (self.current.opinions.try_clone()?, self.current.opinions.try_clone()?);
            self.current.separate_posts = Some(posts);
            self.next.separate_posts = Some(buffer);
        }
        Ok(())
    }

    /// Appends an agent; without effect when memory is refused.
    pub(crate) fn push(
        &mut self,
        opinion: &[f32],
        traits: Traits,
        projection: &Projection,
    ) -> Result<(), MatrixError> {
        self.anchors.try_reserve_row()?;
        self.anchor_embedding.try_reserve_row()?;
        for state in [&mut self.current, &mut self.next] {
            state.try_reserve_row()?;
        }
        self.current.opinions.push_row(opinion)?;
        self.push_derived(opinion, projection)?;
        self.set_traits(self.agents() - 1, traits);
        Ok(())
    }

    /// Gives an agent traits of its own.
    pub(crate) fn set_traits(&mut self, agent: usize, traits: Traits) {
        self.all_default_traits &= traits == Traits::default();
        self.traits[agent] = traits;
    }

    /// Sets an agent's opinion and anchor.
    pub(crate) fn set_opinion(&mut self, agent: usize, opinion: &[f32], projection: &Projection) {
        self.anchors.row_mut(agent).copy_from_slice(opinion);
        self.current.opinions.row_mut(agent).copy_from_slice(opinion);
        for embedding in [&mut self.anchor_embedding, &mut self.current.embedding] {
            projection.project(opinion, embedding.padded_mut(agent));
        }
        if let Some(posts) = &mut self.current.separate_posts {
            posts.row_mut(agent).copy_from_slice(opinion);
        }
    }

    /// Makes the next state the current one.
    pub(crate) fn swap_buffers(&mut self) {
        swap(&mut self.current, &mut self.next);
    }
}
