//! Update of one agent in one step: the equation of the model.

use crate::attention::Attention;
use crate::embedding::{MAX_STRIDE, squared_distance};
use crate::influence::all_to_all::all_within_reach;
use crate::influence::anchor::AnchorStep;
use crate::influence::batch::batches_of_8;
use crate::influence::expression::write_expressed_opinion;
use crate::influence::innovation::{add_noise, add_shared_noise};
use crate::influence::mentors::mentor_batch;
use crate::influence::pairwise::PartnerSampler;
use crate::influence::sampling::{SampledPosts, SamplingRule, sample_posts};
use crate::influence::{any_acts_alone, meeting_weight, restrict_opinion};
use crate::linalg::matrix::Matrix;
use crate::linalg::projection::Projection;
use crate::linalg::reduce::add_weighted_differences;
use crate::network::contacts::Contacts;
use crate::params::{Interaction, Normalization, Params};
use crate::population::{AgentOut, AgentView, PopulationState};
use crate::reinforced::{ReinforcedPosts, ReinforcedStep};
use crate::rng::{StreamKey, uniform};
use crate::sorted_1d::Sorted1d;

/// What every agent's update reads: the state of the step before. No agent sees another move.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StepContext<'a> {
    pub(crate) params: &'a Params,
    pub(crate) attention: &'a Attention,
    pub(crate) projection: &'a Projection,
    pub(crate) contacts: Option<&'a Contacts>,
    /// The sorted population, where it answers all-to-all interaction.
    pub(crate) sorted_1d: Option<&'a Sorted1d>,
    /// What posts move their readers towards (N × D), where that is not the posts themselves.
    pub(crate) reinforced: Option<&'a Matrix>,
    /// The agents who are read.
    pub(crate) population: &'a PopulationState,
    /// The agents who are not, except as mentors of each other.
    pub(crate) observers: &'a PopulationState,
    /// Whether coordinates are averaged along with opinions instead of projected again.
    pub(crate) averages_coordinates: bool,
    /// Key of the step's sampled posts.
    pub(crate) sampling: StreamKey,
    /// Key of the step's innovation noise.
    pub(crate) innovation: StreamKey,
    /// Key of the step's innovation along shared axes, and those axes.
    pub(crate) shared_innovation: StreamKey,
    pub(crate) shared_rows: &'a [f32],
}

/// Scratch buffers, reused for every agent so that a step does not allocate.
#[derive(Clone, Debug)]
pub(crate) struct Scratch {
    /// The posts an agent reads.
    pub(crate) read: SampledPosts,
    /// The sum of influences, D numbers.
    pub(crate) pull: Vec<f32>,
    /// The reader's opinion in units of reinforced posts, D numbers.
    scaled: Vec<f32>,
    /// Weights of possible partners.
    pub(crate) weights: Vec<f32>,
}

impl Scratch {
    /// Buffers for opinions of `dims` numbers.
    pub(crate) fn new(dims: usize) -> Self {
        Scratch {
            read: SampledPosts::default(),
            pull: vec![0.0; dims],
            scaled: vec![0.0; dims],
            weights: Vec::new(),
        }
    }
}

