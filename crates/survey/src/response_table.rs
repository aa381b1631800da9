//! Response table: respondents × items, read from comma-separated values.

use thiserror::Error;

use super::csv::{OpenQuote, records};
use quiz::questionnaire::{BANK, Response};

/// One response in a table: a response category, or only the side.
///
/// The *upper* pole, B and categories 4 and 5, agrees with the bank's statement ([`quiz::questionnaire::BankItem`]); the lower
/// pole, A and categories 1 and 2, disagrees; T and category 3 are neutral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseCode {
    /// One of the five response categories.
    Category(Response),
    /// A: the side of the lower pole.
    Lower,
    /// T: neutral.
    Neutral,
    /// B: the side of the upper pole.
    Upper,
}

impl ResponseCode {
    /// Number of codes.
    pub const NUMBER: usize = Response::ALL.len() + 3;

    /// All codes, in the order of [`ResponseCode::index`].
    pub const ALL: [ResponseCode; ResponseCode::NUMBER] = [
        ResponseCode::Category(Response::ALL[0]),
        ResponseCode::Category(Response::ALL[1]),
        ResponseCode::Category(Response::ALL[2]),
        ResponseCode::Category(Response::ALL[3]),
        ResponseCode::Category(Response::ALL[4]),
        ResponseCode::Lower,
        ResponseCode::Neutral,
        ResponseCode::Upper,
    ];

    /// Index of the code: the five categories first, then A, T, B.
    pub fn index(self) -> usize {
        match self {
            ResponseCode::Category(step) => step.index(),
            ResponseCode::Lower => 5,
            ResponseCode::Neutral => 6,
            ResponseCode::Upper => 7,
        }
    }

    /// The code of the response's side alone.
    pub fn side(self) -> ResponseCode {
        match self {
            ResponseCode::Category(step) => match step.side() {
                Some(false) => ResponseCode::Lower,
                None => ResponseCode::Neutral,
                Some(true) => ResponseCode::Upper,
            },
            side => side,
        }
    }

    fn read(cell: &str) -> Option<ResponseCode> {
        match cell {
            "A" | "a" => Some(ResponseCode::Lower),
            "T" | "t" => Some(ResponseCode::Neutral),
            "B" | "b" => Some(ResponseCode::Upper),
            "1" | "2" | "3" | "4" | "5" => {
                Response::new(usize::from(cell.as_bytes()[0] - b'1')).map(ResponseCode::Category)
            }
            _ => None,
        }
    }
}

/// Response table: respondents × items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseTable {
    /// Item of the bank in each column, as an index into [`BANK`].
    pub items: Vec<usize>,
    /// One row per respondent with one response per column; `None` is a pass.
    pub people: Vec<Vec<Option<ResponseCode>>>,
}

/// Reason why a response table cannot be read. Rows and columns count from 1; the heading is row 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ResponseTableError {
    /// The table has no heading.
    #[error("the table is empty; its first row should name items of the bank")]
    Empty,
    /// A heading is no key of an item.
    #[error("row 1, column {column}: no item is called \u{201c}{key}\u{201d}; the keys are {}", keys())]
    Key {
        /// Column of the heading.
        column: usize,
        /// Text of the heading.
        key: String,
    },
    /// An item has two columns.
    #[error("row 1, column {column}: \u{201c}{key}\u{201d} is column {first} already; keep one of them")]
    Twice {
        /// Second column of the item.
        column: usize,
        /// First column of the item.
        first: usize,
        /// Key of the item.
        key: String,
    },
    /// A row and the heading differ in length.
    #[error("row {row}, column {}: {found} cells where the heading has {expected}", found.min(expected) + 1)]
    Ragged {
        /// Number of the row.
        row: usize,
        /// Cells in the row.
        found: usize,
        /// Cells in the heading.
        expected: usize,
    },
    /// A cell holds no response.
    #[error(
        "row {row}, column {column} ({key}): \u{201c}{cell}\u{201d} is no answer; write 1 to 5, or A, T or B \
         where only the side is known, or nothing for a pass"
    )]
    Cell {
        /// Row of the cell.
        row: usize,
        /// Column of the cell.
        column: usize,
        /// Key of the item.
        key: &'static str,
        /// Text of the cell.
        cell: String,
    },
    /// A quoted cell is never closed.
    #[error(transparent)]
    Quote(#[from] OpenQuote),
}

