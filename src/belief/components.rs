//! Along which directions do people differ most?

use crate::belief::centre::write_mean;
use crate::belief::eigen::Symmetric;
use crate::belief::lanes::{add_rows, dot};
use crate::belief::orthonormal::{orthonormalise, point_upwards};
use crate::belief::{Beliefs, Projection};
use crate::chance::{Chance, Purpose, normal};

/// People looked at, evenly spaced: more of them would not change the leading directions visibly.
const SAMPLE: usize = 2_000;

/// Directions followed beyond those asked for; they make the wanted ones converge (Halko et al., section 4.2).
const SPARE: usize = 8;

/// Rounds from random directions, and from directions that were right some days ago.
const ROUNDS: usize = 6;
const REFIT_ROUNDS: usize = 2;

/// Principal components: the mean and the `r` orthonormal directions with the most variance.
///
/// Randomised subspace iteration with a Rayleigh–Ritz step (Halko, Martinsson and Tropp, *SIAM Review* 53,
/// 2011), from start vectors that are always the same, so the answer depends on the beliefs alone. Each axis
/// points to where its largest coordinate is positive. Axes beyond the rank of the beliefs are nought.
///
/// Looks at no more than 2 000 people, evenly spaced, and costs about `12 · 2 000 · D · (r + 8)`
/// multiply-adds: a fifth of a second for 2 048 dimensions and eight axes.
pub fn principal_components(beliefs: &Beliefs, r: usize) -> Projection {
    let mut fitting = Fitting::fresh(beliefs, r);
    while fitting.advance(beliefs) {}
    fitting.finish(beliefs)
}

/// The search for principal components, round by round: with many dimensions a round takes some 30 ms, and who waits
/// may want to stop. Its room is kept from one search to the next, so that only the first takes memory.
#[derive(Clone, Debug, Default)]
pub struct Fitting {
    /// Axes wanted.
    r: usize,
    /// Rounds that are left.
    rounds: usize,
    /// The average person, D numbers.
    mean: Vec<f32>,
    /// Directions that are followed, D numbers each, and what becomes of them in a round.
    axes: Vec<f32>,
    image: Vec<f32>,
    /// Eight centred rows, and their products with every axis.
    batch: Vec<f32>,
    shares: Vec<[f32; 8]>,
    /// Sums over everybody.
    sums: Vec<f64>,
    /// Covariance inside the span of the axes.
    inner: Symmetric,
    /// The leading directions.
    turned: Vec<f32>,
}

impl Fitting {
    /// A search for `r` components from random directions.
    pub fn fresh(beliefs: &Beliefs, r: usize) -> Fitting {
        let mut fitting = Fitting::default();
        let dims = beliefs.dims();
        fitting.add_random_axes((r + SPARE).min(dims), dims);
        fitting.begin(beliefs, r.min(dims), ROUNDS);
        fitting
    }

    /// Begins a search for the components of beliefs that have moved a little since `before` was fitted: two rounds
    /// from its axes, a third of the cost.
    pub fn again(&mut self, beliefs: &Beliefs, before: &Projection) {
        let (dims, r) = (beliefs.dims(), before.width());
        self.axes.clear();
        self.axes.extend_from_slice(before.rows());
        self.add_random_axes(SPARE.min(dims - r), dims);
        self.begin(beliefs, r, REFIT_ROUNDS);
    }

    fn begin(&mut self, beliefs: &Beliefs, r: usize, rounds: usize) {
        (self.r, self.rounds) = (r, rounds);
        self.mean.resize(beliefs.dims(), 0.0);
        write_mean(beliefs, &mut self.sums, &mut self.mean);
        orthonormalise(&mut self.axes, beliefs.dims());
    }

    /// One round of `axes ← orthonormal(axes · C)`, if one is left. Whether it was not the last.
    pub fn advance(&mut self, beliefs: &Beliefs) -> bool {
        if self.rounds == 0 {
            return false;
        }
        let Fitting { mean, axes, image, batch, shares, .. } = self;
        let dims = beliefs.dims();
        image.clear();
        image.resize(axes.len(), 0.0);
        Sample::of(beliefs, mean).each_batch(batch, |rows| {
            write_shares(shares, rows, axes, dims);
            let rows: [&[f32]; 8] = std::array::from_fn(|b| &rows[b * dims..][..dims]);
            for (sum, &weights) in image.chunks_exact_mut(dims).zip(shares.iter()) {
                add_rows(sum, rows, weights);
            }
        });
        core::mem::swap(axes, image);
        orthonormalise(axes, dims);
        self.rounds -= 1;
        self.rounds > 0
    }

    /// The leading directions inside the span of the axes found.
    pub fn finish(&mut self, beliefs: &Beliefs) -> Projection {
        let share = self.lead(beliefs);
        Projection::new(self.mean.clone(), self.turned.clone(), share)
    }

    /// The same, written over `found`, which has as many axes; each keeps the direction it has in `before`.
    pub fn finish_into(&mut self, beliefs: &Beliefs, before: &Projection, found: &mut Projection) {
        let share = self.lead(beliefs);
        found.replace(&self.mean, &mut self.turned, share, before);
    }

    fn add_random_axes(&mut self, count: usize, dims: usize) {
        let chance = Chance::new(0, Purpose::Directions);
        for at in 0..count {
            let mut stream = chance.of(at);
            self.axes.extend(std::iter::repeat_with(|| normal(&mut stream) as f32).take(dims));
        }
    }

