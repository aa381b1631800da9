//! What is a tribe called?

use serde::{Deserialize, Serialize};

use super::clusters::Tribes;
use super::prototypes::{Corners, Prototype};
use crate::belief::Beliefs;
use crate::items::{ASKED, BANK, FACTORS, RELIABILITY, Side, bank_models};

/// The name of a tribe; the words stay with the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Name {
    /// Close to a well-known corner of belief space.
    Known(Prototype),
    /// Close to none: the two beliefs that set it apart most.
    Beliefs([Side; 2]),
}

/// Mean beliefs of a tribe on the bank's items, in standard deviations of day 0 from that day's mean.
pub type Held = [f64; BANK.len()];

impl Tribes {
    /// What each tribe believes on average. `beliefs` are those of the same crowd, in a world whose first dimensions are
    /// the bank's items; items it does not have count as nought.
    pub fn held(&self, beliefs: &Beliefs) -> Vec<Held> {
        let mut held = vec![[0.0; BANK.len()]; self.count()];
        for (person, row) in beliefs.rows().enumerate() {
            if let Some(tribe) = self.of(person) {
                let share = 1.0 / f64::from(self.sizes()[tribe]);
                held[tribe].iter_mut().zip(row).for_each(|(sum, &x)| *sum += share * f64::from(x));
            }
        }
        held
    }
}

/// Least cosine between a tribe's place and a prototype's direction for the name to fit.
const CLOSE: f64 = 0.6;

/// A tribe nearer to the centre than this, in standard deviations of the shared coordinates, is the middle.
const CENTRAL: f64 = 0.5;

/// Names for the tribes of one picture, in their order, all different.
///
/// A tribe's place among the factors is found by least squares from what it holds; the best fits choose first. Costs a
/// few thousand multiplications a tribe.
pub fn names(held: &[Held]) -> Vec<Name> {
    let (places, corners) = (Places::new(), Corners::default());
    let mut fits: Vec<(f64, usize, Prototype)> = Vec::new();
    for (tribe, held) in held.iter().enumerate() {
        let at = places.of(held);
        let length = f64::sqrt(at.iter().map(|f| f * f).sum());
        if length < CENTRAL {
            // Before all others: nothing fits the centre better.
            fits.push((2.0 - length, tribe, Prototype::Middle));
            continue;
        }
        for (direction, prototype) in corners.directions.iter().zip(Prototype::ALL).skip(1) {
            let cosine = direction.iter().zip(at).map(|(d, f)| d * f).sum::<f64>() / length;
            if cosine >= CLOSE {
                fits.push((cosine, tribe, prototype));
            }
        }
    }
    fits.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut found: Vec<Option<Name>> = vec![None; held.len()];
    for (_, tribe, prototype) in fits {
        let name = Some(Name::Known(prototype));
        if found[tribe].is_none() && !found.contains(&name) {
            found[tribe] = name;
        }
    }
    for (tribe, held) in held.iter().enumerate() {
        if found[tribe].is_none() {
            found[tribe] = pairs(held).find(|name| !found.contains(&Some(*name)));
        }
    }
    found.into_iter().flatten().collect()
}

/// Pairs of beliefs, the most distinguishing first.
fn pairs(held: &Held) -> impl Iterator<Item = Name> {
    let asked = ASKED.iter().enumerate().filter(|(_, asked)| !asked.flipped);
    let mut by_distance: Vec<(f64, Side)> = asked
        .map(|(q, asked)| (held[asked.bank], q))
        .map(|(x, q)| (x.abs(), Side { question: q as u8, upper: x > 0.0 }))
        .collect();
    by_distance.sort_by(|a, b| b.0.total_cmp(&a.0));
    let sides: Vec<Side> = by_distance.into_iter().map(|(_, side)| side).collect();
    (1..sides.len()).flat_map(move |b| {
        let sides = sides.clone();
        (0..b).map(move |a| Name::Beliefs([sides[a], sides[b]]))
    })
}

