//! Checks by name, run one after the other, with a summary at the end.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use xtask::{chromium, engines};

use crate::budget::budget;
use crate::build::build;
use crate::licences::licences;
use crate::lighthouse;
use crate::project::cargo;
use crate::step::{BuildStep, Failure};
use crate::tools::{self, Tools};

/// One check: its name, and what it does.
pub(crate) struct Check {
    name: &'static str,
    run: fn() -> Result<(), Failure>,
}

/// Every check, the quickest answers first.
const CHECKS: [Check; 11] = [
    Check { name: "format", run: format },
    Check { name: "licences", run: licences },
    Check { name: "clippy", run: clippy },
    Check { name: "clippy-wasm", run: clippy_wasm },
    Check { name: "native", run: native },
    Check { name: "doc", run: doc },
    Check { name: "browser", run: browser },
    Check { name: "build", run: build },
    Check { name: "budget", run: budget },
    Check { name: "e2e", run: e2e },
    Check { name: "lighthouse", run: lighthouse::audit },
];
/// The visits, where every engine has to take part.
static E2E_EVERYWHERE: Check = Check { name: "e2e", run: e2e_in_all_engines };
/// What asks for that.
const ALL_ENGINES: &str = "--all-engines";
/// What makes no sense on top of a build that failed.
const AFTER_BUILD: [&str; 3] = ["budget", "e2e", "lighthouse"];

const WASM: &str = "--target=wasm32-unknown-unknown";
const FORMAT: BuildStep = BuildStep::new("format", "run `cargo fmt --all`");
const CLIPPY: BuildStep =
    BuildStep::new("clippy", "do as the messages above say; for one line, #[expect] with a reason");
const NATIVE: BuildStep =
    BuildStep::new("native", "the failed tests are named above; their names say what should hold");
const DOC: BuildStep = BuildStep::new("doc", "mend the documentation that the messages above name");
const BROWSER: BuildStep =
    BuildStep::new("browser", "the failed tests are named above; they ran in headless Chromium");
const E2E: BuildStep =
    BuildStep::new("e2e", "see above which step of the visit failed; its last picture is in target/shots/");
const SHOTS: BuildStep = BuildStep::new("shots", "see above which screen could not be reached");
const INSTALL: BuildStep =
    BuildStep::new("install chromium", "install Debian's packages chromium and chromium-driver");
const INSTALL_NGINX: BuildStep = BuildStep::new("install nginx", "install Debian's package nginx-light");
const INSTALL_OTHERS: BuildStep = BuildStep::new(
    "install the other engines",
    "install Debian's packages firefox-esr, webkit2gtk-driver and xvfb",
);

/// The checks with these names, in their own order; all when none is named. `--all-engines` among them asks for visits
/// in every engine.
///
/// # Errors
/// When a name is unknown.
pub(crate) fn chosen(words: &[&str]) -> Result<Vec<&'static Check>, String> {
    let (options, names): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| **word == ALL_ENGINES);
    let everywhere = |check: &'static Check| {
        if check.name == E2E_EVERYWHERE.name && !options.is_empty() { &E2E_EVERYWHERE } else { check }
    };
    if let Some(unknown) = names.iter().find(|name| !CHECKS.iter().any(|check| check.name == **name)) {
        let known = CHECKS.map(|check| check.name).join(", ");
        return Err(format!("there is no step `{unknown}`; the steps are {known}"));
    }
    let wanted = CHECKS.iter().filter(|check| names.is_empty() || names.contains(&check.name));
    Ok(wanted.map(everywhere).collect())
}

/// Runs the checks and says at the end how they went; whether all of them passed.
pub(crate) fn test(checks: &[&Check]) -> bool {
    let mut times: Vec<(&str, Duration)> = Vec::new();
    let mut failures: Vec<String> = Vec::new();
    let mut built = true;
    for check in checks {
        if !built && AFTER_BUILD.contains(&check.name) {
            failures.push(format!("step `{}` was not run, because the build failed", check.name));
            continue;
        }
        println!("\n== {}", check.name);
        let begin = Instant::now();
        if let Err(failure) = (check.run)() {
            eprintln!("{failure}");
            built &= check.name != "build";
            failures.push(failure.to_string());
        }
        times.push((check.name, begin.elapsed()));
    }
    println!();
    for (name, time) in times {
        println!("{:>8.1} s  {name}", time.as_secs_f32());
    }
    for failure in &failures {
        println!("{failure}");
    }
    let passed = checks.len() - failures.len();
    println!("{passed} {} passed, {} failed", if passed == 1 { "step" } else { "steps" }, failures.len());
    failures.is_empty()
}

