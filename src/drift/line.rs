//! Where everybody stands on one line, who is within reach, and what do they say on average?

use crate::belief::Beliefs;
use crate::drift::attention::Attention;
use crate::drift::embedding::Embedding;
use crate::drift::params::{Audience, Kernel, Params};

/// The crowd in order of its one belief, with running sums: whom flat attention reaches is then a stretch of the line,
/// and their mean is one difference. Exact, and `N log N` for a day of everybody hearing everybody instead of `N²`.
///
/// Kept from day to day, so that a day allocates nothing; and people who only ever average keep their order, so that
/// sorting again is mostly a look.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Place and number of everybody, as whole numbers in the order of the places.
    keys: Vec<u64>,
    /// z of everybody, in order.
    places: Vec<f32>,
    /// Sum of the beliefs of the first 0, 1, … N, added up in this order in double precision.
    sums: Vec<f64>,
    /// The stretch that each member of the crowd hears: how many stand before it, and before its end.
    stretches: Vec<(u32, u32)>,
}

impl Line {
    /// Whether a world with these rules is one that a line can stand for.
    pub fn suits(params: &Params, dims: usize) -> bool {
        let plain = params.kernel == Kernel::Flat && params.display >= 1.0;
        params.audience == Audience::Everyone && plain && dims == 1
    }

    /// Looks at everybody anew.
    pub fn survey(&mut self, beliefs: &Beliefs, embedding: &Embedding, attention: &Attention) {
        let people = beliefs.people();
        if self.keys.len() != people {
            self.keys = (0..people as u64).collect();
            self.stretches = vec![(0, 0); people];
            (self.places, self.sums) = (Vec::with_capacity(people), Vec::with_capacity(people + 1));
        }
        for key in &mut self.keys {
            let person = *key as u32;
            *key = u64::from(ordered(embedding.padded(person as usize)[0])) << 32 | u64::from(person);
        }
        self.keys.sort_unstable();
        self.places.clear();
        self.sums.clear();
        let mut sum = 0.0;
        self.sums.push(sum);
        for &key in &self.keys {
            let person = key as u32 as usize;
            self.places.push(embedding.padded(person)[0]);
            sum += f64::from(beliefs.row(person)[0]);
            self.sums.push(sum);
        }
        let (mut from, mut to) = (0, 0);
        for (&key, &at) in self.keys.iter().zip(&self.places) {
            while !reached(attention, at, self.places[from]) {
                from += 1;
            }
            while to < people && reached(attention, at, self.places[to]) {
                to += 1;
            }
            self.stretches[key as u32 as usize] = (from as u32, to as u32);
        }
    }

    /// How many somebody at `at` hears, and the sum of what they say.
    ///
    /// * `own` – row of a member of the crowd; `None` for a guest, who looks for the stretch.
    pub fn heard(&self, at: f32, own: Option<u32>, attention: &Attention) -> (usize, f64) {
        let (from, to) = match own {
            Some(own) => self.stretches[own as usize],
            None => {
                let before = |&place: &f32| place < at && !reached(attention, at, place);
                let within = |&place: &f32| place < at || reached(attention, at, place);
                (self.places.partition_point(before) as u32, self.places.partition_point(within) as u32)
            }
        };
        ((to - from) as usize, self.sums[to as usize] - self.sums[from as usize])
    }
}

/// Whether flat attention reaches from one place to another.
fn reached(attention: &Attention, at: f32, place: f32) -> bool {
    attention.weight((at - place) * (at - place)) > 0.0
}

/// A whole number that is larger for a larger float.
fn ordered(x: f32) -> u32 {
    let bits = x.to_bits();
    if bits >> 31 == 1 { !bits } else { bits | 1 << 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_keep_the_order_of_floats() {
        let floats = [-f32::MAX, -2.5, -1.0, -1e-40, 0.0, 1e-40, 1.0, 2.5, f32::MAX];
        assert!(floats.is_sorted_by(|&a, &b| ordered(a) < ordered(b)));
    }
}
