//! The pace of real people: the world's parameters fitted to panels of a survey, and the fitted worlds until 2030.
//!
//! ```text
//! cargo run --release --package experiments --example real_pace             fit, compare, forecast
//! cargo run --release --package experiments --example real_pace -- keep     the same, and keep the tables
//! cargo run --release --package experiments --example real_pace -- check    the same, compared with the tables that are kept
//! cargo run --release --package experiments --example real_pace -- trial    a small one, to see that it runs
//! cargo run --release --package experiments --example real_pace -- without anchor    one rate held at 0
//! ```
//!
//! Prints the posterior, each fact beside real people, the preset "as people really move" and the default world, predictions
//! for facts that were not fitted, and the forecast. Writes tables and pictures to `target/real_pace/`; the tables are kept in
//! `crates/experiments/data/`. Everything follows from the seed, whatever the number of threads. When the posterior changes,
//! the preset in `crates/settings/src/preset.rs` takes values near its medians, and a second run compares that.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use experiments::pace::calibration::{Calibration, CalibrationSize, calibrate};
use experiments::pace::comparison::{
    ages_csv, compare, comparison_csv, comparison_table, default_panels, predict_ages, predictive,
    preset_panel, share_forward_first,
};
use experiments::pace::facts::cross_sections;
use experiments::pace::figures::{facts_svg, fan_svg, posterior_svg};
use experiments::pace::forecast::{FAN_LEVELS, forecast, forecast_csv};
use experiments::pace::inference::{FitProgress, Posterior};
use experiments::pace::panel_waves::Instrument;
use experiments::pace::posterior::{quantiles, thinned};
use experiments::pace::world_rules::RULE_PARAMETERS;

/// Seed of the fit.
const SEED: u64 = 29_573;
/// People of the worlds that check the fit: those of the real panels.
const PANEL_PEOPLE: usize = 3_856;

