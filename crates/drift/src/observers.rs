//! Observers: passive agents, who read the population and are not read by it.

use crate::agent::{AgentId, Traits};
use crate::error::{WorldError, check_finite};
use crate::linalg::matrix::MatrixError;
use crate::params::Params;
use crate::range::OutOfRange;
use crate::world::World;

impl World {
    /// Adds an observer, who is updated like every agent but whose posts nobody reads: the population moves as if there were
    /// none. Also possible during a step, which then updates the observer, too.
    ///
    /// ```
    /// use drift::{Bandwidth, Matrix, Params, Traits, World};
    ///
    /// // One agent under two conditions: with the feed of everybody else, and with a chronological one.
    /// let opinions = Matrix::from_rows(1, (0..100).map(|agent| (agent % 2) as f32).collect())?;
    /// let params = Params { bandwidth: Bandwidth::Fixed(1.0), ..Params::default() };
    /// let mut world = World::new(opinions, params, 42)?;
    /// let with_feed = world.add_observer(&[0.4], Traits::default(), 7)?;
    /// let chronological = Traits { feed_share: Some(0.0), ..Traits::default() };
    /// let without_feed = world.add_observer(&[0.4], chronological, 7)?;
    /// (0..20).for_each(|_| world.step());
    /// assert!(world.opinion(with_feed)?[0] < world.opinion(without_feed)?[0]);
    /// # Ok::<(), drift::WorldError>(())
    /// ```
    ///
    /// * `opinion` – initial opinion and anchor, D numbers.
    /// * `seed` – observers with the same seed sample the same authors: one agent under several conditions.
    ///   [`Params::OBSERVER_SEEDS`].
    ///
    /// # Errors
    /// [`WorldError::OutOfRange`] for the seed or too many observers, [`WorldError::NotFinite`], [`WorldError::Traits`], and
    /// [`WorldError::Matrix`] for an opinion of another length or when memory is refused.
    pub fn add_observer(
        &mut self,
        opinion: &[f32],
        traits: Traits,
        seed: u32,
    ) -> Result<AgentId, WorldError> {
        OutOfRange::check_u32("observer_seed", seed, Params::OBSERVER_SEEDS)?;
        let count = self.observer_seeds.len() as u32 + 1;
        OutOfRange::check_u32("observers", count, Params::OBSERVERS)?;
        let total = (self.population.agents() + self.observers.agents()) as u32;
        let id = AgentId(total);
        check_finite(opinion, id.index())?;
        traits.check(id, self.population.agents() as u32, total)?;
        self.observers.push(opinion, traits, &self.projection)?;
        self.observer_seeds.push(seed);
        Ok(id)
    }

    /// Sets the opinion and the anchor of an observer.
    ///
    /// * `opinion` – D numbers.
    ///
    /// # Errors
    /// [`WorldError::UnknownAgent`], [`WorldError::NotAnObserver`], [`WorldError::NotFinite`], and [`WorldError::Matrix`] for
    /// an opinion of another length.
    pub fn set_observer_opinion(&mut self, observer: AgentId, opinion: &[f32]) -> Result<(), WorldError> {
        self.find(observer)?;
        let row = observer.index().checked_sub(self.population.agents());
        let row = row.ok_or(WorldError::NotAnObserver(observer.0))?;
        let dims = self.projection.dims();
        if opinion.len() != dims {
            return Err(MatrixError::Ragged { values: opinion.len(), dims }.into());
        }
        check_finite(opinion, observer.index())?;
        self.observers.set_opinion(row, opinion, &self.projection);
        Ok(())
    }
}
