//! Metrics of a world of the lab, and when they are measured.

use super::describe::About;
use crate::protocol::LabMeasures;
use drift::measure::{Clusters, SurprisalStats, effective_dimensions, polarization};
use drift::{AgentId, World};
use quiz::cluster_names::{cluster_means, name_clusters};
use quiz::questionnaire::CURRENT;
use settings::outermost;

/// Days between two measurements while days are quick: measuring costs about as much as a small world's day.
const EVERY: u32 = 5;

/// People whose surprisal stands for everybody's.
const SAMPLE: usize = 100;

/// People whose way stands for everybody's.
const WALKERS: usize = 2_000;

/// Share of the crowd that counts as outsiders on day 0.
const OUTSIDERS: f64 = 0.03;

/// Days between two looks at how far people have come.
const WALK: u32 = 10;

/// A settled world is one in which people come hardly further in twice [`WALK`] days than in [`WALK`] days: they jitter
/// about a place, because a few posts a day are a small sample, and go nowhere. So much further at most (who goes
/// straight on comes twice as far, who goes anywhere 1.4 times) …
const FURTHER: f64 = 1.25;

/// … and not far at all: root mean square, against the size of the crowd on day 0.
const NEAR: f64 = 0.08;

/// People who move less than this are at rest, however they do it.
const STILL: f64 = 0.004;

/// What was last measured, and what the next measurement is compared with.
pub(super) struct Metrics {
    measures: LabMeasures,
    clusters: Clusters,
    outsiders: Vec<AgentId>,
    about: About,
    /// Where walkers were at the last two looks, the later one first, and when that was.
    before: (u32, [Vec<f32>; 2]),
}

impl Metrics {
    /// Measures day 0.
    pub(super) fn new(world: &World, about: About) -> Metrics {
        let count = libm::ceil(OUTSIDERS * world.opinions().row_count() as f64) as usize;
        let outsiders = outermost(world, count);
        let clusters = Clusters::find(world.embedding(), world.initial_spread());
        let signs = (0..clusters.count() as u16).collect();
        let measures = measured(world, about, &clusters, signs, &outsiders, false);
        Metrics {
            measures,
            clusters,
            outsiders,
            about,
            before: (world.step_count(), [walkers(world), Vec::new()]),
        }
    }

    pub(super) fn clusters(&self) -> &Clusters {
        &self.clusters
    }

    pub(super) fn measures(&self) -> LabMeasures {
        self.measures.clone()
    }

    /// The marker of everybody's cluster; −1: unclustered.
    pub(super) fn signs_of_people(&self) -> Vec<f32> {
        let sign = |person| {
            self.clusters.cluster_of(person).and_then(|cluster| self.measures.signs.get(cluster).copied())
        };
        (0..self.clusters.agents()).map(|person| sign(person).map_or(-1.0, f32::from)).collect()
    }

    /// Something was changed from outside: whether the world settles is seen from here on.
    pub(super) fn stir(&mut self) {
        self.measures.settled = false;
        self.before.1 = [Vec::new(), Vec::new()];
    }

    /// Measures again if it is due; returns whether it was.
    pub(super) fn measure_when_due(&mut self, world: &World) -> bool {
        if world.step_count() < self.measures.day + EVERY {
            return false;
        }
        let mut settled = self.measures.settled;
        let (day, [last, before]) = &mut self.before;
        if last.is_empty() || world.step_count() >= *day + WALK {
            let now = walkers(world);
            settled = before.len() == now.len() && at_rest(before, last, &now, world);
            *before = core::mem::replace(last, now);
            *day = world.step_count();
        }
        let clusters = Clusters::find(world.embedding(), world.initial_spread());
        let signs = signs(&self.signs_of_people(), &clusters);
        self.measures = measured(world, self.about, &clusters, signs, &self.outsiders, settled);
        self.clusters = clusters;
        true
    }
}

fn measured(
    world: &World,
    about: About,
    clusters: &Clusters,
    signs: Vec<u16>,
    outsiders: &[AgentId],
    settled: bool,
) -> LabMeasures {
    let strangeness = SurprisalStats::estimate(SAMPLE, world.embedding(), world.attention());
    let inside = outsiders.iter().filter(|person| clusters.cluster_of(person.index()).is_some()).count();
    let named = about == About::Items;
    LabMeasures {
        day: world.step_count(),
        clusters: clusters.sizes().to_vec(),
        signs,
        names: if named {
            name_clusters(CURRENT, &cluster_means(clusters, world.opinions()))
        } else {
            Vec::new()
        },
        effective_clusters: clusters.effective_count(),
        diversity: strangeness.diversity,
        dimensions: effective_dimensions(world.opinions()),
        polarisation: polarization(world.opinions()),
        bits: strangeness.mean_bits,
        away: away(world),
        outsiders: [inside as u32, outsiders.len() as u32],
        settled,
    }
}

