//! Programs from outside that the project needs, and their installation.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use xtask::chromium::program;
use xtask::{axe, cache, engines};

use crate::project;
use crate::step::{BuildStep, Failure};

/// The last trunk that builds with the Rust of `rust-toolchain.toml`.
const TRUNK: &str = "0.21.14";
/// Exactly this one: the wasm-opt of older binaryen packages breaks the page at its start.
const BINARYEN: &str = "132.0.0";
/// What makes the scripts small.
const ESBUILD: &str = "0.25.12";

/// The last Lighthouse for node 20.
const LIGHTHOUSE: &str = "12.8.2";

/// The folders of the tools that build the page, to be put in front of `PATH`.
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    /// Where wasm-opt is, unless this machine cannot have it: then the page is about a fifth larger.
    pub wasm_opt: Option<PathBuf>,
    /// Where esbuild is, unless this machine cannot have it: then the scripts stay as they were written.
    pub esbuild: Option<PathBuf>,
}

impl Tools {
    /// Finds every tool in its pinned version, and installs what is missing.
    ///
    /// # Errors
    /// When an installation fails.
    pub(crate) fn ready() -> Result<Self, Failure> {
        wasm_target()?;
        let bindgen = project::locked_version("wasm-bindgen")
            .ok_or_else(|| BINDGEN.failure("Cargo.lock does not name exactly one version of wasm-bindgen"))?;
        let folders = vec![
            from_cargo(INSTALL_TRUNK, "trunk", TRUNK, &["trunk"])?,
            from_cargo(BINDGEN, "wasm-bindgen-cli", &bindgen, &["wasm-bindgen", "wasm-bindgen-test-runner"])?,
        ];
        Ok(Tools { folders, wasm_opt: wasm_opt()?, esbuild: esbuild()? })
    }

    /// `PATH` with the tools in front.
    pub(crate) fn path(&self) -> std::ffi::OsString {
        let old = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&old));
        env::join_paths(folders).unwrap_or(old)
    }
}

const TARGET: BuildStep = BuildStep::new(
    "add the WebAssembly target",
    "install Rust with rustup (https://rustup.rs), check the network, and run the same command again",
);
const INSTALL_TRUNK: BuildStep = BuildStep::new(
    "install trunk",
    "check the network and that a C compiler (cc) is there, and run the same command again",
);
const BINDGEN: BuildStep = BuildStep::new(
    "install wasm-bindgen",
    "check the network and that a C compiler (cc) is there, and run the same command again",
);
const INSTALL_BINARYEN: BuildStep =
    BuildStep::new("install wasm-opt", "check that npm reaches its registry, and run the same command again");

const INSTALL_ESBUILD: BuildStep =
    BuildStep::new("install esbuild", "check that npm reaches its registry, and run the same command again");

const INSTALL_AXE: BuildStep =
    BuildStep::new("install axe-core", "check that npm reaches its registry, and run the same command again");

const INSTALL_LIGHTHOUSE: BuildStep = BuildStep::new(
    "install lighthouse",
    "check that npm reaches its registry, and run the same command again",
);

