//! Report of one day: the visitor under each lever and unmoved, and the clusters of the population.

use quiz::cluster_names::{ClusterName, TYPICAL};
use quiz::questionnaire::{Answers, Side};
use serde::{Deserialize, Serialize};

use crate::clock::ClockReading;
use crate::cloud_surprisal::CloudSurprisal;
use crate::lever::Lever;

/// Report of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearReport {
    /// Day, from 0.
    pub day: u16,
    /// The visitor under each lever, in the order of [`Lever::ALL`].
    pub outcomes: Vec<LeverOutcome>,
    /// Surprisal, in the crowd of this day, of the visitor's selves where they were on day 0.
    pub unmoved: CloudSurprisal,
    /// The last survey of the crowd, less than [`Year::SURVEY`](crate::Year::SURVEY) days old.
    pub survey: ClusterSurvey,
    /// Years of real people that the days are worth.
    pub clock: ClockReading,
}

/// The visitor under one lever, on one day: statistics over their selves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeverOutcome {
    /// The lever.
    pub lever: Lever,
    /// Position of each self on the map: scores on the first two principal components of day 0, in standard deviations of the
    /// first.
    pub selves: Vec<[f32; 2]>,
    /// Surprisal in the crowd of this day.
    pub surprisal: CloudSurprisal,
    /// Percentile rank of the mean surprisal, before it is brought to the score's of day 0, in the crowd of the last survey, 0 to
    /// 100.
    pub percentile: u8,
    /// The modal answer over the selves to each item that the visitor answered; passes and answers to reverse-keyed items are
    /// those of day 0.
    pub answers: Answers,
    /// For each item answered that is not reverse-keyed, ascending: the share of the selves that left their side.
    pub changes: Vec<SideChange>,
    /// Number of answers that left their side in the median self.
    pub changed: u8,
    /// Cluster with the most selves; `None` when more of them are unclustered than in it.
    pub cluster: Option<ClusterShare>,
}

/// An item of the visitor's set, and how many selves left the side that the visitor took on day 0, be it for the other side
/// or for a neutral response.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideChange {
    /// Index of the item in the set.
    pub question: u8,
    /// Share of the selves, 0 to 1; 0 for an item with a neutral response on day 0.
    pub share: f32,
}

/// A cluster and how many selves are in it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClusterShare {
    /// Index into [`ClusterSurvey::clusters`].
    pub cluster: u8,
    /// Share of the selves, above 0 and up to 1.
    pub share: f32,
}

/// Clusters and surprisal of the population at the last survey.
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
    /// Median surprisal of the agents, bits.
    pub crowd_median: f64,
    /// 95th percentile of the surprisal of the agents, bits.
    pub crowd_outermost: f64,
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
    /// Mean distance of the visitor's selves from the centroid under each lever, in the order of [`Lever::ALL`], in the
    /// recommender's embedding; the unit is the population's root-mean-square distance from its centroid on day 0.
    pub apart: Vec<f32>,
}
