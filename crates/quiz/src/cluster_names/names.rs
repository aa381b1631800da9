//! Names for the clusters of a population.

use serde::{Deserialize, Serialize};

use super::prototypes::{Prototype, PrototypeDirections};
use crate::questionnaire::{QuestionSet, Side};
use drift::linalg::Matrix;
use drift::measure::Clusters;
use perplexity::item_bank::{FACTORS, ITEM_COUNT, ITEMS};
use perplexity::response_model::RELIABILITY;
use perplexity::symmetric::{Cholesky, Square};

/// Name of a cluster. The words for it are the page's ([`super::called`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClusterName {
    /// The cluster's factor scores point the way of this prototype.
    Known(Prototype),
    /// No prototype fits: the two beliefs that distinguish the cluster most, as sides of the items of a set.
    Beliefs([Side; 2]),
}

/// Mean opinion of a cluster on each item of the bank, in standard deviations of step 0 from the mean of step 0.
pub type ClusterMeans = [f64; ITEM_COUNT];

/// Mean opinions of each cluster, in the order of `clusters`.
///
/// * `opinions` – N × D, of the same population; the first dimensions are the bank's items. Items beyond D count as
///   zero.
pub fn cluster_means(clusters: &Clusters, opinions: &Matrix) -> Vec<ClusterMeans> {
    let mut means = vec![[0.0; ITEM_COUNT]; clusters.count()];
    for (agent, row) in opinions.rows().enumerate() {
        if let Some(cluster) = clusters.cluster_of(agent) {
            let share = 1.0 / f64::from(clusters.sizes()[cluster]);
            means[cluster].iter_mut().zip(row).for_each(|(sum, &x)| *sum += share * f64::from(x));
        }
    }
    means
}

/// Least cosine between a cluster's factor scores and a prototype's direction for the name to fit. A random direction in
/// eight dimensions has this cosine or more with 1.3 of the prototypes on average.
const MIN_COSINE: f64 = 0.55;

/// Norm of the factor scores below which a cluster is named the middle, in standard deviations of a factor.
const MIDDLE_RADIUS: f64 = 0.5;

/// Names of all clusters of one population, in the order of `means`; all names differ. Beliefs are described by the items
/// of `set`, without the reverse-keyed ones.
///
/// The factor scores of a cluster are the least-squares fit to its mean opinions. Names are assigned greedily, best fit
/// first. Costs a few thousand multiplications a cluster.
///
/// # Panics
///
/// When `set` has too few items for so many different names: n items have n(n − 1)/2.
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
            found[cluster] = Some(name_by_beliefs(set, means, &found));
        }
    }
    found.into_iter().flatten().collect()
}

/// Fit of each prototype's name to factor scores: the cosine; below [`MIDDLE_RADIUS`], the middle only.
fn fits_of(scores: &[f64; FACTORS], directions: &PrototypeDirections) -> [f64; Prototype::ALL.len()] {
    let length = f64::sqrt(scores.iter().fold(0.0, |sum, f| sum + f * f));
    if length < MIDDLE_RADIUS {
        let mut fits = [f64::NEG_INFINITY; Prototype::ALL.len()];
        // Above every cosine, so that the middle is assigned first.
        fits[Prototype::Middle as usize] = 2.0 - length;
        return fits;
    }
    let cosine = |d: [f64; FACTORS]| d.iter().zip(scores).fold(0.0, |sum, (d, f)| sum + d * f) / length;
    // The middle has no direction: its cosine is zero.
    directions.directions.map(cosine)
}

/// The two most distinguishing beliefs that do not name another cluster yet.
fn name_by_beliefs(set: &QuestionSet, means: &ClusterMeans, taken: &[Option<ClusterName>]) -> ClusterName {
    let asked = set.items().iter().enumerate().filter(|(_, item)| !item.reverse_keyed);
    let mut ranked: Vec<(f64, Side)> = asked
        .map(|(q, item)| (means[item.bank], q))
        .map(|(x, q)| (x.abs(), Side { question: q as u8, upper: x > 0.0 }))
        .collect();
    // A stable sort: among equals the item that comes first.
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    (1..ranked.len())
        .flat_map(|second| (0..second).map(move |first| [first, second]))
        .map(|pair| ClusterName::Beliefs(pair.map(|rank| ranked[rank].1)))
        .find(|name| !taken.contains(&Some(*name)))
        .expect("a set has more pairs of items than a population has clusters")
}