/// Root mean square distance from the first beliefs, against the size of the crowd on day 0.
fn away(world: &World) -> f64 {
    let every = world.opinions().row_count().div_ceil(WALKERS).max(1);
    let (mut sum, mut count) = (0.0f64, 0.0f64);
    for (now, first) in world.opinions().rows().zip(world.anchors().rows()).step_by(every) {
        sum += now.iter().zip(first).map(|(x, a)| f64::from(x - a) * f64::from(x - a)).sum::<f64>();
        count += 1.0;
    }
    let spread = f64::from(world.initial_spread());
    if spread > 0.0 { f64::sqrt(sum / count.max(1.0)) / spread } else { 0.0 }
}

/// Coordinates of a sample of people.
fn walkers(world: &World) -> Vec<f32> {
    let every = world.opinions().row_count().div_ceil(WALKERS).max(1);
    (0..world.opinions().row_count()).step_by(every).flat_map(|n| world.embedding().row(n).to_vec()).collect()
}

fn at_rest(before: &[f32], last: &[f32], now: &[f32], world: &World) -> bool {
    let size = f64::from(world.initial_spread());
    let (once, twice) = (distance(last, now, world), distance(before, now, world));
    twice < STILL * size || (twice < NEAR * size && twice < FURTHER * once)
}

/// Root mean square way of walkers.
fn distance(before: &[f32], now: &[f32], world: &World) -> f64 {
    let square: f64 = before.iter().zip(now).map(|(a, b)| f64::from(b - a) * f64::from(b - a)).sum();
    let people = now.len() / world.embedding().width().max(1);
    f64::sqrt(square / people.max(1) as f64)
}

/// Markers of clusters, largest first: the one that most of its people had before, if it is still free; else the lowest that
/// nobody has.
///
/// * `before` – sign of each person; −1: none.
fn signs(before: &[f32], clusters: &Clusters) -> Vec<u16> {
    let most = before.iter().fold(-1.0f32, |most, &sign| most.max(sign)) as i32 + 1;
    let kinds = most.max(0) as usize;
    let mut votes = vec![vec![0u32; kinds]; clusters.count()];
    for (person, &sign) in before.iter().enumerate() {
        if let (Some(cluster), true) = (clusters.cluster_of(person), sign >= 0.0) {
            votes[cluster][sign as usize] += 1;
        }
    }
    let mut found: Vec<Option<u16>> = vec![None; clusters.count()];
    let mut taken = vec![false; kinds + clusters.count()];
    for (cluster, votes) in votes.iter().enumerate() {
        let free = (0..kinds).filter(|&sign| !taken[sign] && votes[sign] > 0);
        if let Some(sign) = free.max_by_key(|&sign| (votes[sign], core::cmp::Reverse(sign))) {
            taken[sign] = true;
            found[cluster] = Some(sign as u16);
        }
    }
    let mut next = 0;
    found
        .into_iter()
        .map(|sign| {
            sign.unwrap_or_else(|| {
                while taken[next] {
                    next += 1;
                }
                taken[next] = true;
                next as u16
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::Embedding;
    use drift::linalg::{Matrix, Projection};

    /// Camps of these sizes, ten apart.
    fn camps(sizes: &[usize]) -> Clusters {
        let rows = sizes.iter().enumerate().flat_map(|(camp, &n)| vec![[camp as f32 * 10.0, 0.0]; n]);
        let rows: Vec<f32> = rows.flatten().collect();
        let beliefs = Matrix::from_rows(2, rows).expect("rows of two");
        let embedding = Embedding::new(&beliefs, &Projection::centering(vec![0.0; 2])).expect("small");
        Clusters::find(&embedding, 10.0)
    }

    #[test]
    fn a_tribe_keeps_its_sign_when_others_outgrow_it_or_join() {
        let camp = |sizes: &[usize]| camps(sizes).sizes().to_vec();
        assert_eq!(camp(&[30, 50, 20]), [50, 30, 20], "largest first");
        // The first thirty people had sign 1, the next fifty 0, the last twenty 2.
        let before: Vec<f32> =
            [(30, 1.0), (50, 0.0), (20, 2.0)].iter().flat_map(|&(n, s)| vec![s; n]).collect();
        assert_eq!(signs(&before, &camps(&[30, 50, 20])), [0, 1, 2]);
        // Now the first camp is the largest.
        let before: Vec<f32> =
            [(60, 1.0), (20, 0.0), (20, 2.0)].iter().flat_map(|&(n, s)| vec![s; n]).collect();
        assert_eq!(signs(&before, &camps(&[60, 20, 20]))[0], 1);
        // Two camps have become one; a new one gets the lowest free sign.
        let before: Vec<f32> =
            [(30, 1.0), (30, 0.0), (40, -1.0)].iter().flat_map(|&(n, s)| vec![s; n]).collect();
        assert_eq!(signs(&before, &camps(&[60, 40])), [0, 1]);
    }
}
