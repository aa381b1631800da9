//! Reader of the bank's file at compile time, so that a program holds numbers and no text.

use core::str::from_utf8;

use crate::item_parameters::{CATEGORIES, FACTORS, ItemParameters, Subject};

/// Number of items.
pub const ITEM_COUNT: usize = 101;

/// Text of the bank, with a heading.
pub const BANK_CSV: &str = include_str!("../data/items.csv");

/// A row of the file, by the offset of its first byte.
#[derive(Clone, Copy)]
pub(crate) struct Row(usize);

/// Rows of the items.
pub(crate) const ROWS: [Row; ITEM_COUNT] = {
    let text = BANK_CSV.as_bytes();
    let mut rows = [Row(0); ITEM_COUNT];
    let (mut at, mut row) = (0, 0);
    while row < ITEM_COUNT {
        if text[at] == b'\n' {
            rows[row] = Row(at + 1);
            row += 1;
        }
        at += 1;
    }
    rows
};

impl Row {
    /// Bytes of a field, which has no quotes.
    const fn field(self, number: usize) -> &'static [u8] {
        let text = BANK_CSV.as_bytes();
        let (mut start, mut commas) = (self.0, 0);
        while commas < number {
            if text[start] == b',' {
                commas += 1;
            }
            start += 1;
        }
        let mut end = start;
        while text[end] != b',' && text[end] != b'\n' {
            end += 1;
        }
        text.split_at(end).0.split_at(start).1
    }

    pub(crate) const fn text(self, field: usize) -> &'static str {
        match from_utf8(self.field(field)) {
            Ok(text) => text,
            Err(_) => panic!("a field is not text"),
        }
    }

    /// A number of four decimals, correctly rounded.
    const fn number(self, field: usize) -> f64 {
        let digits = self.field(field);
        let negative = digits[0] == b'-';
        let (mut at, mut ten_thousandths) = (negative as usize, 0);
        while at < digits.len() {
            if digits[at] != b'.' {
                assert!(digits[at].is_ascii_digit(), "a number has digits");
                ten_thousandths = 10 * ten_thousandths + (digits[at] - b'0') as u32;
            }
            at += 1;
        }
        assert!(digits[digits.len() - 5] == b'.', "a number has four decimals");
        let value = ten_thousandths as f64 / 10_000.0;
        if negative { -value } else { value }
    }

    const fn subject(self) -> Subject {
        let mut d = 0;
        while d < Subject::ALL.len() {
            if same(Subject::ALL[d].name().as_bytes(), self.field(1)) {
                return Subject::ALL[d];
            }
            d += 1;
        }
        panic!("no such subject")
    }

    pub(crate) const fn item(self) -> ItemParameters {
        let mut item = ItemParameters {
            subject: self.subject(),
            gentle: self.field(2)[0] == b'1',
            loadings: [0.0; FACTORS],
            thresholds: [0.0; CATEGORIES - 1],
        };
        let mut k = 0;
        while k < FACTORS {
            item.loadings[k] = self.number(3 + k);
            k += 1;
        }
        k = 0;
        while k < CATEGORIES - 1 {
            item.thresholds[k] = self.number(3 + FACTORS + k);
            k += 1;
        }
        item
    }
}

pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