fn format() -> Result<(), Failure> {
    FORMAT.run(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<(), Failure> {
    CLIPPY.run(cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}

fn clippy_wasm() -> Result<(), Failure> {
    tools::wasm_target()?;
    CLIPPY.run(cargo().args([
        "clippy",
        WASM,
        "--lib",
        "--bins",
        "--test=browser",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))
}

fn native() -> Result<(), Failure> {
    NATIVE.run(cargo().args(["test", "--locked"]))?;
    // Not in the optimised test profile: these wait for other programs anyway.
    NATIVE.run(cargo().args(["test", "--locked", "--package=xtask", "--profile=dev"]))
}

fn doc() -> Result<(), Failure> {
    DOC.run(cargo().args(["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn browser() -> Result<(), Failure> {
    let driver = chromium_ready()?;
    let tools = Tools::ready()?;
    BROWSER.run(
        cargo()
            .args(["test", WASM, "--test=browser", "--locked"])
            .env("PATH", tools.path())
            .env("CHROMEDRIVER", driver)
            // In seconds; the runner's own 20 are short for a busy machine.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

fn e2e() -> Result<(), Failure> {
    for engine in engines::OTHERS.iter().filter(|engine| !engine.ready()) {
        println!("{} is not here and takes no part (`{ALL_ENGINES}` installs it)", engine.name);
    }
    E2E.run(&mut visits()?)
}

/// The same, and fails where an engine is missing.
fn e2e_in_all_engines() -> Result<(), Failure> {
    others_ready()?;
    E2E.run(visits()?.env("ENGINES", engines::OTHERS.map(|engine| engine.name).join(",")))
}

/// The end-to-end tests, with all that they need.
fn visits() -> Result<Command, Failure> {
    let driver = chromium_ready()?;
    build()?;
    tools::axe()?;
    let mut visits = cargo();
    visits
        .args(["test", "--locked", "--package=e2e", "--profile=dev", "--no-fail-fast"])
        .env("CHROMEDRIVER", driver);
    if nginx_ready()? {
        // The tests that need it fail from here on if it cannot be started.
        visits.env("NGINX", "1");
    }
    Ok(visits)
}

/// Takes a picture of every screen, small and large, by day and by night.
///
/// # Errors
/// When the build fails, there is no browser, or a screen cannot be reached.
pub(crate) fn shots() -> Result<(), Failure> {
    let driver = chromium_ready()?;
    build()?;
    let mut run = cargo();
    run.args(["run", "--quiet", "--locked", "--package=e2e", "--bin=shots"]);
    SHOTS.run(run.env("CHROMEDRIVER", driver))
}

/// Takes the README's pictures again.
///
/// # Errors
/// When the build fails, there is no browser, or a screen cannot be reached.
pub(crate) fn readme_shots() -> Result<(), Failure> {
    let driver = chromium_ready()?;
    build()?;
    let mut run = cargo();
    run.args(["run", "--quiet", "--locked", "--package=e2e", "--bin=readme", "--", ".github/pictures"]);
    SHOTS.run(run.env("CHROMEDRIVER", driver))
}

/// The program that drives Chromium, both installed if need be and possible.
///
/// # Errors
/// When they are not there and cannot be installed.
pub(crate) fn chromium_ready() -> Result<PathBuf, Failure> {
    if chromium::browser().is_none() || chromium::driver().is_none() {
        if !tools::can_use_apt() {
            return Err(
                INSTALL.failure("chromium and chromedriver are missing, and only root can install them here")
            );
        }
        tools::apt_install(INSTALL, &["chromium", "chromium-driver"])?;
    }
    chromium::driver().ok_or_else(|| INSTALL.failure("chromedriver is not on PATH after its installation"))
}

/// Whether nginx is here, installed if need be and possible; where it is not, the tests that need it take no part.
fn nginx_ready() -> Result<bool, Failure> {
    if chromium::program("nginx").is_none() && tools::can_use_apt() {
        tools::apt_install(INSTALL_NGINX, &["nginx-light"])?;
    }
    Ok(chromium::program("nginx").is_some())
}

/// Installs what is missing of the other engines, if that is possible.
fn others_ready() -> Result<(), Failure> {
    let missing: Vec<&str> = engines::OTHERS
        .iter()
        .filter(|engine| !engine.installed())
        .flat_map(|engine| engine.packages)
        .copied()
        .collect();
    if !missing.is_empty() {
        if !tools::can_use_apt() {
            let missing = missing.join(", ");
            return Err(
                INSTALL_OTHERS.failure(format!("{missing} are missing, and only root can install them here"))
            );
        }
        tools::apt_install(INSTALL_OTHERS, &missing)?;
    }
    tools::geckodriver()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(checks: &[&Check]) -> Vec<&'static str> {
        checks.iter().map(|check| check.name).collect()
    }

    #[test]
    fn no_name_means_every_check_and_names_keep_their_order() {
        assert_eq!(chosen(&[]).map(|checks| checks.len()), Ok(CHECKS.len()));
        assert_eq!(chosen(&["e2e", "native"]).map(|checks| names(&checks)), Ok(vec!["native", "e2e"]));
    }

    #[test]
    fn all_engines_can_be_asked_for_beside_any_name() {
        for words in [&["--all-engines"][..], &["e2e", "--all-engines"], &["--all-engines", "e2e"]] {
            let checks = chosen(words).expect("the names are known");
            assert!(checks.iter().any(|check| std::ptr::eq(*check, &E2E_EVERYWHERE)), "{words:?}");
        }
        assert_eq!(chosen(&["--all-engines"]).map(|checks| checks.len()), Ok(CHECKS.len()));
        assert!(chosen(&["--every-engine"]).is_err());
    }

    #[test]
    fn an_unknown_check_is_refused_with_the_known_ones() {
        let refusal = chosen(&["nativ"]).err().expect("there is no such step");
        assert!(refusal.contains("`nativ`") && refusal.contains("native"), "{refusal}");
    }

    #[test]
    fn what_hangs_on_a_failed_build_is_not_run_but_counts_as_failed() {
        let broken = Check { name: "build", run: || Err(E2E.failure("made up")) };
        let never = Check { name: "budget", run: || unreachable!("the build failed") };
        assert!(!test(&[&broken, &never]));
    }
}
