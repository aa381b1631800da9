//! Simulated response tables.

use core::ops::Range;

use drift::rng::StreamKey;
use perplexity::respondent::SimulatedRespondent;
use rand::seq::SliceRandom;

use super::domains;
use super::response_table::ResponseTable;

/// Responses of `people` of the population of `seed` to `answers` of these items of the bank, other ones for each respondent,
/// or to all items where there are not more. Items have the bank's five categories.
///
/// # Panics
/// If an item is not in the bank.
///
/// # Examples
///
/// ```
/// let table = survey::simulate_responses(1, 0..10, &[4, 1, 99], 2);
/// assert_eq!((table.items.len(), table.people.len()), (3, 10));
/// assert!(table.people.iter().all(|person| person.iter().flatten().count() == 2));
/// ```
pub fn simulate_responses(seed: u64, people: Range<usize>, items: &[usize], answers: usize) -> ResponseTable {
    let row = |number| {
        let responses = SimulatedRespondent::nth(seed, number).responses(0);
        let mut order: Vec<usize> = (0..items.len()).collect();
        order.shuffle(&mut StreamKey::new(seed, domains::ANSWERED_ITEMS).stream(number));
        let mut row = vec![None; items.len()];
        order.into_iter().take(answers).for_each(|column| row[column] = Some(responses[items[column]]));
        row
    };
    ResponseTable { items: items.to_vec(), people: people.map(row).collect() }
}
