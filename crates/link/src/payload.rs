//! Answers as bytes: a bit for each item of the set that was asked, then the answers to these as a number in base six, the last
//! one in the lowest digit.

use quiz::questionnaire::{Answers, CATEGORIES, QuestionSet, Response};

/// Base of the answers' digits: 0 for a pass, then the five response categories.
const BASE: u16 = CATEGORIES as u16 + 1;

/// Number of bytes of the bits for the items of `set`.
pub(super) fn mask_length(set: &QuestionSet) -> usize {
    set.len().div_ceil(8)
}

/// Number of items that these bits say were asked.
pub(super) fn asked(mask: &[u8]) -> usize {
    mask.iter().map(|byte| byte.count_ones() as usize).sum()
}

/// Number of bytes of the answers to so many items: as many as the largest number of so many digits takes.
pub(super) fn number_length(asked: usize) -> usize {
    let mut largest = Vec::new();
    (0..asked).for_each(|_| append(&mut largest, BASE - 1));
    largest.len()
}

/// Bytes of the answers: [`mask_length`] of them for the items, the first item in the lowest bit of the first byte, and
/// [`number_length`] for the answers, most significant first.
pub(super) fn encode(answers: &Answers) -> Vec<u8> {
    let mut bytes = vec![0; mask_length(answers.set())];
    let mut number = Vec::new();
    for item in answers.asked() {
        bytes[item / 8] |= 1 << (item % 8);
        append(&mut number, answers.get(item).map_or(0, |response| response.index() as u16 + 1));
    }
    number.resize(number_length(asked(&bytes)), 0);
    bytes.extend(number.iter().rev());
    bytes
}

/// Answers to `set` from the bytes of [`encode`]; `None` if an item is not in the set, or the number has more digits than items
/// were asked.
pub(super) fn decode(set: &'static QuestionSet, bytes: &[u8]) -> Option<Answers> {
    let (mask, number) = bytes.split_at_checked(mask_length(set))?;
    let mut number: Vec<u8> = number.iter().rev().copied().collect();
    let mut answers = Answers::none(set);
    for item in (0..8 * mask.len()).rev().filter(|item| mask[item / 8] >> (item % 8) & 1 == 1) {
        if item >= set.len() {
            return None;
        }
        match usize::from(remove(&mut number)).checked_sub(1).and_then(Response::new) {
            Some(response) => answers.put(item, response),
            None => answers.pass(item),
        }
    }
    number.iter().all(|&byte| byte == 0).then_some(answers)
}

/// Appends a digit to a number, whose bytes are in ascending order.
fn append(number: &mut Vec<u8>, digit: u16) {
    let mut carry = digit;
    for byte in number.iter_mut() {
        carry += BASE * u16::from(*byte);
        *byte = carry as u8;
        carry >>= 8;
    }
    if carry > 0 {
        number.push(carry as u8);
    }
}

/// Removes the last digit of a number, whose bytes are in ascending order, and returns it.
fn remove(number: &mut [u8]) -> u16 {
    let mut rest = 0;
    for byte in number.iter_mut().rev() {
        let value = (rest << 8) | u16::from(*byte);
        *byte = (value / BASE) as u8;
        rest = value % BASE;
    }
    rest
}
