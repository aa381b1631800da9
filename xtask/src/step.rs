//! Steps of the commands: how they run, and what their failures suggest.

use std::ffi::OsStr;
use std::process::Command;

use thiserror::Error;

/// A step that failed: its name, what went wrong (with the command), and what to do about it.
#[derive(Debug, Error)]
#[error("step `{step}` failed: {problem}\n  what to do: {advice}")]
pub(crate) struct Failure {
    /// The step's name.
    pub step: &'static str,
    /// What went wrong.
    pub problem: String,
    /// What the reader can do.
    pub advice: String,
}

/// A named piece of work, with advice for the day it fails.
#[derive(Clone, Copy)]
pub(crate) struct BuildStep {
    name: &'static str,
    advice: &'static str,
}

impl BuildStep {
    /// A step called `name`; `advice` is shown when it fails.
    pub(crate) const fn new(name: &'static str, advice: &'static str) -> Self {
        BuildStep { name, advice }
    }

    /// Runs the command to its end, with its output on the terminal.
    ///
    /// # Errors
    /// When it cannot be started or does not end well.
    pub(crate) fn run(self, command: &mut Command) -> Result<(), Failure> {
        let status = command.status().map_err(|error| self.failure(not_started(command, &error)))?;
        if status.success() {
            Ok(())
        } else {
            Err(self.failure(format!("`{}` ended with {status}", shown(command))))
        }
    }

    /// The failure of this step for a reason of its own.
    pub(crate) fn failure(self, problem: impl ToString) -> Failure {
        Failure { step: self.name, problem: problem.to_string(), advice: self.advice.to_owned() }
    }
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started ({error})", shown(command))
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let quoted = |word: &OsStr| {
        let word = word.to_string_lossy().into_owned();
        if word.contains([' ', '"', '*', ';']) { format!("'{word}'") } else { word }
    };
    std::iter::once(command.get_program()).chain(command.get_args()).map(quoted).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: BuildStep = BuildStep::new("look around", "open your eyes");

    #[test]
    fn a_failure_names_step_command_and_remedy() {
        let failure = STEP.run(Command::new("false").arg("a b")).expect_err("false always fails").to_string();
        for part in ["look around", "false 'a b'", "exit status: 1", "open your eyes"] {
            assert!(failure.contains(part), "{failure:?} says nothing of {part:?}");
        }
    }

    #[test]
    fn a_missing_program_is_a_failure_too() {
        let failure = STEP.run(&mut Command::new("no-such-program-here")).expect_err("it does not exist");
        assert!(failure.problem.contains("could not be started"), "{failure}");
    }
}
