//! Step: the update of all agents, in one go or in slices.

use crate::agent::Traits;
use crate::influence::any_acts_alone;
use crate::influence::pairwise::PartnerSampler;
use crate::meetings::Meetings;
use crate::params::Interaction;
use crate::population::{Constants, PopulationState};
use crate::reinforced::ReinforcedPosts;
use crate::rng::{Domain, StreamKey};
use crate::sorted_1d::Sorted1d;
use crate::update::{Scratch, StepContext, update_agent};
use crate::world::World;

/// Progress of a step that is run in slices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepProgress {
    /// The step is in progress.
    Partial {
        /// Agents of the population that have been updated.
        updated: u32,
        /// Agents of the population.
        agents: u32,
    },
    /// The step is complete.
    Done,
}

impl World {
    /// Runs one step, or what is left of the one in progress.
    pub fn step(&mut self) {
        while self.step_agents(u32::MAX) != StepProgress::Done {}
    }

    /// Updates the next `budget` agents of the population. The observers are updated together with the last of them, and the
    /// step is then complete. Slices of any size give the same bits.
    ///
    /// Where the recommender refits its embedding, that takes further slices. Does not allocate, except in the first step of
    /// its kind (of a sorted one-dimensional population, or with a refit).
    pub fn step_agents(&mut self, budget: u32) -> StepProgress {
        if self.refit.is_active() {
            return self.advance_refit(budget);
        }
        let agents = self.population.agents();
        let Some(budget) = self.prepare_step(budget) else {
            return StepProgress::Partial { updated: 0, agents: agents as u32 };
        };
        let (first, until) = (self.updated, agents.min(self.updated.saturating_add(budget as usize)));
        let settled = self.population_is_settled();
        let StepParts { context, next, constants, next_observers, observer_constants, scratch, seeds } =
            self.split_for_step();
        for agent in if settled { until..until } else { first..until } {
            let view = constants.view(context.population, agent, Some(agent as u32), agent);
            update_agent(&view, &context, next.agent_out(agent), scratch);
        }
        if until == agents {
            for (observer, &seed) in seeds.iter().enumerate() {
                // Streams of observers count down from the top, apart from the population's.
                let stream = (u32::MAX - seed) as usize;
                let view = observer_constants.view(context.observers, observer, None, stream);
                update_agent(&view, &context, next_observers.agent_out(observer), scratch);
            }
        }
        self.updated = until;
        if until < agents {
            StepProgress::Partial { updated: until as u32, agents: agents as u32 }
        } else {
            self.finish_step(settled)
        }
    }

    /// Does what precedes the update of single agents: meetings in pairs, reinforced posts, sorting. Returns what is left of
    /// the budget; `None` when some of it is yet to be done.
    pub(crate) fn prepare_step(&mut self, budget: u32) -> Option<u32> {
        let left = self.hold_meetings(budget)?;
        let left = match &mut self.reinforced {
            Some(posts) => posts.advance(left, &self.population, &self.projection, &self.params)?,
            None => left,
        };
        if self.updated == 0 && self.uses_sorted_1d() {
            let PopulationState { opinions, embedding, .. } = &self.population.current;
            self.sorted_1d.rebuild(opinions, embedding, &self.attention);
        }
        Some(left)
    }

    /// Whether the population's next state is its current one once all pairs have met, because no influence acts on an agent
    /// without a partner.
    pub(crate) fn population_is_settled(&self) -> bool {
        self.population.all_default_traits && !any_acts_alone(&self.params, &Traits::default())
    }

    fn uses_sorted_1d(&self) -> bool {
        Sorted1d::applies(&self.params, self.population.current.opinions.dims())
    }

