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
        // One block of eight coordinates is the common case, and known to be one it is faster.
        match at.as_chunks::<8>().0 {
            [at] => {
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
        let sum: f64 = chances.iter().map(|&chance| f64::from(chance)).sum();
        let mut left = uniform(luck) * sum;
        let drawn = chances.iter().position(|&chance| {
            left -= f64::from(chance);
            left < 0.0
        });
        Some(nth(drawn.unwrap_or(count - 1)))
    }
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
        let Group { today, traits, .. } = crowd;
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
            let share = pair.map(|p| weight * traits[p].susceptibility.unwrap_or(self.params.susceptibility));
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
