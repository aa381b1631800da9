//! Fuzzing with libFuzzer, guided by coverage.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::project::{self, root};
use crate::step::{BuildStep, Failure};
use crate::tools;

const FUZZ: BuildStep = BuildStep::new(
    "fuzz",
    "a harmful input is kept in tests/corpus/ with `found` in its name: `cargo test --test fuzz` shows what it does; \
     without a C++ compiler (c++) libFuzzer cannot be built",
);

/// The targets, by the names of their folders in `tests/corpus/`.
pub(crate) const TARGETS: [&str; 5] = ["links", "messages", "conversations", "storage", "tables"];

/// Flags with which the compiler notes which code is reached.
const NOTING: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                      -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                      -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Lets libFuzzer look for so many minutes at each target. What is new and harmless stays in `target/fuzz/` for the
/// next time, what does harm in `tests/corpus/`.
///
/// # Errors
/// When something harmful was found, or it cannot be built.
pub(crate) fn fuzz(minutes: u64, targets: &[&str]) -> Result<(), Failure> {
    let program = build()?;
    for target in targets {
        let [found, seeds] = ["found", "seeds"].map(|kind| project::target("fuzz").join(target).join(kind));
        for folder in [&found, &seeds] {
            fs::create_dir_all(folder).map_err(|error| FUZZ.failure(error))?;
        }
        let kept = root().join("tests/corpus").join(target);
        println!("\n== {target}");
        let mut look = Command::new(&program);
        look.env("FUZZ_TARGET", target)
            .env("FUZZ_SEEDS", &seeds)
            .args([&found, &seeds, &kept])
            .arg(format!("-artifact_prefix={}/found-", kept.display()))
            .arg(format!("-max_total_time={}", 60 * minutes))
            // Seconds and megabytes that no input may take.
            .args([
                "-timeout=20",
                "-rss_limit_mb=1024",
                "-max_len=1024",
                "-print_final_stats=1",
                "-verbosity=0",
            ]);
        FUZZ.run(&mut look)?;
    }
    Ok(())
}

fn build() -> Result<PathBuf, Failure> {
    let version = tools::output_of(Command::new("rustc").current_dir(root()).arg("-vV")).unwrap_or_default();
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or_else(|| FUZZ.failure("rustc does not say for which machine it compiles"))?;
    let folder = root().join("tests/fuzz/long");
    let target = project::target("fuzz");
    // The crates are those of the project, and libFuzzer's own come on top.
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).map_err(|error| FUZZ.failure(error))?;
    // With the machine named, the flags do not reach what only the build itself runs.
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&folder).args(["build", "--release", "--target", host, "--target-dir"]);
    FUZZ.run(cargo.arg(&target).env("RUSTFLAGS", NOTING))?;
    Ok(target.join(host).join("release/fuzz"))
}
