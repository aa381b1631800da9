//! Whose posts does a person meet in a day, and how closely are they read?

use rand::{Rng, SeedableRng};

use crate::chance::{Stream, below};
use crate::drift::attention::Attention;
use crate::drift::contacts::Contacts;
use crate::drift::embedding::{Embedding, squared_distance};
use crate::drift::feed::{Lot, Shortlist, nearest};

/// The posts one person met: rows of their authors and the attention each got. Kept and filled again, so that
/// a day allocates nothing.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Rows of the authors.
    pub authors: Vec<u32>,
    /// w, attention, 0 to 1.
    pub attention: Vec<f32>,
    /// The recommender's notes.
    shortlist: Shortlist,
}

impl Reading {
    /// Room for `posts`.
    pub fn with_capacity(posts: usize) -> Self {
        Reading {
            authors: Vec::with_capacity(posts),
            attention: Vec::with_capacity(posts),
            shortlist: Shortlist::default(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.authors.clear();
        self.attention.clear();
    }

    pub(super) fn push(&mut self, author: u32, attention: f32) {
        self.authors.push(author);
        self.attention.push(attention);
    }
}

/// How one person comes by posts.
#[derive(Clone, Copy, Debug)]
pub struct Habits<'a> {
    /// Padded coordinates of the reader.
    pub at: &'a [f32],
    /// Row of the reader; `None` for a guest.
    pub own: Option<u32>,
    /// K, posts a day.
    pub posts: u32,
    /// m, authors screened a slot.
    pub screened: u32,
    /// φ, share of slots for the recommender.
    pub feed: f32,
    /// e, share of slots for anybody.
    pub explore: f32,
}

/// Fills `reading` with the day's posts: each slot, independently, is exploration with probability e, the feed
/// with (1 − e)φ, else conversation (with a neighbour, where there is a network).
///
/// A slot uses one draw of `luck`, whatever it becomes, and the recommender's screening hangs off that draw. So
/// two people with the same luck and different habits meet the same strangers.
pub fn meet(
    habits: &Habits,
    authors: &Embedding,
    contacts: Option<&Contacts>,
    attention: &Attention,
    luck: &mut Stream,
    reading: &mut Reading,
) {
    reading.clear();
    let lot = Lot::new(authors.people(), habits.own);
    let explore = f64::from(habits.explore);
    let feed = explore + (1.0 - explore) * f64::from(habits.feed);
    let known = contacts.zip(habits.own).map_or(&[][..], |(contacts, own)| contacts.of(own));
    for _ in 0..habits.posts {
        let head = luck.next_u64();
        let (kind, bits) = ((head >> 32) as f64 / (1u64 << 32) as f64, head as u32);
        if kind < explore {
            // Full attention, as to oneself.
            reading.push(lot.author(bits), 0.0);
        } else if kind < feed {
            let mut screening = Stream::seed_from_u64(head);
            let shortlist = &mut reading.shortlist;
            let found = nearest(habits.at, habits.own, authors, habits.screened, &mut screening, shortlist);
            reading.push(found.author, found.distance);
        } else {
            let author = match known {
                [] => lot.author(bits),
                known => known[below(known.len() as u32, bits) as usize],
            };
            let distance = squared_distance(habits.at, authors.padded(author as usize));
            reading.push(author, distance);
        }
    }
    attention.weigh(&mut reading.attention);
}

/// Fills `reading` with one post of everybody who gets any attention: the textbook models' audience.
pub fn hear_everyone(at: &[f32], authors: &Embedding, attention: &Attention, reading: &mut Reading) {
    reading.clear();
    for author in 0..authors.people() {
        let weight = attention.weight(squared_distance(at, authors.padded(author)));
        if weight > 0.0 {
            reading.push(author as u32, weight);
        }
    }
}
