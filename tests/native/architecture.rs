//! ARCHITECTURE.md names every crate of the workspace and every top-level module, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the description is there")
}

/// Rows of the table below a heading: for each, the names in backticks, cell by cell.
fn table(heading: &str) -> Vec<Vec<Vec<String>>> {
    let document = document();
    let section = document.split(&format!("\n## {heading}\n")).nth(1).expect("the section is there");
    let rows =
        section.split("\n## ").next().unwrap_or_default().lines().filter(|line| line.starts_with("| "));
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    rows.skip(1).map(|row| row.trim_matches('|').split(" | ").map(names).collect()).collect()
}

/// Folders of all members of the workspace.
fn members() -> BTreeSet<String> {
    let crates = fs::read_dir(root().join("crates")).expect("the workspace has crates");
    let names =
        crates.map(|entry| entry.expect("entries can be read").file_name().to_string_lossy().into_owned());
    let libraries = names.map(|name| format!("crates/{name}"));
    libraries.chain([".", "xtask", "tests/e2e"].map(str::to_owned)).collect()
}

/// The modules that a crate's root declares.
fn declared(folder: &str) -> BTreeSet<String> {
    let lib = fs::read_to_string(root().join(folder).join("src/lib.rs")).expect("a crate has a root");
    let modules = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

#[test]
fn every_crate_is_described_and_every_description_has_its_crate() {
    let described: BTreeSet<String> = table("Crates").iter().map(|row| row[0][0].clone()).collect();
    assert_eq!(described, members());
    for folder in members() {
        assert!(root().join(&folder).join("Cargo.toml").is_file(), "{folder}");
    }
}

#[test]
fn every_module_is_named_and_every_name_has_its_module() {
    let named: BTreeMap<String, BTreeSet<String>> = table("Modules")
        .into_iter()
        .map(|row| (row[0][0].clone(), row[1].iter().cloned().collect()))
        .collect();
    for (folder, modules) in &named {
        assert_eq!(*modules, declared(folder), "{folder}");
    }
    // Native programs and tests have no modules that others could import, and drift documents its own.
    let elsewhere = ["crates/drift", "tests/e2e", "xtask"].map(str::to_owned);
    assert_eq!(named.into_keys().chain(elsewhere).collect::<BTreeSet<_>>(), members());
}

#[test]
fn every_place_that_is_named_exists() {
    for row in table("Where is …") {
        for place in row.last().expect("a row has cells") {
            assert!(root().join(place).exists(), "{place}");
        }
    }
}

#[test]
fn every_arrow_is_a_dependency() {
    let document = document();
    let picture = document.split("```").nth(1).expect("there is a picture");
    let manifest = |name: &str| match name {
        "page" => "Cargo.toml".to_owned(),
        "e2e" => "tests/e2e/Cargo.toml".to_owned(),
        "xtask" => "xtask/Cargo.toml".to_owned(),
        name => format!("crates/{name}/Cargo.toml"),
    };
    let arrows: Vec<(&str, &str)> =
        picture.lines().filter_map(|line| line.trim().split_once(" --> ")).collect();
    assert!(arrows.len() > 10, "{arrows:?}");
    for (from, to) in arrows {
        let from = from.split('[').next().unwrap_or(from);
        let text = fs::read_to_string(root().join(manifest(from))).expect("a crate has a manifest");
        let name = if to == "page" { "normie-descent" } else { to };
        assert!(
            text.lines()
                .any(|line| line.starts_with(&format!("{name}.")) || line.starts_with(&format!("{name} "))),
            "{from} does not depend on {to}"
        );
    }
}
