//! Typical answers of a group, relative to the whole population.

use crate::questionnaire::{QuestionSet, RELIABILITY, Side};
use drift::linalg::Matrix;
use drift::rng::normal_cdf;

/// Number of typical answers per group.
pub const TYPICAL: usize = 3;

/// The [`TYPICAL`] most typical sides of each group on the items of `set`: those whose share in the group exceeds the share in the population
/// most. A side that a majority of the group takes counts double. Reverse-keyed items are left out.
///
/// * `beliefs` – N × D opinions of the population; the first dimensions are the bank's items.
/// * `of` – the group of each agent, `0..groups`, or `None`.
///
/// Costs two normal integrals per agent and item.
///
/// # Panics
///
/// When `beliefs` has fewer columns than the bank has items, `of` returns a group of `groups` or more, or `set` has
/// fewer than [`TYPICAL`] items that are not reverse-keyed.
pub fn typical(
    set: &'static QuestionSet,
    beliefs: &Matrix,
    groups: usize,
    of: impl Fn(usize) -> Option<usize>,
) -> Vec<[Side; TYPICAL]> {
    let (items, models) = (set.items(), set.models());
    let asked: Vec<usize> = (0..set.len()).filter(|&q| !items[q].reverse_keyed).collect();
    let noise = f64::sqrt(1.0 - RELIABILITY);
    let empty = (0.0f64, vec![[0.0f64; 2]; asked.len()]);
    let (mut everybody, mut each) = (empty.clone(), vec![empty; groups]);
    for (person, row) in beliefs.rows().enumerate() {
        let chances = asked.iter().map(|&q| {
            let belief = f64::sqrt(RELIABILITY) * f64::from(row[items[q].bank]);
            let [_, lower, upper, _] = models[q].thresholds;
            [normal_cdf((lower - belief) / noise), normal_cdf((belief - upper) / noise)]
        });
        let chances: Vec<[f64; 2]> = chances.collect();
        for sums in [Some(&mut everybody), of(person).map(|group| &mut each[group])].into_iter().flatten() {
            sums.0 += 1.0;
            for (sum, chance) in sums.1.iter_mut().zip(&chances) {
                sum[0] += chance[0];
                sum[1] += chance[1];
            }
        }
    }
    let share =
        |(people, sums): &(f64, Vec<[f64; 2]>), at: usize, upper: usize| sums[at][upper] / people.max(1.0);
    let of_group = |group: &(f64, Vec<[f64; 2]>)| {
        let candidate = |at: usize, upper: usize| {
            let share_here = share(group, at, upper);
            let lead = share_here - share(&everybody, at, upper);
            let worth = if share_here > 0.5 { 2.0 * lead } else { lead };
            (worth, Side { question: asked[at] as u8, upper: upper == 1 })
        };
        let mut sides: Vec<(f64, Side)> = (0..asked.len())
            .map(|at| {
                let [lower, upper] = [candidate(at, 0), candidate(at, 1)];
                if lower.0 > upper.0 { lower } else { upper }
            })
            .collect();
        sides.sort_by(|a, b| b.0.total_cmp(&a.0));
        [0, 1, 2].map(|nth| sides[nth].1)
    };
    each.iter().map(of_group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{BANK, SET_1, bank};

    #[test]
    fn what_sets_a_group_apart_is_typical_of_it() {
        // Two halves of a population that differ on a god and on guns only.
        let apart = [bank("god"), bank("guns")];
        let row = |n: usize| {
            let side = [1.2f32, -1.2][n % 2];
            (0..BANK.len()).map(move |item| if apart.contains(&item) { side } else { 0.0 })
        };
        let beliefs = Matrix::from_rows(BANK.len(), (0..40).flat_map(row).collect()).expect("whole rows");
        let typical = typical(&SET_1, &beliefs, 2, |n| Some(n % 2));
        for (group, sides) in typical.iter().enumerate() {
            for side in &sides[..2] {
                assert!(apart.contains(&SET_1.items()[usize::from(side.question)].bank), "{side:?}");
                assert_eq!(side.upper, group == 0, "{side:?}");
            }
        }
    }
}
