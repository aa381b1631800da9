//! Scorer of a response table with the quiz's own predictor.
//!
//!     cargo run --release --package survey --example score -- answers.csv [--reanchor] [--seed n]
//!
//! The table has a heading with item keys of the bank, and one row per respondent. A cell is a response category 1 to 5, or
//! A, T or B where only the side is known, or empty for a pass. A and categories 1 and 2 are the lower pole; B and categories
//! 4 and 5 the upper pole, which agrees with the bank's statement (`crates/quiz/src/questionnaire/bank.rs`); T and 3 are
//! neutral.
//!
//! `--reanchor` recomputes the thresholds so that the population's shares equal the table's: for surveys that are older, or
//! scaled otherwise, than the bank's sources. `--seed` (default 0) chooses the random order in which each respondent's
//! answers are predicted; it affects the lower table alone.

mod report;

use std::process::ExitCode;
use std::{env, fs, thread};

use quiz::population::SEED;
use quiz::scoring::NORM_SAMPLE_SIZE;
use survey::{PredictionSequence, RespondentScore, ResponsePattern, ResponseTable, Survey};

/// Simulated response sets for percentiles, divided among the response patterns.
const SIMULATED: usize = 200_000;

/// Smallest norm sample of a percentile.
const FEWEST: usize = 100;

/// Command-line options.
struct Options {
    path: String,
    reanchor: bool,
    seed: u64,
}

fn parse_options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let (mut path, mut reanchor, mut seed) = (None, false, 0);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--reanchor" => reanchor = true,
            "--seed" => {
                let number = arguments.next().unwrap_or_default();
                seed = number.parse().map_err(|_| format!("--seed takes a whole number, not “{number}”"))?;
            }
            flag if flag.starts_with("--") => return Err(format!("there is no {flag}")),
            _ if path.is_some() => return Err("one table at a time".to_owned()),
            _ => path = Some(argument),
        }
    }
    let usage = "which table? score -- answers.csv [--reanchor] [--seed n]";
    Ok(Options { path: path.ok_or(usage)?, reanchor, seed })
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
    let survey = Survey::new(SEED, table, options.reanchor);
    let people = survey.table().people.len();
    let scored: Vec<(Option<RespondentScore>, PredictionSequence)> = in_parallel(people, |person| {
        (survey.score(person), survey.predict_in_sequence(person, options.seed))
    });
    let patterns: Vec<ResponsePattern> = survey.patterns();
    let norm_sample_size = (SIMULATED / patterns.len().max(1)).clamp(FEWEST, NORM_SAMPLE_SIZE);
    let placed = in_parallel(patterns.len(), |at| survey.further_than(&patterns[at], norm_sample_size));
    let mut ranges = vec![None; people];
    for (pattern, placed) in patterns.iter().zip(placed) {
        for (&person, range) in pattern.people.iter().zip(placed) {
            ranges[person] = Some(range);
        }
    }
    Ok(report::report(&scored, &ranges, norm_sample_size))
}

/// Applies `work` to every number below `n` on all cores; returns the results in order.
fn in_parallel<T: Send>(n: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(n.max(1));
    thread::scope(|scope| {
        let share = |k: usize| (n * k / threads)..(n * (k + 1) / threads);
        let work = &work;
        let running: Vec<_> =
            (0..threads).map(|k| scope.spawn(move || share(k).map(work).collect::<Vec<T>>())).collect();
        let joined = running.into_iter().map(|thread| thread.join().expect("scoring does not panic"));
        joined.flatten().collect()
    })
}