/// Updates one agent by one step.
///
/// `x' = (1 − λ)(x + μ[(1 − ρ)u + ρ(m − x)] + κ(1 − ρ)v − ν(x − c)) + λa + σξ`, with u the mean influence of the posts read,
/// v their mean push and m the mean of the mentors' posts; then the post `y' = θx' + (1 − θ)n`.
///
/// The update without reinforcement, innovation and expression is affine, so coordinates are averaged with the same weights
/// instead of projected again; the rounding error contracts with every step. Reinforcement, innovation, expression and
/// restricted opinions are not averages and force a new projection.
///
/// Costs `K · m · r` multiply-adds for a recommender with m candidates per post, `(K + 2)(D + r)` for the rows read, and
/// `r · D` where coordinates are projected again.
pub(crate) fn update_agent(agent: &AgentView, context: &StepContext, out: AgentOut, scratch: &mut Scratch) {
    let StepContext { params, population, observers, .. } = *context;
    if agent.row.is_some() && !any_acts_alone(params, agent.traits) {
        // Pairs have met, and nothing else acts on this agent.
        out.opinion.copy_from_slice(agent.opinion);
        out.coordinates.copy_from_slice(agent.coordinates);
        return;
    }
    let count = read_posts(agent, context, scratch);
    let influences = Influences { agent, context, read: &scratch.read, count };
    let opinions = Rows {
        before: agent.opinion,
        anchor: agent.anchor,
        population: population.posts(),
        observers: observers.posts(),
    };
    match context.reinforced {
        None => influences.apply(opinions, &mut scratch.pull, out.opinion),
        Some(rows) => {
            influences.apply_reinforced(rows, opinions, &mut scratch.scaled, &mut scratch.pull, out.opinion);
        }
    }
    if context.averages_coordinates {
        let (population, observers) = (population.embedding.padded_rows(), observers.embedding.padded_rows());
        let pull = &mut [0.0; MAX_STRIDE][..population.dims()];
        let coordinates =
            Rows { before: agent.coordinates, anchor: agent.anchor_coordinates, population, observers };
        influences.apply(coordinates, pull, out.coordinates);
        return;
    }
    if params.innovation > 0.0 {
        add_noise(out.opinion, params.innovation, &mut context.innovation.stream(agent.stream));
    }
    if params.shared_innovation > 0.0 {
        let mut stream = context.shared_innovation.stream(agent.stream);
        add_shared_noise(out.opinion, params.shared_innovation, context.shared_rows, &mut stream);
    }
    restrict_opinion(params, out.opinion, context.projection.mean());
    if let Some(post) = out.post {
        let posts = population.posts();
        write_expressed_opinion(post, agent.opinion, out.opinion, &scratch.read, posts, params.expression);
    }
    context.projection.project(out.opinion, out.coordinates);
}

/// Fills `scratch.read` with the posts that an agent reads. Returns K, the number of posts that their mean is over.
fn read_posts(agent: &AgentView, context: &StepContext, scratch: &mut Scratch) -> usize {
    let StepContext { params, attention, .. } = *context;
    let Scratch { read, weights, .. } = scratch;
    let (traits, embedding) = (agent.traits, &context.population.embedding);
    match params.interaction {
        Interaction::Posts => {
            let rule = SamplingRule {
                coordinates: agent.coordinates,
                own: agent.row,
                posts_per_step: params.posts_per_step,
                candidates_per_post: params.candidates_per_post,
                feed_share: traits.feed_share.unwrap_or(params.feed_share),
                exploration: traits.exploration.unwrap_or(params.exploration),
                homophily: params.algorithmic_bias,
            };
            let mut stream = context.sampling.stream(agent.stream);
            if traits.activity.is_some_and(|activity| uniform(&mut stream) >= f64::from(activity)) {
                read.clear();
                return params.posts_per_step as usize;
            }
            sample_posts(&rule, embedding, context.contacts, attention, &mut stream, read);
            params.posts_per_step as usize
        }
        Interaction::Pairwise => {
            read.clear();
            // The population has met already; an observer meets one agent, who does not move.
            if agent.row.is_none() {
                let sampler = PartnerSampler { algorithmic_bias: params.algorithmic_bias, contacts: None };
                let mut stream = context.sampling.stream(agent.stream);
                let partner = sampler.sample(agent.coordinates, None, embedding, &mut stream, weights);
                if let Some(author) = partner {
                    let distance = squared_distance(agent.coordinates, embedding.padded(author as usize));
                    read.push(author, meeting_weight(params, attention, distance));
                }
            }
            1
        }
        // Prefix sums stand for the posts.
        Interaction::AllToAll if context.sorted_1d.is_some() => {
            read.clear();
            embedding.agents()
        }
        Interaction::AllToAll => {
            all_within_reach(agent.coordinates, embedding, attention, read);
            embedding.agents()
        }
    }
}

/// The influences on one agent in one step, to be applied to its opinion and to its coordinates.
struct Influences<'a> {
    agent: &'a AgentView<'a>,
    context: &'a StepContext<'a>,
    read: &'a SampledPosts,
    /// K, the number of posts that their mean is over.
    count: usize,
}

/// Rows of opinions (D numbers), or of coordinates (r numbers and padding).
struct Rows<'a> {
    /// The agent's own.
    before: &'a [f32],
    /// Its anchor's.
    anchor: &'a [f32],
    /// The population's posts.
    population: &'a Matrix,
    /// The observers' posts.
    observers: &'a Matrix,
}

impl<'a> Rows<'a> {
    /// The post of an agent or observer.
    #[inline]
    fn post(&self, author: u32) -> &'a [f32] {
        match (author as usize).checked_sub(self.population.row_count()) {
            None => self.population.row(author as usize),
            Some(observer) => self.observers.row(observer),
        }
    }
}

