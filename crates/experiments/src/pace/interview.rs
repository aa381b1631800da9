//! Interview: responses of the agents of a world to the questions of the bank, with response errors and moods.
//!
//! The latent response of an agent with opinion x is `√(rel (1 − m)) x + √m λᵀg + e`: its opinion, what the factors add that
//! day (g is a standard normal deviate for each agent, factor and interview), and an error that makes the variance 1. Without
//! moods (m = 0) an agent who has not moved answers as a [`SimulatedRespondent`] does on another occasion. The response style
//! is the respondent's and does not change.

use crate::domains;
use drift::linalg::Matrix;
use drift::rng::{StreamKey, bounded_u32, normal};
use perplexity::item_bank::{FACTORS, ITEM_COUNT, ITEMS};
use perplexity::respondent::SimulatedRespondent;
use perplexity::response_model::{RELIABILITY, stretch};
use rand::Rng;

/// Questions that a person answers at all interviews: the median of the real panels.
pub const QUESTIONS: usize = 49;

/// Moods m: share of the variance of factor scores between people on one day that is not there at the next interview. In the
/// panels, scores on disjoint questions correlate .8936 over four years, but only as much as .9715² = .9438 if what is
/// there at one interview only is taken out (Heise 1969): 1 − .8936/.9438.
pub const MOODS: f64 = 0.0532;

/// Categories that a person chooses for all items of the bank.
pub type Categories = [u8; ITEM_COUNT];

/// Responses of all agents, whose first dimensions are the items of the bank, at interview `wave`. `seed` is that of the
/// respondents at step 0.
pub fn interview(opinions: &Matrix, seed: u64, wave: u32) -> Vec<Categories> {
    let [errors, moods] = [domains::PANEL_ERRORS, domains::PANEL_MOODS]
        .map(|domain| StreamKey::new(seed, domain).at_step(wave));
    let stable = f64::sqrt(RELIABILITY * (1.0 - MOODS));
    let error = ITEMS.each_ref().map(|item| {
        let unique = RELIABILITY - item.communality();
        f64::sqrt(1.0 - RELIABILITY + MOODS * unique)
    });
    let of_agent = |(n, row): (usize, &[f32])| {
        let stretch = stretch(SimulatedRespondent::nth(seed, n).parameters[FACTORS]);
        let mut stream = errors.stream(n);
        let mut mood = moods.stream(n);
        let mood: [f64; FACTORS] = core::array::from_fn(|_| f64::sqrt(MOODS) * normal(&mut mood));
        core::array::from_fn(|at| {
            let item = &ITEMS[at];
            let latent = stable * f64::from(row[at]) + item.shared(&mood) + error[at] * normal(&mut stream);
            item.category(latent, stretch) as u8
        })
    };
    opinions.rows().enumerate().map(of_agent).collect()
}

/// The questions of one person, the same at all interviews.
#[derive(Clone, Debug)]
pub struct AskedQuestions {
    /// All of them, ascending.
    pub all: Vec<u8>,
    /// Two disjoint halves, ascending.
    pub halves: [Vec<u8>; 2],
}

impl AskedQuestions {
    /// A random selection of [`QUESTIONS`] items for person `n`.
    pub fn of_person(seed: u64, n: usize) -> AskedQuestions {
        let mut stream = StreamKey::new(seed, domains::PANEL_QUESTIONS).stream(n);
        let mut order: [u8; ITEM_COUNT] = core::array::from_fn(|item| item as u8);
        for at in 0..QUESTIONS {
            let other = at + bounded_u32((ITEM_COUNT - at) as u32, stream.next_u32()) as usize;
            order.swap(at, other);
        }
        let ascending = |items: &[u8]| {
            let mut items = items.to_vec();
            items.sort_unstable();
            items
        };
        let (first, second) = order[..QUESTIONS].split_at(QUESTIONS / 2);
        AskedQuestions { all: ascending(&order[..QUESTIONS]), halves: [ascending(first), ascending(second)] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_disjoint_and_people_get_different_questions() {
        let asked = AskedQuestions::of_person(3, 7);
        let mut joined = asked.halves.concat();
        joined.sort_unstable();
        assert_eq!(joined, asked.all);
        assert!(asked.all.len() == QUESTIONS && asked.all.windows(2).all(|pair| pair[0] < pair[1]));
        assert_ne!(AskedQuestions::of_person(3, 8).all, asked.all);
    }
}
