//! Whom does the recommender show?

use rand::Rng;

use crate::chance::{Stream, below};
use crate::drift::embedding::{Embedding, block_distance, squared_distance};

/// An author, and how far away they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Row of the author.
    pub author: u32,
    /// Squared distance in the embedding.
    pub distance: f32,
}

/// The nearest of `screened` random authors; the earlier of two equally near ones.
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
) -> Found {
    let lot = Lot::new(authors.people(), own);
    // One block of eight coordinates is the common case, and known to be one it is twice as fast.
    match reader.as_chunks::<8>().0 {
        [reader] => {
            let (rows, _) = authors.values().as_chunks::<8>();
            best(lot, screened, luck, |author| block_distance(reader, &rows[author as usize]))
        }
        _ => best(lot, screened, luck, |author| squared_distance(reader, authors.padded(author as usize))),
    }
}

/// The nearest by `distance` of `screened` authors out of `lot`.
#[inline(always)]
fn best(lot: Lot, screened: u32, luck: &mut Stream, distance: impl Fn(u32) -> f32) -> Found {
    let mut found = Found { author: 0, distance: f32::INFINITY };
    let mut consider = |bits: u32| {
        let author = lot.author(bits);
        let distance = distance(author);
        if distance < found.distance {
            found = Found { author, distance };
        }
    };
    for _ in 0..screened / 2 {
        let bits = luck.next_u64();
        consider((bits >> 32) as u32);
        consider(bits as u32);
    }
    if screened % 2 == 1 {
        consider((luck.next_u64() >> 32) as u32);
    }
    found
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

    /// The author that 32 random bits name.
    #[inline(always)]
    pub fn author(self, bits: u32) -> u32 {
        let author = below(self.authors, bits);
        author + u32::from(author >= self.own)
    }
}
