//! What does trunk leave undone? Small modules, and versions behind the names that have none.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::process::Command;
use std::thread;

use crate::paint::SCREENS;
use crate::project::files_below;
use crate::step::{Failure, Step, shown};

const SHRINK: Step = Step::new("shrink with wasm-opt", "delete dist/ and run the same command again");
const STAMP: Step = Step::new("stamp the files", "compare index.html with what xtask/src/finish.rs expects");

const KEEP: Step = Step::new(
    "tell the service worker its files",
    "compare src/offline/sw.js with what xtask/src/finish.rs expects",
);

/// Names of plain files that trunk does not hash; whoever loads them says which version is meant.
const UNHASHED: [&str; 3] = ["loader.js", SCREENS, "icon.svg"];
/// Modules that `loader.js` starts: their files are named after them.
const LOADED: [&str; 5] = ["visit", "lab", "plane", "worker", "card"];
/// Those of them that are workers.
const WORKERS: [&str; 3] = ["plane", "worker", "card"];
/// A short name for the content of these files.
///
/// # Errors
/// When one of them cannot be read.
pub fn hash_of(folder: &Path, files: &[String]) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(folder.join(file))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Runs wasm-opt over every module: the workers for speed, the page for size.
///
/// # Errors
/// When wasm-opt fails.
pub fn shrink(dist: &Path, program: &Path) -> Result<(), Failure> {
    let files = files_below(dist, &[]).map_err(|error| SHRINK.failure(error))?;
    let modules = files.iter().filter(|file| file.ends_with(".wasm")).map(|file| dist.join(file));
    let running: Vec<_> = modules
        .map(|module| {
            let program = program.to_path_buf();
            thread::spawn(move || shrink_one(&program, &module))
        })
        .collect();
    running
        .into_iter()
        .try_for_each(|thread| thread.join().map_err(|_| SHRINK.failure("a thread panicked"))?)
}

fn shrink_one(program: &Path, module: &Path) -> Result<(), Failure> {
    let name = module.file_name().unwrap_or_default().to_string_lossy();
    let level = if is_of(&WORKERS, &name) { "-O3" } else { "-Oz" };
    let smaller = module.with_extension("wasm.smaller");
    let mut command = Command::new(program);
    // Which instructions are allowed stands in the module itself, in the section `target_features`.
    command.arg(level).arg(module).arg("-o").arg(&smaller);
    SHRINK.run(&mut command)?;
    fs::rename(&smaller, module)
        .map_err(|error| SHRINK.failure(format!("after `{}`: {error}", shown(&command))))
}

fn is_of(modules: &[&str], file: &str) -> bool {
    modules.iter().any(|module| file.starts_with(module))
}

/// Puts the content's hash behind the names that trunk does not hash, so that no browser mixes two versions.
///
/// # Errors
/// When the page forgets one of these files, or cannot be read or written.
pub fn stamp(dist: &Path) -> Result<(), Failure> {
    let fail = |error: io::Error| STAMP.failure(error);
    let files = files_below(dist, &[]).map_err(fail)?;
    let plain: Vec<String> =
        files.into_iter().filter(|file| is_of(&LOADED, file) || UNHASHED.contains(&file.as_str())).collect();
    let version = hash_of(dist, &plain).map_err(fail)?;
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).map_err(fail)?;
    let page = stamped(&page, &plain, &version).map_err(|problem| STAMP.failure(problem))?;
    fs::write(index, page).map_err(fail)
}

/// The page with the version behind every attribute value that is one of these file names, with or without a query.
fn stamped(page: &str, files: &[String], version: &str) -> Result<String, String> {
    let mut page = page.to_owned();
    for file in files {
        page = page.replace(&format!("{file}?module="), &format!("{file}?v={version}&module="));
        for value in [format!("=\"{file}\""), format!("=\"./{file}\"")] {
            let with_version = format!("{}?v={version}\"", &value[..value.len() - 1]);
            page = page.replace(&value, &with_version);
        }
    }
    let started = |module: &&&str| page.contains(&format!("\"loader.js?v={version}&module={module}\""));
    match LOADED.iter().find(|module| !started(module)) {
        Some(module) => Err(format!("index.html names no loader.js?module={module}")),
        None => Ok(page),
    }
}

/// Files that no visitor's browser has to keep: those of hosts, of previews, and the keeper itself.
const NOT_KEPT: [&str; 4] = ["_headers", "404.html", "p/", "sw.js"];

