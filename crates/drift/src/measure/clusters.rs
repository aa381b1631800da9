//! Clusters of a population: density peaks with a fixed radius.

use crate::embedding::{Embedding, squared_distance};

/// Agents among whom density peaks are searched, evenly spaced in a larger population.
const SAMPLE: usize = 2_000;

/// The clusters of a population: dense groups in the recommender's coordinates.
///
/// A density peak is an agent around whom agents are denser than around any other within the radius; a cluster is everybody
/// within the radius of its centroid, if that is 1 % of the agents. All others are unclustered. (Density peaks: Rodriguez and
/// Laio, *Science* 344, 2014, with a fixed radius instead of their decision graph.) A smooth unimodal cloud is one cluster
/// around its mode, however wide it is; it is not cut into pieces.
///
/// Deterministic; ties go to the lower index.
///
/// ```
/// use drift::linalg::Projection;
/// use drift::measure::Clusters;
/// use drift::{Embedding, Matrix};
///
/// // Sixty agents at 0, thirty at 1, and one in between.
/// let opinions = [vec![0.0; 60], vec![1.0; 30], vec![0.5]].concat();
/// let opinions = Matrix::from_rows(1, opinions)?;
/// let embedding = Embedding::new(&opinions, &Projection::centering(vec![0.0]))?;
/// let clusters = Clusters::find(&embedding, 1.0);
/// assert_eq!((clusters.sizes(), clusters.unclustered()), (&[60, 30][..], 1));
/// # Ok::<(), drift::MatrixError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Clusters {
    /// Square of the radius.
    squared_radius: f32,
    /// Centroids, largest cluster first, padded like the embedding.
    centroids: Vec<Vec<f32>>,
    sizes: Vec<u32>,
    /// Cluster of each agent.
    assignments: Vec<Option<u16>>,
}

impl Clusters {
    /// Radius of a cluster, in root mean square distances from the centroid at step 0.
    ///
    /// Wide enough for most agents whom their anchors hold a little apart: an agent that is wholly absorbed still rests
    /// `λ / (λ + μ)` of the way to its anchor.
    pub const RADIUS: f32 = 0.3;

    /// Size of the smallest cluster, as a share of agents.
    pub const MIN_SHARE: f64 = 0.01;

    /// Finds the clusters of a population.
    ///
    /// Searches peaks among at most 2 000 agents, which costs `2 000² · r` multiply-adds, and then assigns everybody for
    /// `N · clusters · r`: a few milliseconds for any N.
    ///
    /// * `embedding` – coordinates of all agents.
    /// * `initial_spread` – root mean square distance from the centroid at step 0,
    ///   [`World::initial_spread`](crate::World::initial_spread).
    pub fn find(embedding: &Embedding, initial_spread: f32) -> Clusters {
        let squared_radius = (Self::RADIUS * initial_spread) * (Self::RADIUS * initial_spread);
        let min_size = (Self::MIN_SHARE * embedding.agents() as f64).ceil().max(2.0) as usize;
        let mut found = Clusters {
            squared_radius,
            centroids: density_peaks(embedding, squared_radius),
            sizes: Vec::new(),
            assignments: Vec::new(),
        };
        found.assign(embedding);
        found.centroids = found.centroids_of_members(embedding);
        found.assign(embedding);
        found.retain_larger(min_size);
        found
    }

    /// Assigns every agent to the nearest cluster within the radius.
    fn assign(&mut self, embedding: &Embedding) {
        let nearest = |agent| self.cluster_at(embedding.padded(agent)).map(|cluster| cluster as u16);
        self.assignments = (0..embedding.agents()).map(nearest).collect();
        self.sizes = vec![0; self.centroids.len()];
        for &cluster in self.assignments.iter().flatten() {
            self.sizes[usize::from(cluster)] += 1;
        }
    }

    /// Means of the members' coordinates; an empty cluster keeps its centroid.
    fn centroids_of_members(&self, embedding: &Embedding) -> Vec<Vec<f32>> {
        let width = embedding.padded(0).len();
        let mut sums = vec![vec![0.0f64; width]; self.centroids.len()];
        for (agent, cluster) in self.assignments.iter().enumerate() {
            if let Some(cluster) = cluster {
                let sum = &mut sums[usize::from(*cluster)];
                sum.iter_mut().zip(embedding.padded(agent)).for_each(|(sum, &z)| *sum += f64::from(z));
            }
        }
        let centroid = |((sum, &size), old): ((&Vec<f64>, &u32), &Vec<f32>)| match size {
            0 => old.clone(),
            size => sum.iter().map(|&z| (z / f64::from(size)) as f32).collect(),
        };
        sums.iter().zip(&self.sizes).zip(&self.centroids).map(centroid).collect()
    }

