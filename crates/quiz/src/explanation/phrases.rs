//! Phrases for each side of a question.
//!
//! A phrase continues "they" or "you" and states the side as its best advocate would: at most five words, without
//! "and", commas, "their" or "your".

use crate::questionnaire::{ASKED, Side};

/// Phrases of the lower and the upper pole of each question, in the order of [`crate::questionnaire::QUESTIONS`].
const PHRASES: [[&str; 2]; ASKED.len()] = [
    ["would leave incomes alone", "would narrow the wealth gap"],
    ["would welcome more newcomers", "want fewer newcomers"],
    ["put growth first", "put nature first"],
    ["trust adults with guns", "want guns harder to get"],
    ["would shut out harmful speech", "defend even hateful speech"],
    ["would keep cannabis illegal", "would let adults buy cannabis"],
    ["like homes with two earners", "like homes with one breadwinner"],
    ["would even out incomes", "find unequal incomes fair"],
    ["would leave superhuman machines unbuilt", "would build superhuman machines"],
    ["expect AI to bring work", "fear AI will take jobs"],
    ["would let AI makers experiment", "want strict rules for AI"],
    ["find new technology too costly", "find new technology worth it"],
    ["say only living things feel", "think machines could feel"],
    ["say social media connects people", "find social media harmful"],
    ["like jokes with a point", "laugh when people shout six-seven"],
    ["look forward to greater minds", "would stop AI outgrowing us"],
    ["see no god", "are sure of a god"],
    ["see nothing in star signs", "see something in star signs"],
    ["think experts often err", "trust what scientists agree on"],
    ["expect strangers to take advantage", "expect strangers to be fair"],
    ["leave classical music to others", "enjoy classical music"],
    ["see skill in modern art", "doubt modern art takes skill"],
    ["feel uneasy about eating meat", "eat meat without guilt"],
    ["trust people on first meeting", "stay on guard with strangers"],
];

/// Number of words of each phrase, so that a program that only counts words does not contain them.
const LENGTHS: [[u8; 2]; ASKED.len()] = {
    let mut lengths = [[0; 2]; ASKED.len()];
    let mut q = 0;
    while q < lengths.len() {
        lengths[q] = [words(PHRASES[q][0]), words(PHRASES[q][1])];
        q += 1;
    }
    lengths
};

/// Number of words of a text with single spaces.
pub(super) const fn words(text: &str) -> u8 {
    let bytes = text.as_bytes();
    let mut count = 1;
    let mut at = 0;
    while at < bytes.len() {
        count += (bytes[at] == b' ') as u8;
        at += 1;
    }
    count
}

/// Phrase of a side, which continues "they" or "you".
///
/// # Panics
///
/// When `side.question` is no index into [`crate::questionnaire::QUESTIONS`].
pub fn phrase(side: Side) -> &'static str {
    PHRASES[usize::from(side.question)][usize::from(side.upper)]
}

/// Number of words of [`phrase`].
pub(super) fn length(side: Side) -> u8 {
    LENGTHS[usize::from(side.question)][usize::from(side.upper)]
}
