//! Outsiders: how much of their excess surprisal the outermost people keep between two interviews.
//!
//! People are chosen by one interview and followed between two others, so that the errors of the choice are in neither.

use super::panel_waves::PanelWave;

/// Excess of the chosen people's mean surprisal over everybody's, bits, at two interviews.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Excess {
    /// At the earlier one in the order of the comparison.
    pub before: f64,
    /// At the later one.
    pub after: f64,
}

impl Excess {
    /// Share of the excess that is kept.
    pub fn kept(self) -> f64 {
        self.after / self.before
    }

    /// Change, bits.
    pub fn change(self) -> f64 {
        self.after - self.before
    }
}

/// The `share` of people with the largest values.
pub fn outermost(values: &[f64], share: f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]).then(a.cmp(&b)));
    order.truncate((share * values.len() as f64) as usize);
    order
}

/// Excess of the outermost `share` by the values `chosen`, at two interviews.
pub fn excess(chosen: &[f64], before: &[f64], after: &[f64], share: f64) -> Excess {
    let outermost = outermost(chosen, share);
    let of = |values: &[f64]| {
        let everyone = values.iter().sum::<f64>() / values.len() as f64;
        outermost.iter().map(|&n| values[n]).sum::<f64>() / outermost.len() as f64 - everyone
    };
    Excess { before: of(before), after: of(after) }
}

/// Excess kept from `first` to `second` by the outermost `share`, chosen at `first` on one half of the questions and followed
/// in the other; both assignments of the halves together.
pub fn split_kept(first: &PanelWave, second: &PanelWave, share: f64) -> f64 {
    let [a, b] = [(0, 1), (1, 0)].map(|(choose, follow)| {
        let followed = |wave: &PanelWave| wave.halves[follow].surprisals.clone();
        excess(&first.halves[choose].surprisals, &followed(first), &followed(second), share)
    });
    (a.after + b.after) / (a.before + b.before)
}

/// Growth from `first` to `second` of the share beyond the 90th percentile of `first`.
pub fn net_outward(first: &[f64], second: &[f64]) -> f64 {
    let count = outermost(first, 0.1).len();
    let limit = outermost(first, 0.1).iter().map(|&n| first[n]).fold(f64::INFINITY, f64::min);
    let beyond = second.iter().filter(|&&s| s >= limit).count();
    (beyond as f64 - count as f64) / first.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excess_is_that_of_the_chosen_over_everybody() {
        let before = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 19.0];
        let after = before.map(|s| 1.0 + 0.5 * s);
        let found = excess(&before, &before, &after, 0.2);
        assert_eq!(found, Excess { before: 8.0, after: 4.0 });
        assert_eq!((found.kept(), found.change()), (0.5, -4.0));
    }

    #[test]
    fn a_crowd_that_widens_moves_beyond_its_old_limit() {
        let first: Vec<f64> = (0..100).map(f64::from).collect();
        let second: Vec<f64> = first.iter().map(|s| 1.1 * s).collect();
        assert!((net_outward(&first, &second) - 0.08).abs() < 1e-12);
        assert_eq!(net_outward(&first, &first), 0.0);
    }
}
