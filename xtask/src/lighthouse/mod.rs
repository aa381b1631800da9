//! Lighthouse: what it measures of the page on a simulated phone.

mod report;

use std::fs;
use std::process::{Command, Stdio};
use std::time::SystemTime;

use xtask::chromium;
use xtask::static_host::StaticHost;

use self::report::{Said, median, read, shortcomings};
use crate::build::build;
use crate::project::{self, dist, root};
use crate::step::{BuildStep, Failure, shown};
use crate::{test, tools};

const LIGHTHOUSE: BuildStep = BuildStep::new(
    "lighthouse",
    "mend what is named above; `cargo xtask serve` and the browser's own tools show it",
);

/// A page, and how to know that it has arrived.
#[derive(Default)]
struct Place {
    name: &'static str,
    address: String,
    /// A button on the way, if there is one.
    press: &'static str,
    selector: &'static str,
    /// What an earlier visit has left in the storage.
    kept: String,
}

/// The screens of the page, by their links.
fn places(home: &str) -> Vec<Place> {
    let place = |name, fragment: &str, selector| Place {
        name,
        address: format!("{home}{fragment}"),
        selector,
        ..Place::default()
    };
    let until = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs()) + 3600;
    // Somebody who has got to the seventh question.
    let answers = "gadgets:1,television:2,beyond:3,rules:-";
    let kept = format!("v2 set=2 until={until} seed=1 goal=24 stage=4 guess=5 answers={answers}");
    let (press, result) = ("[data-action=just-look]", "[data-screen=result] [data-value=surprisal]");
    vec![
        place("landing", "", "[data-screen=landing] .figure-box.alive"),
        place("guess", "#quiz", "[data-screen=guess]"),
        Place { kept, ..place("quiz", "#quiz", "[data-screen=quiz]") },
        place("friend's link", FRIEND, press),
        Place { press, ..place("result", FRIEND, result) },
        place("postcard", POSTCARD, "[data-screen=result] [data-value=perplexity]"),
        place("how", "how.html", "[data-screen=how]"),
    ]
}

/// Somebody's result.
const FRIEND: &str = "#r2.08AA28AA0G1C0A930A4M010000RN06KZA8R5XTAA";

/// Somebody's numbers: what people send unless they choose to send more.
const POSTCARD: &str = "#u2.04QT6BG71G033019G0W0B";

/// Holds every screen to full marks in accessibility, best practices and search.
///
/// # Errors
/// When a screen has less, does not come up, or Lighthouse cannot be had.
pub(crate) fn audit() -> Result<(), Failure> {
    build()?;
    let host = host(&dist())?;
    let places = places(&host.address());
    let said = measure("audits", &places)?;
    let names: Vec<&str> = places.iter().map(|place| place.name).collect();
    let found = shortcomings(&said, &names);
    if found.is_empty() {
        println!("full marks for {}", names.join(", "));
        return Ok(());
    }
    println!("{}", found.join("\n"));
    Err(LIGHTHOUSE.failure(format!("{} shortcomings", found.len())))
}

/// Rounds of measuring speed.
const ROUNDS: usize = 5;

/// What is measured of speed: its name there, its name here, and what it is counted in.
const SPEED: [(&str, &str, f64); 4] = [
    ("performance", "performance, of 100", 1.0),
    ("largest-contentful-paint", "largest contentful paint, s", 1000.0),
    ("cumulative-layout-shift", "cumulative layout shift", 1.0),
    ("total-blocking-time", "total blocking time, ms", 1.0),
];

/// The screens that somebody may arrive at, and the result: their speed is measured.
const ARRIVALS: [&str; 5] = ["landing", "guess", "friend's link", "postcard", "result"];

/// Prints how fast the screens of [`ARRIVALS`] are, beside a page that only says hello: medians of [`ROUNDS`], taken in
/// turns. Machines that others use, too, are noisy, so these numbers gate nothing.
///
/// # Errors
/// When the page cannot be built or measured.
pub(crate) fn speed() -> Result<(), Failure> {
    build()?;
    let folder = project::target("hello");
    let page = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=width=device-width>\
                <title>hello</title><h1>hello, world</h1>";
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("index.html"), page))
        .map_err(|error| LIGHTHOUSE.failure(error))?;
    let (hello, ours) = (host(&folder)?, host(&dist())?);
    let mut pages = places(&ours.address());
    pages.retain(|place| ARRIVALS.contains(&place.name));
    pages.push(Place { name: "hello", address: hello.address(), selector: "h1", ..Place::default() });
    let mut said = Vec::new();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        said.extend(measure("speed", &pages)?);
    }
    println!("{}", pages.iter().map(|page| format!("{:>14}", page.name)).collect::<String>());
    for (what, name, unit) in SPEED {
        let number = |page: &Place| {
            let median = median(&said, page.name, what);
            median.ok_or_else(|| LIGHTHOUSE.failure(format!("{what} of {} was not measured", page.name)))
        };
        let row: Result<Vec<f64>, Failure> = pages.iter().map(number).collect();
        let row = row?.into_iter().map(|number| format!("{:>14.2}", number / unit)).collect::<String>();
        println!("{row}  {name}");
    }
    Ok(())
}

/// Serves a folder the way GitHub Pages would, packed.
fn host(folder: &std::path::Path) -> Result<StaticHost, Failure> {
    StaticHost::start(folder, "/", 0).map(StaticHost::packing).map_err(|error| LIGHTHOUSE.failure(error))
}

/// What Lighthouse says of these places.
fn measure(kind: &str, places: &[Place]) -> Result<Vec<Said>, Failure> {
    test::chromium_ready()?;
    let modules = tools::lighthouse()?;
    let chromium = chromium::browser().ok_or_else(|| LIGHTHOUSE.failure("chromium is missing"))?;
    let mut node = Command::new("node");
    node.arg(root().join("xtask/src/lighthouse/measure.mjs")).arg(modules).arg(chromium).arg(kind);
    for Place { name, address, press, selector, kept } in places {
        node.args([name, address.as_str(), press, selector, kept]);
    }
    let output = node.stderr(Stdio::inherit()).output().map_err(|error| LIGHTHOUSE.failure(error))?;
    if !output.status.success() {
        return Err(LIGHTHOUSE.failure(format!("`{}` ended with {}", shown(&node), output.status)));
    }
    Ok(read(&String::from_utf8_lossy(&output.stdout)))
}
