//! Factor scores of some people, and how likely each prototype is for them, as columns.

use crate::cluster_names::{Prototype, PrototypeDirections};
use perplexity::item_bank::FACTORS;

/// Rows are filled up to a multiple of this, so that loops over a column have no remainder.
pub(super) const LANES: usize = 16;

/// Columns over some people: respondents of the population, or draws of a posterior. A column has [`People::rows`] entries;
/// those beyond [`People::count`] are zeros.
#[derive(Clone)]
pub(super) struct People {
    count: usize,
    /// A column per factor.
    factors: Vec<f32>,
    /// A column per prototype: its probability for each person.
    belonging: Vec<f32>,
}

impl People {
    /// Columns of people with these factor scores. Costs some 30 exponential functions a person.
    pub(super) fn new(directions: &PrototypeDirections, scores: &[[f64; FACTORS]]) -> People {
        let rows = rows_for(scores.len());
        let mut factors = vec![0.0; FACTORS * rows];
        let mut belonging = vec![0.0; Prototype::ALL.len() * rows];
        for (n, scores) in scores.iter().enumerate() {
            for (column, &score) in factors.chunks_exact_mut(rows).zip(scores) {
                column[n] = score as f32;
            }
            for (column, chance) in belonging.chunks_exact_mut(rows).zip(directions.belonging(scores)) {
                column[n] = chance as f32;
            }
        }
        People { count: scores.len(), factors, belonging }
    }

    /// The first `count` of these people, or all where there are fewer.
    pub(super) fn first(&self, count: usize) -> People {
        let count = count.min(self.count);
        let rows = rows_for(count);
        let shorten = |columns: &[f32]| -> Vec<f32> {
            let entry = |column: &[f32], n: usize| if n < count { column[n] } else { 0.0 };
            columns.chunks_exact(self.rows()).flat_map(|c| (0..rows).map(move |n| entry(c, n))).collect()
        };
        People { count, factors: shorten(&self.factors), belonging: shorten(&self.belonging) }
    }

    /// Number of people.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Number of entries of a column, a multiple of [`LANES`].
    pub(super) fn rows(&self) -> usize {
        rows_for(self.count)
    }

    /// Probability of a prototype for each person.
    pub(super) fn belonging(&self, prototype: Prototype) -> &[f32] {
        let rows = self.rows();
        &self.belonging[prototype as usize * rows..][..rows]
    }

    /// Writes the common part Λf of the latent response for each person.
    pub(super) fn write_common_parts(&self, loadings: &[f64; FACTORS], parts: &mut [f32]) {
        parts.fill(0.0);
        for (column, &loading) in self.factors.chunks_exact(self.rows()).zip(loadings) {
            let loading = loading as f32;
            parts.iter_mut().zip(column).for_each(|(part, score)| *part += loading * score);
        }
    }
}

/// Rows of the columns of `count` people.
fn rows_for(count: usize) -> usize {
    count.next_multiple_of(LANES).max(LANES)
}
