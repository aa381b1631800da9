//! Parallel step: the update of agents on several threads.
//!
//! For experiments on machines with threads; a page has none. Every update depends on the state of the step before and on
//! keyed random numbers alone, so the bits are the same for any number of threads.

use crate::population::AgentOut;
use crate::step::{StepParts, StepProgress};
use crate::update::{Scratch, update_agent};
use crate::world::World;

impl World {
    /// Runs one step, or what is left of it, on `threads` threads. Meetings in pairs are sequential.
    pub fn step_parallel(&mut self, threads: usize) {
        let rest = self.population.agents() - self.updated;
        let divisible = threads > 1 && !self.refit.is_active() && rest > 0 && !self.population_is_settled();
        if divisible && self.prepare_step(u32::MAX).is_some() {
            self.update_partitioned(rest.div_ceil(threads));
        }
        while self.step_agents(u32::MAX) != StepProgress::Done {}
    }

    /// Updates all agents that the step has not updated yet, `share` agents per thread.
    fn update_partitioned(&mut self, share: usize) {
        let first = self.updated;
        let StepParts { context, next, constants, .. } = self.split_for_step();
        let dims = context.projection.dims();
        let width = context.population.embedding.padded(0).len();
        let posts = next.separate_posts.as_mut().map(|posts| posts.values_mut().split_at_mut(first * dims).1);
        let mut posts: Vec<Option<&mut [f32]>> = match posts {
            Some(posts) => posts.chunks_mut(share * dims).map(Some).collect(),
            None => Vec::new(),
        };
        posts.reverse();
        let opinions = next.opinions.values_mut().split_at_mut(first * dims).1;
        let coordinates = next.embedding.padded_values_mut().split_at_mut(first * width).1;
        let parts = opinions.chunks_mut(share * dims).zip(coordinates.chunks_mut(share * width)).enumerate();
        std::thread::scope(|threads| {
            for (nth, (opinions, coordinates)) in parts {
                let mut posts = posts.pop().flatten();
                let context = &context;
                threads.spawn(move || {
                    let mut scratch = Scratch::new(dims);
                    let rows = opinions.chunks_mut(dims).zip(coordinates.chunks_mut(width)).enumerate();
                    for (row, (opinion, coordinates)) in rows {
                        let agent = first + nth * share + row;
                        let post = posts.as_mut().map(|posts| &mut posts[row * dims..][..dims]);
                        let view = constants.view(context.population, agent, Some(agent as u32), agent);
                        update_agent(&view, context, AgentOut { opinion, coordinates, post }, &mut scratch);
                    }
                });
            }
        });
        self.updated = self.population.agents();
    }
}
