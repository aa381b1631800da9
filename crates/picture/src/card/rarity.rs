//! Rarity classes of answers, anonymised: the rarest of a group of subjects, sorted, without question or answer.

use serde::{Deserialize, Serialize};

use perplexity::item_bank::Subject;
use quiz::questionnaire::QuestionSet;

/// Rarity class of an answer, by the share of simulated people who give the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rarity {
    /// At most 10 %.
    Rare,
    /// More than 10 %, at most 20 %.
    Uncommon,
    /// More than 20 %.
    Common,
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

/// Most answers of a group of subjects that are shown. A session has as many of most groups, so that the length of a row
/// rarely tells which questions were selected.
pub const MOST_SHOWN: usize = 8;

/// Groups of subjects: the world, machines and life online, life.
const GROUPS: [&[Subject]; 3] = [
    &[Subject::Money, Subject::Nation, Subject::Power, Subject::Law],
    &[Subject::Machines, Subject::Online],
    &[Subject::Faith, Subject::Family, Subject::Everyday],
];

/// Rarity classes of the rarest answers in each of three groups of subjects, rarest first, at most [`MOST_SHOWN`] of each, so
/// that neither subjects nor questions can be identified. A group with fewer answers has a shorter row.
///
/// `shares` are the questions of `set` that were answered, each with the share of the crowd that gives the same answer, 0 to
/// 1. Questions that were passed or not asked, and numbers beyond the set, do not appear.
pub fn rarities(set: &QuestionSet, shares: &[(u8, f64)]) -> [Vec<Rarity>; 3] {
    GROUPS.map(|group| {
        let subject = |question: u8| set.items().get(usize::from(question)).map(|item| item.subject());
        let in_group = |question| subject(question).is_some_and(|subject| group.contains(&subject));
        let mut row: Vec<f64> =
            shares.iter().filter(|(question, _)| in_group(*question)).map(|(_, share)| *share).collect();
        row.sort_unstable_by(f64::total_cmp);
        row.truncate(MOST_SHOWN);
        row.into_iter().map(Rarity::of).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quiz::questionnaire::SET_2;

    /// Numbers of the questions about these subjects.
    fn questions_about(subjects: &[Subject]) -> Vec<u8> {
        (0..SET_2.len() as u8)
            .filter(|&question| subjects.contains(&SET_2.items()[usize::from(question)].subject()))
            .collect()
    }

    #[test]
    fn fewer_people_are_rarer() {
        let rarities = [0.01, 0.1, 0.11, 0.2, 0.5].map(Rarity::of);
        assert!(rarities.is_sorted());
        assert_eq!(rarities[0], Rarity::Rare);
        assert_eq!(rarities[4], Rarity::Common);
    }

    #[test]
    fn every_subject_is_in_one_group() {
        for subject in Subject::ALL {
            let groups = GROUPS.iter().filter(|group| group.contains(&subject)).count();
            assert_eq!(groups, 1, "{subject:?}");
        }
    }

    #[test]
    fn rows_are_sorted_and_hold_answers_only() {
        let [money, online, faith] =
            [Subject::Money, Subject::Online, Subject::Faith].map(|subject| questions_about(&[subject])[0]);
        let law = questions_about(&[Subject::Law])[0];
        let rows = rarities(&SET_2, &[(money, 0.5), (online, 0.15), (law, 0.05), (255, 0.01)]);
        assert_eq!(rows, [vec![Rarity::Rare, Rarity::Common], vec![Rarity::Uncommon], Vec::new()]);
        assert_eq!(rarities(&SET_2, &[(faith, 0.3)])[2], [Rarity::Common]);
        assert_eq!(rarities(&SET_2, &[]), [const { Vec::new() }; 3]);
    }

    #[test]
    fn of_many_answers_the_rarest_are_shown() {
        // The rare ones come last, so that a row of the first answers would show none.
        let world = questions_about(GROUPS[0]);
        assert!(world.len() > 2 * MOST_SHOWN, "{}", world.len());
        let first_rare = world.len() - 5;
        let shares: Vec<(u8, f64)> = (0..world.len())
            .map(|at| (world[at], if at < first_rare { 0.3 } else { 0.02 * (at - first_rare) as f64 }))
            .collect();
        let [row, ..] = rarities(&SET_2, &shares);
        assert_eq!(row, [[Rarity::Rare; 5].as_slice(), &[Rarity::Common; 3]].concat());
    }
}