    /// `turned` ← the leading directions inside the span of the axes. Returns the share of the variance they keep.
    fn lead(&mut self, beliefs: &Beliefs) -> f64 {
        let Fitting { r, mean, axes, batch, shares, inner, turned, .. } = self;
        let (r, dims) = (*r, beliefs.dims());
        let sample = Sample::of(beliefs, mean);
        let width = axes.len() / dims;
        inner.clear(width);
        let mut total = 0.0f64;
        sample.each_batch(batch, |rows| {
            write_shares(shares, rows, axes, dims);
            for b in 0..8 {
                let row = &rows[b * dims..][..dims];
                total += f64::from(dot(row, row));
                for i in 0..width {
                    for j in 0..width {
                        inner.a[i][j] += f64::from(shares[i][b]) * f64::from(shares[j][b]);
                    }
                }
            }
        });
        inner.diagonalise();
        turned.clear();
        turned.resize(r * dims, 0.0);
        for (k, axis) in turned.chunks_exact_mut(dims).enumerate() {
            for (weight, old) in inner.vector(k).zip(axes.chunks_exact(dims)) {
                axis.iter_mut().zip(old).for_each(|(sum, x)| *sum += weight as f32 * x);
            }
        }
        orthonormalise(turned, dims);
        turned.chunks_exact_mut(dims).for_each(point_upwards);
        let kept = (0..r).map(|k| inner.value(k)).sum::<f64>();
        if total > 0.0 { (kept / total).clamp(0.0, 1.0) } else { 1.0 }
    }
}

/// Products of eight rows with every axis: one array of eight an axis.
fn write_shares(shares: &mut Vec<[f32; 8]>, rows: &[f32], axes: &[f32], dims: usize) {
    let product = |axis| std::array::from_fn(|b| dot(&rows[b * dims..][..dims], axis));
    shares.clear();
    shares.extend(axes.chunks_exact(dims).map(product));
}

/// Evenly spaced people, and the mean of everybody.
struct Sample<'a> {
    beliefs: &'a Beliefs,
    mean: &'a [f32],
    people: usize,
}

impl<'a> Sample<'a> {
    fn of(beliefs: &'a Beliefs, mean: &'a [f32]) -> Self {
        Sample { beliefs, mean, people: beliefs.people().min(SAMPLE) }
    }

    /// Hands out the sampled rows less the mean, eight at a time; the last batch is filled up with noughts.
    fn each_batch(&self, batch: &mut Vec<f32>, mut visit: impl FnMut(&[f32])) {
        let dims = self.beliefs.dims();
        batch.resize(8 * dims, 0.0);
        for first in (0..self.people).step_by(8) {
            for (b, centred) in batch.chunks_exact_mut(dims).enumerate() {
                if first + b >= self.people {
                    centred.fill(0.0);
                    continue;
                }
                let row = self.beliefs.row((first + b) * self.beliefs.people() / self.people);
                for ((out, x), m) in centred.iter_mut().zip(row).zip(self.mean) {
                    *out = x - m;
                }
            }
            visit(batch);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People with standard deviation `spread[d]` along dimension d, turned by 45° in the first two.
    fn crowd(people: usize, dims: usize, spread: impl Fn(usize) -> f32) -> Beliefs {
        let mut beliefs = Beliefs::zeros(people, dims).expect("a small matrix fits");
        for person in 0..people {
            let mut stream = Chance::new(5, Purpose::Factors).of(person);
            let row = beliefs.row_mut(person);
            for (d, x) in row.iter_mut().enumerate() {
                *x = spread(d) * normal(&mut stream) as f32;
            }
            (row[0], row[1]) = (0.6 * row[0] - 0.8 * row[1] + 3.0, 0.8 * row[0] + 0.6 * row[1]);
        }
        beliefs
    }

    #[test]
    fn leading_directions_are_found_in_order() {
        let beliefs = crowd(3_000, 200, |d| if d < 3 { [9.0, 6.0, 4.0][d] } else { 0.5 });
        let found = principal_components(&beliefs, 3);
        let axes = found.axes();
        assert!((axes[0][0] - 0.6).abs() < 0.03 && (axes[0][1] - 0.8).abs() < 0.03, "{:?}", &axes[0][..3]);
        assert!((axes[1][0].abs() - 0.8).abs() < 0.04, "{:?}", &axes[1][..3]);
        assert!(axes[2][2] > 0.99);
        assert!((found.mean()[0] - 3.0).abs() < 0.5);
        let share = f64::from(81 + 36 + 16) / (133.0 + 197.0 * 0.25);
        assert!((found.share() - share).abs() < 0.02, "{} {share}", found.share());
    }

    #[test]
    fn axes_are_orthonormal_even_when_beliefs_are_flat() {
        for (dims, spread) in [(40, 1.0), (300, 1.0), (12, 0.0)] {
            // With no spread but in two dimensions the rank is two: the other axes are nought.
            let beliefs = crowd(500, dims, |d| if d < 2 { 2.0 } else { spread });
            let found = principal_components(&beliefs, 8);
            for (i, a) in found.axes().iter().enumerate() {
                for (j, b) in found.axes().iter().enumerate() {
                    let expected = f32::from(i == j && (spread > 0.0 || i < 2));
                    assert!((dot(a, b) - expected).abs() < 1e-5, "{dims} {i} {j}: {}", dot(a, b));
                }
            }
        }
    }

    #[test]
    fn a_refit_of_unmoved_beliefs_changes_nothing_visible() {
        let beliefs = crowd(1_000, 64, |d| 4.0 / (1.0 + d as f32));
        let before = principal_components(&beliefs, 4);
        let (mut fitting, mut after) = (Fitting::default(), before.clone());
        fitting.again(&beliefs, &before);
        while fitting.advance(&beliefs) {}
        fitting.finish_into(&beliefs, &before, &mut after);
        for (a, b) in before.axes().iter().zip(after.axes()) {
            assert!(dot(a, b) > 0.9999, "{}", dot(a, b));
        }
    }
}
