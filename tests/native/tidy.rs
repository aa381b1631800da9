//! Rules for source files that neither Cargo nor clippy can hold: their first line, their length, no web crate in a library.

use std::fs;
use std::path::Path;

/// A file longer than this hides things.
const LONGEST: usize = 400;
/// Crates that know a browser; no `Cargo.toml` of a library names one of them.
const WEB_CRATES: [&str; 5] = ["web-sys", "js-sys", "leptos", "wasm-bindgen", "getrandom"];

/// One file: its path below the project's root, with forward slashes, and its text.
pub(crate) struct Source {
    pub path: String,
    pub text: String,
}

/// Every file with this ending below `folders`.
pub(crate) fn files(folders: &[&str], ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<String> = folders.iter().map(|&folder| folder.to_owned()).collect();
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root.join(&folder)).expect("the source is there when its tests run") {
            let entry = entry.expect("a folder's entries can be read");
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().expect("an entry has a type").is_dir() {
                if entry.file_name() != "target" {
                    open.push(path);
                }
            } else if path.ends_with(ending) {
                let text = fs::read_to_string(entry.path()).expect("source files are text");
                found.push(Source { path, text });
            }
        }
    }
    found
}

/// Every file that does not open with a description, or is too long.
fn hard_to_read(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        match source.text.lines().next().and_then(|line| line.strip_prefix("//! ")) {
            None => found.push(format!("{} does not open with a description", source.path)),
            Some(first) if first.ends_with('?') => {
                found.push(format!("{} opens with a question, not with what it is", source.path));
            }
            Some(_) => {}
        }
        let lines = source.text.lines().count();
        if lines > LONGEST {
            found.push(format!("{} has {lines} lines, more than {LONGEST}", source.path));
        }
    }
    found
}

/// Every web crate that one of the manifests names.
fn web_dependencies(manifests: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for manifest in manifests {
        let names = |name: &str| {
            let rest =
                |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '.', '=']));
            manifest.text.lines().any(rest)
        };
        found.extend(
            WEB_CRATES
                .iter()
                .filter(|name| names(name))
                .map(|name| format!("{} names {name}", manifest.path)),
        );
    }
    found
}

#[track_caller]
fn check(found: &[String], expected: &[&str]) {
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_can_be_read_in_one_go() {
    check(&hard_to_read(&files(&["src", "crates", "xtask", "tests", "benches"], ".rs")), &[]);
}

#[test]
fn no_library_depends_on_a_browser() {
    let manifests = files(&["crates"], "/Cargo.toml");
    assert!(manifests.len() > 5, "{}", manifests.len());
    check(&web_dependencies(&manifests), &[]);
}

fn made_up(text: &str) -> [Source; 1] {
    [Source { path: "sea".to_owned(), text: text.to_owned() }]
}

#[test]
fn a_browser_in_a_library_is_found() {
    for line in ["web-sys = \"0.3\"", "web-sys.workspace = true", "web-sys={ version = \"0.3\" }"] {
        check(&web_dependencies(&made_up(&format!("[dependencies]\n{line}\n"))), &["sea names web-sys"]);
    }
    check(&web_dependencies(&made_up("leptoscope = \"1\"\n# leptos = \"1\"\n")), &[]);
}

#[test]
fn a_silent_file_and_an_endless_one_are_found() {
    check(&hard_to_read(&made_up("use std::fmt;")), &["sea does not open with a description"]);
    check(&hard_to_read(&made_up("//! How deep?")), &["sea opens with a question, not with what it is"]);
    let endless = format!("//! The deep.\n{}", "\n".repeat(LONGEST));
    check(&hard_to_read(&made_up(&endless)), &["sea has 401 lines, more than 400"]);
}
