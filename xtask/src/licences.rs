//! Licences and origins of all crates: whether they may be passed on.

use spdx::{Expression, LicenseReq, ParseMode};

use crate::project::{cargo, root};
use crate::step::{BuildStep, Failure};
use crate::tools::output_of;

const LICENCES: BuildStep = BuildStep::new(
    "licences",
    "leave the crate out, or read its licence and add it to ALLOWED in xtask/src/licences.rs",
);

/// Licences that ask for no more than to be named, or for nothing at all, by their SPDX names.
const ALLOWED: [&str; 9] =
    ["MIT", "Apache-2.0", "BSD-3-Clause", "BSL-1.0", "Zlib", "Unicode-3.0", "0BSD", "CC0-1.0", "Unlicense"];

/// Holds every crate in `Cargo.lock`, for the page or for the tests, to the allowed licences and to the public registry.
///
/// # Errors
/// When one has another licence, or comes from elsewhere.
pub(crate) fn licences() -> Result<(), Failure> {
    let mut tree = cargo();
    tree.args(["tree", "--workspace", "--locked", "--target=all", "--prefix=none", "--no-dedupe"])
        .args(["--edges=normal,build,dev", "--format={p}|{l}"]);
    let listing = output_of(&mut tree).ok_or_else(|| LICENCES.failure("`cargo tree` says nothing"))?;
    let mut crates: Vec<&str> = listing.lines().filter(|line| !line.is_empty()).collect();
    crates.sort_unstable();
    crates.dedup();
    let refused: Vec<&str> =
        crates.iter().copied().filter(|line| !may_be_used(line, &root().to_string_lossy())).collect();
    if refused.is_empty() && !crates.is_empty() {
        println!("{} crates, all under licences that let us pass them on", crates.len());
        return Ok(());
    }
    Err(LICENCES.failure(format!("these crates may not be used: {}", refused.join(", "))))
}

/// Whether a crate, written `name v1.0 (where from)|licence`, is ours, or a public one under an allowed licence.
fn may_be_used(line: &str, root: &str) -> bool {
    let (name, licence) = line.rsplit_once('|').unwrap_or((line, ""));
    let name = name.trim_end_matches(" (proc-macro)");
    match name.split_once('(') {
        None => allowed(licence),
        Some((_, from)) => from.starts_with(root),
    }
}

/// Whether an SPDX expression leaves a way that only needs allowed licences.
fn allowed(expression: &str) -> bool {
    // `/` is an old way to write OR, and an exception permits more than its licence alone.
    let mode = ParseMode { allow_slash_as_or_operator: true, allow_deprecated: true, ..ParseMode::STRICT };
    let is_allowed = |wanted: &LicenseReq| wanted.license.id().is_some_and(|id| ALLOWED.contains(&id.name));
    Expression::parse_mode(expression, mode).is_ok_and(|expression| expression.evaluate(is_allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_allowed_if_one_way_through_it_is() {
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
            "MIT OR Apache-2.0 AND GPL-3.0",
        ] {
            assert!(allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND GPL-3.0", "(MIT", "MIT MIT"] {
            assert!(!allowed(bad), "{bad}");
        }
    }

    #[test]
    fn a_crate_from_elsewhere_is_refused_and_our_own_need_no_licence() {
        assert!(may_be_used("serde_derive v1.0.0 (proc-macro)|MIT", "/here"));
        assert!(may_be_used("xtask v0.1.0 (/here/xtask)|", "/here"));
        assert!(!may_be_used("serde v1.0.0 (/there/serde)|MIT", "/here"));
        assert!(!may_be_used("serde v1.0.0 (https://example.org/serde#abc)|MIT", "/here"));
        assert!(!may_be_used("nothing v1.0.0|", "/here"));
    }
}
