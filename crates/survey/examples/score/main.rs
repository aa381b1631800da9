//! Scorer of a table of answers: how rare each respondent is, and how well the model fits the table.
//!
//!     cargo run --release --package survey --example score -- answers.csv [--reanchor] [--forms N] [--seed n]
//!
//! The table has a heading with item keys of the bank (`crates/perplexity/data/items.csv`), in any order and not necessarily
//! all, and one row per respondent. A cell is a whole number from 1, larger nearer to the item's upper pole, or empty where
//! there is no answer. A column has as many categories as its largest number says, 2 to 11.
//!
//! `--reanchor` recomputes the thresholds so that the population's shares equal the table's: for surveys that are older, or
//! worded or scaled otherwise, than the bank's sources. `--forms` splits each respondent's answers into two forms, N times at
//! random, and correlates their scores. `--seed` (default 0) chooses the random order in which each respondent's answers are
//! predicted and split; it affects no score.

mod report;

use std::process::ExitCode;
use std::{env, fs};

use survey::{ResponseTable, Survey};

/// Command-line options.
struct Options {
    path: String,
    reanchor: bool,
    forms: u32,
    seed: u64,
}

const USAGE: &str = "which table? score -- answers.csv [--reanchor] [--forms N] [--seed n]";

fn parse_options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    fn number<T: std::str::FromStr>(flag: &str, text: Option<String>) -> Result<T, String> {
        let text = text.unwrap_or_default();
        text.parse().map_err(|_| format!("{flag} takes a whole number, not “{text}”"))
    }
    let (mut path, mut reanchor, mut forms, mut seed) = (None, false, 0, 0);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--reanchor" => reanchor = true,
            "--forms" => forms = number("--forms", arguments.next())?,
            "--seed" => seed = number("--seed", arguments.next())?,
            flag if flag.starts_with("--") => return Err(format!("there is no {flag}")),
            _ if path.is_some() => return Err("one table at a time".to_owned()),
            _ => path = Some(argument),
        }
    }
    Ok(Options { path: path.ok_or(USAGE)?, reanchor, forms, seed })
}

fn main() -> ExitCode {
    match parse_options(env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<String, String> {
    let bytes = fs::read(&options.path).map_err(|error| format!("{}: {error}", options.path))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{}: save it as UTF-8 text", options.path))?;
    let table = ResponseTable::read(&text).map_err(|error| format!("{}: {error}", options.path))?;
    let survey = Survey::new(table, options.reanchor);
    let scores = survey.score_all();
    let predictions = survey.predict_all_in_sequence(options.seed);
    let mut text = report::people(&scores);
    text += &report::left_out(&survey.left_out());
    text += &report::predictions(&predictions);
    if options.forms > 0 {
        text += &report::forms(options.forms, survey.form_agreement(options.forms, options.seed));
    }
    Ok(text)
}
