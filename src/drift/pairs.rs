//! Who meets whom face to face?
//!
//! The other way of influencing each other that the textbooks know: no posts, but one pair after another, and both
//! move (Deffuant, Neau, Amblard and Weisbuch, *Advances in Complex Systems* 3, 2000). A day is half as many
//! meetings as there are people. Meetings follow each other, so the second already sees what the first has done.

use core::ops::Range;

use rand::Rng;

use crate::belief::Projection;
use crate::chance::{Chance, Stream, below, uniform};
use crate::drift::attention::Attention;
use crate::drift::contacts::Contacts;
use crate::drift::embedding::{Embedding, folded, squared_distance, squares};
use crate::drift::feed::Lot;
use crate::drift::group::Group;
use crate::drift::params::Params;

/// Nearer than this counts as this near when partners are chosen by nearness, so that two people of one mind do not
/// meet each other for ever (Sîrbu, Pedreschi, Giannotti and Kertész, *PLOS ONE* 14, 2019).
const NEAREST: f32 = 1e-4;

/// How a person comes by the other of a pair.
#[derive(Clone, Copy, Debug)]
pub struct Company<'a> {
    /// γ: how much more likely the near are met than the far.
    pub bias: f32,
    /// Whom people know; `None`: everybody.
    pub contacts: Option<&'a Contacts>,
}

impl Company<'_> {
    /// Somebody for the person at `at` to meet, with probability in proportion to `d^−γ`, d the distance in the
    /// embedding: anybody with equal chances for γ = 0, the "algorithmic bias" of Sîrbu et al. (2019) above it.
    /// `None` for somebody who knows nobody.
    ///
    /// * `own` – row of the person; `None` for a guest, who may meet anybody.
    /// * `chances` – paper: the chances of everybody who could be met.
    ///
    /// Costs one draw, and with γ > 0 also a distance to everybody who could be met.
    pub fn choose(
        &self,
        at: &[f32],
        own: Option<u32>,
        crowd: &Embedding,
        luck: &mut Stream,
        chances: &mut Vec<f32>,
    ) -> Option<u32> {
        let known = self.contacts.zip(own).map(|(contacts, own)| contacts.of(own));
        let lot = Lot::new(crowd.people(), own);
        let count = known.map_or(lot.size(), <[u32]>::len);
        let nth = |n: usize| known.map_or_else(|| lot.nth(n as u32), |known| known[n]);
        if count == 0 {
            return None;
        }
        if self.bias == 0.0 {
            return Some(nth(below(count as u32, luck.next_u32()) as usize));
        }
        // Three short loops instead of one: the middle one, roots and quotients, becomes straight vector code.
        chances.clear();
        let authors = (0..count).map(nth);
        // One block of eight coordinates is the common case, one alone that of the textbooks; known to be either it is
        // faster.
        match (at, at.as_chunks::<8>().0) {
            ([at], _) => {
                let places = crowd.values();
                chances.extend(authors.map(|author| square(at - places[author as usize])));
            }
            (_, [at]) => {
                let (rows, _) = crowd.values().as_chunks::<8>();
                chances.extend(authors.map(|author| folded(squares(at, &rows[author as usize]))));
            }
            _ => chances.extend(authors.map(|author| squared_distance(at, crowd.padded(author as usize)))),
        }
        chances.iter_mut().for_each(|chance| *chance = chance.sqrt().max(NEAREST));
        if self.bias == 1.0 {
            chances.iter_mut().for_each(|chance| *chance = 1.0 / *chance);
        } else {
            chances.iter_mut().for_each(|chance| *chance = libm::powf(*chance, -self.bias));
        }
        Some(nth(drawn(chances, uniform(luck))))
    }
}

fn square(x: f32) -> f32 {
    x * x
}

/// One of these, with probability in proportion to its chance: the first at which the running sum goes beyond `share` of
/// all. Looks for the block first, whose sums do not wait for each other, and then in it.
fn drawn(chances: &[f32], share: f64) -> usize {
    const BLOCK: usize = 8;
    let (blocks, rest) = chances.as_chunks::<BLOCK>();
    let sum_of = |block: &[f32; BLOCK]| {
        let [a, b, c, d, e, f, g, h] = block.map(f64::from);
        ((a + e) + (c + g)) + ((b + f) + (d + h))
    };
    let one_by_one = |chances: &[f32]| chances.iter().map(|&chance| f64::from(chance)).sum::<f64>();
    let mut left = share * (blocks.iter().map(sum_of).sum::<f64>() + one_by_one(rest));
    let before = blocks.iter().position(|block| {
        let sum = sum_of(block);
        let here = left < sum;
        left -= if here { 0.0 } else { sum };
        here
    });
    let first = BLOCK * before.unwrap_or(blocks.len());
    let within = chances[first..].iter().position(|&chance| {
        left -= f64::from(chance);
        left < 0.0
    });
    // Rounding may leave a little over.
    within.map_or(chances.len() - 1, |within| first + within)
}

/// The pairs of one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meetings<'a> {
    pub company: Company<'a>,
    pub params: &'a Params,
    pub attention: &'a Attention,
    pub projection: &'a Projection,
    /// Whom the day's pairs are made of.
    pub luck: Chance,
}

impl Meetings<'_> {
    /// How many there are on a day.
    pub fn of(people: usize) -> usize {
        people / 2
    }

    /// Lets the pairs with these numbers meet, one after the other: `x ← x + μw(y − x)` for both of them at once, w
    /// the attention at their distance.
    ///
    /// Costs a few draws and `2(r + 1)D` multiply-adds a meeting, and what [`Company::choose`] costs.
    pub fn hold(&self, which: Range<usize>, crowd: &mut Group, chances: &mut Vec<f32>) {
        let people = crowd.people();
        let Group { today, traits, alike, .. } = crowd;
        for meeting in which {
            let mut luck = self.luck.of(meeting);
            let one = below(people as u32, luck.next_u32());
            let at = today.embedding.padded(one as usize);
            let other = self.company.choose(at, Some(one), &today.embedding, &mut luck, chances);
            let Some(other) = other else { continue };
            let pair = [one as usize, other as usize];
            let weight = self.attention.weight(squared_distance(at, today.embedding.padded(pair[1])));
            if weight == 0.0 {
                continue;
            }
            let share = pair.map(|person| {
                let own = if *alike { None } else { traits[person].susceptibility };
                weight * own.unwrap_or(self.params.susceptibility)
            });
            let (a, b) = today.beliefs.two_rows_mut(pair[0], pair[1]);
            for (x, y) in a.iter_mut().zip(b) {
                let apart = *y - *x;
                (*x, *y) = (*x + share[0] * apart, *y - share[1] * apart);
            }
            for person in pair {
                self.projection.project(today.beliefs.row(person), today.embedding.padded_mut(person));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_stretch_as_long_as_their_chance() {
        for count in [1, 7, 8, 9, 16, 37] {
            let chances: Vec<f32> = (1..=count).map(|n| n as f32).collect();
            let sum = f64::from(count * (count + 1) / 2);
            let mut before = 0.0;
            for (nth, &chance) in chances.iter().enumerate() {
                let chance = f64::from(chance);
                for within in [0.01, 0.5, 0.99] {
                    assert_eq!(drawn(&chances, (before + within * chance) / sum), nth, "of {count}");
                }
                before += chance;
            }
            assert_eq!(drawn(&chances, 1.0), chances.len() - 1, "rounding leaves nobody without");
        }
    }
}
