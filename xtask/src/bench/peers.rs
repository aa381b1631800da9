//! Other simulators, timed on this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bench::line::{Measurement, lines};
use crate::project::{root, target};

/// What has to be there for a script to run, and the script.
const SCRIPTS: [(&str, &str); 3] =
    [("NDlib", "run_ndlib.py"), ("Mesa", "run_mesa.py"), ("pyseldonlib", "run_pyseldonlib.py")];

/// What could be timed, and a sentence on what could not.
pub(super) fn timed() -> (Vec<Measurement>, Vec<String>) {
    let python = match environment() {
        Ok(python) => python,
        Err(problem) => {
            let all = SCRIPTS.map(|(name, _)| name).join(", ");
            return (Vec::new(), vec![format!("{all}: {problem}")]);
        }
    };
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for (name, script) in SCRIPTS {
        println!("timing {name} ...");
        match said(Command::new(&python).arg("-B").arg(folder().join(script))) {
            Ok(text) => found.extend(lines(&text, name)),
            Err(problem) => missing.push(format!("{name}: {problem}")),
        }
    }
    (found, missing)
}

fn folder() -> PathBuf {
    root().join("benches/peers")
}

/// The Python of a virtual environment with the pinned packages, made if need be: nothing outside target/ changes.
fn environment() -> Result<PathBuf, String> {
    let home = target("peers");
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let wanted = folder().join("requirements.txt");
    let text = fs::read_to_string(&wanted).map_err(|error| format!("{}: {error}", wanted.display()))?;
    // Written last, so with it the environment is whole.
    let mark = home.join("installed.txt");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == text) {
        return Ok(python);
    }
    println!("installing the packages of benches/peers/requirements.txt in target/peers/");
    said(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    said(pip(&python).arg(&wanted))?;
    fs::write(mark, text).map_err(|error| format!("target/ cannot be written ({error})"))?;
    Ok(python)
}

fn pip(python: &Path) -> Command {
    let mut command = Command::new(python);
    command.args(["-m", "pip", "install", "--quiet", "--requirement"]);
    command
}

/// What the command prints, or its last complaint.
fn said(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("`{name}` could not be started ({error})"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(complaint.lines().last().unwrap_or("it failed without a word").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_pinned() {
        let text = fs::read_to_string(folder().join("requirements.txt")).expect("it is part of the project");
        assert!(text.lines().all(|line| line.contains("==")), "{text}");
    }

    #[test]
    fn what_is_not_there_is_a_sentence() {
        let problem = said(&mut Command::new("no-such-python")).expect_err("it does not exist");
        assert!(problem.contains("no-such-python"), "{problem}");
        let problem =
            said(Command::new("sh").args(["-c", "echo first >&2; echo last >&2; false"])).expect_err("false");
        assert_eq!(problem, "last");
    }
}
