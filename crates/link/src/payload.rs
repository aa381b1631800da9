//! Answers as a number in base six, the last question in the lowest digit; its bytes are the payload of a result.

use quiz::questionnaire::{Answers, CATEGORIES, QuestionSet, Response};

/// Base of the answers' digits: 0 for a pass, then the five response categories.
pub(super) const BASE: u16 = CATEGORIES as u16 + 1;

/// Number of bytes of the answers to `set`: as many as the largest number of its digits takes.
pub(super) fn length(set: &QuestionSet) -> usize {
    let mut largest = Vec::new();
    (0..set.len()).for_each(|_| append(&mut largest, BASE - 1));
    largest.len()
}

/// Bytes of the answers, most significant first, [`length`] of them.
pub(super) fn encode(answers: &Answers) -> Vec<u8> {
    let mut number = Vec::new();
    for answer in answers.responses() {
        append(&mut number, answer.map_or(0, |response| response.index() as u16 + 1));
    }
    number.resize(length(answers.set()), 0);
    number.reverse();
    number
}

/// Answers to `set` from the bytes of [`encode`]; `None` if the number has more digits than the set has questions.
pub(super) fn decode(set: &'static QuestionSet, bytes: &[u8]) -> Option<Answers> {
    let mut number: Vec<u8> = bytes.iter().rev().copied().collect();
    let mut answers = Answers::all_passed(set);
    for at in (0..set.len()).rev() {
        let digit = remove(&mut number);
        answers.put(at, usize::from(digit).checked_sub(1).and_then(Response::new));
    }
    number.iter().all(|&byte| byte == 0).then_some(answers)
}

/// Appends a digit to a number, whose bytes are in ascending order.
pub(super) fn append(number: &mut Vec<u8>, digit: u16) {
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
pub(super) fn remove(number: &mut [u8]) -> u16 {
    let mut rest = 0;
    for byte in number.iter_mut().rev() {
        let value = (rest << 8) | u16::from(*byte);
        *byte = (value / BASE) as u8;
        rest = value % BASE;
    }
    rest
}
