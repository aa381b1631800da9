//! Response table: respondents × items, read from comma-separated values.

use core::fmt;

use thiserror::Error;

use super::csv::{OpenQuote, records};
use perplexity::item_bank::KEYS;

/// Most categories of an item.
pub const MOST_STEPS: usize = 11;

/// Response table: respondents × items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseTable {
    /// Item of the bank in each column, as an index into [`KEYS`]; no item twice.
    pub items: Vec<usize>,
    /// One row per respondent with one category per column, from 0 at the lower pole; `None` where there is no answer.
    pub people: Vec<Vec<Option<u8>>>,
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
        "row {row}, column {column} ({key}): \u{201c}{cell}\u{201d} is no answer; write a whole number from 1 for the \
         lower pole to {MOST_STEPS} at most, or nothing where there is no answer"
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
    KEYS.join(", ")
}

impl ResponseTable {
    /// Reads comma-separated values. The heading names items of the bank, in any order and not necessarily all; a cell is a
    /// whole number from 1 to [`MOST_STEPS`], larger nearer to the item's upper pole, or empty where there is no answer.
    ///
    /// # Errors
    /// [`ResponseTableError`] names the first row and column that cannot be read.
    ///
    /// # Examples
    ///
    /// ```
    /// use survey::{ResponseTable, ResponseTableError};
    ///
    /// let table = ResponseTable::read("god,beyond\n1,7\n5,\n")?;
    /// assert_eq!(table.people, [[Some(0), Some(6)], [Some(4), None]]);
    /// assert_eq!((table.steps(0), table.steps(1)), (5, 7));
    /// # Ok::<(), ResponseTableError>(())
    /// ```
    pub fn read(text: &str) -> Result<ResponseTable, ResponseTableError> {
        let records = records(text)?;
        let Some(((_, heading), rows)) = records.split_first() else { return Err(ResponseTableError::Empty) };
        let mut items = Vec::with_capacity(heading.len());
        for (at, key) in heading.iter().enumerate() {
            let column = at + 1;
            let Some(item) = KEYS.iter().position(|known| known == key) else {
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

    /// Number of categories of a column, from 2: the largest number in it.
    ///
    /// # Panics
    /// If there is no such column.
    pub fn steps(&self, column: usize) -> usize {
        let largest = self.people.iter().filter_map(|person| person[column]).max();
        largest.map_or(2, |category| (usize::from(category) + 1).max(2))
    }

    /// Frequency of each category of a column, [`ResponseTable::steps`] numbers.
    ///
    /// # Panics
    /// If there is no such column.
    pub fn counts(&self, column: usize) -> Vec<usize> {
        let mut counts = vec![0; self.steps(column)];
        for category in self.people.iter().filter_map(|person| person[column]) {
            counts[usize::from(category)] += 1;
        }
        counts
    }
}

/// Comma-separated values, as [`ResponseTable::read`] reads them.
impl fmt::Display for ResponseTable {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let heading: Vec<&str> = self.items.iter().map(|&item| KEYS[item]).collect();
        writeln!(to, "{}", heading.join(","))?;
        for person in &self.people {
            let cell = |category: &Option<u8>| category.map_or_else(String::new, |c| (c + 1).to_string());
            writeln!(to, "{}", person.iter().map(cell).collect::<Vec<_>>().join(","))?;
        }
        Ok(())
    }
}

/// Category of a cell: a whole number from 1, without a sign or leading zeros.
fn category(cell: &str) -> Option<u8> {
    let is_plain = cell.bytes().all(|byte| byte.is_ascii_digit()) && !cell.starts_with('0');
    let number: u8 = cell.parse().ok().filter(|_| is_plain)?;
    (usize::from(number) <= MOST_STEPS).then_some(number - 1)
}

fn person(row: usize, cells: &[String], items: &[usize]) -> Result<Vec<Option<u8>>, ResponseTableError> {
    if cells.len() != items.len() {
        return Err(ResponseTableError::Ragged { row, found: cells.len(), expected: items.len() });
    }
    let answer = |(at, cell): (usize, &String)| match (cell.as_str(), category(cell)) {
        ("", _) => Ok(None),
        (_, Some(category)) => Ok(Some(category)),
        _ => {
            let (column, key) = (at + 1, KEYS[items[at]]);
            Err(ResponseTableError::Cell { row, column, key, cell: cell.clone() })
        }
    };
    cells.iter().enumerate().map(answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_and_missing_answers_are_distinguished() {
        let table = ResponseTable::read("god,gadgets\n1,11\n5, 2\n,7\n\"3\",\n").expect("a good table");
        assert_eq!(table.items.iter().map(|&i| KEYS[i]).collect::<Vec<_>>(), ["god", "gadgets"]);
        assert_eq!(table.people, [[Some(0), Some(10)], [Some(4), Some(1)], [None, Some(6)], [Some(2), None]]);
        assert_eq!(table.counts(0), [1, 0, 1, 0, 1]);
        assert_eq!(table.counts(1), [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
        assert_eq!(ResponseTable::read(&table.to_string()), Ok(table));
    }

    #[test]
    fn a_column_has_as_many_categories_as_its_largest_number_and_two_at_least() {
        let table = ResponseTable::read("god,beyond,doctors\n1,,2\n1,,\n").expect("a good table");
        assert_eq!([0, 1, 2].map(|column| table.counts(column)), [[2, 0], [0, 0], [0, 1]]);
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
        refused("god,beyond,god\n", "row 1, column 3: \u{201c}god\u{201d} is column 1 already");
        refused("god,\n1,2\n", "row 1, column 2: no item is called \u{201c}\u{201d}");
        refused("god,beyond\n1,2\n3\n", "row 3, column 2: 1 cells where the heading has 2");
        refused("god,beyond\n1,2,3\n", "row 2, column 3: 3 cells");
        refused("god,beyond\n1,2\n\n1,12\n", "row 4, column 2 (beyond): \u{201c}12\u{201d} is no answer");
        for cell in ["0", "-1", "+1", "01", "1.0", "A", "999", "one"] {
            refused(&format!("god\n{cell}\n"), &format!("row 2, column 1 (god): \u{201c}{cell}\u{201d}"));
        }
        refused("god\n\"1\n", "row 2: a quoted cell never ends");
    }
}
