//! Survey of the crowd: its clusters with their names, and the surprisal of its agents.

use drift::measure::Clusters;
use perplexity::drifted::surprisal;
use quiz::cluster_names::{cluster_means, name_clusters, typical};

use super::Year;
use crate::report::{ClusterSummary, ClusterSurvey};

/// Agents whose own surprisal is measured, evenly spaced.
const SAMPLE: usize = 500;

impl Year {
    /// Finds the clusters of the current day, and the surprisal of a sample of agents.
    pub(super) fn survey_crowd(&mut self) {
        self.clusters = Clusters::find(self.world.embedding(), self.world.initial_spread());
        self.crowd = self.sampled_surprisals();
        let quantile = |share: f64| self.crowd[((self.crowd.len() - 1) as f64 * share) as usize];
        self.survey = ClusterSurvey {
            day: self.day(),
            clusters: self.summaries(),
            unclustered: self.clusters.unclustered() as u32,
            kept: self.map_variance_share(),
            crowd_median: quantile(0.5),
            crowd_outermost: quantile(0.95),
        };
    }

    /// Surprisals of [`SAMPLE`] agents, bits, ascending.
    fn sampled_surprisals(&self) -> Vec<f64> {
        let agents = self.map.points(self.world.opinions());
        let of_sampled = |n: usize| {
            let agent = n * agents.len() / SAMPLE;
            surprisal(&agents[agent], Some(agent), &agents)
        };
        let mut bits: Vec<f64> = (0..SAMPLE).map(of_sampled).collect();
        bits.sort_unstable_by(f64::total_cmp);
        bits
    }

    /// The clusters; the visitor's distances are those of a report.
    fn summaries(&self) -> Vec<ClusterSummary> {
        let (opinions, set) = (self.world.opinions(), self.cloud.given.set());
        let named = name_clusters(set, &cluster_means(&self.clusters, opinions));
        let typical = typical(set, opinions, named.len(), |agent| self.clusters.cluster_of(agent));
        let summary = |(cluster, (name, typical))| ClusterSummary {
            name,
            people: self.clusters.sizes()[cluster],
            at: self.map_point(self.clusters.centroid(cluster)),
            typical,
            apart: Vec::new(),
        };
        named.into_iter().zip(typical).enumerate().map(summary).collect()
    }
}
