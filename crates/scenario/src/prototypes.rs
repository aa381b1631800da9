//! Partition of the population by nearest prototype, on day 0.

use drift::Embedding;
use perplexity::respondent::SimulatedRespondent;
use quiz::cluster_names::{Prototype, PrototypeDirections};

/// Agents of one nearest prototype.
pub(crate) struct PrototypeGroup {
    pub prototype: Prototype,
    /// Number of agents.
    pub people: u32,
    /// Mean of their embeddings, padded like the embedding's rows.
    pub centroid: Vec<f32>,
}

/// Population partitioned by nearest prototype. Every agent is in a group; groups are not clusters.
pub(crate) struct PrototypeGroups {
    /// Groups with members, largest first; ties in the order of the prototypes.
    pub found: Vec<PrototypeGroup>,
    of: Vec<u8>,
}

impl PrototypeGroups {
    /// Partition of the population of `seed` with this `embedding`.
    pub(crate) fn of_population(seed: u64, embedding: &Embedding) -> PrototypeGroups {
        let directions = PrototypeDirections::default();
        let prototype = |n| directions.nearest(SimulatedRespondent::nth(seed, n).factors());
        let prototypes: Vec<Prototype> = (0..embedding.agents()).map(prototype).collect();
        let mut found: Vec<PrototypeGroup> = Prototype::ALL
            .into_iter()
            .map(|prototype| {
                let members = prototypes.iter().enumerate().filter(|(_, p)| **p == prototype);
                let mut sums = vec![0.0f64; embedding.padded(0).len()];
                let mut people = 0;
                for (n, _) in members {
                    people += 1;
                    sums.iter_mut().zip(embedding.padded(n)).for_each(|(sum, &z)| *sum += f64::from(z));
                }
                let centroid = sums.iter().map(|sum| (sum / f64::from(people.max(1))) as f32).collect();
                PrototypeGroup { prototype, people, centroid }
            })
            .filter(|group| group.people > 0)
            .collect();
        found.sort_by_key(|group| u32::MAX - group.people);
        let place = |prototype| found.iter().position(|group| group.prototype == prototype);
        let of = prototypes.iter().map(|&p| place(p).expect("a group with a member is kept") as u8).collect();
        PrototypeGroups { found, of }
    }

    /// Group of an agent, as an index into [`PrototypeGroups::found`].
    pub(crate) fn of(&self, person: usize) -> usize {
        usize::from(self.of[person])
    }
}
