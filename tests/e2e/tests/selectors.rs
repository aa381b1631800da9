//! Selectors of these tests: the page objects know all of them, and each stands there once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::files::files_below;

/// Everything a selector of this page may begin with, or what only scripts that look for elements contain.
const SIGNS: [&str; 12] = [
    "[data-",
    "[name=",
    "[role=",
    "[aria-",
    "[href",
    "[popovertarget",
    "querySelector",
    "getElementById",
    "getElementsByClassName",
    ".closest(",
    ".matches(",
    ":not(",
];

/// The text of string literals in Rust, as it is written, with the line each begins in; comments have none.
fn literals(source: &str) -> Vec<(usize, String)> {
    let (mut found, mut line) = (Vec::new(), 1);
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            4.min(rest.len())
        } else if let Some((start, end)) = quotation_marks(rest) {
            let inside = &rest[start.len()..];
            let length = end_of_literal(inside, &end);
            found.push((line, inside[..length].to_owned()));
            start.len() + length + end.len()
        } else {
            next.len_utf8()
        };
        line += rest[..taken].matches('\n').count();
        rest = &rest[taken..];
    }
    found
}

/// How a literal that begins here begins and ends.
fn quotation_marks(rest: &str) -> Option<(String, String)> {
    let hashes = |text: &str| text.bytes().take_while(|byte| *byte == b'#').count();
    if rest.starts_with('"') {
        return Some(("\"".to_owned(), "\"".to_owned()));
    }
    let raw = rest.strip_prefix('r')?;
    let marks = "#".repeat(hashes(raw));
    raw[marks.len()..].starts_with('"').then(|| (format!("r{marks}\""), format!("\"{marks}")))
}

fn end_of_literal(inside: &str, end: &str) -> usize {
    let mut at = 0;
    while !inside[at..].starts_with(end) {
        let escaped = end == "\"" && inside[at..].starts_with('\\');
        let length = |text: &str| text.chars().next().expect("every literal ends").len_utf8();
        at += length(&inside[at..]);
        at += if escaped { length(&inside[at..]) } else { 0 };
    }
    at
}

/// Whether a literal is a selector, or a script that holds one.
fn is_selector(literal: &str) -> bool {
    // Links begin with a letter, a version and a dot.
    let is_link = literal.as_bytes().get(2).is_some_and(u8::is_ascii_digit);
    let id_or_class = !is_link && literal.starts_with(['#', '.']) && {
        let name = literal[1..].split([' ', ':', '[', ',', '.']).next().unwrap_or_default();
        let kebab = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        name.starts_with(|letter: char| letter.is_ascii_lowercase()) && name.chars().all(kebab)
    };
    id_or_class || SIGNS.iter().any(|sign| literal.contains(sign))
}

fn sources() -> Vec<(PathBuf, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = files_below(here, &["target"]).expect("the tests' own sources can be read");
    let rust =
        files.into_iter().filter(|file| file.ends_with(".rs") && !file.ends_with("tests/selectors.rs"));
    rust.map(|file| {
        let text = fs::read_to_string(here.join(&file)).expect("sources are text");
        (PathBuf::from(file), text)
    })
    .collect()
}

/// Addresses and names of files that look like an id or a class.
const NO_SELECTORS: [&str; 7] = ["#quiz", "#lab", "#compare", "#how", "#privacy", "#no-such-place", ".js"];

#[test]
fn only_page_objects_know_selectors() {
    let knows = |file: &Path| file.starts_with("src/screens") || file == Path::new("src/element.rs");
    let mut found = Vec::new();
    for (file, source) in sources().into_iter().filter(|(file, _)| !knows(file)) {
        for (line, literal) in literals(&source) {
            if is_selector(&literal) && !NO_SELECTORS.contains(&literal.as_str()) {
                found.push(format!("{}:{line}: {literal}", file.display()));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "move them to a page object in src/screens/");
}

#[test]
fn no_selector_stands_twice() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, source) in sources().into_iter().filter(|(file, _)| file.starts_with("src/screens")) {
        for (line, literal) in literals(&source).into_iter().filter(|(_, literal)| is_selector(literal)) {
            places.entry(literal).or_default().push(format!("{}:{line}", file.display()));
        }
    }
    assert!(places.len() > 150, "{} selectors", places.len());
    let twice: Vec<_> = places.iter().filter(|(_, places)| places.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn literals_are_found_in_code_and_not_in_comments() {
    let source =
        "// \"none\"\nlet a = \"one \\\" two\"; let b = r#\"[data-x=\"y\"]\"#;\nlet c = '\"'; \".toast\"";
    let found = literals(source);
    assert_eq!(found[0], (2, "one \\\" two".to_owned()));
    assert_eq!(found[1], (2, "[data-x=\"y\"]".to_owned()));
    assert_eq!(found[2], (3, ".toast".to_owned()));
    let selectors: Vec<bool> =
        [".toast", "#beat-guess", ".figure-box.alive", "[data-step]", "#r2.", "../x", ".5", "text"]
            .map(is_selector)
            .to_vec();
    assert_eq!(selectors, [true, true, true, true, false, false, false, false]);
}