    /// Drops clusters below `min_size` and sorts the others by size.
    fn retain_larger(&mut self, min_size: usize) {
        let large_enough = (0..self.sizes.len()).filter(|&cluster| self.sizes[cluster] as usize >= min_size);
        let kept = by_decreasing_count(large_enough, &self.sizes);
        let mut renumbered = vec![None; self.sizes.len()];
        kept.iter().enumerate().for_each(|(new, &old)| renumbered[old] = Some(new as u16));
        for cluster in &mut self.assignments {
            *cluster = cluster.and_then(|cluster| renumbered[usize::from(cluster)]);
        }
        self.centroids = kept.iter().map(|&cluster| self.centroids[cluster].clone()).collect();
        self.sizes = kept.iter().map(|&cluster| self.sizes[cluster]).collect();
    }

    /// Number of agents in the population.
    pub fn agents(&self) -> usize {
        self.assignments.len()
    }

    /// Number of clusters.
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// Number of members by cluster, largest first.
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// Centroid of a cluster, padded coordinates.
    ///
    /// # Panics
    /// When there is no such cluster.
    pub fn centroid(&self, cluster: usize) -> &[f32] {
        &self.centroids[cluster]
    }

    /// Cluster of an agent of the population; `None`: unclustered.
    ///
    /// # Panics
    /// When there is no such agent.
    pub fn cluster_of(&self, agent: usize) -> Option<usize> {
        self.assignments[agent].map(usize::from)
    }

    /// Number of unclustered agents.
    pub fn unclustered(&self) -> usize {
        self.assignments.iter().filter(|cluster| cluster.is_none()).count()
    }

    /// The cluster to which a point belongs: the nearest within the radius.
    ///
    /// * `coordinates` – padded like the embedding.
    pub fn cluster_at(&self, coordinates: &[f32]) -> Option<usize> {
        let mut nearest = (self.squared_radius, None);
        for (cluster, centroid) in self.centroids.iter().enumerate() {
            let distance = squared_distance(coordinates, centroid);
            if distance < nearest.0 || (nearest.1.is_none() && distance <= nearest.0) {
                nearest = (distance, Some(cluster));
            }
        }
        nearest.1
    }

    /// Effective number of clusters: the Hill number of order one, `exp(−Σ p ln p)`, over members of clusters (Hill,
    /// *Ecology* 54, 1973). Zero without clusters.
    pub fn effective_count(&self) -> f64 {
        let members: f64 = self.sizes.iter().map(|&size| f64::from(size)).sum();
        if members == 0.0 {
            return 0.0;
        }
        let entropy = |&size: &u32| {
            let share = f64::from(size) / members;
            -share * libm::log(share)
        };
        libm::exp(self.sizes.iter().map(entropy).sum())
    }
}

/// Indices by decreasing count; among equals the lower index comes first.
fn by_decreasing_count(indices: impl Iterator<Item = usize>, counts: &[u32]) -> Vec<usize> {
    // Count and index are packed into one integer, because sorting integers takes little code.
    let mut keys: Vec<u64> =
        indices.map(|index| u64::from(u32::MAX - counts[index]) << 32 | index as u64).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| (key & u64::from(u32::MAX)) as usize).collect()
}

/// The agents among whom density peaks are searched.
fn sampled(agents: usize) -> Vec<usize> {
    let count = agents.min(SAMPLE);
    (0..count).map(|nth| nth * agents / count).collect()
}

/// Number of sampled agents within the radius of each of them.
fn local_densities(embedding: &Embedding, squared_radius: f32, sample: &[usize]) -> Vec<u32> {
    // Column by column, so that a vector instruction serves four agents.
    let column = |z: usize| sample.iter().map(|&agent| embedding.row(agent)[z]).collect();
    let columns: Vec<Vec<f32>> = (0..embedding.width()).map(column).collect();
    let (mut densities, mut distances) = (vec![0u32; sample.len()], vec![0.0f32; sample.len()]);
    for nth in 0..sample.len() {
        distances.fill(0.0);
        for column in &columns {
            let own = column[nth];
            distances.iter_mut().zip(column).for_each(|(sum, z)| *sum += (z - own) * (z - own));
        }
        densities.iter_mut().zip(&distances).for_each(|(count, &d)| *count += u32::from(d <= squared_radius));
    }
    densities
}

