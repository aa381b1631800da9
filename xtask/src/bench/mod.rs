//! Benchmarks: the engine, the machine's limits and other simulators, in one table from one run.

mod line;
mod peers;
mod table;

use std::process::{Command, Stdio};

use crate::bench::line::{Measurement, lines, middle};
use crate::build::build;
use crate::project::cargo;
use crate::step::{BuildStep, Failure, shown};
use crate::test::chromium_ready;
use crate::tools::Tools;

const NATIVE: BuildStep = BuildStep::new("time natively", "run `cargo bench --bench day` to see more");
const BROWSER: BuildStep =
    BuildStep::new("time in Chromium", "run `cargo xtask test browser` to see whether tests work there");

const FRAMES: BuildStep = BuildStep::new(
    "time the lab's frames",
    "see above which bar was missed; other work on the machine counts, too",
);

/// How often everything of our own is timed, natively and in Chromium in turn: what is printed is the middle one, so
/// that an hour of busy neighbours on one machine is not taken for a property of either.
const ROUNDS: usize = 3;

/// Times our own step natively and in Chromium beside other people's simulators.
///
/// # Errors
/// When our own step cannot be timed. Of others it is said which are missing, and why.
pub(crate) fn bench() -> Result<(), Failure> {
    let (mut native, mut browser) = (Vec::new(), Vec::new());
    let (mut peers, mut missing) = Default::default();
    for round in 0..ROUNDS {
        native.push(natively(&[])?);
        browser.push(in_chromium(&["--skip", "scaling"])?);
        if round == ROUNDS / 2 {
            (peers, missing) = peers::timed();
        }
    }
    table::print(&middle(native), &middle(browser), &peers);
    frames()?;
    missing.iter().for_each(|why| println!("missing: {why}"));
    Ok(())
}

/// Plays the lab in a browser: frames of the page while days pass, and what its largest world takes.
///
/// # Errors
/// When a bar is missed, or the lab cannot be played.
pub(crate) fn frames() -> Result<(), Failure> {
    let driver = chromium_ready()?;
    build()?;
    println!("playing the lab ...");
    let mut run = cargo();
    run.args(["run", "--quiet", "--locked", "--package=e2e", "--bin=frames"]);
    FRAMES.run(run.env("CHROMEDRIVER", driver))
}

/// Times a day of the default world at every size.
///
/// # Errors
/// When it cannot be timed.
pub(crate) fn scaling() -> Result<(), Failure> {
    let native = natively(&["scaling"])?;
    let browser = in_chromium(&["scaling"])?;
    table::print_scaling(&native, &browser);
    Ok(())
}

fn natively(words: &[&str]) -> Result<Vec<Measurement>, Failure> {
    println!("timing natively ...");
    let mut command = cargo();
    command.args(["bench", "--quiet", "--locked", "--bench=day", "--"]).args(words);
    Ok(lines(&output(NATIVE, &mut command)?, "ours, native"))
}

/// * `chosen` – which measurements, in the words of the test runner.
fn in_chromium(chosen: &[&str]) -> Result<Vec<Measurement>, Failure> {
    let driver = chromium_ready()?;
    let tools = Tools::ready()?;
    println!("timing in Chromium ...");
    let mut command = cargo();
    command
        .args(["test", "--quiet", "--release", "--locked", "--target=wasm32-unknown-unknown", "--bench=day"])
        .args(["--", "--nocapture"])
        .args(chosen)
        .env("PATH", tools.path())
        .env("CHROMEDRIVER", driver)
        // In seconds; the runner's own 20 are short for a benchmark.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "600");
    Ok(lines(&output(BROWSER, &mut command)?, "ours, WASM"))
}

/// What the command prints; what it complains of goes to the terminal.
fn output(step: BuildStep, command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| step.failure(format!("`{}`: {error}", shown(command))))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(text)
    } else {
        Err(step.failure(format!("`{}` ended with {}\n{text}", shown(command), output.status)))
    }
}
