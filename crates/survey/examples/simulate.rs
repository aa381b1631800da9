//! Writer of a simulated table of answers, as a table to try the scorer on.
//!
//!     cargo run --release --package survey --example simulate -- people answers [seed] > answers.csv
//!
//! Every respondent answers that many items, chosen at random among the bank's.

use std::env;
use std::error::Error;

use perplexity::item_bank::ITEM_COUNT;
use survey::simulate_responses;

fn main() -> Result<(), Box<dyn Error>> {
    let numbers: Vec<usize> = env::args().skip(1).map(|n| n.parse()).collect::<Result<_, _>>()?;
    let (&[people, answers, ref seed @ ..], 2..=3) = (&numbers[..], numbers.len()) else {
        return Err("how many? simulate -- people answers [seed]".into());
    };
    let items: Vec<usize> = (0..ITEM_COUNT).collect();
    let seed = seed.first().map_or(0, |&seed| seed as u64);
    print!("{}", simulate_responses(seed, 0..people, &items, answers));
    Ok(())
}
