//! The table of optional interfaces in CONTRIBUTING.md names the tests that hold it, and all of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .expect("the project's files can be read")
}

/// The last cell of each row of the table below a heading: names in backticks.
fn named_in_table(document: &str, heading: &str) -> BTreeSet<String> {
    let section =
        document.split(heading).nth(1).unwrap_or_default().split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| interface"));
    let cells = rows.filter_map(|row| row.trim_end_matches(" |").rsplit(" | ").next());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// The tests in a source file.
fn tests_in(source: &str) -> BTreeSet<String> {
    let after = source.split("#[test]\nfn ").skip(1);
    after.filter_map(|rest| rest.split('(').next()).map(str::to_owned).collect()
}

#[test]
fn each_row_of_optional_interfaces_has_its_tests_and_each_test_its_row() {
    let named = named_in_table(&text("CONTRIBUTING.md"), "\n## Optional interfaces\n");
    let files = ["interfaces.rs", "interfaces_sharing.rs"];
    let written: BTreeSet<String> =
        files.iter().flat_map(|file| tests_in(&text(&format!("tests/e2e/tests/{file}")))).collect();
    assert!(written.len() > 5, "{written:?}");
    assert_eq!(named, written);
}

#[test]
fn names_are_read_from_the_last_cell_only() {
    let table = "\n## Here\n| interface | test |\n|---|---|\n| `one` a | `two` |\n| b | `three`, `four` |\n## Next\n| c | `five` |";
    let names: Vec<String> = named_in_table(table, "\n## Here\n").into_iter().collect();
    assert_eq!(names, ["four", "three", "two"]);
    assert_eq!(tests_in("#[test]\nfn six() {}\nfn seven() {}").into_iter().collect::<Vec<_>>(), ["six"]);
}
