//! Experiments on the nine laws of the essay: figures in words, a picture, and the data behind it.
//!
//! ```text
//! cargo run --release --example laws          all of them
//! cargo run --release --example laws -- 4     one of them
//! ```
//!
//! Prints the findings, and writes `target/laws/law4.svg` and `law4.csv`. Native tests run the same experiments and check the
//! claims. `how.html` plots and quotes the CSV files in `crates/site/data/`; copy new ones there after a change of an
//! experiment or of the engine.

#![allow(dead_code, reason = "the tests share these experiments and look at more of them")]

mod crowds;
mod law1;
mod law2;
mod law3;
mod law4;
mod law5;
mod law6;
mod law7;
mod law8;
mod law9;
mod picture;
mod report;

use std::path::Path;
use std::process::ExitCode;

use report::Report;

/// Seeds of the worlds of each experiment.
const SEEDS: [u64; 3] = [1, 2, 3];

const LAWS: [fn(&[u64]) -> Report; 9] = [
    |seeds| law1::run(seeds).report(),
    |seeds| law2::run(seeds).report(),
    |seeds| law3::run(seeds).report(),
    |seeds| law4::run(seeds).report(),
    |seeds| law5::run(seeds).report(),
    |seeds| law6::run(seeds).report(),
    |seeds| law7::run(seeds).report(),
    |seeds| law8::run(seeds).report(),
    |seeds| law9::run(seeds).report(),
];

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Option<Vec<usize>> = asked.iter().map(|word| word.parse().ok()).collect();
    let legal = |numbers: &Vec<usize>| numbers.iter().all(|n| (1..=LAWS.len()).contains(n));
    let Some(numbers) = numbers.filter(legal) else {
        eprintln!("laws are numbered 1 to {}; `{}` is none of them", LAWS.len(), asked.join(" "));
        return ExitCode::from(2);
    };
    let numbers = if numbers.is_empty() { (1..=LAWS.len()).collect() } else { numbers };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/laws");
    for number in numbers {
        let report = LAWS[number - 1](&SEEDS);
        println!("{report}");
        if let Err(problem) = report.save(&folder, number) {
            eprintln!("law {number} could not be written to {}: {problem}", folder.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
