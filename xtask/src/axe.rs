//! Location of axe-core, which judges accessibility in the tests.

use std::path::PathBuf;

use crate::cache;

/// Exactly this one: newer ones know other rules.
pub const VERSION: &str = "4.14.1";

/// The folder in which `cargo xtask test e2e` has npm install it.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    cache::folder("axe-core", VERSION)
}

/// Its script, if it is installed.
#[must_use]
pub fn script() -> Option<PathBuf> {
    let modules = folder()?.join("node_modules");
    // npm writes the hidden lock file last, so with it the package is whole.
    let whole = modules.join(".package-lock.json").is_file();
    Some(modules.join("axe-core/axe.min.js")).filter(|script| whole && script.is_file())
}