/// Tells the service worker which files there are, and which version they make together.
///
/// # Errors
/// When `sw.js` is not as expected, or a file cannot be read or written.
pub fn keep(dist: &Path) -> Result<(), Failure> {
    let fail = |error: io::Error| KEEP.failure(error);
    let mut files = files_below(dist, &[]).map_err(fail)?;
    files.retain(|file| !NOT_KEPT.iter().any(|start| file.starts_with(start)));
    let version = hash_of(dist, &files).map_err(fail)?;
    let page = fs::read_to_string(dist.join("index.html")).map_err(fail)?;
    let worker = dist.join("sw.js");
    let script = fs::read_to_string(&worker).map_err(fail)?;
    let script = told(&script, &version, &addresses(&files, &page))
        .ok_or_else(|| KEEP.failure("sw.js has no place for its version and its files"))?;
    fs::write(worker, script).map_err(fail)
}

/// Where the page asks for these files: with the version that it puts behind their names.
fn addresses(files: &[String], page: &str) -> Vec<String> {
    let stamp =
        page.split_once("loader.js?v=").and_then(|(_, rest)| rest.split('&').next()).unwrap_or_default();
    let mut addresses = vec!["./".to_owned()];
    for file in files {
        match file.as_str() {
            "index.html" => {}
            "loader.js" => {
                addresses.extend(LOADED.map(|module| format!("loader.js?v={stamp}&module={module}")))
            }
            file if is_of(&LOADED, file) || UNHASHED.contains(&file) => {
                addresses.push(format!("{file}?v={stamp}"))
            }
            file => addresses.push(file.to_owned()),
        }
    }
    addresses
}

/// The service worker, told its version and its files.
fn told(script: &str, version: &str, files: &[String]) -> Option<String> {
    let (version_line, files_line) = ("const VERSION = \"\";", "const FILES = [];");
    let list: Vec<String> = files.iter().map(|file| format!("\n  \"{file}\",")).collect();
    (script.contains(version_line) && script.contains(files_line)).then(|| {
        script
            .replace(version_line, &format!("const VERSION = \"{version}\";"))
            .replace(files_line, &format!("const FILES = [{}\n];", list.concat()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn every_unhashed_file_is_named_with_the_version() {
        let page = |version: &str, also: &str| {
            let loaded = LOADED.map(|module| format!(" data-{module}=\"loader.js?{also}module={module}\""));
            format!("<html{}><link href=\"./icon.svg{version}\"><a href=\"icon.svgz\">", loaded.concat())
        };
        let files = UNHASHED.map(str::to_owned);
        assert_eq!(stamped(&page("", ""), &files, "7"), Ok(page("?v=7", "v=7&")));
    }

    #[test]
    fn a_page_that_forgets_a_module_is_refused() {
        let page = r#"<link href="./icon.svg">"#;
        let refusal = stamped(page, &UNHASHED.map(str::to_owned), "7").expect_err("no module is named");
        assert!(refusal.contains("module=visit"), "{refusal}");
    }

    #[test]
    fn the_keeper_is_told_the_addresses_that_the_page_asks_for() {
        let files = ["index.html", "a-1.css", "loader.js", "screens.css", "visit.js"].map(str::to_owned);
        let addresses = addresses(&files, r#"<html data-visit="loader.js?v=7&module=visit">"#);
        let loaders = LOADED.map(|module| format!("loader.js?v=7&module={module}"));
        let expected = ["./", "a-1.css"].map(str::to_owned).into_iter().chain(loaders);
        let expected: Vec<_> =
            expected.chain(["screens.css?v=7", "visit.js?v=7"].map(str::to_owned)).collect();
        assert_eq!(addresses, expected);

        let script = "const VERSION = \"\";\nconst FILES = [];\n";
        let told = told(script, "9", &addresses[..2]);
        assert_eq!(
            told.as_deref(),
            Some("const VERSION = \"9\";\nconst FILES = [\n  \"./\",\n  \"a-1.css\",\n];\n")
        );
        assert_eq!(super::told("const FILES = [];", "9", &[]), None);
    }

    #[test]
    fn the_hash_follows_content_and_names() {
        let folder = project::target("hash-test");
        fs::create_dir_all(&folder).expect("target/ can be written");
        let write =
            |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file can be written");
        let hash = |name: &str| hash_of(&folder, &[name.to_owned()]).expect("the file is there");
        write("a", "one");
        write("b", "one");
        let first = hash("a");
        assert_eq!(first, hash("a"));
        assert_ne!(first, hash("b"), "the name counts");
        write("a", "two");
        assert_ne!(first, hash("a"), "the content counts");
    }
}
