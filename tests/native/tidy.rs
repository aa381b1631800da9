//! Does the code keep to its own map: arrows that point up, a model without a browser, files one can read?

use std::fs;
use std::path::Path;

/// A file longer than this hides things.
const LONGEST: usize = 400;
/// Crates that know a browser; the model names none of them.
const WEB_CRATES: [&str; 5] = ["web_sys", "js_sys", "leptos", "wasm_bindgen", "getrandom"];

/// One source file: its path below the project's root, with forward slashes, and its text.
struct Source {
    path: String,
    text: String,
}

/// Every Rust file below `src/`, `xtask/`, `tests/` and `examples/`.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = ["src", "xtask", "tests", "examples"].map(str::to_owned).to_vec();
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root.join(&folder)).expect("the source is there when its tests run") {
            let entry = entry.expect("a folder's entries can be read");
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().expect("an entry has a type").is_dir() {
                if entry.file_name() != "target" {
                    open.push(path);
                }
            } else if path.ends_with(".rs") {
                let text = fs::read_to_string(entry.path()).expect("source files are text");
                found.push(Source { path, text });
            }
        }
    }
    found
}

fn lib(sources: &[Source]) -> &str {
    &sources.iter().find(|source| source.path == "src/lib.rs").expect("the library has a root").text
}

/// The modules on the map, from top to bottom.
fn mapped(lib: &str) -> Vec<&str> {
    lib.lines().filter_map(|line| line.strip_prefix("//! | [`")?.split('`').next()).collect()
}

/// The model's modules that are declared.
fn declared(lib: &str) -> Vec<&str> {
    lib.lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .filter(|name| *name != "app")
        .collect()
}

/// The module of the model that a file belongs to; none for the page, the worker and the library's root.
fn module(path: &str) -> Option<&str> {
    let name = path.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs");
    (!["lib", "main", "app", "bin"].contains(&name)).then_some(name)
}

/// The text without its comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The modules that a text names after `crate::`, alone or in braces.
fn used(text: &str) -> Vec<String> {
    let code = code(text);
    let mut found = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            None => found.push(first_word(rest).to_owned()),
            Some(group) => {
                let mut depth = 0;
                let mut expects_name = true;
                for (at, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => expects_name = true,
                        _ if expects_name && !letter.is_whitespace() => {
                            found.push(first_word(&group[at..]).to_owned());
                            expects_name = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

/// Every use of a module that does not stand above the user's own on the map.
fn wrong_arrows(sources: &[Source]) -> Vec<String> {
    let map = mapped(lib(sources));
    let place = |name: &str| map.iter().position(|module| *module == name);
    let mut wrong = Vec::new();
    for source in sources {
        let Some(own) = module(&source.path) else { continue };
        for other in used(&source.text) {
            if let (Some(from), Some(to)) = (place(own), place(&other))
                && from < to
            {
                wrong.push(format!("{} uses {other}, which stands below {own} on the map", source.path));
            }
        }
    }
    wrong
}

/// Every module missing on the map, and every row of the map without a module.
fn map_errors(lib: &str) -> Vec<String> {
    let (map, modules) = (mapped(lib), declared(lib));
    let missing =
        modules.iter().filter(|name| !map.contains(name)).map(|name| format!("{name} is not on the map"));
    let stale =
        map.iter().filter(|name| !modules.contains(name)).map(|name| format!("{name} is only on the map"));
    missing.chain(stale).collect()
}

/// Every web crate that the model names.
fn web_in_the_model(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in
        sources.iter().filter(|source| module(&source.path).is_some() || source.path == "src/lib.rs")
    {
        let code = code(&source.text);
        let words: Vec<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for name in WEB_CRATES.iter().filter(|name| words.contains(name)) {
            found.push(format!("{} names {name}", source.path));
        }
    }
    found
}

/// Every file that does not say what it answers, or is too long.
fn hard_to_read(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        if !source.text.starts_with("//! ") {
            found.push(format!("{} does not open with the question it answers", source.path));
        }
        let lines = source.text.lines().count();
        if lines > LONGEST {
            found.push(format!("{} has {lines} lines, more than {LONGEST}", source.path));
        }
    }
    found
}

#[track_caller]
fn check(found: &[String], expected: &[&str]) {
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

#[test]
fn modules_use_only_those_above_them_on_the_map() {
    check(&wrong_arrows(&sources()), &[]);
}

#[test]
fn the_map_names_every_module_and_nothing_else() {
    check(&map_errors(lib(&sources())), &[]);
}

#[test]
fn the_model_knows_no_browser() {
    check(&web_in_the_model(&sources()), &[]);
}

#[test]
fn every_file_says_what_it_answers_and_can_be_read_in_one_go() {
    check(&hard_to_read(&sources()), &[]);
}

fn small_world(path: &str, text: &str) -> Vec<Source> {
    let lib = "//! | [`sea`] | how deep? |\n//! | [`ship`] | what floats? |\npub mod sea;\npub mod ship;\n";
    let made_up = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    vec![made_up("src/lib.rs", lib), made_up(path, text)]
}

#[test]
fn an_arrow_that_points_down_is_found_however_it_is_written() {
    let wrong = ["src/sea/waves.rs uses ship, which stands below sea on the map"];
    for text in [
        "use crate::ship::Mast;",
        "fn f() -> crate::ship::Mast {}",
        "use crate::{sea::{Salt, Tide}, ship::Mast};",
        "use crate::{\n    sea,\n    ship,\n};",
    ] {
        check(&wrong_arrows(&small_world("src/sea/waves.rs", text)), &wrong);
    }
}

#[test]
fn arrows_that_point_up_or_stay_or_are_comments_are_fine() {
    check(&wrong_arrows(&small_world("src/ship.rs", "use crate::{sea::Tide, ship::Mast};")), &[]);
    check(
        &wrong_arrows(&small_world("src/sea.rs", "// crate::ship floats on it\nuse crate::sea::ship;")),
        &[],
    );
    check(&wrong_arrows(&small_world("src/sea.rs", "use othercrate::ship;")), &[]);
    check(&wrong_arrows(&small_world("src/app/mod.rs", "use crate::ship;")), &[]);
}

#[test]
fn a_module_off_the_map_and_a_row_without_a_module_are_found() {
    let lib = "//! | [`sea`] | how deep? |\n//! | [`myth`] | what sank? |\npub mod sea;\nmod ship;\n";
    check(&map_errors(lib), &["ship is not on the map", "myth is only on the map"]);
}

#[test]
fn a_browser_in_the_model_is_found_and_elsewhere_is_welcome() {
    let found = web_in_the_model(&small_world("src/sea.rs", "use web_sys::Window;"));
    check(&found, &["src/sea.rs names web_sys"]);
    check(&web_in_the_model(&small_world("src/bin/worker.rs", "use web_sys::Window;")), &[]);
    check(&web_in_the_model(&small_world("src/sea.rs", "// not even leptos\nlet leptoscope = 1;")), &[]);
}

#[test]
fn a_silent_file_and_an_endless_one_are_found() {
    check(
        &hard_to_read(&small_world("src/sea.rs", "use std::fmt;")),
        &["src/sea.rs does not open with the question it answers"],
    );
    let endless = format!("//! How deep?\n{}", "\n".repeat(LONGEST));
    check(&hard_to_read(&small_world("src/sea.rs", &endless)), &["src/sea.rs has 401 lines, more than 400"]);
}
