//! Budget of the first load, in compressed bytes.

use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::build::build;
use crate::project::dist;
use xtask::files::files_below;

use crate::step::{BuildStep, Failure};

/// The most a first load may weigh, gzipped.
const FIRST_LOAD_GZIP: usize = 200 * 1024;
/// Files that are fetched only when something asks for them begin like this; all others count.
const LAZY: [&str; 13] = [
    "screens.css",
    "visit",
    "lab",
    "worker",
    "card",
    "p/",
    "404.html",
    "sw.js",
    "manifest",
    "icon-512",
    "icon-192",
    "_headers",
    "how.",
];

const BUDGET: BuildStep = BuildStep::new(
    "hold the budget",
    "make the first load smaller, or load the largest part later (LAZY in xtask/src/budget.rs)",
);

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Builds, prints the size of each file of `dist/` and of the first load, and refuses a first load above budget.
///
/// # Errors
/// When the build fails or the first load is too heavy.
pub(crate) fn budget() -> Result<(), Failure> {
    build()?;
    let files = files_below(&dist(), &[]).map_err(|error| BUDGET.failure(error))?;
    let mut sizes = Vec::new();
    for file in files {
        let bytes = fs::read(dist().join(&file)).map_err(|error| BUDGET.failure(error))?;
        sizes.push((file, size_of(&bytes).map_err(|error| BUDGET.failure(error))?));
    }
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(size.gzip));

    println!("{:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    let mut first = Size::default();
    for (file, size) in &sizes {
        // What is loaded stands below the release's version.
        let name =
            file.split_once('/').filter(|(folder, _)| *folder != "p").map_or(file.as_str(), |(_, name)| name);
        let lazy = LAZY.iter().any(|start| name.starts_with(start));
        println!("{}  {file}{}", row(*size), if lazy { " (later)" } else { "" });
        if !lazy {
            first = Size {
                raw: first.raw + size.raw,
                gzip: first.gzip + size.gzip,
                brotli: first.brotli + size.brotli,
            };
        }
    }
    println!("{}  first load; the budget is {:.1} KB gzip", row(first), kilobytes(FIRST_LOAD_GZIP));
    if first.gzip > FIRST_LOAD_GZIP {
        let over = kilobytes(first.gzip - FIRST_LOAD_GZIP);
        return Err(BUDGET.failure(format!("the first load is {over:.1} KB above the budget")));
    }
    Ok(())
}

/// Bytes as they are, and as static hosts send them (gzip 6; brotli 11, which hosts prepare ahead of time).
fn size_of(bytes: &[u8]) -> std::io::Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::new(6));
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22).write_all(bytes)?;
    Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

fn row(size: Size) -> String {
    let [raw, gzip, brotli] =
        [size.raw, size.gzip, size.brotli].map(|bytes| format!("{:.1} KB", kilobytes(bytes)));
    format!("{raw:>10} {gzip:>10} {brotli:>10}")
}

#[expect(clippy::cast_precision_loss, reason = "files are far below 2^52 bytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_compresses_and_what_is_short_does_not() {
        let repeated = size_of(&[b'a'; 10_000]).expect("memory does not fail");
        assert!(
            repeated.gzip < 100 && repeated.brotli < repeated.gzip,
            "{} {}",
            repeated.gzip,
            repeated.brotli
        );
        let short = size_of(b"a").expect("memory does not fail");
        assert!(short.gzip > short.raw);
    }
}
