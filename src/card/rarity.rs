//! How rare is each answer, told without telling the answer?

use serde::{Deserialize, Serialize};

use crate::items::{QUESTIONS, Theme};
use crate::perplexity::Reading;

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

/// One row a theme, the rarest first, so that neither theme nor question can be told.
pub fn rarities(reading: &Reading) -> [Vec<Rarity>; 3] {
    [Theme::World, Theme::Machines, Theme::Life].map(|theme| {
        let mut row: Vec<Rarity> = (0..QUESTIONS.len())
            .filter(|&q| QUESTIONS[q].theme == theme)
            .map(|q| {
                let answer = reading.answers.iter().find(|answer| usize::from(answer.question) == q);
                answer.map_or(Rarity::Passed, |answer| Rarity::of(answer.share))
            })
            .collect();
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
}
