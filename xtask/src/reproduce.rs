//! Reproducible builds: two builds in two folders, compared byte by byte.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::files::files_below;

use crate::build::build;
use crate::project::{self, dist, root};
use crate::step::{BuildStep, Failure};

const REPRODUCE: BuildStep = BuildStep::new(
    "build it twice",
    "find out which path or moment got into the files: `cmp` and `strings` show the place",
);
const TRACES: BuildStep = BuildStep::new(
    "leave no traces",
    "find out how the path got into the file (`strings` shows the place), and have xtask/src/reproduce.rs rename it",
);

/// Builds the page here and from a copy in another folder, and compares every byte.
///
/// # Errors
/// When a build fails, or the bytes differ.
pub(crate) fn reproduce() -> Result<(), Failure> {
    let fail = |error: io::Error| REPRODUCE.failure(error);
    build()?;
    let elsewhere = project::target("elsewhere");
    let copy = elsewhere.join("a copy");
    if copy.exists() {
        fs::remove_dir_all(&copy).map_err(fail)?;
    }
    for file in files_below(root(), &[".git", "target", "dist"]).map_err(fail)? {
        let to = copy.join(&file);
        fs::create_dir_all(to.parent().unwrap_or(&copy)).map_err(fail)?;
        fs::copy(root().join(&file), to).map_err(fail)?;
    }
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&copy).args(["xtask", "build"]).env("CARGO_TARGET_DIR", elsewhere.join("target"));
    REPRODUCE.run(&mut cargo)?;
    let different = different(&dist(), &copy.join("dist")).map_err(fail)?;
    if different.is_empty() {
        println!("two builds in two folders gave the same bytes");
        Ok(())
    } else {
        Err(REPRODUCE.failure(format!("these files differ: {}", different.join(", "))))
    }
}

/// Files that are not in both folders with the same bytes.
fn different(one: &Path, other: &Path) -> io::Result<Vec<String>> {
    let mut files = files_below(one, &[])?;
    files.extend(files_below(other, &[])?);
    files.sort();
    files.dedup();
    let read = |folder: &Path, file: &String| fs::read(folder.join(file)).ok();
    files.retain(|file| read(one, file) != read(other, file));
    Ok(files)
}

/// Refuses a page that says in which folders it was made: they name people, and differ from one machine to the next.
///
/// # Errors
/// When a file names one of these folders, or cannot be read.
pub(crate) fn leave_no_traces(dist: &Path) -> Result<(), Failure> {
    let fail = |error: io::Error| TRACES.failure(error);
    // A folder right below the top, like /app, could be named by accident.
    let deep = |folder: &PathBuf| folder.components().count() > 2;
    let folders = places().into_iter().map(|(folder, _)| folder).filter(deep);
    let folders: Vec<String> = folders.map(|folder| folder.to_string_lossy().into_owned()).collect();
    for file in files_below(dist, &[]).map_err(fail)? {
        let bytes = fs::read(dist.join(&file)).map_err(fail)?;
        if let Some(folder) = folders.iter().find(|folder| contains(&bytes, folder.as_bytes())) {
            return Err(TRACES.failure(format!("{file} names the folder {folder}")));
        }
    }
    Ok(())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The compiler's flags for the page, as `CARGO_ENCODED_RUSTFLAGS` takes them: those of `.cargo/config.toml`, and others
/// that keep this machine's folders out of what the compiler writes.
pub(crate) fn flags() -> OsString {
    let mut flags = OsString::from(configured(CONFIGURATION).join("\u{1f}"));
    for (folder, name) in places() {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    flags
}

const CONFIGURATION: &str = include_str!("../../.cargo/config.toml");

/// The words in the list `rustflags` of a configuration that has one such list, on one line.
fn configured(configuration: &str) -> Vec<&str> {
    let list = configuration.lines().find_map(|line| line.strip_prefix("rustflags = ["));
    // Between quotes stands every other piece.
    list.map_or(Vec::new(), |list| list.split('"').skip(1).step_by(2).collect())
}

/// The folders of this machine that the compiler reads from, and what they are called in the page's files. Where two fit,
/// the later one counts.
fn places() -> Vec<(PathBuf, &'static str)> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut places = vec![(root().to_path_buf(), "/project")];
    places.extend(env::var_os("CARGO_TARGET_DIR").map(|folder| (root().join(folder), "/project/target")));
    if let Some(home) = home {
        // Each registry has a folder below this one, named after its address.
        let sources = home.join("registry/src");
        let registries = fs::read_dir(&sources).into_iter().flatten().flatten().map(|entry| entry.path());
        places.push((home, "/cargo"));
        places.extend(registries.map(|registry| (registry, "/crates")));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_and_a_missing_file_are_found() {
        let write = |folder: &str, file: &str, text: &str| {
            let folder = project::target("reproduce-test").join(folder);
            fs::create_dir_all(&folder).expect("target/ can be written");
            fs::write(folder.join(file), text).expect("a file can be written");
            folder
        };
        for folder in ["one", "other"] {
            write(folder, "same", "a");
        }
        write("one", "changed", "a");
        let one = write("one", "missing", "a");
        let other = write("other", "changed", "b");
        let found = different(&one, &other).expect("both folders can be read");
        assert_eq!(found, ["changed", "missing"]);
    }

    #[test]
    fn a_page_that_names_its_folder_is_refused() {
        let folder = project::target("traces-test");
        fs::create_dir_all(&folder).expect("target/ can be written");
        fs::write(folder.join("a.wasm"), "clean").expect("a file can be written");
        leave_no_traces(&folder).expect("it names nothing");
        let panic_text = format!("\0panicked at {}/src/main.rs\0", root().display());
        fs::write(folder.join("a.wasm"), panic_text).expect("a file can be written");
        let refusal = leave_no_traces(&folder).expect_err("it names the project's folder").to_string();
        assert!(refusal.contains("a.wasm"), "{refusal}");
    }

    #[test]
    fn the_flags_are_those_of_the_configuration_and_more() {
        assert_eq!(configured("a = 1\nrustflags = [\"-C\", \"x=+y\"]\n"), ["-C", "x=+y"]);
        assert_eq!(configured(CONFIGURATION), ["-C", "target-feature=+simd128"]);
        let flags = flags().to_string_lossy().into_owned();
        assert!(flags.starts_with("-C\u{1f}target-feature=+simd128\u{1f}--remap-path-prefix="), "{flags}");
        assert!(flags.contains("=/project"), "{flags}");
    }
}