    /// Borrows what a step reads and what it writes apart from each other.
    pub(crate) fn split_for_step(&mut self) -> StepParts<'_> {
        let sorted_1d = self.uses_sorted_1d().then_some(&self.sorted_1d);
        let averages_coordinates = self.averages_coordinates();
        let key = |domain| StreamKey::new(self.seed, domain).at_step(self.step_count);
        let (sampling, innovation) = (key(Domain::POST_SAMPLING), key(Domain::INNOVATION));
        let (population, next, constants) = self.population.split();
        let (observers, next_observers, observer_constants) = self.observers.split();
        let context = StepContext {
            params: &self.params,
            attention: &self.attention,
            projection: &self.projection,
            contacts: self.contacts.as_ref(),
            sorted_1d,
            reinforced: self.reinforced.as_ref().map(ReinforcedPosts::rows),
            population,
            observers,
            averages_coordinates,
            sampling,
            innovation,
            shared_innovation: key(Domain::SHARED_INNOVATION),
            shared_rows: &self.shared_rows,
        };
        StepParts {
            context,
            next,
            constants,
            next_observers,
            observer_constants,
            scratch: &mut self.scratch,
            seeds: &self.observer_seeds,
        }
    }

    /// Holds meetings, in worlds of pairwise interaction. Returns what is left of the budget (a meeting takes two agents'
    /// worth); `None` when some pairs have yet to meet.
    fn hold_meetings(&mut self, budget: u32) -> Option<u32> {
        let budget = budget.max(1);
        let all = Meetings::count(self.population.agents());
        if self.params.interaction != Interaction::Pairwise || self.pairs_met == all {
            return Some(budget);
        }
        let until = all.min(self.pairs_met + (budget as usize).div_ceil(2));
        let meetings = Meetings {
            sampler: PartnerSampler {
                algorithmic_bias: self.params.algorithmic_bias,
                contacts: self.contacts.as_ref(),
            },
            params: &self.params,
            attention: &self.attention,
            projection: &self.projection,
            key: StreamKey::new(self.seed, Domain::POST_SAMPLING).at_step(self.step_count),
        };
        meetings.apply(self.pairs_met..until, &mut self.population, &mut self.scratch.weights);
        let spent = 2 * (until - self.pairs_met) as u32;
        self.pairs_met = until;
        if until < all { None } else { Some(budget.saturating_sub(spent).max(1)) }
    }

    /// Makes the next state the current one. The step is then complete, unless a refit is due.
    fn finish_step(&mut self, settled: bool) -> StepProgress {
        if !settled {
            self.population.swap_buffers();
        }
        self.observers.swap_buffers();
        (self.updated, self.pairs_met) = (0, 0);
        if let Some(posts) = &mut self.reinforced {
            posts.begin_step();
        }
        let is_due = |interval| self.projection.has_axes() && (self.step_count + 1).is_multiple_of(interval);
        if self.params.refit_interval.is_some_and(is_due) {
            self.refit.begin(&self.population.current.opinions, &self.projection);
            return self.refit_progress();
        }
        self.step_count += 1;
        StepProgress::Done
    }

    fn advance_refit(&mut self, budget: u32) -> StepProgress {
        let World { refit, projection, population, observers, .. } = self;
        if !refit.advance(budget, projection, population, observers) {
            return self.refit_progress();
        }
        self.step_count += 1;
        StepProgress::Done
    }

    /// The progress of a step during its refit: all agents have been updated.
    fn refit_progress(&self) -> StepProgress {
        let agents = self.population.agents() as u32;
        StepProgress::Partial { updated: agents, agents }
    }
}

/// What a step reads and writes, borrowed apart.
pub(crate) struct StepParts<'a> {
    pub(crate) context: StepContext<'a>,
    /// Next state of the population.
    pub(crate) next: &'a mut PopulationState,
    pub(crate) constants: Constants<'a>,
    /// Next state of the observers.
    next_observers: &'a mut PopulationState,
    observer_constants: Constants<'a>,
    scratch: &'a mut Scratch,
    /// Seed of each observer.
    seeds: &'a [u32],
}
