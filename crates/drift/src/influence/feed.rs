//! Recommender feed: the nearest of m random candidates.

use rand::Rng;

use crate::embedding::{Embedding, squared_differences, squared_distance_lanes, sum_of_4};
use crate::rng::{Stream, bounded_u32};

/// An author whom the recommender shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// Row of the author.
    pub(crate) author: u32,
    /// Squared distance to the reader in the embedding.
    pub(crate) squared_distance: f32,
}

/// Candidates screened at once.
const BATCH: usize = 32;

/// Search for the nearest of m random candidates, with its buffers.
///
/// The buffers are kept from post to post: clearing them would cost as much as filling them.
#[derive(Clone, Debug)]
pub(crate) struct NearestOfM {
    authors: [u32; BATCH],
    /// Squared distance of each candidate as four partial sums.
    lanes: [[f32; 4]; BATCH],
    /// Squared distance of each candidate.
    distances: [f32; BATCH],
}

impl Default for NearestOfM {
    fn default() -> Self {
        NearestOfM { authors: [0; BATCH], lanes: [[0.0; 4]; BATCH], distances: [0.0; BATCH] }
    }
}

impl NearestOfM {
    /// The nearest of `m` random authors; among equally near ones the one with the lower number of the draw's lane.
    ///
    /// One 64-bit draw names two authors. Costs `m · r` multiply-adds and as many random reads.
    ///
    /// * `reader` – padded coordinates of the reader.
    /// * `own` – row of the reader, who is never shown to itself; `None` for an observer.
    /// * `embedding` – coordinates of the population.
    pub(crate) fn search(
        &mut self,
        reader: &[f32],
        own: Option<u32>,
        embedding: &Embedding,
        m: u32,
        stream: &mut Stream,
    ) -> Candidate {
        let pool = CandidatePool::new(embedding.agents(), own);
        // A single block of eight coordinates is the common case; a length known at compile time makes it much faster.
        match reader.as_chunks::<8>().0 {
            [reader] => {
                let (rows, _) = embedding.padded_values().as_chunks::<8>();
                self.nearest(pool, m, stream, |author| squared_differences(reader, &rows[author as usize]))
            }
            _ => self.nearest(pool, m, stream, |author| {
                squared_distance_lanes(reader, embedding.padded(author as usize))
            }),
        }
    }

    /// The nearest of `m` authors drawn from `pool`; `distance` gives an author's squared distance as four partial sums.
    ///
    /// Three short loops over a batch instead of one over authors: each is vectorized.
    #[inline(always)]
    fn nearest(
        &mut self,
        pool: CandidatePool,
        m: u32,
        stream: &mut Stream,
        distance: impl Fn(u32) -> [f32; 4],
    ) -> Candidate {
        let mut nearest = [f32::INFINITY; 4];
        let mut nearest_author = [0u32; 4];
        let mut left = m as usize;
        while left > 0 {
            let size = left.min(BATCH);
            left -= size;
            // Draws come in pairs; with an odd m the last one is not looked at.
            for pair in &mut self.authors.as_chunks_mut::<2>().0[..size.div_ceil(2)] {
                let bits = stream.next_u64();
                *pair = [pool.author((bits >> 32) as u32), pool.author(bits as u32)];
            }
            let filled = &mut self.lanes[..size];
            filled.iter_mut().zip(&self.authors).for_each(|(lanes, &author)| *lanes = distance(author));
            let (distances, spare) = self.distances.split_at_mut(size);
            distances
                .iter_mut()
                .zip(filled.iter())
                .for_each(|(distance, &lanes)| *distance = sum_of_4(lanes));
            // The last group of four may be incomplete.
            spare.iter_mut().take(3).for_each(|distance| *distance = f32::INFINITY);
            let fours = self.distances.as_chunks::<4>().0.iter().zip(self.authors.as_chunks::<4>().0);
            for (distances, authors) in fours.take(size.div_ceil(4)) {
                for lane in 0..4 {
                    let nearer = distances[lane] < nearest[lane];
                    nearest[lane] = if nearer { distances[lane] } else { nearest[lane] };
                    nearest_author[lane] = if nearer { authors[lane] } else { nearest_author[lane] };
                }
            }
        }
        let candidate =
            |lane: usize| Candidate { author: nearest_author[lane], squared_distance: nearest[lane] };
        (1..4)
            .map(candidate)
            .fold(candidate(0), |a, b| if b.squared_distance < a.squared_distance { b } else { a })
    }
}

/// The authors from whom candidates are drawn: the population without the reader.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CandidatePool {
    authors: u32,
    own: u32,
}

impl CandidatePool {
    /// All of `agents` agents, without the reader when it is one of them.
    #[inline]
    pub(crate) fn new(agents: usize, own: Option<u32>) -> Self {
        match own {
            Some(own) => CandidatePool { authors: agents as u32 - 1, own },
            None => CandidatePool { authors: agents as u32, own: u32::MAX },
        }
    }

    /// Number of authors.
    #[inline]
    pub(crate) fn size(self) -> usize {
        self.authors as usize
    }

    /// The author at position `n`.
    #[inline(always)]
    pub(crate) fn nth(self, n: u32) -> u32 {
        n + u32::from(n >= self.own)
    }

    /// The author that 32 random bits select.
    #[inline(always)]
    pub(crate) fn author(self, bits: u32) -> u32 {
        self.nth(bounded_u32(self.authors, bits))
    }
}
