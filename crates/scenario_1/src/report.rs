//! Report of one day: the visitor under each lever, and the clusters of the population.

use serde::{Deserialize, Serialize};

use super::lever::Lever;
use quiz::cluster_names::{ClusterName, TYPICAL};
use quiz::questionnaire::{Answers, Side};

/// The visitor under one lever, on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeverOutcome {
    /// The lever.
    pub lever: Lever,
    /// Position on the map: scores on the first two principal components of day 0, in standard deviations of the first.
    pub you: [f32; 2],
    /// Answers of that day.
    pub answers: Answers,
    /// Identity bits of the answers against the population of day 0.
    pub bits_today: f64,
    /// Identity bits of the answers against the population of that day, which is at most two weeks old.
    pub bits_that_day: f64,
    /// Percentile rank of the identity bits in the control group of that day, 0 to 100.
    pub further_than: u8,
    /// Cluster of the visitor, as an index into [`ClusterSurvey::clusters`]; `None` when unclustered.
    pub cluster: Option<u8>,
}

/// Clusters of the population at the last survey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClusterSurvey {
    /// Day of the survey.
    pub day: u16,
    /// Clusters of at least one per cent of the population, largest first.
    pub clusters: Vec<ClusterSummary>,
    /// Number of unclustered agents.
    pub unclustered: u32,
    /// Share of the variance that the map preserves, 0 to 1.
    pub kept: f32,
    /// Median identity bits of simulated respondents against that day's population.
    pub median_bits: f64,
}

/// Summary of a cluster; on day 0, of the agents of one nearest prototype.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClusterSummary {
    /// Name, by the items of the visitor's set; all names of a survey differ.
    pub name: ClusterName,
    /// Number of members.
    pub people: u32,
    /// Centroid on the map.
    pub at: [f32; 2],
    /// Typical answers of the members, to items of the visitor's set.
    pub typical: [Side; TYPICAL],
    /// Distance of the centroid from the visitor under each lever, in the order of [`Lever::ALL`], in the recommender's
    /// embedding; the unit is the population's root-mean-square distance from its centroid on day 0.
    pub apart: Vec<f32>,
}
