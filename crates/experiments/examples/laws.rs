//! Experiments on the ten laws of the essay: figures in words, a picture, and the data behind it.
//!
//! ```text
//! cargo run --release --package experiments --example laws          all of them
//! cargo run --release --package experiments --example laws -- 4     one of them
//! ```
//!
//! Prints the findings, and writes `target/laws/law4.svg` and `law4.csv`. The tests of this crate run the same experiments and check the
//! claims. `how.html` plots and quotes the CSV files in `crates/site/data/`; copy new ones there after a change of an
//! experiment or of the engine.

use std::path::Path;
use std::process::ExitCode;

use experiments::laws::LAWS;

/// Seeds of the worlds of each experiment.
const SEEDS: [u64; 3] = [1, 2, 3];

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Option<Vec<usize>> = asked.iter().map(|word| word.parse().ok()).collect();
    let legal = |numbers: &Vec<usize>| numbers.iter().all(|n| (1..=LAWS.len()).contains(n));
    let Some(numbers) = numbers.filter(legal) else {
        eprintln!("laws are numbered 1 to {}; `{}` is none of them", LAWS.len(), asked.join(" "));
        return ExitCode::from(2);
    };
    let numbers = if numbers.is_empty() { (1..=LAWS.len()).collect() } else { numbers };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/laws");
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