/// What a run is for.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Full,
    Keep,
    Check,
    Trial,
    Without(&'static str),
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // Rates may be 0; a number of candidates or of steps may not.
    let rates = || RULE_PARAMETERS.iter().filter(|parameter| parameter.bounds[0] == 0.0);
    let known = |key: &str| rates().map(|parameter| parameter.key).find(|other| *other == key);
    let mode = match words[..] {
        [] => Some(Mode::Full),
        ["keep"] => Some(Mode::Keep),
        ["check"] => Some(Mode::Check),
        ["trial"] => Some(Mode::Trial),
        ["without", key] => known(key).map(Mode::Without),
        _ => None,
    };
    let Some(mode) = mode else {
        eprintln!("`{}` is none of `keep`, `check`, `trial` and `without` a parameter", words.join(" "));
        return ExitCode::from(2);
    };
    match run(mode) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(mode: Mode) -> Result<(), String> {
    let begin = Instant::now();
    let seconds = || begin.elapsed().as_secs();
    let (size, draws, ages, people) = if mode == Mode::Trial {
        (CalibrationSize::TRIAL, 12, 6, 1_200)
    } else {
        (CalibrationSize::FULL, 60, 20, PANEL_PEOPLE)
    };
    let without = if let Mode::Without(key) = mode { Some(key) } else { None };
    let instrument = Instrument::default();
    let progress = |progress: &FitProgress| {
        let FitProgress { generation: [generation, generations], done: [done, of], median } = progress;
        eprintln!(
            "{:5} s  generation {generation} of {generations}: {done} of {of} worlds, median distance {median:.2}",
            seconds()
        );
    };
    let calibration = calibrate(&size, &instrument, SEED, without, progress);
    print_posterior(&calibration);
    eprintln!("{:5} s  panels of the fitted worlds", seconds());
    let panels = predictive(&calibration, &instrument, draws, people);
    eprintln!("{:5} s  panels of the default world", seconds());
    let defaults = default_panels(&instrument, people.min(size.people));
    let preset = preset_panel(&instrument, draws / 2, people);
    let rows = compare(&preset, &panels, &defaults);
    print!("\n{}", comparison_table(&rows));
    println!(
        "\nmore of the excess is kept forward than backward in {:.0} % of the fitted worlds",
        100.0 * share_forward_first(&panels)
    );
    eprintln!("{:5} s  groups of age", seconds());
    let ages = predict_ages(&calibration, &instrument, ages, size.people.min(people));
    println!("\npredicted for groups of age, each at the pace of its own stability\n{}", ages_csv(&ages));
    eprintln!("{:5} s  forecast", seconds());
    let years = forecast(&calibration, &instrument, draws + draws / 3, size.people.min(people));
    println!("forecast\n{}", forecast_csv(&years));
    let tables = [
        ("real_pace_facts.csv", comparison_csv(&rows)),
        ("real_pace_parameters.csv", parameters_csv(&calibration)),
        ("real_pace_posterior.csv", posterior_csv(&calibration, 100)),
        ("real_pace_ages.csv", ages_csv(&ages)),
        ("real_pace_forecast.csv", forecast_csv(&years)),
    ];
    let surveyed: Vec<(f64, [f64; 3])> =
        cross_sections().iter().map(|section| (section.year, section.participation_ratio)).collect();
    let pictures = [
        ("posterior.svg", posterior_svg(&calibration.draws)),
        ("facts.svg", facts_svg(&rows)),
        ("constraint.svg", fan_svg(&years, 0, "participation ratio of 79 questions", &surveyed)),
        ("spread.svg", fan_svg(&years, 1, "variance of beliefs, 2006 = 1", &[])),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/real_pace");
    let folder = without.map_or(folder.clone(), |key| folder.join(format!("without_{key}")));
    let written = |problem: std::io::Error| format!("{}: {problem}", folder.display());
    std::fs::create_dir_all(&folder).map_err(written)?;
    for (name, text) in tables.iter().chain(&pictures) {
        std::fs::write(folder.join(name), text).map_err(written)?;
    }
    eprintln!("{:5} s  done", seconds());
    match mode {
        Mode::Keep => keep(&tables),
        Mode::Check => compare_with_kept(&tables),
        Mode::Full | Mode::Trial | Mode::Without(_) => Ok(()),
    }
}

fn print_posterior(calibration: &Calibration) {
    let Posterior { draws, effective_draws, distances: [nearest, middle] } = &calibration.posterior;
    println!(
        "posterior: {} draws, worth {effective_draws:.0}; nearest world {nearest:.2}, median of those that count {middle:.2} \
         standard errors from the facts (root mean square)",
        draws.len()
    );
    println!("{:28} {:>9} {:>9} {:>9}   prior", "parameter", "5 %", "50 %", "95 %");
    for (at, parameter) in RULE_PARAMETERS.iter().enumerate() {
        let values: Vec<f64> = calibration.draws.iter().map(|rules| rules.values[at]).collect();
        let [low, median, high] = quantiles(&values, [0.05, 0.5, 0.95]);
        let [least, most] = parameter.bounds;
        println!("{:28} {low:9.4} {median:9.4} {high:9.4}   {least} to {most}", parameter.what);
    }
}

/// Prior bounds, quantiles of the posterior, one parameter a row.
fn parameters_csv(calibration: &Calibration) -> String {
    let mut text = String::from("parameter,prior_low,prior_high,p5,p25,p50,p75,p95\n");
    for (at, parameter) in RULE_PARAMETERS.iter().enumerate() {
        let values: Vec<f64> = calibration.draws.iter().map(|rules| rules.values[at]).collect();
        let cells = quantiles(&values, FAN_LEVELS).map(|x| format!("{x:.5}"));
        let [low, high] = parameter.bounds;
        text.push_str(&format!("{},{low},{high},{}\n", parameter.key, cells.join(",")));
    }
    text
}

/// Draws of equal weight, one a row.
fn posterior_csv(calibration: &Calibration, count: usize) -> String {
    let keys: Vec<&str> = RULE_PARAMETERS.iter().map(|parameter| parameter.key).collect();
    let mut text = format!("{}\n", keys.join(","));
    for rules in thinned(&calibration.draws, count) {
        let cells: Vec<String> = rules.values.iter().map(|value| format!("{value:.5}")).collect();
        text.push_str(&format!("{}\n", cells.join(",")));
    }
    text
}

/// Folder of the tables that are kept.
fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn keep(tables: &[(&str, String)]) -> Result<(), String> {
    for (name, text) in tables {
        std::fs::write(kept().join(name), text).map_err(|problem| format!("{name}: {problem}"))?;
    }
    Ok(())
}

/// Compares tables with those that are kept.
fn compare_with_kept(tables: &[(&str, String)]) -> Result<(), String> {
    for (name, text) in tables {
        let before =
            std::fs::read_to_string(kept().join(name)).map_err(|problem| format!("{name}: {problem}"))?;
        if before != *text {
            return Err(format!("{name} is not what is kept in {}", kept().display()));
        }
        eprintln!("{name} is what is kept");
    }
    Ok(())
}
