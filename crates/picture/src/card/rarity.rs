//! Rarity classes of answers, anonymised: sorted by rarity within a theme, without question or answer.

use serde::{Deserialize, Serialize};

use quiz::questionnaire::{QuestionSet, Theme};

/// Rarity class of an answer, by the share of simulated people who give the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rarity {
    /// At most 10 %.
    Rare,
    /// More than 10 %, at most 20 %.
    Uncommon,
    /// More than 20 %.
    Common,
    /// The question was passed.
    Passed,
}

impl Rarity {
    /// Class of an answer that this share of the crowd gives, 0 to 1.
    pub fn of(share: f64) -> Rarity {
        match share {
            s if s <= 0.1 => Rarity::Rare,
            s if s <= 0.2 => Rarity::Uncommon,
            _ => Rarity::Common,
        }
    }
}

/// Rarity classes per theme, rarest first, so that neither themes nor questions can be identified.
///
/// `shares` are the questions of `set` that were answered, each with the share of the crowd that gives the same answer; all other
/// questions count as passed.
pub fn rarities(set: &QuestionSet, shares: &[(u8, f64)]) -> [Vec<Rarity>; 3] {
    Theme::ALL.map(|theme| {
        let rarity = |question: usize| {
            let share = shares.iter().find(|(number, _)| usize::from(*number) == question);
            share.map_or(Rarity::Passed, |(_, share)| Rarity::of(*share))
        };
        let mut row: Vec<Rarity> =
            (0..set.len()).filter(|&q| set.items()[q].theme == theme).map(rarity).collect();
        row.sort_unstable();
        row
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quiz::questionnaire::SET_1;

    #[test]
    fn fewer_people_are_rarer() {
        let rarities = [0.01, 0.1, 0.11, 0.2, 0.5].map(Rarity::of);
        assert!(rarities.is_sorted());
        assert_eq!(rarities[0], Rarity::Rare);
        assert_eq!(rarities[4], Rarity::Common);
    }

    #[test]
    fn rows_are_sorted_and_what_was_not_answered_was_passed() {
        let rows = rarities(&SET_1, &[(3, 0.5), (0, 0.05), (9, 0.15), (200, 0.01)]);
        assert!(rows.iter().all(|row| row.len() == 8 && row.is_sorted()));
        assert_eq!(rows[0][..3], [Rarity::Rare, Rarity::Common, Rarity::Passed]);
        assert_eq!(rows[1][..2], [Rarity::Uncommon, Rarity::Passed]);
        assert_eq!(rows[2], [Rarity::Passed; 8]);
    }
}