/// Coordinates of agents around whom the population is denser than around any other within the radius.
fn density_peaks(embedding: &Embedding, squared_radius: f32) -> Vec<Vec<f32>> {
    let sample = sampled(embedding.agents());
    let densities = local_densities(embedding, squared_radius, &sample);
    // Half of the smallest cluster, because the sample is random in effect; with fewer around it an agent is no peak.
    let enough = ((Clusters::MIN_SHARE * 0.5 * sample.len() as f64) as u32).max(1);
    let order = by_decreasing_count((0..sample.len()).filter(|&nth| densities[nth] >= enough), &densities);
    let at = |nth: usize| embedding.padded(sample[nth]);
    let near = |a: usize, b: usize| squared_distance(at(a), at(b)) <= squared_radius;
    let mut peaks: Vec<usize> = Vec::new();
    for (rank, &nth) in order.iter().enumerate() {
        // Most agents are near a peak: those few are tried before all denser agents.
        let dominated = peaks.iter().any(|&peak| near(nth, peak))
            || order[..rank].iter().any(|&denser| near(nth, denser));
        if !dominated {
            peaks.push(nth);
        }
    }
    peaks.into_iter().map(|peak| at(peak).to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linalg::matrix::Matrix;
    use crate::linalg::projection::Projection;
    use crate::rng::{Domain, StreamKey, normal};

    fn plane(rows: Vec<f32>) -> Embedding {
        let opinions = Matrix::from_rows(2, rows).expect("rows of two");
        Embedding::new(&opinions, &Projection::centering(vec![0.0; 2])).expect("a small matrix fits")
    }

    /// Groups of the given sizes in the plane, 0.02 wide and at least two apart.
    fn groups(sizes: &[usize]) -> Embedding {
        let mut rows = Vec::new();
        for (group, &size) in sizes.iter().enumerate() {
            for agent in 0..size {
                let mut stream = StreamKey::new(group as u64, Domain::INITIAL_OPINIONS).stream(agent);
                let center = [2.0 * group as f64, (group % 2) as f64];
                rows.extend(center.map(|x| (x + 0.02 * normal(&mut stream)) as f32));
            }
        }
        plane(rows)
    }

    #[test]
    fn dense_groups_are_clusters_and_stragglers_are_unclustered() {
        let clusters = Clusters::find(&groups(&[300, 1, 600, 5, 94, 1]), 1.0);
        assert_eq!(clusters.sizes(), [600, 300, 94]);
        assert_eq!(clusters.unclustered(), 7);
        let of = |agent| clusters.cluster_of(agent);
        assert_eq!((of(0), of(300), of(301)), (Some(1), None, Some(0)));
        assert_eq!(clusters.cluster_at(&[8.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]), Some(2));
        assert_eq!(clusters.cluster_at(&[8.4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]), None);
    }

    #[test]
    fn effective_count_is_the_number_of_equal_clusters_and_near_one_for_a_dominant_one() {
        let even = Clusters::find(&groups(&[50, 50, 50, 50]), 1.0);
        assert!((even.effective_count() - 4.0).abs() < 1e-12);
        let uneven = Clusters::find(&groups(&[970, 30]), 1.0).effective_count();
        assert!(uneven > 1.1 && uneven < 1.2, "{uneven}");
        assert_eq!(Clusters::find(&groups(&[1, 1, 1]), 1.0).effective_count(), 0.0);
    }

    #[test]
    fn a_unimodal_cloud_is_one_cluster_around_its_mode() {
        let mut rows = Vec::new();
        for agent in 0..3_000 {
            let mut stream = StreamKey::new(9, Domain::INITIAL_OPINIONS).stream(agent);
            rows.extend([0; 2].map(|_| normal(&mut stream) as f32));
        }
        let clusters = Clusters::find(&plane(rows), std::f32::consts::SQRT_2);
        let some_unclustered = clusters.cluster_of(0).is_none() | clusters.cluster_of(1).is_none();
        assert!(clusters.count() <= 2 && some_unclustered, "{:?}", clusters.sizes());
        assert!(clusters.unclustered() > 2_000);
    }
}