/// Least-squares estimator of factor scores from opinions: the normal equations `(ΛᵀΛ) f = Λᵀ x`, Λ the loadings of
/// opinions of unit variance.
struct FactorEstimator {
    normal_equations: Cholesky<FACTORS>,
}

/// Loading of an opinion of unit variance, where the latent response has `loading`.
fn of_opinion(loading: f64) -> f64 {
    loading / f64::sqrt(RELIABILITY)
}

impl FactorEstimator {
    fn new() -> FactorEstimator {
        let mut left: Square<FACTORS> = [[0.0; FACTORS]; FACTORS];
        for item in &ITEMS {
            let loadings = item.loadings.map(of_opinion);
            for (row, a) in left.iter_mut().zip(loadings) {
                row.iter_mut().zip(loadings).for_each(|(sum, b)| *sum += a * b);
            }
        }
        let normal_equations = Cholesky::of(&left).expect("the items load on all factors");
        FactorEstimator { normal_equations }
    }

    fn scores(&self, means: &ClusterMeans) -> [f64; FACTORS] {
        let mut right = [0.0; FACTORS];
        for (item, x) in ITEMS.iter().zip(means) {
            right.iter_mut().zip(item.loadings).for_each(|(sum, l)| *sum += of_opinion(l) * x);
        }
        self.normal_equations.solve(right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_2;
    use perplexity::item_bank::item;
    use perplexity::respondent::SimulatedRespondent;

    /// Opinions of a respondent with these factor scores and unique factors of zero.
    fn at(factors: [f64; FACTORS]) -> ClusterMeans {
        core::array::from_fn(|n| {
            ITEMS[n].loadings.iter().zip(factors).fold(0.0, |sum, (l, f)| sum + of_opinion(*l) * f)
        })
    }

    #[test]
    fn factor_scores_are_found_from_the_opinions_they_give() {
        let factors = [0.3, -1.2, 0.7, 0.0, 2.0, -0.4, 1.1, -0.9];
        for (found, exact) in FactorEstimator::new().scores(&at(factors)).iter().zip(factors) {
            assert!((found - exact).abs() < 1e-9);
        }
    }

    #[test]
    fn a_cluster_in_the_direction_of_a_prototype_has_its_name() {
        let directions = PrototypeDirections::default();
        for (direction, prototype) in directions.directions.iter().zip(Prototype::ALL).skip(1) {
            assert_eq!(
                name_clusters(&SET_2, &[at(direction.map(|d| 1.3 * d))]),
                [ClusterName::Known(prototype)]
            );
        }
        assert_eq!(name_clusters(&SET_2, &[at([0.1; FACTORS])]), [ClusterName::Known(Prototype::Middle)]);
    }

    #[test]
    fn names_differ_within_a_picture_and_a_cluster_like_no_prototype_is_described() {
        let corner = at(PrototypeDirections::default().directions[1].map(|d| 1.3 * d));
        let named = name_clusters(&SET_2, &[corner; 9]);
        let different: std::collections::HashSet<_> = named.iter().collect();
        assert_eq!((named.len(), different.len()), (9, 9));
        assert_eq!(named[0], ClusterName::Known(Prototype::TechOptimists));

        // Keen on space, wary of reporters, in a population that agrees on all else: no prototype.
        let mut means = [0.0; ITEM_COUNT];
        means[item("space")] = 5.0;
        means[item("reporters")] = -4.0;
        let name = ClusterName::Beliefs(
            [(item("space"), true), (item("reporters"), false)]
                .map(|(question, upper)| Side { question: question as u8, upper }),
        );
        assert_eq!(name_by_beliefs(&SET_2, &means, &[]), name);
        // The same two beliefs do not name two clusters.
        assert_ne!(name_by_beliefs(&SET_2, &means, &[Some(name)]), name);
    }

    #[test]
    fn most_positions_but_not_all_have_a_prototype_that_fits() {
        let known = (0..1_000)
            .filter(|&n| {
                let factors = *SimulatedRespondent::nth(11, n).factors();
                matches!(name_clusters(&SET_2, &[at(factors)])[0], ClusterName::Known(_))
            })
            .count();
        println!("{known} of 1000");
        assert!((600..900).contains(&known), "{known}");
    }
}
