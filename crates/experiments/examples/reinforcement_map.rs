//! The feed turned up: a map of strength, controversialness and decay, and who becomes rare without moving.
//!
//!     cargo run --release --package experiments --example reinforcement_map
//!
//! Worlds of the year's size, one a row, after 200 days: clusters, the largest of them, variance relative to day 0,
//! participation ratio, the median of the crowd's surprisal, and that of four made-up people, drifting and unmoved. `turned_up`
//! in `settings` is one of the rows. Two minutes on two cores.

use std::error::Error;

use drift::{Params, TopicOverlap};
use experiments::sessions::year::{YearVisitor, personas, year};
use perplexity::likeness::Likeness;
use settings::turned_up;

/// Seed of the world: that of the page.
const SEED: u64 = 29_573;
/// Plausible selves of each of the made-up people.
const SELVES: usize = 12;
const DAYS: [u32; 2] = [0, 200];

const STRENGTHS: [f32; 4] = [0.0, 0.04, 0.08, 0.12];
const CONTROVERSIALNESS: [f32; 2] = [1.0, 2.0];
const DECAYS: [f32; 3] = [0.01, 0.02, 0.04];

fn main() -> Result<(), Box<dyn Error>> {
    let likeness = Likeness::default();
    let people = personas(&likeness, include_str!("../../perplexity/data/personas.csv"));
    let (names, people): (Vec<&str>, Vec<YearVisitor>) = people.into_iter().unzip();
    println!(
        "                  clusters  largest  variance  dimensions  crowd   drifting, unmoved: {names:?}"
    );
    let row = |name: &str, params: &Params| -> Result<(), Box<dyn Error>> {
        let days = year(&likeness, params, SEED, &people, SELVES, &DAYS)?;
        let (first, last) = (&days[0], &days[1]);
        print!(
            "{name:18}{:8} {:7.0} % {:9.2} {:11.1} {:6.1}  ",
            last.state.clusters,
            100.0 * last.state.largest,
            last.state.variance / first.state.variance,
            last.state.effective_dimensions,
            last.crowd_at(0.5)
        );
        for ([drifting, unmoved], [_, before]) in last.visitors.iter().zip(&first.visitors) {
            print!(" {drifting:4.1}, {before:4.1} to {unmoved:4.1};");
        }
        println!();
        Ok(())
    };
    for strength in STRENGTHS {
        for controversialness in CONTROVERSIALNESS {
            for decay in DECAYS {
                let params = Params { reinforcement: strength, controversialness, decay, ..turned_up() };
                row(&format!("{strength} {controversialness} {decay}"), &params)?;
            }
        }
    }
    let full = turned_up();
    row("turned up", &full)?;
    row("topics overlap", &Params { topic_overlap: TopicOverlap::Opinions, ..full.clone() })?;
    row("anchor .05", &Params { stubbornness: 0.05, ..full.clone() })?;
    row("best of 8", &Params { candidates_per_post: 8, ..full.clone() })?;
    row("best of 128", &Params { candidates_per_post: 128, ..full })?;
    Ok(())
}
