//! Location of the tools that the commands install for themselves.

use std::env;
use std::path::PathBuf;

/// The folder of a tool in one version, in the user's cache; nowhere if there is neither a home nor `XDG_CACHE_HOME`.
#[must_use]
pub fn folder(name: &str, version: &str) -> Option<PathBuf> {
    let cache =
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cache")))?;
    Some(cache.join("normie-descent/tools").join(format!("{name}-{version}")))
}
