//! Names and words of the code: one meaning for a name of a public type, and no private vocabulary.

use std::collections::BTreeMap;

use crate::tidy::{Source, files};

/// Words of no field. Copy of the page, which stands between quotation marks, may use them.
const PRIVATE_WORDS: [&str; 6] = ["luck", "told", "nought", "anew", "desk", "evening"];

/// Every public type of the sources with the files that declare it, where there are several.
fn declared_twice(sources: &[Source]) -> Vec<String> {
    let mut declared: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in sources {
        for line in source.text.lines() {
            let line = line.trim_start().trim_start_matches("pub ");
            let kinds = ["struct ", "enum ", "trait ", "type "];
            let Some(rest) = kinds.iter().find_map(|kind| line.strip_prefix(kind)) else { continue };
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            declared.entry(&rest[..end]).or_default().push(&source.path);
        }
    }
    let several = declared.iter().filter(|(_, paths)| paths.len() > 1);
    several.map(|(name, paths)| format!("{name} in {}", paths.join(", "))).collect()
}

/// Only the lines that declare a public type at the level of a module.
fn public_declarations(sources: Vec<Source>) -> Vec<Source> {
    let public = |text: &str| {
        text.lines().filter(|line| line.starts_with("pub ")).map(|line| format!("{line}\n")).collect()
    };
    sources.into_iter().map(|source| Source { text: public(&source.text), path: source.path }).collect()
}

/// Lines with a private word outside of quotation marks.
fn private_words(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (number, line) in source.text.lines().enumerate() {
            let outside: String = line.split('"').step_by(2).collect();
            let mut words = outside.split(|c: char| !c.is_alphabetic());
            if let Some(word) = words.find(|word| PRIVATE_WORDS.contains(&word.to_lowercase().as_str())) {
                found.push(format!("{}:{}: {word}", source.path, number + 1));
            }
        }
    }
    found
}

#[test]
fn no_public_type_has_the_name_of_another() {
    let sources = files(&["src", "crates", "xtask", "tests/e2e"], ".rs");
    let found = declared_twice(&public_declarations(sources));
    assert_eq!(found, Vec::<String>::new(), "\n{}", found.join("\n"));
}

#[test]
fn the_code_uses_the_words_of_its_field() {
    // Copy in strings of several lines, and this list.
    const COPY: [&str; 3] =
        ["src/app/lab/tutorial_copy.rs", "src/app/visit/levers.rs", "tests/native/names.rs"];
    let mut sources = files(&["src", "crates", "xtask", "tests", "benches"], ".rs");
    sources.retain(|source| !COPY.contains(&source.path.as_str()));
    let found = private_words(&sources);
    assert_eq!(found, Vec::<String>::new(), "\n{}", found.join("\n"));
}

#[test]
fn a_name_used_twice_and_a_private_word_are_found() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let sources = [source("a", "pub struct Sheet;"), source("b", "pub enum Sheet {}\npub struct Sheets;")];
    assert_eq!(declared_twice(&sources), ["Sheet in a, b"]);
    let found = private_words(&[source("a", "// Nought.\nlet luck = \"told\";\nlet fold = 0;")]);
    assert_eq!(found, ["a:1: Nought", "a:2: luck"]);
}
