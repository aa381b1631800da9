//! Encoding of a result whose items were selected, version 2.
//!
//! The bytes of a code are the id of the question set, the guess, a bit for each item of the bank that was asked, and the
//! answers to these as a number in base six. So it is read without selecting again, and is as long as what was asked: 39
//! characters for 24 items, 52 for 48.

use super::code;
use super::error::LinkError;
use super::fields::{guess_byte, guess_of};
use super::normalize::{Code, cut, normalize};
use super::payload::{BASE, append, remove};
use perplexity::answers::{Answer, ItemAnswers};
use perplexity::item_bank::{CATEGORIES, ITEM_COUNT};

/// Version of these codes.
const VERSION: u32 = 2;

/// Id of the question set whose items are those of the bank.
const SET: u8 = 2;

/// Bytes of the bits for the items.
const MASK: usize = ITEM_COUNT.div_ceil(8);

/// A result whose items were selected, as it is shared in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelectedResult {
    /// The visitor's answers.
    pub answers: ItemAnswers,
    /// The visitor's guess before the quiz: how many of 100 are weirder.
    pub guess: Option<u8>,
}

impl SelectedResult {
    /// Encodes the result as the fragment of a link, without `#`.
    ///
    /// # Examples
    ///
    /// ```
    /// use link::SelectedResult;
    /// use perplexity::answers::{Answer, ItemAnswers};
    ///
    /// let mut answers = ItemAnswers::default();
    /// answers.set(7, Answer::Category(4));
    /// answers.set(50, Answer::Passed);
    /// let result = SelectedResult { answers, guess: Some(20) };
    /// assert_eq!(SelectedResult::decode(&result.encode()), Ok(result));
    /// ```
    pub fn encode(&self) -> String {
        let mut mask = [0u8; MASK];
        let mut number = Vec::new();
        let mut asked = 0;
        for item in self.answers.asked() {
            mask[item / 8] |= 1 << (item % 8);
            let digit = match self.answers.get(item) {
                Answer::Category(category) => u16::from(category) + 1,
                Answer::Passed | Answer::NotAsked => 0,
            };
            append(&mut number, digit);
            asked += 1;
        }
        number.resize(bytes_of(asked), 0);
        number.reverse();
        let head = [SET, guess_byte(self.guess)];
        format!("r{VERSION}.{}", code::write(&[&head[..], &mask, &number].concat()))
    }

    /// Decodes the fragment of a link, after any changes by chat apps.
    ///
    /// # Errors
    ///
    /// [`LinkError::NotAResult`] if the text is something else; other errors if the code has another version or set, is
    /// damaged, or holds what cannot be.
    pub fn decode(fragment: &str) -> Result<SelectedResult, LinkError> {
        let text = normalize(fragment);
        let code = Code::of(&text).filter(|code| code.kind == b'r').ok_or(LinkError::NotAResult)?;
        match code.version {
            Some(VERSION) => read(code.rest),
            Some(version) => Err(LinkError::Version { version: version.to_string() }),
            None => Err(LinkError::NotAResult),
        }
    }
}

/// Number of bytes of the answers to so many items: as many as the largest number of so many digits takes.
fn bytes_of(asked: usize) -> usize {
    let mut largest = Vec::new();
    (0..asked).for_each(|_| append(&mut largest, BASE - 1));
    largest.len()
}

/// Number of characters of a code of so many items.
fn digits_of(asked: usize) -> usize {
    code::digits(2 + MASK + bytes_of(asked))
}

fn read(rest: &[u8]) -> Result<SelectedResult, LinkError> {
    let values = code::values(cut(rest).0)?;
    let length = |expected: usize| LinkError::Length { expected, found: values.len() };
    // What was cut off is at the end; the bits for the items say how long the whole is.
    let bytes = code::bytes(values.len()).ok_or_else(|| length(digits_of(24)))?;
    let found = code::check(&values, bytes)?;
    let (Some(&[set, guess]), Some(mask), Some(number)) =
        (found.first_chunk(), found.get(2..2 + MASK), found.get(2 + MASK..))
    else {
        return Err(length(digits_of(1)));
    };
    if set != SET {
        return Err(LinkError::Set { set });
    }
    let guess = guess_of(guess)?;
    let is_asked = |item: usize| mask[item / 8] >> (item % 8) & 1 == 1;
    let asked: Vec<usize> = (0..8 * MASK).filter(|&item| is_asked(item)).collect();
    if number.len() != bytes_of(asked.len()) {
        return Err(length(digits_of(asked.len())));
    }
    let mut number: Vec<u8> = number.iter().rev().copied().collect();
    let mut answers = ItemAnswers::default();
    for &item in asked.iter().rev() {
        let category = remove(&mut number).checked_sub(1).map(|category| category as u8);
        if item >= ITEM_COUNT || category.is_some_and(|category| usize::from(category) >= CATEGORIES) {
            return Err(LinkError::Impossible);
        }
        answers.set(item, category.map_or(Answer::Passed, Answer::Category));
    }
    if number.iter().any(|&byte| byte != 0) {
        return Err(LinkError::Impossible);
    }
    Ok(SelectedResult { answers, guess })
}

