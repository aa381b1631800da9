//! Names for the clusters of a population.

use serde::{Deserialize, Serialize};

use super::prototypes::{Prototype, PrototypeDirections};
use crate::questionnaire::{BANK, FACTORS, QuestionSet, RELIABILITY, Side, bank_models};
use drift::linalg::Matrix;
use drift::measure::Clusters;

/// Name of a cluster. The words for it are the page's ([`crate::explanation::called`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClusterName {
    /// The cluster's factor scores point the way of this prototype.
    Known(Prototype),
    /// No prototype fits: the two beliefs that distinguish the cluster most, as sides of the items of a set.
    Beliefs([Side; 2]),
}

/// Mean opinion of a cluster on each item of the bank, in standard deviations of step 0 from the mean of step 0.
pub type ClusterMeans = [f64; BANK.len()];

/// Mean opinions of each cluster, in the order of `clusters`.
///
/// * `opinions` – N × D, of the same population; the first dimensions are the bank's items. Items beyond D count as
///   zero.
pub fn cluster_means(clusters: &Clusters, opinions: &Matrix) -> Vec<ClusterMeans> {
    let mut means = vec![[0.0; BANK.len()]; clusters.count()];
    for (agent, row) in opinions.rows().enumerate() {
        if let Some(cluster) = clusters.cluster_of(agent) {
            let share = 1.0 / f64::from(clusters.sizes()[cluster]);
            means[cluster].iter_mut().zip(row).for_each(|(sum, &x)| *sum += share * f64::from(x));
        }
    }
    means
}

/// Least cosine between a cluster's factor scores and a prototype's direction for the name to fit.
const MIN_COSINE: f64 = 0.6;

/// Norm of the factor scores below which a cluster is named the middle, in standard deviations of a factor.
const MIDDLE_RADIUS: f64 = 0.5;

/// Names of all clusters of one population, in the order of `means`; all names differ. Beliefs are described by the items
/// of `set`.
///
/// The factor scores of a cluster are the least-squares fit to its mean opinions. Names are assigned greedily, best fit
/// first. Costs a few thousand multiplications a cluster.
pub fn name_clusters(set: &QuestionSet, means: &[ClusterMeans]) -> Vec<ClusterName> {
    let (estimator, directions) = (FactorEstimator::new(), PrototypeDirections::default());
    let mut fits: Vec<[f64; Prototype::ALL.len()]> =
        means.iter().map(|means| fits_of(&estimator.scores(means), &directions)).collect();
    let mut found: Vec<Option<ClusterName>> = vec![None; means.len()];
    loop {
        let mut best = (f64::NEG_INFINITY, None);
        for (cluster, fits) in fits.iter().enumerate() {
            for (at, &fit) in fits.iter().enumerate() {
                if fit >= MIN_COSINE && fit > best.0 {
                    best = (fit, Some((cluster, at)));
                }
            }
        }
        let (_, Some((cluster, at))) = best else { break };
        found[cluster] = Some(ClusterName::Known(Prototype::ALL[at]));
        // The cluster has a name, and the name is taken.
        fits[cluster] = [f64::NEG_INFINITY; Prototype::ALL.len()];
        fits.iter_mut().for_each(|fits| fits[at] = f64::NEG_INFINITY);
    }
    for (cluster, means) in means.iter().enumerate() {
        if found[cluster].is_none() {
            found[cluster] = name_by_beliefs(set, means, &found);
        }
    }
    found.into_iter().flatten().collect()
}

/// Fit of each prototype's name to factor scores: the cosine; below [`MIDDLE_RADIUS`], the middle only.
fn fits_of(scores: &[f64; FACTORS], directions: &PrototypeDirections) -> [f64; Prototype::ALL.len()] {
    let length = f64::sqrt(scores.iter().map(|f| f * f).sum());
    if length < MIDDLE_RADIUS {
        let mut fits = [f64::NEG_INFINITY; Prototype::ALL.len()];
        // Above every cosine, so that the middle is assigned first.
        fits[Prototype::Middle as usize] = 2.0 - length;
        return fits;
    }
    let cosine = |d: [f64; FACTORS]| d.iter().zip(scores).map(|(d, f)| d * f).sum::<f64>() / length;
    // The middle has no direction: its cosine is zero.
    directions.directions.map(cosine)
}

