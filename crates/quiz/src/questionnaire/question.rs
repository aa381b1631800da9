//! A question: an item of a questionnaire and its words.

use perplexity::item_bank::{CATEGORIES, ITEM_COUNT, ITEMS, ItemParameters, Subject};
use perplexity::response_model::share_below;

/// The part of a question that the models and the order of a session need, without its words: a worker that named a
/// [`Question`] would contain them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Index into [`ITEMS`].
    pub bank: usize,
    /// Whether the item is reverse-keyed: its *lower* pole is the bank's upper pole.
    pub reverse_keyed: bool,
    /// Index, in the same set, of the other item about the same opinion, if there is one.
    pub consistency_pair: Option<usize>,
    /// Number of words of [`Question::phrases`]; zero where there are none.
    pub phrase_words: [u8; 2],
}

impl Item {
    /// Statistics of the bank's item, toward the bank's upper pole.
    pub fn parameters(&self) -> &'static ItemParameters {
        &ITEMS[self.bank]
    }

    /// Subject.
    pub fn subject(&self) -> Subject {
        self.parameters().subject
    }

    /// Shares of the five categories in the population, lower pole first; they add up to 1.
    pub fn shares(&self) -> [f64; CATEGORIES] {
        let mut below = [0.0, 0.0, 0.0, 0.0, 1.0];
        below.iter_mut().zip(self.parameters().thresholds).for_each(|(share, t)| *share = share_below(t));
        let mut shares = below;
        (1..CATEGORIES).for_each(|category| shares[category] -= below[category - 1]);
        if self.reverse_keyed {
            shares.reverse();
        }
        shares
    }
}

/// A question: two opposing statements, the phrases of a sentence that repeats them, and their item.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Short name, unique in its set; that of a reverse-keyed item ends in `_twin`.
    pub key: &'static str,
    /// What the models need of it.
    pub item: Item,
    /// Statement of the lower pole (categories 0 and 1).
    pub lower: &'static str,
    /// Statement of the upper pole (categories 3 and 4).
    pub upper: &'static str,
    /// Phrases of the lower and the upper pole, which continue "they" or "you"; empty for a reverse-keyed item, which no
    /// sentence repeats.
    pub phrases: [&'static str; 2],
}

impl Question {
    /// A question about the item `bank` of the bank, with the statements and phrases of the lower and the upper pole.
    ///
    /// # Panics
    ///
    /// When the bank has no such item; at compile time this is an error.
    pub const fn new(
        key: &'static str,
        bank: usize,
        [lower, upper]: [&'static str; 2],
        phrases: [&'static str; 2],
    ) -> Question {
        assert!(bank < ITEM_COUNT, "an item of a set is in the bank");
        let phrase_words = [words(phrases[0]), words(phrases[1])];
        let item = Item { bank, reverse_keyed: false, consistency_pair: None, phrase_words };
        Question { key, item, lower, upper, phrases }
    }

    /// The same question with the reverse-keyed question at index `other` as its consistency pair.
    pub const fn paired_with(self, other: usize) -> Question {
        Question { item: Item { consistency_pair: Some(other), ..self.item }, ..self }
    }

    /// The reverse-keyed question about the opinion of this one, which stands at index `of`.
    pub const fn reversed(
        &self,
        key: &'static str,
        of: usize,
        [lower, upper]: [&'static str; 2],
    ) -> Question {
        let item =
            Item { reverse_keyed: true, consistency_pair: Some(of), phrase_words: [0; 2], ..self.item };
        Question { key, item, lower, upper, phrases: [""; 2] }
    }

    /// The items of `questions`, without their words.
    pub const fn items<const N: usize>(questions: &[Question; N]) -> [Item; N] {
        let mut items = [questions[0].item; N];
        let mut q = 1;
        while q < N {
            items[q] = questions[q].item;
            q += 1;
        }
        items
    }
}

/// Number of words of a text with single spaces.
pub(crate) const fn words(text: &str) -> u8 {
    let bytes = text.as_bytes();
    let mut count = !text.is_empty() as u8;
    let mut at = 0;
    while at < bytes.len() {
        count += (bytes[at] == b' ') as u8;
        at += 1;
    }
    count
}
