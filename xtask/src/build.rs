//! The build: from the sources to `dist/`, a folder that works below any path of any static host.
//!
//! trunk writes the page to `target/page/`, where it is made smaller and completed; `dist/` is the release of it.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::inline_critical;
use crate::optimize::{minify, shrink};
use crate::project::{self, dist, root};
use crate::reproduce;
use crate::step::{BuildStep, Failure};
use crate::tools::Tools;
use xtask::files::{files_below, hash_of};
use xtask::preview_pages;
use xtask::release;
use xtask::site_url::SiteUrl;

const FETCH: BuildStep =
    BuildStep::new("fetch the crates", "check the network, and run the same command again");
const TRUNK: BuildStep = BuildStep::new(
    "build with trunk",
    "read the compiler's message above; `cargo xtask test clippy` shows more",
);
const RELEASE: BuildStep = BuildStep::new(
    "make the release",
    "compare index.html and src/offline/sw.js with what xtask/src/release.rs expects",
);
const MARK: BuildStep =
    BuildStep::new("mark the build", "check that target/ can be written, and run the same command again");

const PREVIEWS: BuildStep = BuildStep::new(
    "draw the previews",
    "read the compiler's message above; `cargo xtask test native` shows more",
);
const LEGEND: BuildStep =
    BuildStep::new("write how.html", "read the message above; `cargo xtask test native` shows more");
const PREVIEW_PAGES: BuildStep = BuildStep::new(
    "make the preview pages",
    "give the page's whole address, like --site-url https://example.org/descent/",
);

/// Builds `dist/`, unless the one there was made from exactly these sources.
///
/// # Errors
/// When a step of the build fails.
pub(crate) fn build() -> Result<(), Failure> {
    build_for(None)
}

/// The same for the address at which the page will live: then every result has a preview of its own.
///
/// # Errors
/// When a step of the build fails, or the address is none.
pub(crate) fn build_for(site: Option<&str>) -> Result<(), Failure> {
    let site = site.map(SiteUrl::new).transpose().map_err(|error| PREVIEW_PAGES.failure(error))?;
    let tools = Tools::ready()?;
    let mark = project::target("dist.mark");
    // Before the build: what is edited while it runs must ask for another.
    let sources = sources(&tools, site.as_ref()).map_err(|error| MARK.failure(error))?;
    if fs::read_to_string(&mark).is_ok_and(|mark| mark_of(&sources).is_ok_and(|now| now == mark)) {
        println!("dist/ is up to date");
        return Ok(());
    }
    let begin = Instant::now();
    let page = project::page();
    // Where cargo has its own target/ elsewhere, nobody has made this one.
    fs::create_dir_all(&page).map_err(|error| MARK.failure(error))?;
    FETCH.run(project::cargo().args(["fetch", "--quiet", "--locked"]))?;
    TRUNK.run(
        Command::new("trunk")
            .current_dir(root())
            .args(["build", "--release", "--offline", "--locked", "--color", "auto", "--dist"])
            .arg(&page)
            .env("PATH", tools.path())
            .env("CARGO_ENCODED_RUSTFLAGS", reproduce::flags())
            // Trunk would take `NO_COLOR=1` for a malformed answer to its own flag.
            .env_remove("NO_COLOR")
            // The compiler says what is wrong; a trace through trunk itself says nothing.
            .env_remove("RUST_BACKTRACE"),
    )?;
    if let Some(program) = &tools.wasm_opt {
        shrink(&page, program)?;
    }
    let minified = |folder: &Path| tools.esbuild.as_ref().map_or(Ok(()), |program| minify(folder, program));
    minified(&page)?;
    inline_critical::inline_index(&page)?;
    LEGEND.run(project::cargo().args(["run", "--quiet", "--locked", "--bin=how", "--"]).arg(&page))?;
    minified(&page)?;
    inline_critical::inline_how(&page)?;
    if let Some(site) = &site {
        let mut draw = project::cargo();
        draw.args(["run", "--quiet", "--locked", "--bin=previews", "--"])
            .arg(page.join("p"))
            .arg(site.spoken());
        PREVIEWS.run(&mut draw)?;
        preview_pages::write(&page, site).map_err(|error| PREVIEW_PAGES.failure(error))?;
    }
    release::write(&page, &dist()).map_err(|error| RELEASE.failure(error))?;
    reproduce::leave_no_traces(&dist())?;
    mark_of(&sources).and_then(|now| fs::write(&mark, now)).map_err(|error| MARK.failure(error))?;
    println!("dist/ is built ({:.0} s)", begin.elapsed().as_secs_f32());
    Ok(())
}

/// What `dist/` is made of.
fn sources(tools: &Tools, site: Option<&SiteUrl>) -> io::Result<String> {
    const NOT_SOURCES: [&str; 10] = [
        ".git",
        ".github",
        ".ci",
        "target",
        "dist",
        "tests",
        "benches",
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
    ];
    let files = files_below(root(), &NOT_SOURCES)?;
    let site = site.map_or("nowhere", SiteUrl::as_str);
    let (wasm_opt, esbuild) = (tools.wasm_opt.is_some(), tools.esbuild.is_some());
    Ok(format!("sources {} wasm-opt {wasm_opt} esbuild {esbuild} for {site}", hash_of(root(), &files)?))
}

/// These sources and what `dist/` is now; a change on either side asks for a new build.
fn mark_of(sources: &str) -> io::Result<String> {
    Ok(format!("{sources} dist {}", hash_of(&dist(), &files_below(&dist(), &[])?)?))
}
