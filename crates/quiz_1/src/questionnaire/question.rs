//! A question: an item of a questionnaire and its words.

use super::bank::{BANK, SHARES};
use super::response::CATEGORIES;

/// Theme of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Politics and how to live together.
    World,
    /// Artificial minds, technology, screens.
    Machines,
    /// Belief, trust and taste.
    Life,
}

impl Theme {
    /// All themes.
    pub const ALL: [Theme; 3] = [Theme::World, Theme::Machines, Theme::Life];

    /// Heading of the theme.
    pub fn name(self) -> &'static str {
        match self {
            Theme::World => "the world",
            Theme::Machines => "machines and screens",
            Theme::Life => "life",
        }
    }
}

/// The part of a question that the models and the order of a session need, without its words: a worker that named a
/// [`Question`] would contain them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Theme.
    pub theme: Theme,
    /// Index into [`BANK`].
    pub bank: usize,
    /// Whether the item is reverse-keyed: the *lower* pole is what the bank's statement says.
    pub reverse_keyed: bool,
    /// Index, in the same set, of the other item about the same opinion, if there is one.
    pub consistency_pair: Option<usize>,
    /// Whether a session may begin with the item.
    pub gentle: bool,
    /// Number of words of [`Question::phrases`].
    pub phrase_words: [u8; 2],
}

impl Item {
    /// Shares of the five categories in the population, lower pole first; they add up to 1.
    pub fn shares(&self) -> [f64; CATEGORIES] {
        let mut shares = SHARES[self.bank];
        if self.reverse_keyed {
            shares.reverse();
        }
        let sum: f64 = shares.iter().sum();
        shares.map(|share| share / sum)
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
    /// Phrases of the lower and the upper pole, which continue "they" or "you" and state the side as its best advocate
    /// would: at most five words, without "and", commas, "their" or "your".
    pub phrases: [&'static str; 2],
}

impl Question {
    /// A question about the bank item `key`, with the statements and phrases of the lower and the upper pole.
    ///
    /// # Panics
    ///
    /// When the bank has no item of that key; at compile time this is an error.
    pub const fn new(
        theme: Theme,
        key: &'static str,
        [lower, upper]: [&'static str; 2],
        phrases: [&'static str; 2],
    ) -> Question {
        let phrase_words = [words(phrases[0]), words(phrases[1])];
        let item = Item {
            theme,
            bank: bank(key),
            reverse_keyed: false,
            consistency_pair: None,
            gentle: false,
            phrase_words,
        };
        Question { key, item, lower, upper, phrases }
    }

    /// The same question as one that a session may begin with.
    pub const fn gentle(self) -> Question {
        Question { item: Item { gentle: true, ..self.item }, ..self }
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
        phrases: [&'static str; 2],
    ) -> Question {
        let phrase_words = [words(phrases[0]), words(phrases[1])];
        let item = Item { reverse_keyed: true, consistency_pair: Some(of), phrase_words, ..self.item };
        Question { key, item, lower, upper, phrases }
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

/// Index of a bank item by its key, usable at compile time.
///
/// # Panics
///
/// When the bank has no item of that key; at compile time this is an error.
pub const fn bank(key: &str) -> usize {
    let mut i = 0;
    while i < BANK.len() {
        let (a, b) = (BANK[i].key.as_bytes(), key.as_bytes());
        let mut same = a.len() == b.len();
        let mut at = 0;
        while same && at < a.len() {
            same = a[at] == b[at];
            at += 1;
        }
        if same {
            return i;
        }
        i += 1;
    }
    panic!("no item of that name in the bank")
}

/// Number of words of a text with single spaces.
pub(crate) const fn words(text: &str) -> u8 {
    let bytes = text.as_bytes();
    let mut count = 1;
    let mut at = 0;
    while at < bytes.len() {
        count += (bytes[at] == b' ') as u8;
        at += 1;
    }
    count
}
