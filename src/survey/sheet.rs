//! Who answered what, in a table from elsewhere?

use thiserror::Error;

use super::records::{OpenQuote, records};
use crate::items::{BANK, Step};

/// One answer as a table tells it: a step, or only the side.
///
/// The *upper* pole, B and steps 4 and 5, is what the bank's statement says ([`crate::items::BankItem`]); A and
/// steps 1 and 2 are the lower pole, its opposite; T and step 3 are torn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// One of the five steps.
    Step(Step),
    /// A: the lower pole, more or less.
    Lower,
    /// T: torn.
    Torn,
    /// B: the upper pole, more or less.
    Upper,
}

impl Code {
    /// How many there are.
    pub const NUMBER: usize = Step::ALL.len() + 3;

    /// All of them, in the order of [`Code::index`].
    pub const ALL: [Code; Code::NUMBER] = [
        Code::Step(Step::ALL[0]),
        Code::Step(Step::ALL[1]),
        Code::Step(Step::ALL[2]),
        Code::Step(Step::ALL[3]),
        Code::Step(Step::ALL[4]),
        Code::Lower,
        Code::Torn,
        Code::Upper,
    ];

    /// Its place: the steps first, then A, T, B.
    pub fn index(self) -> usize {
        match self {
            Code::Step(step) => step.index(),
            Code::Lower => 5,
            Code::Torn => 6,
            Code::Upper => 7,
        }
    }

    /// What is left of it when only the side is told.
    pub fn side(self) -> Code {
        match self {
            Code::Step(step) => match step.side() {
                Some(false) => Code::Lower,
                None => Code::Torn,
                Some(true) => Code::Upper,
            },
            side => side,
        }
    }

    fn read(cell: &str) -> Option<Code> {
        match cell {
            "A" | "a" => Some(Code::Lower),
            "T" | "t" => Some(Code::Torn),
            "B" | "b" => Some(Code::Upper),
            "1" | "2" | "3" | "4" | "5" => Step::new(usize::from(cell.as_bytes()[0] - b'1')).map(Code::Step),
            _ => None,
        }
    }
}

/// A table of answers: people × items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Which item of the bank each column is.
    pub items: Vec<usize>,
    /// One row a person, one answer or pass a column.
    pub people: Vec<Vec<Option<Code>>>,
}

/// Why a table cannot be scored. Rows count from the heading, which is row 1; columns from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SheetError {
    /// No heading.
    #[error("the table is empty; its first row should name items of the bank")]
    Empty,
    /// A heading that is no item.
    #[error("row 1, column {column}: no item is called \u{201c}{key}\u{201d}; the keys are {}", keys())]
    Key {
        /// Where.
        column: usize,
        /// What it says.
        key: String,
    },
    /// The same item twice.
    #[error("row 1, column {column}: \u{201c}{key}\u{201d} is column {first} already; keep one of them")]
    Twice {
        /// Where it comes again.
        column: usize,
        /// Where it came first.
        first: usize,
        /// The item.
        key: String,
    },
    /// A row of another length.
    #[error("row {row}, column {}: {found} cells where the heading has {expected}", found.min(expected) + 1)]
    Ragged {
        /// Where.
        row: usize,
        /// Cells in it.
        found: usize,
        /// Cells in the heading.
        expected: usize,
    },
    /// A cell that is no answer.
    #[error(
        "row {row}, column {column} ({key}): \u{201c}{cell}\u{201d} is no answer; write 1 to 5, or A, T or B \
         where only the side is known, or nothing for a pass"
    )]
    Cell {
        /// Where.
        row: usize,
        /// Where in the row.
        column: usize,
        /// The item.
        key: &'static str,
        /// What it says.
        cell: String,
    },
    /// Quotes that never close.
    #[error(transparent)]
    Quote(#[from] OpenQuote),
}

fn keys() -> String {
    BANK.map(|item| item.key).join(", ")
}

