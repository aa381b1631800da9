//! Calibration report of the perplexity: simulated respondents, each in two sittings.
//!
//!     cargo run --release --package experiments --example sessions [-- people]
//!
//! Prints, for 12, 24, 36 and 48 answers, how well the score finds what is true of the respondents, with items targeted and in
//! a fixed order, and with respondents whom the model gets slightly wrong; then what patterns of clicks come to, and the bits
//! an answer costs. Writes all figures to `target/sessions/sessions.csv`. 2 000 people (the default) take about five minutes
//! on two cores.
//!
//! `how.html` quotes the copy in `crates/site/data/`; copy a new one there after a change of the score.

use std::env;
use std::error::Error;
use std::path::Path;

use experiments::sessions::forecast::{Bits, bits};
use experiments::sessions::merit::{SessionMerit, cases, outermost_bins};
use experiments::sessions::patterns::{ClickPattern, outcomes};
use experiments::sessions::sitting::{Asking, LENGTHS};
use experiments::sessions::table::FigureTable;
use experiments::sessions::truth::Truth;
use perplexity::likeness::Likeness;

/// Seed of the respondents.
const SEED: u64 = 20_241;

/// Name in the table, truth of the respondents, and choice of their items.
const RUNS: [(&str, Truth, Asking); 3] = [
    ("targeted", Truth::AS_MODELLED, Asking::Targeted),
    ("fixed order", Truth::AS_MODELLED, Asking::Fixed),
    // Loadings off by .05, style spread .35 for .25.
    ("slightly wrong", Truth::MISSPECIFIED, Asking::Targeted),
];

/// Sessions of each pattern of clicks.
const PATTERN_SESSIONS: usize = 200;

/// Answers of which the bits are averaged.
const CHUNK: usize = 6;

fn main() -> Result<(), Box<dyn Error>> {
    let people = env::args().nth(1).map_or(Ok(2_000), |n| n.parse())?;
    let likeness = Likeness::default();
    let mut table = FigureTable::default();
    table.add("simulated", "people", 0.0, people as f64);
    for (name, truth, asking) in RUNS {
        println!("\n{name}; {people} people");
        let cases = cases(&likeness, SEED, people, truth, asking);
        let merits: [SessionMerit; 4] = core::array::from_fn(|at| SessionMerit::of(&cases, at));
        print(&merits);
        for merit in &merits {
            for (figure, value) in merit.figures() {
                table.add(name, figure, merit.answers as f64, value);
            }
        }
        if asking == Asking::Targeted && truth == Truth::AS_MODELLED {
            for [chance, came_true, number] in outermost_bins(&cases, 1) {
                table.add("outermost tenth", "as said", chance, chance);
                table.add("outermost tenth", "came true", chance, came_true);
                table.add("outermost tenth", "people", chance, number);
            }
        }
    }
    println!("\nmean place and share found careless, {PATTERN_SESSIONS} sessions each, by number of answers");
    for pattern in ClickPattern::ALL {
        let name = pattern.name();
        print!("{name:>15}");
        let outcomes = outcomes(&likeness, pattern, PATTERN_SESSIONS);
        for (answers, outcome) in LENGTHS.into_iter().zip(outcomes) {
            print!("   {answers}: {:5.1}, {:5.1} %", 100.0 * outcome.place, 100.0 * outcome.flagged);
            table.add("patterns", &format!("{name}: place"), answers as f64, outcome.place);
            table.add("patterns", &format!("{name}: flagged"), answers as f64, outcome.flagged);
        }
        println!();
    }
    let forecast_people = people.min(1_000);
    println!("\nbits an answer, {forecast_people} people, items targeted; gain against the shares");
    println!("   seen  shares predicted expected  gain");
    let rows = bits(&likeness, SEED, forecast_people, 48, Asking::Targeted);
    for (from, chunk) in rows.chunks(CHUNK).enumerate() {
        let mean = |value: fn(&Bits) -> f64| chunk.iter().map(value).sum::<f64>() / chunk.len() as f64;
        let (shares, predicted, expected) = (mean(|b| b.shares), mean(|b| b.predicted), mean(|b| b.expected));
        println!(
            "{:3}-{:2} {shares:8.3} {predicted:8.3} {expected:8.3} {:6.3}",
            CHUNK * from,
            CHUNK * (from + 1) - 1,
            shares - predicted
        );
        let seen = (CHUNK * from) as f64 + 0.5 * (CHUNK - 1) as f64;
        table.add("bits an answer", "shares alone", seen, shares);
        table.add("bits an answer", "predicted", seen, predicted);
        table.add("bits an answer", "expected", seen, expected);
    }
    table.save(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/sessions/sessions.csv"))?;
    Ok(())
}

/// Prints the figures, a column for each number of answers.
fn print(merits: &[SessionMerit; 4]) {
    println!("{:>22}{}", "answers", merits.each_ref().map(|m| format!("{:9}", m.answers)).concat());
    for (at, (figure, _)) in merits[0].figures().iter().enumerate() {
        println!("{figure:>22}{}", merits.each_ref().map(|m| format!("{:9.3}", m.figures()[at].1)).concat());
    }
}