/// Finds factors from beliefs: the normal equations `(ΛᵀΛ) f = Λᵀ x`, Λ the loadings of beliefs of unit variance.
struct Places {
    loadings: [[f64; FACTORS]; BANK.len()],
    /// The inverse of ΛᵀΛ.
    inverse: [[f64; FACTORS]; FACTORS],
}

impl Places {
    fn new() -> Places {
        let loadings = bank_models().map(|model| model.loadings.map(|l| l / f64::sqrt(RELIABILITY)));
        let mut left = [[0.0; FACTORS]; FACTORS];
        for row in &loadings {
            for (i, sums) in left.iter_mut().enumerate() {
                sums.iter_mut().zip(row).for_each(|(sum, l)| *sum += row[i] * l);
            }
        }
        Places { loadings, inverse: inverse(left) }
    }

    fn of(&self, held: &Held) -> [f64; FACTORS] {
        let mut right = [0.0; FACTORS];
        for (row, x) in self.loadings.iter().zip(held) {
            right.iter_mut().zip(row).for_each(|(sum, l)| *sum += l * x);
        }
        self.inverse.map(|row| row.iter().zip(right).map(|(a, b)| a * b).sum())
    }
}

/// Gauss–Jordan without pivoting: for positive definite matrices.
fn inverse(mut left: [[f64; FACTORS]; FACTORS]) -> [[f64; FACTORS]; FACTORS] {
    let mut right = core::array::from_fn(|i| core::array::from_fn(|j| f64::from(u8::from(i == j))));
    for i in 0..FACTORS {
        let pivot = 1.0 / left[i][i];
        for rows in [&mut left, &mut right] {
            rows[i].iter_mut().for_each(|x| *x *= pivot);
        }
        for k in (0..FACTORS).filter(|&k| k != i) {
            let times: f64 = left[k][i];
            for rows in [&mut left, &mut right] {
                let from = rows[i];
                rows[k].iter_mut().zip(from).for_each(|(x, y)| *x -= times * y);
            }
        }
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What somebody with these factors believes, without quirks.
    fn at(factors: [f64; FACTORS]) -> Held {
        let places = Places::new();
        places.loadings.map(|row| row.iter().zip(factors).map(|(l, f)| l * f).sum())
    }

    #[test]
    fn places_are_found_from_what_is_held() {
        let factors = [0.3, -1.2, 0.7, 0.0, 2.0, -0.4];
        for (found, exact) in Places::new().of(&at(factors)).iter().zip(factors) {
            assert!((found - exact).abs() < 1e-9);
        }
    }

    #[test]
    fn a_tribe_on_a_corner_has_its_name() {
        let corners = Corners::default();
        for (direction, prototype) in corners.directions.iter().zip(Prototype::ALL).skip(1) {
            assert_eq!(names(&[at(direction.map(|d| 1.3 * d))]), [Name::Known(prototype)]);
        }
        assert_eq!(names(&[at([0.1; FACTORS])]), [Name::Known(Prototype::Middle)]);
    }

    #[test]
    fn names_differ_within_a_picture_and_a_tribe_like_none_is_described() {
        let corner = at(Corners::default().directions[1].map(|d| 1.3 * d));
        let named = names(&[corner; 5]);
        let different: std::collections::HashSet<_> = named.iter().collect();
        assert_eq!((named.len(), different.len()), (5, 5));
        assert_eq!(named[0], Name::Known(Prototype::TechOptimists));
        // Against drugs, for growth, without a god: nobody's corner.
        let [name] = names(&[at([-0.66, -0.77, 0.2, -0.58, 0.41, 0.77])])[..] else {
            panic!("one name a tribe")
        };
        let Name::Beliefs(sides) = name else { panic!("{name:?}") };
        assert_eq!(sides.map(|side| (side.question, side.upper)), [(5, false), (2, false)]);
    }
}