impl Influences<'_> {
    /// Writes the agent's next opinion, where posts push their readers and do not only attract them.
    ///
    /// * `reinforced` – the rows of [`ReinforcedPosts`], N × D.
    /// * `scaled`, `pull` – scratch buffers of D numbers.
    ///
    /// Not inlined, so that steps without reinforcement keep their speed.
    #[inline(never)]
    fn apply_reinforced(
        &self,
        reinforced: &Matrix,
        rows: Rows,
        scaled: &mut [f32],
        pull: &mut [f32],
        after: &mut [f32],
    ) {
        let Influences { agent: AgentView { traits, .. }, context, read, count } = *self;
        let StepContext { params, projection, .. } = *context;
        let rho = traits.mentorship;
        let scale = ReinforcedPosts::scale(params);
        let attraction = params.convergence_rate / scale;
        scaled.iter_mut().zip(rows.before).for_each(|(scaled, x)| *scaled = attraction * x);
        let mentors =
            mentor_batch(rows.before, traits.mentors.members(), |mentor| rows.post(mentor), attraction * rho);
        let mut posts = batches_of_8(scaled, read, reinforced, params.normalization, count, 1.0 - rho);
        // The last batch is read while the next row is written.
        let last = if mentors.is_none() { posts.next_back() } else { None };
        let more = posts.len() > 0 || mentors.is_some();
        if more || last.is_none() {
            pull.fill(0.0);
        }
        posts.for_each(|(rows_read, weights)| add_weighted_differences(pull, scaled, rows_read, weights));
        if let Some((rows_read, weights)) = mentors {
            add_weighted_differences(pull, rows.before, rows_read, weights);
        }
        // An agent is as susceptible to being pushed, and to coming back, as to being attracted.
        let susceptibility = match traits.convergence_rate {
            Some(own) if params.convergence_rate > 0.0 => own / params.convergence_rate,
            Some(0.0) => 0.0,
            _ => 1.0,
        };
        let step = ReinforcedStep {
            before: rows.before,
            anchor: rows.anchor,
            neutral: projection.mean(),
            rate: scale * susceptibility,
            decay: params.decay * susceptibility,
            stubbornness: traits.stubbornness.unwrap_or(params.stubbornness),
        };
        match last {
            Some(batch) => step.apply_with_batch(after, more.then_some(&*pull), scaled, batch),
            None => step.apply(after, pull),
        }
    }

    /// Writes the agent's next row.
    ///
    /// * `pull` – scratch buffer, as long as a row.
    #[inline]
    fn apply(&self, rows: Rows, pull: &mut [f32], after: &mut [f32]) {
        let Influences { agent: AgentView { traits, row, coordinates, .. }, context, read, count } = *self;
        let StepContext { params, attention, sorted_1d, .. } = *context;
        let rho = traits.mentorship;
        let mentors = mentor_batch(rows.before, traits.mentors.members(), |mentor| rows.post(mentor), rho);
        let mut posts =
            batches_of_8(rows.before, read, rows.population, params.normalization, count, 1.0 - rho);
        // The last batch is read while the next row is written.
        let last = mentors.or_else(|| if sorted_1d.is_none() { posts.next_back() } else { None });
        let more = posts.len() > 0 || sorted_1d.is_some();
        if more || last.is_none() {
            pull.fill(0.0);
        }
        posts.for_each(|(rows_read, weights)| {
            add_weighted_differences(pull, rows.before, rows_read, weights);
        });
        if let Some(sorted) = sorted_1d {
            let (within, sum) = sorted.sum_within_reach(coordinates[0], *row, attention);
            let divisor = match params.normalization {
                Normalization::ByCount => count,
                Normalization::ByAttention => within.max(1),
            };
            let mean = (sum - within as f64 * f64::from(rows.before[0])) / divisor as f64;
            pull[0] += (1.0 - rho) * mean as f32;
        }
        let step = AnchorStep {
            before: rows.before,
            anchor: rows.anchor,
            convergence_rate: traits.convergence_rate.unwrap_or(params.convergence_rate),
            stubbornness: traits.stubbornness.unwrap_or(params.stubbornness),
        };
        match last {
            Some(batch) => step.apply_with_batch(after, more.then_some(&*pull), batch),
            None => step.apply(after, pull),
        }
    }
}
