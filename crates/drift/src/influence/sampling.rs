//! Sampled posts: the posts an agent reads in a step, by exploration, feed and conversation.

use rand::{Rng, SeedableRng};

use crate::agent::Traits;
use crate::attention::Attention;
use crate::embedding::{Embedding, squared_distance};
use crate::influence::declaration::{Influence, WorldSize};
use crate::influence::feed::{CandidatePool, NearestOfM};
use crate::influence::pairwise::PartnerSampler;
use crate::network::contacts::Contacts;
use crate::params::{Interaction, Params};
use crate::rng::{Stream, bounded_u32};

/// Reading K sampled posts: a weighted mean of their rows.
pub(crate) struct Posts;

impl Influence for Posts {
    const AVERAGES_ROWS: bool = true;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.interaction == Interaction::Posts
    }

    fn cost(params: &Params, size: &WorldSize) -> u64 {
        let screening = u64::from(params.candidates_per_post) * (size.coordinates + 8);
        u64::from(params.posts_per_step) * (screening + size.dims + 8)
    }
}

/// The posts that one agent reads: rows of their authors and the attention to each. Reused for every agent, so that a step
/// does not allocate.
#[derive(Clone, Debug, Default)]
pub(crate) struct SampledPosts {
    /// Rows of the authors.
    pub(crate) authors: Vec<u32>,
    /// w, attention, 0 to 1.
    pub(crate) attention: Vec<f32>,
    /// Chances of all possible partners in conversation.
    pub(crate) partner_weights: Vec<f32>,
    /// The recommender's buffers.
    feed: NearestOfM,
}

impl SampledPosts {
    /// No posts, with capacity for `posts`.
    pub(crate) fn with_capacity(posts: usize) -> Self {
        SampledPosts {
            authors: Vec::with_capacity(posts),
            attention: Vec::with_capacity(posts),
            partner_weights: Vec::new(),
            feed: NearestOfM::default(),
        }
    }

    #[inline]
    pub(crate) fn clear(&mut self) {
        self.authors.clear();
        self.attention.clear();
    }

    #[inline]
    pub(crate) fn push(&mut self, author: u32, attention: f32) {
        self.authors.push(author);
        self.attention.push(attention);
    }
}

/// How one agent's posts are sampled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SamplingRule<'a> {
    /// Padded coordinates of the reader.
    pub(crate) coordinates: &'a [f32],
    /// Row of the reader; `None` for an observer.
    pub(crate) own: Option<u32>,
    /// K, posts per step.
    pub(crate) posts_per_step: u32,
    /// m, candidates per post.
    pub(crate) candidates_per_post: u32,
    /// φ, share of posts that the recommender selects.
    pub(crate) feed_share: f32,
    /// e, share of posts by anybody.
    pub(crate) exploration: f32,
    /// γ, preference for near authors in conversation.
    pub(crate) homophily: f32,
}

/// Fills `read` with the posts of a step: each, independently, is exploration with probability e, feed with (1 − e)φ, and
/// otherwise conversation (with a neighbor, where there is a network; with a near one rather than a far one under homophily).
///
/// A post uses one draw of `stream`, whatever it becomes, and the recommender's candidates are drawn from a stream seeded by
/// that draw. So two agents with the same stream and different rules sample the same authors.
pub(crate) fn sample_posts(
    rule: &SamplingRule,
    embedding: &Embedding,
    contacts: Option<&Contacts>,
    attention: &Attention,
    stream: &mut Stream,
    read: &mut SampledPosts,
) {
    read.clear();
    read.partner_weights.clear();
    let pool = CandidatePool::new(embedding.agents(), rule.own);
    let explore = f64::from(rule.exploration);
    let feed = explore + (1.0 - explore) * f64::from(rule.feed_share);
    let neighbors = contacts.zip(rule.own).map_or(&[][..], |(contacts, own)| contacts.neighbors(own));
    for _ in 0..rule.posts_per_step {
        let draw = stream.next_u64();
        let (kind, bits) = ((draw >> 32) as f64 / (1u64 << 32) as f64, draw as u32);
        if kind < explore {
            // Full attention: distance zero.
            read.push(pool.author(bits), 0.0);
        } else if kind < feed {
            let mut candidates = Stream::seed_from_u64(draw);
            let m = rule.candidates_per_post;
            let shown = read.feed.search(rule.coordinates, rule.own, embedding, m, &mut candidates);
            read.push(shown.author, shown.squared_distance);
        } else if rule.homophily > 0.0 {
            push_partner(rule, contacts, embedding, draw, read);
        } else {
            let author = match neighbors {
                [] => pool.author(bits),
                neighbors => neighbors[bounded_u32(neighbors.len() as u32, bits) as usize],
            };
            let distance = squared_distance(rule.coordinates, embedding.padded(author as usize));
            read.push(author, distance);
        }
    }
    attention.replace_by_weights(&mut read.attention);
}

/// Adds a post of conversation under homophily: of a near author rather than a far one. (Not inlined, because it would slow
/// the loop over posts of those who have none.)
#[inline(never)]
fn push_partner(
    rule: &SamplingRule,
    contacts: Option<&Contacts>,
    embedding: &Embedding,
    draw: u64,
    read: &mut SampledPosts,
) {
    let partners = PartnerSampler { algorithmic_bias: rule.homophily, contacts };
    let (own, coordinates) = (rule.own, rule.coordinates);
    // One reader, one set of weights.
    if read.partner_weights.is_empty() {
        partners.weigh(coordinates, own, embedding, &mut read.partner_weights);
    }
    let mut choice = Stream::seed_from_u64(draw);
    let partner = partners.draw(own, embedding.agents(), &read.partner_weights, &mut choice);
    let author = partner.unwrap_or_else(|| CandidatePool::new(embedding.agents(), own).author(draw as u32));
    read.push(author, squared_distance(coordinates, embedding.padded(author as usize)));
}
