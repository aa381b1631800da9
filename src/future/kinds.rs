//! Which kinds of people is the crowd made of, before any day has passed?

use crate::crowd::Person;
use crate::drift::Embedding;
use crate::tribes::{Corners, Prototype};

/// Everybody whom one name fits best.
pub(super) struct Kind {
    pub prototype: Prototype,
    /// How many.
    pub people: u32,
    /// Mean of their coordinates, padded like the embedding.
    pub middle: Vec<f32>,
}

/// A crowd by kind. Nobody is left out: these are no tribes but an answer to "who is nearest to what?".
pub(super) struct Kinds {
    /// Those that anybody belongs to, largest first; of equal ones in the order of the prototypes.
    pub found: Vec<Kind>,
    of: Vec<u8>,
}

impl Kinds {
    /// The crowd of `seed`, who stand where `embedding` says.
    pub fn of_the_crowd(seed: u64, embedding: &Embedding) -> Kinds {
        let corners = Corners::default();
        let prototypes: Vec<Prototype> =
            (0..embedding.people()).map(|n| corners.nearest(&Person::nth(seed, n).factors)).collect();
        let mut found: Vec<Kind> = Prototype::ALL
            .into_iter()
            .map(|prototype| {
                let members = prototypes.iter().enumerate().filter(|(_, p)| **p == prototype);
                let mut sums = vec![0.0f64; embedding.padded(0).len()];
                let mut people = 0;
                for (n, _) in members {
                    people += 1;
                    sums.iter_mut().zip(embedding.padded(n)).for_each(|(sum, &z)| *sum += f64::from(z));
                }
                let middle = sums.iter().map(|sum| (sum / f64::from(people.max(1))) as f32).collect();
                Kind { prototype, people, middle }
            })
            .filter(|kind| kind.people > 0)
            .collect();
        found.sort_by_key(|kind| u32::MAX - kind.people);
        let place = |prototype| found.iter().position(|kind| kind.prototype == prototype);
        let of = prototypes.iter().map(|&p| place(p).expect("who has members was kept") as u8).collect();
        Kinds { found, of }
    }

    /// The kind of a person, by its place among [`Kinds::found`].
    pub fn of(&self, person: usize) -> usize {
        usize::from(self.of[person])
    }
}
