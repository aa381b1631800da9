//! Calibration report of the result page's numbers, measured on simulated people.
//!
//!     cargo run --release --package experiments --example calibration [-- people]
//!
//! Prints every figure, and writes plots (SVG) and their numbers (CSV) to `target/calibration/`. `how.html` plots and quotes
//! the CSV file in `crates/site/data/`; copy a new one there after a change, and keep the lines on the ideal predictor, a
//! comparison that this report no longer makes. Everything is measured on the quiz's own population, with people who are
//! neither in the predictor nor in the norm sample; 2 000 of them take about two minutes. A test of this crate checks the
//! same figures on fewer people.

mod pictures;

use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use experiments::calibration::forecasts::{self, ForecastOutcome};
use experiments::calibration::merit::{self, Merit, Merits};
use experiments::calibration::statistics::{self, error, mean};
use experiments::calibration::{Quiz, Visitors, coherence, interval};
use pictures::{Axes, PlotLine, draw};
use plotters::style::RGBColor;

const INK: RGBColor = RGBColor(30, 30, 40);
const GREY: RGBColor = RGBColor(150, 150, 150);

fn main() -> Result<(), Box<dyn Error>> {
    let people = env::args().nth(1).map_or(Ok(2_000), |n| n.parse())?;
    let root = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = root.join("calibration");
    fs::create_dir_all(&folder)?;
    let quiz = Quiz::of_set_1();
    let visitors = Visitors::new(&quiz, people);
    let mut numbers = "figure,line,x,y\n".to_owned();
    let mut show = |name: &str, axes: &Axes, lines: &[PlotLine]| {
        for line in lines {
            for (x, y) in &line.points {
                let _ = writeln!(numbers, "{name},{},{x:.5},{y:.5}", line.name);
            }
        }
        draw(&folder.join(format!("{name}.svg")), axes, lines)
    };

    let mut measured = Measured::new();
    let outcomes = forecasts::outcomes(&quiz, &visitors.answers[..people.min(1_000)]);
    log_score(&outcomes, &mut measured, &mut show)?;
    forecast_quality(&outcomes, &mut measured, &mut show)?;
    let merits = merit::merits(&quiz, &visitors, people);
    print_merits(&merits);
    let [median, twentieth, hundredth] = merits.perplexity;
    measured.extend([
        ("perplexity, median", median),
        ("perplexity, one in twenty above", twentieth),
        ("perplexity, one in a hundred above", hundredth),
        ("second answers, correlation", merits.identity.retest),
        ("finds the outermost by factors", merits.identity.finds_by_factors),
        ("finds the outermost by beliefs", merits.identity.finds_by_beliefs),
        ("loudness, correlation", merits.identity.style),
        ("random clickers, mean place", 100.0 * merits.identity.random),
        ("percentiles, p", merits.uniform[1]),
    ]);
    let [bits, p] = merit::early_look(&quiz, &visitors);
    println!("a look at 12: correlation with all 24 answers {bits:.2}; uniform: p = {p:.2}");
    measured.push(("twelve answers, correlation", bits));
    let shares = statistics::sorted(merit::shares(&quiz, &visitors));
    let rank = |at: usize| (at as f64 + 0.5) / shares.len() as f64;
    let curve = shares.iter().enumerate().map(|(at, &share)| (share, rank(at))).collect();
    let axes = Axes {
        title: "are percentiles uniform?",
        across: "share of simulated people nearer to everyone",
        up: "share of visitors",
        x: [0.0, 1.0],
        y: [0.0, 1.0],
    };
    let diagonal =
        || PlotLine { name: "uniform", points: vec![(0.0, 0.0), (1.0, 1.0)], ink: GREY, dots: false };
    show(
        "percentiles",
        &axes,
        &[diagonal(), PlotLine { name: "visitors", points: curve, ink: INK, dots: false }],
    )?;

    let found = coherence::coherence(&quiz, &visitors);
    println!(
        "\ncoherence, flagged as nobody's: {:.1} % of honest visitors (bar 5), {:.1} % of the truly outermost tenth (bar 10),",
        100.0 * found.honest,
        100.0 * found.outermost
    );
    println!(
        "  {:.1} % of random clickers (bar 50); area under the curve {:.3}, likelihood-ratio optimum {:.3}",
        100.0 * found.random,
        found.areas[0],
        found.areas[1]
    );
    for at in [1, 3, 9] {
        let [honest, verdict, best] = found.curve[at];
        println!(
            "  with {:.1} % of the honest flagged: {:.1} % of random clickers; optimum {:.1} %",
            100.0 * honest,
            100.0 * verdict,
            100.0 * best
        );
    }
    let line = |name, at: usize, ink| PlotLine {
        name,
        points: found.curve.iter().map(|c| (c[0], c[at])).collect(),
        ink,
        dots: false,
    };
    let axes = Axes {
        title: "clicks told from answers",
        across: "honest visitors flagged",
        up: "random clickers flagged",
        x: [0.0, 0.5],
        y: [0.0, 1.0],
    };
    show("coherence", &axes, &[line("likelihood-ratio optimum", 2, GREY), line("verdict", 1, INK)])?;

    let [within, below, above, width] = interval::coverage(&quiz, &visitors, people.min(400));
    println!(
        "\nranges: {:.1} % of second answers fall within (nominal 66.7), {:.1} % below, {:.1} % above; mean width {width:.0} of 100",
        100.0 * within,
        100.0 * below,
        100.0 * above
    );
    measured.extend([
        ("honest flagged, %", 100.0 * found.honest),
        ("random clickers flagged, %", 100.0 * found.random),
        ("ranges hold, %", 100.0 * within),
        ("visitors", people as f64),
    ]);
    for (name, value) in measured {
        let _ = writeln!(numbers, "measured,\"{name}\",0,{value:.5}");
    }
    fs::write(folder.join("calibration.csv"), numbers)?;
    println!("\npictures and their numbers: {}", folder.display());
    Ok(())
}

