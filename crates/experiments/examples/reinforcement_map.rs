//! The feed turned up: where clusters form under attraction and reinforcement, and who becomes rare without moving.
//!
//!     cargo run --release --package experiments --example reinforcement_map [-- quick]

use std::env;
use std::error::Error;

use drift::{Params, TopicOverlap};
use experiments::sessions::year::{YearVisitor, personas, year};
use perplexity::likeness::Likeness;

/// Seed of the world.
const SEED: u64 = 29_573;

fn main() -> Result<(), Box<dyn Error>> {
    let likeness = Likeness::default();
    let people = personas(&likeness, include_str!("../../perplexity/data/personas.csv"));
    let (names, people): (Vec<&str>, Vec<YearVisitor>) = people.into_iter().unzip();
    let list: Vec<f32> =
        env::args().nth(1).unwrap_or_default().split(',').filter_map(|x| x.parse().ok()).collect();
    let _ = list;
    println!("names {names:?}");
    let mut rows = Vec::new();
    for line in std::io::stdin().lines() {
        let line = line?;
        let f: Vec<f32> = line.split_whitespace().filter_map(|x| x.parse().ok()).collect();
        if f.len() < 7 {
            continue;
        }
        rows.push(f);
    }
    for f in rows {
        let params = Params {
            reinforcement: f[0],
            controversialness: f[1],
            decay: f[2],
            convergence_rate: f[3],
            stubbornness: f[4],
            candidates_per_post: f[5] as u32,
            topic_overlap: if f[6] > 0.5 { TopicOverlap::Opinions } else { TopicOverlap::None },
            ..Params::default()
        };
        let days = year(&likeness, &params, SEED, &people, 4, &[0, 100, 200])?;
        print!("k {} a {} d {} mu {} l {} m {} o {}:", f[0], f[1], f[2], f[3], f[4], f[5], f[6]);
        for day in &days {
            let s = day.state;
            print!(
                " | d{} T{} L{:.2} U{:.2} v{:.2} pr{:.1} S{:.1}/{:.1}/{:.1}",
                day.day,
                s.clusters,
                s.largest,
                s.unclustered,
                s.variance,
                s.effective_dimensions,
                day.crowd_at(0.05),
                day.crowd_at(0.5),
                day.crowd_at(0.95)
            );
            for [drifting, unmoved] in &day.visitors {
                print!(" {drifting:.1}>{unmoved:.1}");
            }
        }
        println!();
    }
    Ok(())
}
