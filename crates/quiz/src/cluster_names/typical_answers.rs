//! Typical answers of a group, relative to the whole population.

use crate::questionnaire::{QuestionSet, Side};
use drift::linalg::Matrix;
use drift::rng::normal_cdf;
use perplexity::response_model::RELIABILITY;

/// Number of typical answers per group.
pub const TYPICAL: usize = 3;

/// Standard normal distribution function by linear interpolation in a table, within 4e-5. A survey of a world asks for it a
/// million times.
struct NormalTable(Vec<f64>);

impl NormalTable {
    /// Intervals per standard deviation.
    const DENSITY: f64 = 32.0;
    /// The table ends here on both sides, standard deviations.
    const END: f64 = 6.0;

    fn new() -> NormalTable {
        let knots = (2.0 * Self::END * Self::DENSITY) as u32;
        NormalTable((0..=knots).map(|knot| normal_cdf(f64::from(knot) / Self::DENSITY - Self::END)).collect())
    }

    fn cdf(&self, x: f64) -> f64 {
        let at = ((x + Self::END) * Self::DENSITY).clamp(0.0, (self.0.len() - 2) as f64);
        let below = at as usize;
        self.0[below] + (at - below as f64) * (self.0[below + 1] - self.0[below])
    }
}

/// Agents of a group, and for each item the sums of their probabilities of the lower and of the upper side.
#[derive(Clone)]
struct SideSums {
    people: f64,
    sides: Vec<[f64; 2]>,
}

impl SideSums {
    fn add(&mut self, probabilities: &[[f64; 2]]) {
        self.people += 1.0;
        for (sum, probability) in self.sides.iter_mut().zip(probabilities) {
            sum[0] += probability[0];
            sum[1] += probability[1];
        }
    }

    /// Share of the group that takes a side of the item at this place.
    fn share(&self, at: usize, upper: usize) -> f64 {
        self.sides[at][upper] / self.people.max(1.0)
    }
}

/// The [`TYPICAL`] most typical sides of each group on the items of `set`: those whose share in the group exceeds the share in the population
/// most. A side that a majority of the group takes counts double. Reverse-keyed items are left out.
///
/// * `opinions` – N × D opinions of the population; the first dimensions are the bank's items.
/// * `of` – the group of each agent, `0..groups`, or `None`.
///
/// Costs two look-ups in a table per agent and item.
///
/// # Panics
///
/// When `opinions` has fewer columns than the bank has items, `of` returns a group of `groups` or more, or `set` has
/// fewer than [`TYPICAL`] items that are not reverse-keyed.
pub fn typical(
    set: &QuestionSet,
    opinions: &Matrix,
    groups: usize,
    of: impl Fn(usize) -> Option<usize>,
) -> Vec<[Side; TYPICAL]> {
    let items = set.items();
    let asked: Vec<usize> = (0..set.len()).filter(|&q| !items[q].reverse_keyed).collect();
    let (normal, noise) = (NormalTable::new(), f64::sqrt(1.0 - RELIABILITY));
    let empty = SideSums { people: 0.0, sides: vec![[0.0; 2]; asked.len()] };
    let (mut everybody, mut each) = (empty.clone(), vec![empty; groups]);
    let mut probabilities = vec![[0.0; 2]; asked.len()];
    for (agent, row) in opinions.rows().enumerate() {
        for (probability, &q) in probabilities.iter_mut().zip(&asked) {
            let stable = f64::sqrt(RELIABILITY) * f64::from(row[items[q].bank]);
            let [_, lower, upper, _] = items[q].parameters().thresholds;
            *probability = [normal.cdf((lower - stable) / noise), normal.cdf((stable - upper) / noise)];
        }
        everybody.add(&probabilities);
        if let Some(group) = of(agent) {
            each[group].add(&probabilities);
        }
    }
    let of_group = |group: &SideSums| {
        let candidate = |at: usize, upper: usize| {
            let share = group.share(at, upper);
            let lead = share - everybody.share(at, upper);
            let worth = if share > 0.5 { 2.0 * lead } else { lead };
            (worth, Side { question: asked[at] as u8, upper: upper == 1 })
        };
        let mut sides: Vec<(f64, Side)> = (0..asked.len())
            .map(|at| {
                let [lower, upper] = [candidate(at, 0), candidate(at, 1)];
                if lower.0 > upper.0 { lower } else { upper }
            })
            .collect();
        sides.sort_by(|a, b| b.0.total_cmp(&a.0));
        core::array::from_fn(|nth| sides[nth].1)
    };
    each.iter().map(of_group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_2;
    use perplexity::item_bank::{ITEM_COUNT, item};

    #[test]
    fn the_table_is_the_distribution_function() {
        let normal = NormalTable::new();
        for n in -900..=900 {
            let x = f64::from(n) / 111.0;
            assert!((normal.cdf(x) - normal_cdf(x)).abs() < 4e-5, "{x}");
        }
    }

    #[test]
    fn what_sets_a_group_apart_is_typical_of_it() {
        // Two halves of a population that differ on a god and on guns only.
        let apart = [item("god"), item("guns")];
        let row = |n: usize| {
            let side = [1.2f32, -1.2][n % 2];
            (0..ITEM_COUNT).map(move |item| if apart.contains(&item) { side } else { 0.0 })
        };
        let opinions = Matrix::from_rows(ITEM_COUNT, (0..40).flat_map(row).collect()).expect("whole rows");
        let typical = typical(&SET_2, &opinions, 2, |n| Some(n % 2));
        for (group, sides) in typical.iter().enumerate() {
            for side in &sides[..2] {
                assert!(apart.contains(&SET_2.items()[usize::from(side.question)].bank), "{side:?}");
                assert_eq!(side.upper, group == 0, "{side:?}");
            }
        }
    }

    #[test]
    fn a_reverse_keyed_item_is_typical_of_nobody() {
        // All that the halves disagree about is asked twice.
        let twins: Vec<usize> =
            SET_2.items().iter().filter(|item| item.reverse_keyed).map(|item| item.bank).collect();
        let row = |n: usize| {
            let side = [1.2f32, -1.2][n % 2];
            let twins = &twins;
            (0..ITEM_COUNT).map(move |item| if twins.contains(&item) { side } else { 0.0 })
        };
        let opinions = Matrix::from_rows(ITEM_COUNT, (0..40).flat_map(row).collect()).expect("whole rows");
        for side in typical(&SET_2, &opinions, 2, |n| Some(n % 2)).iter().flatten() {
            assert!(usize::from(side.question) < ITEM_COUNT, "{side:?}");
        }
    }
}