fn keys() -> String {
    BANK.map(|item| item.key).join(", ")
}

impl ResponseTable {
    /// Reads comma-separated values. The heading names items of the bank, in any order and not necessarily all; a cell is 1 to
    /// 5, or A, T or B, or empty for a pass.
    ///
    /// # Errors
    /// [`ResponseTableError`] names the first row and column that cannot be read.
    ///
    /// # Examples
    ///
    /// ```
    /// use survey::{ResponseCode, ResponseTable, ResponseTableError};
    ///
    /// let table = ResponseTable::read("god,gap\n1,A\n5,\n")?;
    /// assert_eq!(table.people.len(), 2);
    /// assert_eq!(table.people[0][1], Some(ResponseCode::Lower));
    /// assert_eq!(table.people[1][1], None);
    /// # Ok::<(), ResponseTableError>(())
    /// ```
    pub fn read(text: &str) -> Result<ResponseTable, ResponseTableError> {
        let records = records(text)?;
        let Some(((_, heading), rows)) = records.split_first() else { return Err(ResponseTableError::Empty) };
        let mut items = Vec::with_capacity(heading.len());
        for (at, key) in heading.iter().enumerate() {
            let column = at + 1;
            let Some(item) = BANK.iter().position(|item| item.key == key) else {
                return Err(ResponseTableError::Key { column, key: key.clone() });
            };
            if let Some(first) = items.iter().position(|&before| before == item) {
                return Err(ResponseTableError::Twice { column, first: first + 1, key: key.clone() });
            }
            items.push(item);
        }
        let people = rows.iter().map(|(row, cells)| person(*row, cells, &items)).collect::<Result<_, _>>()?;
        Ok(ResponseTable { items, people })
    }

    /// Frequency of each code in a column, by [`ResponseCode::index`].
    pub fn counts(&self, column: usize) -> [usize; ResponseCode::NUMBER] {
        let mut counts = [0; ResponseCode::NUMBER];
        for code in self.people.iter().filter_map(|person| person[column]) {
            counts[code.index()] += 1;
        }
        counts
    }
}

fn person(
    row: usize,
    cells: &[String],
    items: &[usize],
) -> Result<Vec<Option<ResponseCode>>, ResponseTableError> {
    if cells.len() != items.len() {
        return Err(ResponseTableError::Ragged { row, found: cells.len(), expected: items.len() });
    }
    let answer = |(at, cell): (usize, &String)| match (cell.as_str(), ResponseCode::read(cell)) {
        ("", _) => Ok(None),
        (_, Some(code)) => Ok(Some(code)),
        _ => {
            let (column, key) = (at + 1, BANK[items[at]].key);
            Err(ResponseTableError::Cell { row, column, key, cell: cell.clone() })
        }
    };
    cells.iter().enumerate().map(answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_sides_and_passes_are_distinguished() {
        let table = ResponseTable::read("god,gap\n1,A\n5, b\n,T\n\"3\",\n").expect("a good table");
        assert_eq!(table.items.iter().map(|&i| BANK[i].key).collect::<Vec<_>>(), ["god", "gap"]);
        let step = |i| Some(ResponseCode::Category(Response::ALL[i]));
        let expected = [
            [step(0), Some(ResponseCode::Lower)],
            [step(4), Some(ResponseCode::Upper)],
            [None, Some(ResponseCode::Neutral)],
            [step(2), None],
        ];
        assert_eq!(table.people, expected);
        assert_eq!(table.counts(1), [0, 0, 0, 0, 0, 1, 1, 1]);
    }

    #[track_caller]
    fn refused(text: &str, sentence: &str) {
        let error = ResponseTable::read(text).expect_err("a bad table").to_string();
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
        assert!(ResponseCode::ALL.iter().enumerate().all(|(at, code)| code.index() == at));
        assert_eq!(ResponseCode::ALL.map(|code| code.side().index()), [5, 5, 6, 7, 7, 5, 6, 7]);
    }
}