/// Adds the target that the page and the worker are compiled for, if it is missing.
///
/// # Errors
/// When rustup fails.
pub(crate) fn wasm_target() -> Result<(), Failure> {
    const NAME: &str = "wasm32-unknown-unknown";
    let sysroot = output_of(Command::new("rustc").current_dir(project::root()).args(["--print", "sysroot"]));
    let there = sysroot
        .is_some_and(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib").join(NAME).join("lib").is_dir());
    if there {
        return Ok(());
    }
    TARGET.run(Command::new("rustup").current_dir(project::root()).args(["target", "add", NAME]))
}

/// The folder that holds all `programs` of a crate in this version, installed there if need be.
fn from_cargo(step: BuildStep, name: &str, version: &str, programs: &[&str]) -> Result<PathBuf, Failure> {
    if let Some(folder) = program(programs[0]).and_then(|found| Some(found.parent()?.to_path_buf()))
        && programs.iter().all(|program| says_version(&folder.join(program), version))
    {
        return Ok(folder);
    }
    let home = cached(step, name, version)?;
    let folder = home.join("bin");
    if programs
        .iter()
        .all(|program| folder.join(program).with_extension(env::consts::EXE_EXTENSION).is_file())
    {
        return Ok(folder);
    }
    println!("{name} {version} is missing: building it once, for all projects, in {}", home.display());
    // Without optimisation and debug facts these install in half the time and serve as well.
    step.run(
        Command::new("cargo")
            .args(["install", "--locked", "--debug", "--no-default-features", "--force", "--root"])
            .arg(&home)
            .args([name, "--version", &format!("={version}")])
            .env("CARGO_PROFILE_DEV_DEBUG", "0"),
    )?;
    Ok(folder)
}

/// wasm-opt from npm; `None`, with a word about it, where there is no npm and no way to get one.
fn wasm_opt() -> Result<Option<PathBuf>, Failure> {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    match program("wasm-opt").filter(|found| says_version(found, major)) {
        Some(found) => Ok(Some(found)),
        None => program_from_npm(INSTALL_BINARYEN, "binaryen", BINARYEN, "wasm-opt"),
    }
}

/// esbuild from npm; `None`, with a word about it, where there is no npm and no way to get one.
fn esbuild() -> Result<Option<PathBuf>, Failure> {
    program_from_npm(INSTALL_ESBUILD, "esbuild", ESBUILD, "esbuild")
}

/// A program of an npm package, installed if need be; `None`, with a word about it, without node and a way to get it.
fn program_from_npm(
    step: BuildStep,
    package: &str,
    version: &str,
    name: &str,
) -> Result<Option<PathBuf>, Failure> {
    let home = cached(step, package, version)?;
    let installed = home.join("node_modules/.bin").join(name);
    // npm writes the hidden lock file last, so with it the package is whole.
    let whole = installed.is_file() && home.join("node_modules/.package-lock.json").is_file();
    if whole && program("node").is_some() {
        return Ok(Some(installed));
    }
    if program("node").is_none() || program("npm").is_none() {
        if !can_use_apt() {
            println!(
                "node and npm are missing, so {name} is left out: the page works but is larger (install nodejs and npm \
                 for the small one)"
            );
            return Ok(None);
        }
        apt_install(INSTALL_NODE, &["nodejs", "npm"])?;
    }
    if !whole {
        from_npm(step, &home, &format!("{package}@{version}"))?;
    }
    Ok(Some(installed))
}

/// Installs a package of npm below `home`; none of its scripts is run.
fn from_npm(step: BuildStep, home: &Path, package: &str) -> Result<(), Failure> {
    if program("npm").is_none() && can_use_apt() {
        apt_install(INSTALL_NODE, &["nodejs", "npm"])?;
    }
    fs::create_dir_all(home).map_err(|error| step.failure(error))?;
    step.run(
        Command::new("npm")
            .args(["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(home)
            .arg(package),
    )
}

/// Has npm bring axe-core, unless it is here. It stays in the cache: nothing of it becomes part of the page.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn axe() -> Result<(), Failure> {
    if axe::script().is_some() {
        return Ok(());
    }
    let home = axe::folder().ok_or_else(|| INSTALL_AXE.failure(HOMELESS))?;
    from_npm(INSTALL_AXE, &home, &format!("axe-core@{}", axe::VERSION))
}

/// Lighthouse from npm: the folder of its modules. The browser it would bring along stays away.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn lighthouse() -> Result<PathBuf, Failure> {
    let home = cached(INSTALL_LIGHTHOUSE, "lighthouse", LIGHTHOUSE)?;
    let modules = home.join("node_modules");
    // npm writes the hidden lock file last, so with it the package is whole.
    if !modules.join(".package-lock.json").is_file() {
        from_npm(INSTALL_LIGHTHOUSE, &home, &format!("lighthouse@{LIGHTHOUSE}"))?;
    }
    Ok(modules)
}

/// Builds the driver of Firefox, unless it is here.
///
/// # Errors
/// When it cannot be built.
pub(crate) fn geckodriver() -> Result<(), Failure> {
    from_cargo(INSTALL_GECKODRIVER, "geckodriver", engines::GECKODRIVER, &["geckodriver"]).map(drop)
}

const INSTALL_GECKODRIVER: BuildStep = BuildStep::new(
    "install geckodriver",
    "check the network and that a C compiler (cc) is there, and run the same command again",
);
const INSTALL_NODE: BuildStep = BuildStep::new(
    "install node",
    "install Debian's packages nodejs and npm, and run the same command again",
);

/// Whether packages can be installed here without asking anybody.
pub(crate) fn can_use_apt() -> bool {
    program("apt-get").is_some() && output_of(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

/// Installs Debian packages.
///
/// # Errors
/// When apt-get fails.
pub(crate) fn apt_install(step: BuildStep, packages: &[&str]) -> Result<(), Failure> {
    println!("installing {} with apt-get", packages.join(", "));
    let quietly = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        // What is installed for tests is started by them, not by the system.
        command.env("RUNLEVEL", "1");
        command
    };
    step.run(quietly().args(["--quiet", "update"]))?;
    step.run(quietly().args(["--quiet", "install", "--yes", "--no-install-recommends"]).args(packages))
}

fn says_version(program: &Path, version: &str) -> bool {
    output_of(Command::new(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// What the command prints, if it ends well.
pub(crate) fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn cached(step: BuildStep, name: &str, version: &str) -> Result<PathBuf, Failure> {
    cache::folder(name, version).ok_or_else(|| step.failure(HOMELESS))
}

const HOMELESS: &str = "there is neither a home folder nor XDG_CACHE_HOME";