#[cfg(test)]
mod tests {
    use super::*;
    use perplexity::likeness::Likeness;
    use perplexity::respondent::SimulatedRespondent;
    use perplexity::selection::next_item;

    fn session(n: usize, length: usize) -> SelectedResult {
        let (likeness, responses) = (Likeness::default(), SimulatedRespondent::nth(3, n).responses(0));
        let (mut asked, mut answers) = (Vec::new(), ItemAnswers::default());
        while asked.len() < length
            && let Some(item) = next_item(&likeness, n as u64, &asked, &answers)
        {
            asked.push(item);
            let is_passed = asked.len() % 7 == 0;
            answers.set(item, if is_passed { Answer::Passed } else { Answer::Category(responses[item]) });
        }
        SelectedResult { answers, guess: n.is_multiple_of(2).then_some(n as u8) }
    }

    #[test]
    fn sessions_of_every_length_come_back() {
        for (n, length) in [0, 1, 8, 12, 24, 36, 48, 101].into_iter().enumerate() {
            let result = session(n, length);
            assert_eq!(SelectedResult::decode(&result.encode()), Ok(result), "{length}");
        }
    }

    #[test]
    fn a_code_is_at_most_40_characters_for_24_items_and_60_for_48() {
        let length = |asked: usize| session(1, asked).encode().len() - "r2.".len();
        assert_eq!([12, 24, 36, 48].map(length), [32, 39, 45, 52]);
        assert_eq!([12, 24, 36, 48].map(digits_of), [32, 39, 45, 52]);
    }

    #[test]
    fn what_chats_do_to_it_is_undone() {
        let result = session(2, 24);
        let code = result.encode();
        for changed in [
            code.to_lowercase(),
            format!("<#{code}>"),
            format!("%23{code}?utm_source=chat"),
            code.replace('0', "O"),
            format!("{}-{}", &code[..20], &code[20..]),
        ] {
            assert_eq!(SelectedResult::decode(&changed), Ok(result), "{changed}");
        }
    }

    #[test]
    fn damage_is_found_and_lengths_are_said() {
        let code = session(2, 24).encode();
        let cut = &code[..code.len() - 1];
        assert!(matches!(SelectedResult::decode(cut), Err(LinkError::Length { .. } | LinkError::Damaged)));
        let mut changed = code.clone().into_bytes();
        changed[9] = if changed[9] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        assert_eq!(SelectedResult::decode(&changed), Err(LinkError::Damaged));
        assert_eq!(SelectedResult::decode("hello"), Err(LinkError::NotAResult));
        let version_3 = code.replacen("r2.", "r3.", 1);
        assert_eq!(SelectedResult::decode(&version_3), Err(LinkError::Version { version: "3".into() }));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let good = session(2, 24).encode();
        let bytes = {
            let values =
                code::values(good.strip_prefix("r2.").expect("a prefix").as_bytes()).expect("digits");
            code::check(&values, code::bytes(values.len()).expect("a length")).expect("undamaged")
        };
        let refused = |change: &dyn Fn(&mut Vec<u8>)| {
            let mut changed = bytes.clone();
            change(&mut changed);
            SelectedResult::decode(&format!("r2.{}", code::write(&changed))).expect_err("refused")
        };
        assert_eq!(refused(&|bytes| bytes[0] = 7), LinkError::Set { set: 7 });
        assert_eq!(refused(&|bytes| bytes[1] = 101), LinkError::Impossible);
        // An item beyond the bank in the place of one of its own: the length stays.
        assert_eq!(
            refused(&|bytes| {
                let first = (2..2 + MASK).find(|&at| bytes[at] != 0).expect("items");
                bytes[first] &= bytes[first] - 1;
                bytes[2 + MASK - 1] |= 0x80;
            }),
            LinkError::Impossible
        );
        // More than 24 digits of base six hold.
        assert_eq!(refused(&|bytes| bytes[2 + MASK..].fill(255)), LinkError::Impossible);
        // A bit more than there are answers.
        assert!(matches!(refused(&|bytes| bytes[2..2 + MASK].fill(255)), LinkError::Length { .. }));
    }
}
