//! Descriptions of agents in words.

use crate::protocol::{LabSaid, LabStand};
use crate::session::reference_population::ReferencePopulation;
use drift::linalg::Matrix;
use perplexity::item_bank::ITEM_COUNT;
use scenario::deterministic_answers;
use settings::{Setting, Start};

/// Number of beliefs described of somebody, where beliefs have no names.
const DESCRIBED: usize = 2;

/// People who stand for everybody, at most.
const SAMPLE: usize = 2_000;

/// What the first beliefs of a world are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The bank's items.
    Items,
    /// The essay's two axes.
    Axes,
    /// Nothing that has a name.
    Nothing,
}

impl About {
    pub(super) fn of(setting: &Setting) -> About {
        match (setting.start, setting.dims as usize) {
            (Start::Crowd, 2) => About::Axes,
            (Start::Crowd, dims) if dims >= ITEM_COUNT => About::Items,
            _ => About::Nothing,
        }
    }
}

/// Where beliefs are about items, the shortest sentence, as far as somebody `listens`; elsewhere, how somebody stands out
/// among the others of today.
pub(super) fn said_of(
    row: &[f32],
    beliefs: &Matrix,
    about: About,
    listens: Option<&ReferencePopulation>,
) -> Option<LabSaid> {
    if about == About::Items {
        let listener = listens?;
        let answers = deterministic_answers(listener.set(), row);
        return Some(LabSaid::Sentence(Box::new(listener.explain(&answers)?)));
    }
    Some(LabSaid::Stands(stands(row, beliefs)))
}

/// The beliefs on which `row` is furthest from the middle of the others, in standard deviations; furthest first.
///
/// Costs a few additions for each belief of [`SAMPLE`] people.
fn stands(row: &[f32], beliefs: &Matrix) -> Vec<LabStand> {
    let every = beliefs.row_count().div_ceil(SAMPLE).max(1);
    let (mut count, mut sums, mut squares) = (0.0f64, vec![0.0f64; row.len()], vec![0.0f64; row.len()]);
    for other in beliefs.rows().step_by(every) {
        count += 1.0;
        for ((sum, square), &x) in sums.iter_mut().zip(&mut squares).zip(other) {
            *sum += f64::from(x);
            *square += f64::from(x) * f64::from(x);
        }
    }
    let out = |belief: usize| {
        let middle = sums[belief] / count;
        let variance = (squares[belief] / count - middle * middle).max(1e-12);
        (f64::from(row[belief]) - middle).abs() / f64::sqrt(variance)
    };
    let mut order: Vec<(f64, usize)> = (0..row.len()).map(|belief| (out(belief), belief)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let stand = |&(_, belief): &(f64, usize)| {
        let (mut below, mut same) = (0.0f64, 0.0f64);
        for other in beliefs.rows().step_by(every) {
            below += f64::from(u8::from(other[belief] < row[belief]));
            same += f64::from(u8::from(other[belief] == row[belief]));
        }
        LabStand { belief: belief as u16, below: (100.0 * (below + 0.5 * same) / count) as u8 }
    };
    order.iter().take(DESCRIBED).map(stand).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlier_is_described_by_its_extreme_beliefs() {
        // A hundred people who differ on all three beliefs, and on the last a little only.
        let rows = (0..100).flat_map(|n| [n as f32 / 100.0, 1.0 - n as f32 / 100.0, 0.001 * n as f32]);
        let beliefs = Matrix::from_rows(3, rows.collect()).expect("whole rows");
        let described = stands(&[0.5, 0.105, 9.0], &beliefs);
        assert_eq!(described, [LabStand { belief: 2, below: 100 }, LabStand { belief: 1, below: 10 }]);
    }

    #[test]
    fn nobody_stands_out_among_equals() {
        let beliefs = Matrix::from_rows(2, vec![0.3; 20]).expect("whole rows");
        assert!(stands(&[0.3, 0.3], &beliefs).iter().all(|stand| stand.below == 50));
    }
}
