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
    let mut fits: Vec<[f64; Prototype::ALL.len()]> =
        held.iter().map(|held| fits_of(&places.of(held), &corners)).collect();
    let mut found: Vec<Option<Name>> = vec![None; held.len()];
    loop {
        let mut best = (f64::NEG_INFINITY, None);
        for (tribe, fits) in fits.iter().enumerate() {
            for (at, &fit) in fits.iter().enumerate() {
                if fit >= CLOSE && fit > best.0 {
                    best = (fit, Some((tribe, at)));
                }
            }
        }
        let (_, Some((tribe, at))) = best else { break };
        found[tribe] = Some(Name::Known(Prototype::ALL[at]));
        // Neither the tribe nor the name is free any more.
        fits[tribe] = [f64::NEG_INFINITY; Prototype::ALL.len()];
        fits.iter_mut().for_each(|fits| fits[at] = f64::NEG_INFINITY);
    }
    for (tribe, held) in held.iter().enumerate() {
        if found[tribe].is_none() {
            found[tribe] = described(held, &found);
        }
    }
    found.into_iter().flatten().collect()
}

/// How well each prototype's name fits a place: the cosine; near the centre, only the middle's.
fn fits_of(place: &[f64; FACTORS], corners: &Corners) -> [f64; Prototype::ALL.len()] {
    let length = f64::sqrt(place.iter().map(|f| f * f).sum());
    if length < CENTRAL {
        let mut fits = [f64::NEG_INFINITY; Prototype::ALL.len()];
        // Before all others: nothing fits the centre better.
        fits[Prototype::Middle as usize] = 2.0 - length;
        return fits;
    }
    let cosine = |d: [f64; FACTORS]| d.iter().zip(place).map(|(d, f)| d * f).sum::<f64>() / length;
    // The middle lies in no direction: its cosine is nought.
    corners.directions.map(cosine)
}

/// The two most distinguishing beliefs that do not name another tribe yet.
fn described(held: &Held, taken: &[Option<Name>]) -> Option<Name> {
    let asked = ASKED.iter().enumerate().filter(|(_, asked)| !asked.flipped);
    let mut left: Vec<(f64, Side)> = asked
        .map(|(q, asked)| (held[asked.bank], q))
        .map(|(x, q)| (x.abs(), Side { question: q as u8, upper: x > 0.0 }))
        .collect();
    let mut sides: Vec<Side> = Vec::new();
    while !left.is_empty() {
        let most = (0..left.len()).fold(0, |best, at| if left[at].0 > left[best].0 { at } else { best });
        let next = left.swap_remove(most).1;
        let pairs = sides.iter().map(|&side| Name::Beliefs([side, next]));
        if let Some(name) = pairs.into_iter().find(|name| !taken.contains(&Some(*name))) {
            return Some(name);
        }
        sides.push(next);
    }
    None
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
