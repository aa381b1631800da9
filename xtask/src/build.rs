//! How does the source become `dist/`, a folder that works below any path of any static host?

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::project::{self, dist, root};
use crate::step::{Failure, Step, shown};
use crate::tools::Tools;

const FETCH: Step = Step::new("fetch the crates", "check the network, and run the same command again");
const TRUNK: Step =
    Step::new("build with trunk", "read the compiler's message above; `cargo xtask test clippy` shows more");
const SHRINK: Step = Step::new("shrink with wasm-opt", "delete dist/ and run the same command again");
const STAMP: Step = Step::new("stamp the files", "compare index.html with what xtask/src/build.rs expects");

/// Names of plain files that trunk does not hash; whoever loads them says which version is meant.
const UNHASHED: [&str; 2] = ["start.js", "worker_loader.js"];

/// Builds `dist/`, unless the one there was made from exactly these sources.
///
/// # Errors
/// When a step of the build fails.
pub fn build() -> Result<(), Failure> {
    let tools = Tools::ready()?;
    let mark = project::target("dist.mark");
    if fs::read_to_string(&mark).is_ok_and(|mark| current_mark(&tools).is_ok_and(|now| now == mark)) {
        println!("dist/ is up to date");
        return Ok(());
    }
    let begin = Instant::now();
    FETCH.run(project::cargo().args(["fetch", "--quiet", "--locked"]))?;
    TRUNK.run(
        Command::new("trunk")
            .current_dir(root())
            .args(["build", "--release", "--offline", "--locked", "--color", "auto"])
            .env("PATH", tools.path())
            // Trunk would take `NO_COLOR=1` for a malformed answer to its own flag.
            .env_remove("NO_COLOR")
            // The compiler says what is wrong; a trace through trunk itself says nothing.
            .env_remove("RUST_BACKTRACE"),
    )?;
    if let Some(program) = &tools.wasm_opt {
        shrink(program)?;
    }
    stamp(&dist())?;
    let now = current_mark(&tools).map_err(|error| STAMP.failure(error))?;
    fs::write(&mark, now).map_err(|error| STAMP.failure(error))?;
    println!("dist/ is built ({:.0} s)", begin.elapsed().as_secs_f32());
    Ok(())
}

/// What `dist/` was made of and what it is now; a change on either side asks for a new build.
fn current_mark(tools: &Tools) -> std::io::Result<String> {
    const NOT_SOURCES: [&str; 6] = [".git", "target", "dist", "tests", "benches", "README.md"];
    let sources = hash_of(root(), &project::files_below(root(), &NOT_SOURCES)?)?;
    let product = hash_of(&dist(), &project::files_below(&dist(), &[])?)?;
    Ok(format!("sources {sources} dist {product} wasm-opt {}", tools.wasm_opt.is_some()))
}

/// A short name for the content of these files.
fn hash_of(folder: &Path, files: &[String]) -> std::io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(folder.join(file))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Runs wasm-opt over every module: the worker for speed, the page for size.
fn shrink(program: &Path) -> Result<(), Failure> {
    let files = project::files_below(&dist(), &[]).map_err(|error| SHRINK.failure(error))?;
    let modules = files.iter().filter(|file| file.ends_with(".wasm")).map(|file| dist().join(file));
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

fn shrink_one(program: &PathBuf, module: &Path) -> Result<(), Failure> {
    let name = module.file_name().unwrap_or_default().to_string_lossy();
    let level = if name.starts_with("worker") { "-O3" } else { "-Oz" };
    let smaller = module.with_extension("wasm.smaller");
    let mut command = Command::new(program);
    // Which instructions are allowed stands in the module itself, in the section `target_features`.
    command.arg(level).arg(module).arg("-o").arg(&smaller);
    SHRINK.run(&mut command)?;
    fs::rename(&smaller, module)
        .map_err(|error| SHRINK.failure(format!("after `{}`: {error}", shown(&command))))
}

/// Puts the content's hash behind the names that trunk does not hash, so that no browser mixes two versions.
fn stamp(dist: &Path) -> Result<(), Failure> {
    let fail = |error: std::io::Error| STAMP.failure(error);
    let files = project::files_below(dist, &[]).map_err(fail)?;
    let plain: Vec<String> = files
        .into_iter()
        .filter(|file| file.starts_with("worker") || UNHASHED.contains(&file.as_str()))
        .collect();
    let version = hash_of(dist, &plain).map_err(fail)?;
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).map_err(fail)?;
    let page = stamped(&page, &plain, &version).map_err(|problem| STAMP.failure(problem))?;
    fs::write(index, page).map_err(fail)
}

/// The page with `?v=version` behind every attribute value that is one of these file names.
fn stamped(page: &str, files: &[String], version: &str) -> Result<String, String> {
    let mut page = page.to_owned();
    for file in files {
        for value in [format!("\"{file}\""), format!("\"./{file}\"")] {
            let with_version = format!("{}?v={version}\"", &value[..value.len() - 1]);
            page = page.replace(&value, &with_version);
        }
    }
    match UNHASHED.iter().find(|file| !page.contains(&format!("{file}?v={version}\""))) {
        Some(file) => Err(format!("index.html names no {file}")),
        None => Ok(page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unhashed_file_is_named_with_the_version() {
        let page =
            r#"<html data-worker="worker_loader.js"><script src="./start.js"></script><a href="start.json">"#;
        let files = UNHASHED.map(str::to_owned);
        let expected = r#"<html data-worker="worker_loader.js?v=7"><script src="./start.js?v=7"></script><a href="start.json">"#;
        assert_eq!(stamped(page, &files, "7").as_deref(), Ok(expected));
    }

    #[test]
    fn a_page_that_forgets_the_worker_is_refused() {
        let page = r#"<script src="./start.js"></script>"#;
        let refusal = stamped(page, &UNHASHED.map(str::to_owned), "7").expect_err("no worker is named");
        assert!(refusal.contains("worker_loader.js"), "{refusal}");
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
