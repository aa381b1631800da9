//! A year of made-up people: surprisal drifting and unmoved, the crowd they end in, the clock, and the time it takes.
//!
//!     cargo run --release --package scenario --example year
//!
//! Prints, for each person of `crates/perplexity/data/personas.csv`, S in bits under each lever on day 365, what the cluster of
//! most selves is called, and how long 365 days with weekly reports took.

use std::error::Error;
use std::time::Instant;

use perplexity::item_bank::item;
use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use quiz::cluster_names::{Register, called};
use quiz::questionnaire::{Answers, Response, SET_2};
use scenario::{Lever, Year, YearReport, half_life};

const PEOPLE: &str = include_str!("../../perplexity/data/personas.csv");

fn main() -> Result<(), Box<dyn Error>> {
    let likeness = Likeness::default();
    let names: Vec<&str> = PEOPLE.lines().next().unwrap_or_default().split(',').skip(1).collect();
    for (column, name) in names.iter().enumerate() {
        let answers = answers_of(column + 1)?;
        let posterior = PosteriorDraws::new(&answers.item_answers().observations());
        let start = Instant::now();
        let mut year = Year::open(&answers, &posterior, &likeness)?;
        let opened = start.elapsed();
        let mut reports = vec![year.report()];
        for day in 1..=365 {
            year.step();
            if day % 7 == 0 || day == 365 {
                reports.push(year.report());
            }
        }
        println!("\n{name}: opened in {opened:.1?}, the year took {:.1?}", start.elapsed() - opened);
        describe(&reports);
    }
    Ok(())
}

/// Answers in a column of the table.
fn answers_of(column: usize) -> Result<Answers, Box<dyn Error>> {
    let mut answers = Answers::none(&SET_2);
    for row in PEOPLE.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        answers.put(item(cells[0]), Response::try_from(cells[column].parse::<u8>()? - 1)?);
    }
    Ok(answers)
}

fn describe(reports: &[YearReport]) {
    println!("  day   crowd 50  95 %   drifting           unmoved            logged off  years");
    let range = |[low, high]: [f64; 2]| format!("{low:.2} to {high:.2}");
    for report in reports.iter().filter(|report| report.day % 91 == 0 || report.day == 365 || report.day < 29)
    {
        let drifting = report.outcomes[Lever::AsIs as usize].surprisal;
        println!(
            "{:5} {:9.2} {:5.2} {:6.2} {} {:6.2} {} {:8.2} {:8.1} {}",
            report.day,
            report.survey.crowd_median,
            report.survey.crowd_outermost,
            drifting.bits,
            range(drifting.range),
            report.unmoved.bits,
            range(report.unmoved.range),
            report.outcomes[Lever::LoggedOff as usize].surprisal.bits,
            report.clock.years,
            range(report.clock.range),
        );
    }
    let Some(last) = reports.last() else { return };
    for outcome in &last.outcomes {
        let crowd = outcome.cluster.map_or("none".to_owned(), |most| {
            let name = last.survey.clusters[usize::from(most.cluster)].name;
            format!("{} ({:.0} %)", called(&SET_2, name, Register::World), 100.0 * most.share)
        });
        println!(
            "  {:?}: S {:.2}, percentile {}, {} answers changed side, crowd {crowd}",
            outcome.lever, outcome.surprisal.bits, outcome.percentile, outcome.changed
        );
    }
    let drifting =
        reports.iter().map(|report| (report.day, report.outcomes[Lever::AsIs as usize].surprisal.bits));
    println!("  half-life of S: {:?} days", half_life(drifting));
    println!(
        "  unclustered {}; {:?}",
        last.survey.unclustered,
        last.survey
            .clusters
            .iter()
            .map(|c| format!("{} {}", called(&SET_2, c.name, Register::World), c.people))
            .collect::<Vec<_>>()
    );
}
