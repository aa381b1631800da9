//! A year on the feed: visitors who drift with it, the same visitors unmoved, and the crowd.
//!
//!     cargo run --release --package experiments --example year [-- selves]
//!
//! 200 visitors from the truly outermost tenth and 200 of all kinds answer 48 items each and enter the world of the year as some
//! `selves` (4 by default). Prints their surprisal in that day's crowd, in bits, and then four made-up people. Writes the
//! figures to `target/sessions/year.csv`; `how.html` quotes the copy in `crates/site/data/`.

use std::env;
use std::error::Error;
use std::path::Path;

use experiments::sessions::table::FigureTable;
use experiments::sessions::year::{DIMS, YearVisitor, personas, visitors, year};
use perplexity::likeness::Likeness;
use settings::turned_up;

/// Seed of the world.
const SEED: u64 = 29_573;

/// Visitors of each kind.
const VISITORS: usize = 200;

const DAYS: [u32; 9] = [0, 7, 14, 28, 56, 91, 182, 273, 365];

fn main() -> Result<(), Box<dyn Error>> {
    let selves = env::args().nth(1).map_or(Ok(4), |n| n.parse())?;
    let likeness = Likeness::default();
    let mut all = visitors(&likeness, 77, VISITORS, 0.9..1.1);
    all.extend(visitors(&likeness, 78, VISITORS, 0.0..1.1));
    let days = year(&likeness, &turned_up(), SEED, &all, selves, &DAYS)?;
    println!(
        "surprisal in bits, in a world of {DIMS} dimensions; {VISITORS} visitors of each kind as {selves} selves"
    );
    println!("       crowd            outermost tenth, median   all kinds, median    outermost unmoved");
    println!("  day     5   50   95 %   drifting  unmoved       drifting  unmoved   above the crowd's 95 %");
    let mut table = FigureTable::default();
    let (outermost, others) = (0..VISITORS, VISITORS..2 * VISITORS);
    for day in &days {
        let [drifting, unmoved] = day.visitors_at(0.5, outermost.clone());
        let [other_drifting, other_unmoved] = day.visitors_at(0.5, others.clone());
        let top = day.crowd_at(0.95);
        let above = day.visitors[outermost.clone()].iter().filter(|[_, unmoved]| *unmoved > top).count();
        println!(
            "{:5} {:5.2} {:4.2} {top:5.2} {drifting:10.2} {unmoved:8.2} {other_drifting:14.2} {other_unmoved:8.2} {:12.0} %",
            day.day,
            day.crowd_at(0.05),
            day.crowd_at(0.5),
            100.0 * above as f64 / VISITORS as f64
        );
        for (figure, value) in [
            ("crowd: 5 %", day.crowd_at(0.05)),
            ("crowd: median", day.crowd_at(0.5)),
            ("crowd: 95 %", top),
            ("outermost tenth: drifting", drifting),
            ("outermost tenth: unmoved", unmoved),
            ("outermost tenth: unmoved above the crowd", above as f64 / VISITORS as f64),
            ("all kinds: drifting", other_drifting),
            ("all kinds: unmoved", other_unmoved),
        ] {
            table.add("year", figure, f64::from(day.day), value);
        }
    }
    println!(
        "\nheadline less the year's number on day 0: median {:+.2} bits",
        offset(&all, &days[0].visitors)
    );
    let people = personas(&likeness, include_str!("../../perplexity/data/personas.csv"));
    let (names, people): (Vec<&str>, Vec<YearVisitor>) = people.into_iter().unzip();
    let days = year(&likeness, &turned_up(), SEED, &people, 3 * selves, &[0, 365])?;
    println!("\none in N people is like them, the headline; after a year drifting, and unmoved");
    for (at, name) in names.iter().enumerate() {
        // What a linear map cannot read is the same on all days.
        let offset = people[at].headline - days[0].visitors[at][1];
        let [drifting, unmoved] = days[1].visitors[at].map(|bits| libm::exp2(bits + offset));
        println!("{name:>10} {:6.0} {drifting:6.0} {unmoved:6.0}", libm::exp2(people[at].headline));
    }
    table.save(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/sessions/year.csv"))?;
    Ok(())
}

/// Median difference between the headline and the surprisal on day 0, bits.
fn offset(visitors: &[YearVisitor], day: &[[f64; 2]]) -> f64 {
    let mut apart: Vec<f64> =
        visitors.iter().zip(day).map(|(v, [drifting, _])| v.headline - drifting).collect();
    apart.sort_unstable_by(f64::total_cmp);
    apart[apart.len() / 2]
}
