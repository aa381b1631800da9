//! Folders of the project, and versions from its lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the project")
}

/// The release.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The page before it is released.
pub(crate) fn page() -> PathBuf {
    target("page")
}

/// What the commands leave behind for themselves: marks, screenshots.
pub(crate) fn target(name: &str) -> PathBuf {
    root().join("target").join(name)
}

/// `cargo`, to be run in the project's folder.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    command
}

/// The version of a package in `Cargo.lock`, if it is there exactly once.
pub(crate) fn locked_version(package: &str) -> Option<String> {
    version_in(&fs::read_to_string(root().join("Cargo.lock")).ok()?, package)
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut versions = lock.split("[[package]]").filter(|entry| entry.lines().any(|line| line == name));
    let entry = versions.next()?;
    if versions.next().is_some() {
        return None;
    }
    let version = entry.lines().find_map(|line| line.strip_prefix("version = "))?;
    Some(version.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a-b\"\nversion = \
                        \"2.1.0\"\n\n[[package]]\nname = \"twice\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \
                        \"twice\"\nversion = \"2.0.0\"\n";

    #[test]
    fn a_version_is_found_by_the_whole_name_and_only_when_unique() {
        assert_eq!(version_in(LOCK, "a").as_deref(), Some("1.0.0"));
        assert_eq!(version_in(LOCK, "a-b").as_deref(), Some("2.1.0"));
        assert_eq!(version_in(LOCK, "twice"), None);
        assert_eq!(version_in(LOCK, "b"), None);
    }

    #[test]
    fn this_project_locks_wasm_bindgen() {
        assert!(locked_version("wasm-bindgen").is_some());
    }
}
