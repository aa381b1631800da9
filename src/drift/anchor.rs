//! How far does a person go, and how far do they come home?

use crate::belief::difference;
use crate::drift::posts::Eight;

/// A step along the day's pull d, then a step towards one's own first beliefs a (Friedkin and Johnsen 1990):
/// `x' = (1 − λ)(x + μ d) + λ a`.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// x, today's beliefs (D numbers).
    pub before: &'a [f32],
    /// a, the anchor (D numbers).
    pub home: &'a [f32],
    /// μ, 0 to 1.
    pub susceptibility: f32,
    /// λ, 0 to 1.
    pub anchor: f32,
}

impl Step<'_> {
    /// Writes x', tomorrow's beliefs, to `after`.
    ///
    /// * `pull` – d, the day's influence (D numbers).
    #[inline]
    pub fn settle(&self, after: &mut [f32], pull: &[f32]) {
        let n = after.len();
        let pull = &pull[..n];
        self.go(after, |i, _| pull[i]);
    }

    /// The same with the last posts still to be read: in the pass that reads them, for a row written and read once more
    /// is time, too.
    ///
    /// * `pull` – d so far; `None`: nought.
    #[inline]
    pub fn settle_reading(&self, after: &mut [f32], pull: Option<&[f32]>, (rows, weights): Eight) {
        let n = after.len();
        let rows = rows.map(|row| &row[..n]);
        let read = |i: usize, x: f32| difference(x, rows.map(|row| row[i]), weights);
        match pull.map(|pull| &pull[..n]) {
            // Not the same as without: the sum of −0 and 0 is 0.
            None => self.go(after, |i, x| 0.0 + read(i, x)),
            Some(pull) => self.go(after, |i, x| pull[i] + read(i, x)),
        }
    }

    /// `pull` gives d's number at a place, where x has the given one.
    #[inline(always)]
    fn go(&self, after: &mut [f32], pull: impl Fn(usize, f32) -> f32) {
        let n = after.len();
        let (before, home, keep) = (&self.before[..n], &self.home[..n], 1.0 - self.anchor);
        for i in 0..n {
            let x = before[i];
            after[i] = keep * (x + self.susceptibility * pull(i, x)) + self.anchor * home[i];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::belief::add_differences;

    #[test]
    fn posts_read_while_settling_move_as_those_read_before() {
        let row = |from: usize| (0..37).map(|at| ((from + at) * 37 % 19) as f32 - 9.1).collect::<Vec<f32>>();
        let rows: Vec<Vec<f32>> = (0..8).map(row).collect();
        let eight: Eight = (std::array::from_fn(|k| &rows[k][..]), std::array::from_fn(|k| 0.03 * k as f32));
        let (before, home) = (row(11), row(12));
        let step = Step { before: &before, home: &home, susceptibility: 0.3, anchor: 0.02 };
        for so_far in [vec![0.0; 37], row(13)] {
            let (mut apart, mut at_once, mut pull) = (vec![0.0; 37], vec![0.0; 37], so_far.clone());
            add_differences(&mut pull, &before, eight.0, eight.1);
            step.settle(&mut apart, &pull);
            let nought = so_far.iter().all(|&d| d == 0.0);
            step.settle_reading(&mut at_once, if nought { None } else { Some(&so_far) }, eight);
            assert_eq!(at_once, apart);
            assert!(apart.iter().zip(&before).all(|(x, old)| x != old));
        }
    }
}