/// The two most distinguishing beliefs that do not name another cluster yet.
fn name_by_beliefs(
    set: &QuestionSet,
    means: &ClusterMeans,
    taken: &[Option<ClusterName>],
) -> Option<ClusterName> {
    let asked = set.items().iter().enumerate().filter(|(_, item)| !item.reverse_keyed);
    let mut left: Vec<(f64, Side)> = asked
        .map(|(q, item)| (means[item.bank], q))
        .map(|(x, q)| (x.abs(), Side { question: q as u8, upper: x > 0.0 }))
        .collect();
    let mut sides: Vec<Side> = Vec::new();
    while !left.is_empty() {
        let most = (0..left.len()).fold(0, |best, at| if left[at].0 > left[best].0 { at } else { best });
        let next = left.swap_remove(most).1;
        let pairs = sides.iter().map(|&side| ClusterName::Beliefs([side, next]));
        if let Some(name) = pairs.into_iter().find(|name| !taken.contains(&Some(*name))) {
            return Some(name);
        }
        sides.push(next);
    }
    None
}

/// Least-squares estimator of factor scores from opinions: the normal equations `(ΛᵀΛ) f = Λᵀ x`, Λ the loadings of
/// opinions of unit variance.
struct FactorEstimator {
    loadings: [[f64; FACTORS]; BANK.len()],
    /// The inverse of `ΛᵀΛ`.
    inverse: [[f64; FACTORS]; FACTORS],
}

impl FactorEstimator {
    fn new() -> FactorEstimator {
        let loadings = bank_models().map(|model| model.loadings.map(|l| l / f64::sqrt(RELIABILITY)));
        let mut left = [[0.0; FACTORS]; FACTORS];
        for row in &loadings {
            for (i, sums) in left.iter_mut().enumerate() {
                sums.iter_mut().zip(row).for_each(|(sum, l)| *sum += row[i] * l);
            }
        }
        FactorEstimator { loadings, inverse: inverse(left) }
    }

    fn scores(&self, means: &ClusterMeans) -> [f64; FACTORS] {
        let mut right = [0.0; FACTORS];
        for (row, x) in self.loadings.iter().zip(means) {
            right.iter_mut().zip(row).for_each(|(sum, l)| *sum += l * x);
        }
        self.inverse.map(|row| row.iter().zip(right).map(|(a, b)| a * b).sum())
    }
}

/// Inverse by Gauss–Jordan elimination without pivoting, for positive definite matrices.
fn inverse(mut left: [[f64; FACTORS]; FACTORS]) -> [[f64; FACTORS]; FACTORS] {
    let mut right = core::array::from_fn(|i| core::array::from_fn(|j| f64::from(u8::from(i == j))));
    for i in 0..FACTORS {
        let pivot = 1.0 / left[i][i];
        for rows in [&mut left, &mut right] {
            rows[i].iter_mut().for_each(|x| *x *= pivot);
        }
        for k in (0..FACTORS).filter(|&k| k != i) {
            let times: f64 = left[k][i];
            for rows in [&mut left, &mut right] {
                let from = rows[i];
                rows[k].iter_mut().zip(from).for_each(|(x, y)| *x -= times * y);
            }
        }
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_1;

    /// Opinions of a respondent with these factor scores and unique factors of zero.
    fn at(factors: [f64; FACTORS]) -> ClusterMeans {
        let estimator = FactorEstimator::new();
        estimator.loadings.map(|row| row.iter().zip(factors).map(|(l, f)| l * f).sum())
    }

    #[test]
    fn places_are_found_from_what_is_held() {
        let factors = [0.3, -1.2, 0.7, 0.0, 2.0, -0.4];
        for (found, exact) in FactorEstimator::new().scores(&at(factors)).iter().zip(factors) {
            assert!((found - exact).abs() < 1e-9);
        }
    }

    #[test]
    fn a_tribe_on_a_corner_has_its_name() {
        let directions = PrototypeDirections::default();
        for (direction, prototype) in directions.directions.iter().zip(Prototype::ALL).skip(1) {
            assert_eq!(
                name_clusters(&SET_1, &[at(direction.map(|d| 1.3 * d))]),
                [ClusterName::Known(prototype)]
            );
        }
        assert_eq!(name_clusters(&SET_1, &[at([0.1; FACTORS])]), [ClusterName::Known(Prototype::Middle)]);
    }

    #[test]
    fn names_differ_within_a_picture_and_a_tribe_like_none_is_described() {
        let corner = at(PrototypeDirections::default().directions[1].map(|d| 1.3 * d));
        let named = name_clusters(&SET_1, &[corner; 5]);
        let different: std::collections::HashSet<_> = named.iter().collect();
        assert_eq!((named.len(), different.len()), (5, 5));
        assert_eq!(named[0], ClusterName::Known(Prototype::TechOptimists));
        // Against drugs, for growth, without a god: no prototype.
        let [name] = name_clusters(&SET_1, &[at([-0.66, -0.77, 0.2, -0.58, 0.41, 0.77])])[..] else {
            panic!("one name a tribe")
        };
        let ClusterName::Beliefs(sides) = name else { panic!("{name:?}") };
        assert_eq!(sides.map(|side| (side.question, side.upper)), [(5, false), (2, false)]);
    }
}
