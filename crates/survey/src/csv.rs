//! Parser of comma-separated values (RFC 4180).
//!
//! Kept by hand: the crate `csv` reads a quoted cell that is never closed to the end of the file without an error, so that
//! the rest of a table would be one pass instead of a message that names the row.

use thiserror::Error;

/// Error: a quoted cell that is never closed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("row {row}: a quoted cell never ends; close it with another \"")]
pub struct OpenQuote {
    /// Row in which the cell starts; the heading is row 1.
    pub row: usize,
}

/// Splits a table into trimmed cells, row by row: cells end at commas, rows at any line end, and a quoted cell may contain
/// both (RFC 4180). A leading byte-order mark and empty rows are skipped. Each row comes with its number in the file, from
/// 1 and with empty rows counted, as in a spreadsheet.
///
/// # Errors
/// [`OpenQuote`] if a quoted cell is never closed.
pub(super) fn records(text: &str) -> Result<Vec<(usize, Vec<String>)>, OpenQuote> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { records: Vec::new(), row: 1, cells: Vec::new(), cell: String::new() };
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                reader.cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if reader.cell.trim().is_empty() => quoted = true,
            _ if quoted => reader.cell.push(letter),
            ',' => reader.end_cell(),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => reader.end_row(),
            _ => reader.cell.push(letter),
        }
    }
    if quoted {
        return Err(OpenQuote { row: reader.row });
    }
    reader.end_row();
    Ok(reader.records)
}

struct Reader {
    records: Vec<(usize, Vec<String>)>,
    row: usize,
    cells: Vec<String>,
    cell: String,
}

impl Reader {
    fn end_cell(&mut self) {
        self.cells.push(self.cell.trim().to_owned());
        self.cell.clear();
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = core::mem::take(&mut self.cells);
        if cells != [""] {
            self.records.push((self.row, cells));
        }
        self.row += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let found = records(text).expect("quotes close");
        let found: Vec<(usize, Vec<&str>)> =
            found.iter().map(|(row, cells)| (*row, cells.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(usize, Vec<&str>)> =
            expected.iter().map(|(row, cells)| (*row, cells.to_vec())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn rows_are_read_however_a_spreadsheet_wrote_them() {
        check("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("\u{feff}a,b\r\n1,\r\n", &[(1, &["a", "b"]), (2, &["1", ""])]);
        check("a\r1", &[(1, &["a"]), (2, &["1"])]);
        check("\"a\", \"b,c\"\n\"1\",\"say \"\"x\"\"\"", &[(1, &["a", "b,c"]), (2, &["1", "say \"x\""])]);
        check("a,b\n\n , \n\n", &[(1, &["a", "b"]), (3, &["", ""])]);
        check("", &[]);
    }

    #[test]
    fn a_quote_without_an_end_is_named_by_its_row() {
        assert_eq!(records("a\n\"1\n2"), Err(OpenQuote { row: 2 }));
    }
}
