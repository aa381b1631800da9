//! Anchor step: the move along the sum of influences, then back towards the agent's first opinion.

use crate::agent::Traits;
use crate::influence::batch::Batch8;
use crate::influence::declaration::{Influence, WorldSize};
use crate::linalg::reduce::weighted_difference;
use crate::params::Params;

/// The pull of an agent's anchor, its opinion at step 0: stubbornness λ (Friedkin and Johnsen, *Journal of Mathematical
/// Sociology* 15, 1990).
pub(crate) struct Anchor;

impl Influence for Anchor {
    const AVERAGES_ROWS: bool = true;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, traits: &Traits) -> bool {
        traits.stubbornness.unwrap_or(params.stubbornness) != 0.0
    }

    fn cost(_: &Params, _: &WorldSize) -> u64 {
        // Part of the update, which every agent pays.
        0
    }
}

/// The update of a row, `x' = (1 − λ)(x + μ d) + λ a`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnchorStep<'a> {
    /// x, the row at this step (D or r numbers).
    pub(crate) before: &'a [f32],
    /// a, the anchor's row.
    pub(crate) anchor: &'a [f32],
    /// μ, 0 to 1.
    pub(crate) convergence_rate: f32,
    /// λ, 0 to 1.
    pub(crate) stubbornness: f32,
}

impl AnchorStep<'_> {
    /// Writes x' to `after`.
    ///
    /// * `pull` – d, the sum of influences, as long as x.
    #[inline]
    pub(crate) fn apply(&self, after: &mut [f32], pull: &[f32]) {
        let n = after.len();
        let pull = &pull[..n];
        self.write(after, |i, _| pull[i]);
    }

    /// Writes x' to `after`, adding the last batch of posts to d in the same pass: it saves writing and reading d once.
    ///
    /// * `pull` – d without the batch; `None` stands for zero.
    #[inline]
    pub(crate) fn apply_with_batch(&self, after: &mut [f32], pull: Option<&[f32]>, (rows, weights): Batch8) {
        let n = after.len();
        let rows = rows.map(|row| &row[..n]);
        let batch = |i: usize, x: f32| weighted_difference(x, rows.map(|row| row[i]), weights);
        match pull.map(|pull| &pull[..n]) {
            // The sum with zero matters to the bit: −0 + 0 is 0.
            None => self.write(after, |i, x| 0.0 + batch(i, x)),
            Some(pull) => self.write(after, |i, x| pull[i] + batch(i, x)),
        }
    }

    /// Writes x'; `pull` gives d at an index, where x has the given value.
    #[inline(always)]
    fn write(&self, after: &mut [f32], pull: impl Fn(usize, f32) -> f32) {
        let n = after.len();
        let (before, anchor, keep) = (&self.before[..n], &self.anchor[..n], 1.0 - self.stubbornness);
        for i in 0..n {
            let x = before[i];
            after[i] = keep * (x + self.convergence_rate * pull(i, x)) + self.stubbornness * anchor[i];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linalg::reduce::add_weighted_differences;

    #[test]
    fn fusing_the_last_batch_changes_no_bit() {
        let row = |from: usize| (0..37).map(|at| ((from + at) * 37 % 19) as f32 - 9.1).collect::<Vec<f32>>();
        let rows: Vec<Vec<f32>> = (0..8).map(row).collect();
        let batch: Batch8 = (std::array::from_fn(|k| &rows[k][..]), std::array::from_fn(|k| 0.03 * k as f32));
        let (before, anchor) = (row(11), row(12));
        let step = AnchorStep { before: &before, anchor: &anchor, convergence_rate: 0.3, stubbornness: 0.02 };
        for so_far in [vec![0.0; 37], row(13)] {
            let (mut separate, mut fused, mut pull) = (vec![0.0; 37], vec![0.0; 37], so_far.clone());
            add_weighted_differences(&mut pull, &before, batch.0, batch.1);
            step.apply(&mut separate, &pull);
            let zero = so_far.iter().all(|&d| d == 0.0);
            step.apply_with_batch(&mut fused, if zero { None } else { Some(&so_far) }, batch);
            assert_eq!(fused, separate);
            assert!(separate.iter().zip(&before).all(|(x, old)| x != old));
        }
    }
}
