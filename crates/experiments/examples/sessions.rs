//! Calibration report of the perplexity: simulated respondents, each in two sittings.
//!
//!     cargo run --release --package experiments --example sessions [-- people]
//!
//! Prints, for 12, 24, 36 and 48 answers, how well the score finds what is true of the respondents, with items targeted and in
//! a fixed order, and with respondents whom the model gets slightly wrong; then the bits an answer costs. 2 000 people (the
//! default) take about five minutes on two cores.

use std::env;
use std::error::Error;

use experiments::sessions::forecast::bits;
use experiments::sessions::merit::{SessionMerit, cases};
use experiments::sessions::sitting::{Asking, LENGTHS};
use experiments::sessions::truth::Truth;
use perplexity::likeness::Likeness;

/// Seed of the respondents.
const SEED: u64 = 20_241;

fn main() -> Result<(), Box<dyn Error>> {
    let people = env::args().nth(1).map_or(Ok(2_000), |n| n.parse())?;
    let likeness = Likeness::default();
    let runs = [
        ("items targeted", Truth::AS_MODELLED, Asking::Targeted),
        ("items in a fixed order", Truth::AS_MODELLED, Asking::Fixed),
        ("loadings off by .05, style spread .35 for .25", Truth::MISSPECIFIED, Asking::Targeted),
    ];
    for (name, truth, asking) in runs {
        println!("\n{name}; {people} people");
        println!(
            "       retest      with truth         outermost  width of the range        |style| clickers      honest  one in \
             (5, 50, 95, 99 %)     posterior"
        );
        println!(
            "answers place  S    place  S    model  AUC   off  all  >80  <20  holds           place flagged flagged"
        );
        let cases = cases(&likeness, SEED, people, truth, asking);
        (0..LENGTHS.len()).for_each(|at| print(&SessionMerit::of(&cases, at)));
    }
    println!("\nbits an answer, {} people, items targeted; gain against the shares", people.min(1_000));
    println!("   seen  shares predicted expected  gain");
    let rows = bits(&likeness, SEED, people.min(1_000), 48, Asking::Targeted);
    for (from, chunk) in rows.chunks(6).enumerate() {
        let n = chunk.len() as f64;
        let mean = |value: fn(&experiments::sessions::forecast::Bits) -> f64| {
            chunk.iter().map(value).sum::<f64>() / n
        };
        let (shares, predicted) = (mean(|b| b.shares), mean(|b| b.predicted));
        println!(
            "{:3}-{:2} {shares:8.3} {predicted:8.3} {:8.3} {:6.3}",
            6 * from,
            6 * from + 5,
            mean(|b| b.expected),
            shares - predicted
        );
    }
    Ok(())
}

fn print(m: &SessionMerit) {
    let [low, median, high, highest] = m.perplexity;
    println!(
        "{:5}   {:.3} {:.3}  {:.3} {:.3} {:.3}  {:.3} {:.3} {:4.1} {:4.1} {:4.1} {:5.1} %   {:.3}   {:4.1}  {:5.1} %  {:4.2} %  \
         {low:.0} {median:.0} {high:.0} {highest:.0}   KS p {:.2}",
        m.answers,
        m.retest[0],
        m.retest[1],
        m.truth[0],
        m.truth[1],
        m.truth_by_model,
        m.outermost,
        m.outermost_off,
        m.width[0],
        m.width[1],
        m.width[2],
        100.0 * m.held,
        m.style,
        100.0 * m.clickers[0],
        100.0 * m.clickers[1],
        100.0 * m.honest_flagged,
        m.uniform[1],
    );
}
