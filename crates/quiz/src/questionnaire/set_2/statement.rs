//! A belief in words: two opposing statements, and the phrases of a sentence that repeats them.

use super::super::question::words;

/// Most characters of a statement, so that two of them stand on a phone without scrolling.
pub const MOST_CHARACTERS: usize = 64;

/// Most words of a phrase.
pub const MOST_WORDS: u8 = 5;

/// A belief in words. Each pole is put as its best advocate would, without denying the other; nobody's group is rated; a
/// fourteen-year-old understands it. The wordings are ours: what is known of a belief was measured with the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Key of the item of the bank.
    pub key: &'static str,
    /// Statement of the lower pole.
    pub lower: &'static str,
    /// Statement of the upper pole.
    pub upper: &'static str,
    /// Phrases of the lower and the upper pole, which continue "they" or "you": at most [`MOST_WORDS`] words, without "and",
    /// commas, "their" or "your".
    pub phrases: [&'static str; 2],
}

impl Statement {
    /// A belief in words.
    ///
    /// # Panics
    ///
    /// When a phrase is too long; at compile time this is an error.
    pub const fn new(
        key: &'static str,
        [lower, upper]: [&'static str; 2],
        phrases: [&'static str; 2],
    ) -> Statement {
        assert!(words(phrases[0]) <= MOST_WORDS && words(phrases[1]) <= MOST_WORDS, "a phrase is short");
        Statement { key, lower, upper, phrases }
    }
}
