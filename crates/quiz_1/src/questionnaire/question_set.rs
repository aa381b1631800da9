//! Question set: the items that are asked together, and what belongs to them.

use core::fmt;

use super::bank::BANK;
use super::pole::Side;
use super::question::Item;

/// A set of items with the population that scores them. Links, stored sessions and messages name it by its id; a change
/// to its items, its population, the weights or the engine is a new set.
///
/// The words of a set are elsewhere ([`QuestionSet::questions`]), so that a worker that scores answers does not contain
/// them. Two sets are equal when their ids are.
pub struct QuestionSet {
    id: u8,
    items: &'static [Item],
    seed: u64,
    typical: Typical,
}

/// Properties of the median simulated respondent who answers all items of a set, checked against fresh samples by tests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typical {
    /// Length of the sentence, seconds.
    pub seconds: f64,
    /// Mean share of sides predicted correctly from the other answers, 0 to 1.
    pub guess_rate: f64,
}

impl QuestionSet {
    /// Maximum number of items.
    pub const MOST: usize = 128;

    /// A set of `items`, scored by the population of `seed`.
    ///
    /// # Panics
    ///
    /// When there is no item or more than [`QuestionSet::MOST`], an item is not in the bank, or a reverse-keyed item is
    /// not the consistency pair of one that is not; at compile time this is an error.
    pub const fn new(id: u8, items: &'static [Item], seed: u64, typical: Typical) -> QuestionSet {
        assert!(!items.is_empty() && items.len() <= QuestionSet::MOST, "a set has 1 to 128 items");
        let mut q = 0;
        while q < items.len() {
            let item = &items[q];
            assert!(item.bank < BANK.len(), "an item of a set is in the bank");
            match item.consistency_pair {
                None => assert!(!item.reverse_keyed, "a reverse-keyed item has a consistency pair"),
                Some(other) => {
                    let other = &items[other];
                    let mutual = matches!(other.consistency_pair, Some(back) if back == q);
                    assert!(mutual, "the items of a consistency pair name each other");
                    assert!(other.bank == item.bank, "a consistency pair is about one opinion");
                    assert!(other.reverse_keyed != item.reverse_keyed, "one of a pair is reverse-keyed");
                }
            }
            q += 1;
        }
        QuestionSet { id, items, seed, typical }
    }

    /// Identifier that links, stored sessions and messages name.
    pub const fn id(&self) -> u8 {
        self.id
    }

    /// Items without their words.
    pub const fn items(&self) -> &'static [Item] {
        self.items
    }

    /// Number of words of the phrase of a side ([`QuestionSet::phrase`]).
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub const fn phrase_words(&self, side: Side) -> u8 {
        self.items[side.question as usize].phrase_words[side.upper as usize]
    }

    /// Number of items, 1 to [`QuestionSet::MOST`].
    #[expect(clippy::len_without_is_empty, reason = "no set is empty")]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Seed of the population that scores answers to the set.
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Properties of the median simulated respondent.
    pub const fn typical(&self) -> Typical {
        self.typical
    }
}

impl PartialEq for QuestionSet {
    fn eq(&self, other: &QuestionSet) -> bool {
        self.id == other.id
    }
}

impl Eq for QuestionSet {}

impl fmt::Debug for QuestionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "QuestionSet({})", self.id)
    }
}