/// Figures by name, written to the CSV file with the plots' numbers.
type Measured = Vec<(&'static str, f64)>;

/// Function that draws a plot and writes its numbers.
type Show<'a> = dyn FnMut(&str, &Axes, &[PlotLine]) -> Result<(), Box<dyn Error>> + 'a;

fn log_score(
    outcomes: &[ForecastOutcome],
    measured: &mut Measured,
    show: &mut Show,
) -> Result<(), Box<dyn Error>> {
    let rows = forecasts::by_seen(outcomes);
    println!("bits an answer, by answers seen (random order)\n");
    println!("seen  shares    quiz  expected  likeliest %");
    for row in &rows {
        println!(
            "{:4} {:7.3} {:7.3} {:9.3} {:12.1}",
            row.seen,
            row.share_bits,
            row.bits,
            row.expected_bits,
            100.0 * row.likeliest
        );
    }
    let all = |value: &dyn Fn(&ForecastOutcome) -> f64| outcomes.iter().map(value).collect::<Vec<f64>>();
    let (bits, shares) = (all(&ForecastOutcome::bits), all(&|o| o.share_bits));
    let over: Vec<f64> = bits.iter().zip(all(&ForecastOutcome::expected_bits)).map(|(b, e)| b - e).collect();
    println!(
        "\nover all: {:.3} bits, {:.3} by shares; {:+.4} ± {:.4} against its own expectation",
        mean(&bits),
        mean(&shares),
        mean(&over),
        error(&over)
    );
    let sides: Vec<f64> =
        outcomes.iter().filter_map(ForecastOutcome::sides).map(|right| f64::from(u8::from(right))).collect();
    println!("the likelier side is right {:.1} % of the time", 100.0 * mean(&sides));
    measured.extend([
        ("bits an answer", mean(&bits)),
        ("bits an answer by shares", mean(&shares)),
        ("likelier side right, %", 100.0 * mean(&sides)),
    ]);
    let of_rows =
        |value: fn(&forecasts::Row) -> f64| rows.iter().map(|row| (row.seen as f64, value(row))).collect();
    let lines = [
        PlotLine { name: "shares alone", points: of_rows(|row| row.share_bits), ink: GREY, dots: false },
        PlotLine { name: "quiz", points: of_rows(|row| row.bits), ink: INK, dots: false },
    ];
    let axes =
        Axes { title: "bits an answer", across: "answers seen", up: "bits", x: [0.0, 23.0], y: [1.9, 2.25] };
    show("log_score", &axes, &lines)
}

fn forecast_quality(
    outcomes: &[ForecastOutcome],
    measured: &mut Measured,
    show: &mut Show,
) -> Result<(), Box<dyn Error>> {
    let bins = forecasts::reliability(outcomes, 20);
    let all: f64 = bins.iter().map(|bin| bin[2]).sum();
    let off = bins.iter().map(|[p, came, n]| n / all * (p - came).abs()).sum::<f64>();
    measured.push(("forecasts off, points of a hundred", 100.0 * off));
    println!("\nreliability: forecasts are off by {:.2} points of a hundred on average", 100.0 * off);
    let diagonal = PlotLine { name: "as said", points: vec![(0.0, 0.0), (1.0, 1.0)], ink: GREY, dots: false };
    let dots = PlotLine {
        name: "came true",
        points: bins.iter().map(|bin| (bin[0], bin[1])).collect(),
        ink: INK,
        dots: true,
    };
    let axes = Axes {
        title: "does what is forecast happen as often?",
        across: "forecast",
        up: "came true",
        x: [0.0, 1.0],
        y: [0.0, 1.0],
    };
    show("reliability", &axes, &[diagonal, dots])?;
    let bins = forecasts::histogram(outcomes.iter().map(|o| o.transform));
    println!(
        "probability integral transform, ten bins: {}",
        bins.map(|share| format!("{share:.3}")).join(" ")
    );
    let steps = bins
        .iter()
        .enumerate()
        .flat_map(|(at, &share)| [(at as f64 / 10.0, share), ((at + 1) as f64 / 10.0, share)]);
    let flat = PlotLine { name: "flat", points: vec![(0.0, 0.1), (1.0, 0.1)], ink: GREY, dots: false };
    let axes = Axes {
        title: "randomised probability integral transform",
        across: "transform",
        up: "share",
        x: [0.0, 1.0],
        y: [0.0, 0.2],
    };
    show(
        "transform",
        &axes,
        &[flat, PlotLine { name: "answers", points: steps.collect(), ink: INK, dots: false }],
    )
}

fn print_merits(merits: &Merits) {
    println!("\n                  retest  finds the outermost tenth   |style|   random clickers");
    println!("                    r     by factors   by beliefs       r     mean %   above 95 %");
    let line = |name: &str, m: &Merit| {
        println!(
            "{name:16} {:6.3} {:11.3} {:12.3} {:10.3} {:8.1} {:9.1}",
            m.retest,
            m.finds_by_factors,
            m.finds_by_beliefs,
            m.style,
            100.0 * m.random,
            100.0 * m.random_on_top
        );
    };
    line("identity bits I", &merits.identity);
    line("divergence", &merits.divergence);
    line("all bits", &merits.total);
    let [median, twentieth, hundredth] = merits.perplexity;
    println!(
        "perplexity 2^I: median {median:.1}, one in twenty above {twentieth:.0}, one in a hundred above {hundredth:.0}"
    );
    let [apart, p] = merits.uniform;
    println!("percentiles against the uniform law: Kolmogorov–Smirnov {apart:.4}, p = {p:.2}");
}