impl Sheet {
    /// Reads comma-separated text; the first row names items of the bank, in any order and not all of them.
    pub fn read(text: &str) -> Result<Sheet, SheetError> {
        let records = records(text)?;
        let Some(((_, heading), rows)) = records.split_first() else { return Err(SheetError::Empty) };
        let mut items = Vec::with_capacity(heading.len());
        for (at, key) in heading.iter().enumerate() {
            let column = at + 1;
            let Some(item) = BANK.iter().position(|item| item.key == key) else {
                return Err(SheetError::Key { column, key: key.clone() });
            };
            if let Some(first) = items.iter().position(|&before| before == item) {
                return Err(SheetError::Twice { column, first: first + 1, key: key.clone() });
            }
            items.push(item);
        }
        let people = rows.iter().map(|(row, cells)| person(*row, cells, &items)).collect::<Result<_, _>>()?;
        Ok(Sheet { items, people })
    }

    /// How often each code stands in a column, by [`Code::index`].
    pub fn counts(&self, column: usize) -> [usize; Code::NUMBER] {
        let mut counts = [0; Code::NUMBER];
        for code in self.people.iter().filter_map(|person| person[column]) {
            counts[code.index()] += 1;
        }
        counts
    }
}

fn person(row: usize, cells: &[String], items: &[usize]) -> Result<Vec<Option<Code>>, SheetError> {
    if cells.len() != items.len() {
        return Err(SheetError::Ragged { row, found: cells.len(), expected: items.len() });
    }
    let answer = |(at, cell): (usize, &String)| match (cell.as_str(), Code::read(cell)) {
        ("", _) => Ok(None),
        (_, Some(code)) => Ok(Some(code)),
        _ => {
            let (column, key) = (at + 1, BANK[items[at]].key);
            Err(SheetError::Cell { row, column, key, cell: cell.clone() })
        }
    };
    cells.iter().enumerate().map(answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_sides_and_passes_are_told_apart() {
        let sheet = Sheet::read("god,gap\n1,A\n5, b\n,T\n\"3\",\n").expect("a good table");
        assert_eq!(sheet.items.iter().map(|&i| BANK[i].key).collect::<Vec<_>>(), ["god", "gap"]);
        let step = |i| Some(Code::Step(Step::ALL[i]));
        let expected = [
            [step(0), Some(Code::Lower)],
            [step(4), Some(Code::Upper)],
            [None, Some(Code::Torn)],
            [step(2), None],
        ];
        assert_eq!(sheet.people, expected);
        assert_eq!(sheet.counts(1), [0, 0, 0, 0, 0, 1, 1, 1]);
    }

    #[track_caller]
    fn refused(text: &str, sentence: &str) {
        let error = Sheet::read(text).expect_err("a bad table").to_string();
        assert!(error.contains(sentence), "{error}");
    }

    #[test]
    fn what_is_wrong_is_named_by_row_and_column() {
        refused("", "empty");
        refused("god,goat\n1,1\n", "row 1, column 2: no item is called \u{201c}goat\u{201d}");
        refused("god,gap,god\n", "row 1, column 3: \u{201c}god\u{201d} is column 1 already");
        refused("god,\n1,2\n", "row 1, column 2: no item is called \u{201c}\u{201d}");
        refused("god,gap\n1,2\n3\n", "row 3, column 2: 1 cells where the heading has 2");
        refused("god,gap\n1,2,3\n", "row 2, column 3: 3 cells");
        refused("god,gap\n1,2\n\n1,6\n", "row 4, column 2 (gap): \u{201c}6\u{201d} is no answer");
        refused("god\nC\n", "row 2, column 1 (god)");
        refused("god\n1.0\n", "row 2, column 1 (god)");
        refused("god\n\"1\n", "row 2: a quoted cell never ends");
    }

    #[test]
    fn places_of_codes_are_their_places_in_the_list() {
        assert!(Code::ALL.iter().enumerate().all(|(at, code)| code.index() == at));
        assert_eq!(Code::ALL.map(|code| code.side().index()), [5, 5, 6, 7, 7, 5, 6, 7]);
    }
}
