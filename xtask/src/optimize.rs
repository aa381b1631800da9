//! Optimisation of the built modules with wasm-opt, and of scripts and style sheets with esbuild.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use xtask::files::files_below;

use crate::step::{BuildStep, Failure, shown};

const SHRINK: BuildStep =
    BuildStep::new("shrink with wasm-opt", "delete dist/ and run the same command again");
const MINIFY: BuildStep =
    BuildStep::new("minify with esbuild", "read the message above; it names the file and the line");
/// Modules that run in workers.
const WORKERS: [&str; 3] = ["plane", "worker", "card"];

/// Runs wasm-opt over every module: the workers for speed, the page for size.
///
/// # Errors
/// When wasm-opt fails.
pub(crate) fn shrink(dist: &Path, program: &Path) -> Result<(), Failure> {
    let files = files_below(dist, &[]).map_err(|error| SHRINK.failure(error))?;
    let modules = files.iter().filter(|file| file.ends_with(".wasm")).map(|file| dist.join(file));
    let running: Vec<_> = modules
        .map(|module| {
            let program = program.to_path_buf();
            thread::spawn(move || shrink_one(&program, &module))
        })
        .collect();
    running
        .into_iter()
        .try_for_each(|thread| thread.join().map_err(|_| SHRINK.failure("a thread panicked"))?)
}

fn shrink_one(program: &Path, module: &Path) -> Result<(), Failure> {
    let name = module.file_name().unwrap_or_default().to_string_lossy();
    let is_worker = WORKERS.iter().any(|module| name.starts_with(module));
    let level = if is_worker { "-O3" } else { "-Oz" };
    let smaller = module.with_extension("wasm.smaller");
    let mut command = Command::new(program);
    // Which instructions are allowed stands in the module itself, in the section `target_features`.
    command.arg(level).arg(module).arg("-o").arg(&smaller);
    SHRINK.run(&mut command)?;
    fs::rename(&smaller, module)
        .map_err(|error| SHRINK.failure(format!("after `{}`: {error}", shown(&command))))
}

/// Makes every script and style sheet smaller with esbuild, but for the service worker: the release writes into that.
///
/// # Errors
/// When esbuild fails.
pub(crate) fn minify(folder: &Path, program: &Path) -> Result<(), Failure> {
    let files = files_below(folder, &[]).map_err(|error| MINIFY.failure(error))?;
    let is_minified = |file: &&String| (file.ends_with(".js") && *file != "sw.js") || file.ends_with(".css");
    for file in files.iter().filter(is_minified) {
        let path = folder.join(file);
        let mut command = Command::new(program);
        // The page's scripts stand in a document of UTF-8. Names at the top level of a classic script stay.
        command.args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"]).arg(&path);
        let mut outfile = OsString::from("--outfile=");
        outfile.push(&path);
        MINIFY.run(command.arg(outfile))?;
    }
    Ok(())
}
