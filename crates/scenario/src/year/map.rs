//! Map of the population: scores on the first two principal components of day 0.

use drift::squared_distance;
use quiz::cluster_names::{ClusterName, typical};

use super::Year;
use crate::lever::Lever;
use crate::prototypes::{PrototypeGroup, PrototypeGroups};
use crate::report::ClusterSummary;
use crate::variance::variance;

impl Year {
    /// Mean distance of the selves from a point of the embedding under each lever, in the population's initial spread.
    pub(super) fn distances(&self, point: &[f32]) -> Vec<f32> {
        let distance = |z: &[f32]| f32::sqrt(squared_distance(z, point)) / self.world.initial_spread();
        let mean = |lever: Lever| {
            let (count, sum) =
                self.coordinates(lever).fold((0.0, 0.0), |(count, sum), z| (count + 1.0, sum + distance(z)));
            sum / count
        };
        Lever::ALL.map(mean).to_vec()
    }

    /// Groups of agents by nearest prototype on day 0, largest first, and the group of each agent, as an index into
    /// them.
    pub fn prototype_groups(&self) -> (Vec<ClusterSummary>, Vec<f32>) {
        let set = self.cloud.given.set();
        let groups = PrototypeGroups::of_population(set.seed(), self.world.embedding());
        let typical = typical(set, self.world.opinions(), groups.found.len(), |agent| Some(groups.of(agent)));
        let summary = |(group, typical): (&PrototypeGroup, _)| ClusterSummary {
            name: ClusterName::Known(group.prototype),
            people: group.people,
            at: self.map_point(&group.centroid),
            typical,
            apart: self.distances(&group.centroid),
        };
        let summaries = groups.found.iter().zip(typical).map(summary).collect();
        (summaries, (0..Year::PEOPLE).map(|agent| groups.of(agent) as f32).collect())
    }

    /// Cluster of each agent at the last survey, as an index into
    /// [`ClusterSurvey::clusters`](crate::ClusterSurvey::clusters); −1 when unclustered.
    pub fn membership(&self) -> Vec<f32> {
        (0..Year::PEOPLE)
            .map(|agent| self.clusters.cluster_of(agent).map_or(-1.0, |cluster| cluster as f32))
            .collect()
    }

    /// Point of the map: scores on the first two principal components of day 0, in standard deviations of the first.
    pub(super) fn map_point(&self, coordinates: &[f32]) -> [f32; 2] {
        [coordinates[0] / self.unit, coordinates[1] / self.unit]
    }

    /// Points of all agents on the map: x and y of each, [`Year::PEOPLE`] · 2 numbers.
    pub fn map(&self) -> Vec<f32> {
        (0..Year::PEOPLE).flat_map(|n| self.map_point(self.world.embedding().padded(n))).collect()
    }

    /// Share of the opinions' total variance that the map preserves, 0 to 1.
    pub(super) fn map_variance_share(&self) -> f32 {
        let embedding = self.world.embedding();
        let flat: f64 = (0..2).map(|d| variance((0..Year::PEOPLE).map(|n| embedding.padded(n)[d]))).sum();
        let opinions = self.world.opinions();
        let mut sums = vec![0.0f64; Year::DIMS];
        let mut squares = 0.0;
        for row in opinions.rows() {
            for (sum, &x) in sums.iter_mut().zip(row) {
                *sum += f64::from(x);
                squares += f64::from(x) * f64::from(x);
            }
        }
        let n = Year::PEOPLE as f64;
        let all = squares / n - sums.iter().map(|s| (s / n) * (s / n)).sum::<f64>();
        (flat / all) as f32
    }
}
