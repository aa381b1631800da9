//! How surprising are these people? Scores a table of answers with the quiz's own predictor.
//!
//!     cargo run --release --example score -- answers.csv [--reanchor] [--seed n]
//!
//! The table: a heading with item keys of the bank, a row a person; a cell is a step 1 to 5, or A, T or B where only
//! the side is known, or nothing for a pass. A and steps 1, 2 are the lower pole; B and steps 4, 5 the upper one,
//! which is what the bank's statement says (`src/items/bank.rs`); T and 3 are torn.
//!
//! `--reanchor` cuts the answers anew so that the crowd gives them with the table's own shares: for surveys older,
//! or scaled otherwise, than those the bank comes from. `--seed` draws another order in which each person's answers
//! are foretold (0 if not given); it moves the lower table alone.

mod report;

use std::process::ExitCode;
use std::{env, fs, thread};

use normie_descent::perplexity::CALIBRATORS;
use normie_descent::session::SEED;
use normie_descent::survey::{Course, Pattern, Score, Sheet, Survey};

/// Simulated answers to spend on percentiles, shared out among the sets of items that people answered.
const SIMULATED: usize = 200_000;

/// Fewest simulated people behind a percentile.
const FEWEST: usize = 100;

/// What was asked for.
struct Wish {
    path: String,
    reanchor: bool,
    seed: u64,
}

fn wish(mut arguments: impl Iterator<Item = String>) -> Result<Wish, String> {
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
    Ok(Wish { path: path.ok_or(usage)?, reanchor, seed })
}

fn main() -> ExitCode {
    match wish(env::args().skip(1)).and_then(|wish| run(&wish)) {
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

fn run(wish: &Wish) -> Result<String, String> {
    let bytes = fs::read(&wish.path).map_err(|error| format!("{}: {error}", wish.path))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{}: save it as UTF-8 text", wish.path))?;
    let sheet = Sheet::read(&text).map_err(|error| format!("{}: {error}", wish.path))?;
    let survey = Survey::new(SEED, sheet, wish.reanchor);
    let people = survey.sheet().people.len();
    let scored: Vec<(Option<Score>, Course)> =
        in_parallel(people, |person| (survey.score(person), survey.course(person, wish.seed)));
    let patterns: Vec<Pattern> = survey.patterns();
    let calibrators = (SIMULATED / patterns.len().max(1)).clamp(FEWEST, CALIBRATORS);
    let placed = in_parallel(patterns.len(), |at| survey.further_than(&patterns[at], calibrators));
    let mut ranges = vec![None; people];
    for (pattern, placed) in patterns.iter().zip(placed) {
        for (&person, range) in pattern.people.iter().zip(placed) {
            ranges[person] = Some(range);
        }
    }
    Ok(report::report(&scored, &ranges, calibrators))
}

/// `work` of every number below `n`, in order, by all cores.
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
