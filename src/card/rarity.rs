//! How rare is each answer, told without telling the answer?

use serde::{Deserialize, Serialize};

use crate::items::{QUESTIONS, Theme};

/// How many simulated people give the same answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rarity {
    /// One in ten or fewer.
    Rare,
    /// Up to one in five.
    Uncommon,
    /// More.
    Common,
    /// Passed.
    Passed,
}

impl Rarity {
    /// Of an answer that this share of the crowd gives.
    pub fn of(share: f64) -> Rarity {
        match share {
            s if s <= 0.1 => Rarity::Rare,
            s if s <= 0.2 => Rarity::Uncommon,
            _ => Rarity::Common,
        }
    }
}

/// One row a theme, the rarest first, so that neither theme nor question can be told. `shares` are of the questions
/// answered.
pub fn rarities(shares: &[(u8, f64)]) -> [Vec<Rarity>; 3] {
    [Theme::World, Theme::Machines, Theme::Life].map(|theme| {
        let rarity = |question: usize| {
            let share = shares.iter().find(|(number, _)| usize::from(*number) == question);
            share.map_or(Rarity::Passed, |(_, share)| Rarity::of(*share))
        };
        let mut row: Vec<Rarity> =
            (0..QUESTIONS.len()).filter(|&q| QUESTIONS[q].theme == theme).map(rarity).collect();
        row.sort_unstable();
        row
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_people_are_rarer() {
        let rarities = [0.01, 0.1, 0.11, 0.2, 0.5].map(Rarity::of);
        assert!(rarities.is_sorted());
        assert_eq!(rarities[0], Rarity::Rare);
        assert_eq!(rarities[4], Rarity::Common);
    }

    #[test]
    fn rows_are_sorted_and_what_was_not_answered_was_passed() {
        let rows = rarities(&[(3, 0.5), (0, 0.05), (9, 0.15), (200, 0.01)]);
        assert!(rows.iter().all(|row| row.len() == 8 && row.is_sorted()));
        assert_eq!(rows[0][..3], [Rarity::Rare, Rarity::Common, Rarity::Passed]);
        assert_eq!(rows[1][..2], [Rarity::Uncommon, Rarity::Passed]);
        assert_eq!(rows[2], [Rarity::Passed; 8]);
    }
}
