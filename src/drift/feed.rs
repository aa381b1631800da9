//! Whom does the recommender show?

use rand::Rng;

use crate::chance::{Stream, below};
use crate::drift::embedding::{Embedding, distance_lanes, folded, squares};

/// An author, and how far away they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Row of the author.
    pub author: u32,
    /// Squared distance in the embedding.
    pub distance: f32,
}

/// The nearest of `screened` random authors; of equally near ones the one with the lower number.
///
/// One 64-bit draw names two authors. Costs `screened · r` multiply-adds and as many random reads.
///
/// * `reader` – padded coordinates of the reader.
/// * `own` – row of the reader, who is never shown to themselves; `None` for a guest.
/// * `authors` – coordinates of the crowd.
pub fn nearest(
    reader: &[f32],
    own: Option<u32>,
    authors: &Embedding,
    screened: u32,
    luck: &mut Stream,
    shortlist: &mut Shortlist,
) -> Found {
    let lot = Lot::new(authors.people(), own);
    // One block of eight coordinates is the common case, and known to be one it is much faster.
    match reader.as_chunks::<8>().0 {
        [reader] => {
            let (rows, _) = authors.values().as_chunks::<8>();
            shortlist.best(lot, screened, luck, |author| squares(reader, &rows[author as usize]))
        }
        _ => shortlist
            .best(lot, screened, luck, |author| distance_lanes(reader, authors.padded(author as usize))),
    }
}

/// Authors looked at in one go.
const BATCH: usize = 32;

/// Where the recommender notes a batch of authors. Kept from slot to slot: blanking it would cost as much as using it.
#[derive(Clone, Debug)]
pub struct Shortlist {
    authors: [u32; BATCH],
    /// Squared distance of each, in four lanes.
    lanes: [[f32; 4]; BATCH],
    /// The same, summed.
    distances: [f32; BATCH],
}

impl Default for Shortlist {
    fn default() -> Self {
        Shortlist { authors: [0; BATCH], lanes: [[0.0; 4]; BATCH], distances: [0.0; BATCH] }
    }
}

impl Shortlist {
    /// The nearest of `screened` authors out of `lot`; `distance` gives an author's squared distance in four lanes.
    ///
    /// Three short loops over a batch instead of one over authors: each becomes straight vector code.
    #[inline(always)]
    fn best(
        &mut self,
        lot: Lot,
        screened: u32,
        luck: &mut Stream,
        distance: impl Fn(u32) -> [f32; 4],
    ) -> Found {
        let mut nearest = [f32::INFINITY; 4];
        let mut whose = [0u32; 4];
        let mut left = screened as usize;
        while left > 0 {
            let size = left.min(BATCH);
            left -= size;
            // Draws come in pairs; an odd one too many is drawn and not looked at.
            for pair in &mut self.authors.as_chunks_mut::<2>().0[..size.div_ceil(2)] {
                let bits = luck.next_u64();
                *pair = [lot.author((bits >> 32) as u32), lot.author(bits as u32)];
            }
            let noted = &mut self.lanes[..size];
            noted.iter_mut().zip(&self.authors).for_each(|(lanes, &author)| *lanes = distance(author));
            let (distances, spare) = self.distances.split_at_mut(size);
            distances.iter_mut().zip(noted.iter()).for_each(|(distance, &lanes)| *distance = folded(lanes));
            // The last four may not be full.
            spare.iter_mut().take(3).for_each(|distance| *distance = f32::INFINITY);
            let fours = self.distances.as_chunks::<4>().0.iter().zip(self.authors.as_chunks::<4>().0);
            for (distances, authors) in fours.take(size.div_ceil(4)) {
                for four in 0..4 {
                    let nearer = distances[four] < nearest[four];
                    nearest[four] = if nearer { distances[four] } else { nearest[four] };
                    whose[four] = if nearer { authors[four] } else { whose[four] };
                }
            }
        }
        let found = |four: usize| Found { author: whose[four], distance: nearest[four] };
        (1..4).map(found).fold(found(0), |a, b| if b.distance < a.distance { b } else { a })
    }
}

/// The hat authors are drawn from: everybody but oneself.
#[derive(Clone, Copy, Debug)]
pub struct Lot {
    authors: u32,
    own: u32,
}

impl Lot {
    /// All of `people`, less the reader when the reader is one of them.
    pub fn new(people: usize, own: Option<u32>) -> Self {
        match own {
            Some(own) => Lot { authors: people as u32 - 1, own },
            None => Lot { authors: people as u32, own: u32::MAX },
        }
    }

    /// How many can be drawn.
    pub fn size(self) -> usize {
        self.authors as usize
    }

    /// The author in the `n`th place.
    #[inline(always)]
    pub fn nth(self, n: u32) -> u32 {
        n + u32::from(n >= self.own)
    }

    /// The author that 32 random bits name.
    #[inline(always)]
    pub fn author(self, bits: u32) -> u32 {
        self.nth(below(self.authors, bits))
    }
}
