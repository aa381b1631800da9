//! Contact networks: which agents converse with which.

pub(crate) mod contacts;
pub(crate) mod edges;
pub(crate) mod stochastic_blocks;
pub(crate) mod watts_strogatz;

pub use contacts::{Contacts, ContactsError};

use core::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::range::OutOfRange;
use crate::rng::{Domain, StreamKey};

/// A random model of contact networks.
///
/// ```
/// use drift::NetworkModel;
///
/// let model = NetworkModel::WattsStrogatz { neighbors: 4, rewiring: 0.1 };
/// let contacts = model.generate(1_000, 42)?.expect("not the complete graph");
/// let edges: usize = (0..1_000).map(|agent| contacts.neighbors(agent).len()).sum();
/// assert_eq!(edges, 4_000);
/// # Ok::<(), drift::OutOfRange>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum NetworkModel {
    /// The complete graph: every agent converses with any other.
    #[default]
    Complete,
    /// A small world: a ring on which every agent is tied to the nearest `neighbors` (rounded down to an even number), each
    /// edge rewired to a random agent with probability `rewiring` (Watts and Strogatz, *Nature* 393, 1998).
    WattsStrogatz {
        /// k, the degree of an agent: [`NetworkModel::NEIGHBORS`].
        neighbors: u32,
        /// β, share of edges that are rewired: [`NetworkModel::REWIRING`].
        rewiring: f32,
    },
    /// The stochastic block model: equal blocks of agents, with random edges, more within a block than across (Holland,
    /// Laskey and Leinhardt, *Social Networks* 5, 1983).
    StochasticBlocks {
        /// Number of blocks; agent i belongs to block i mod `blocks`.
        blocks: u32,
        /// Expected degree of an agent within its block: [`NetworkModel::DEGREE`].
        within: f32,
        /// Expected degree of an agent to all other blocks: [`NetworkModel::DEGREE`].
        across: f32,
    },
}

impl NetworkModel {
    /// Range of k of a Watts–Strogatz network.
    pub const NEIGHBORS: RangeInclusive<u32> = 2..=64;
    /// Range of β, a share.
    pub const REWIRING: RangeInclusive<f32> = 0.0..=1.0;
    /// Range of the number of blocks.
    pub const BLOCKS: RangeInclusive<u32> = 1..=64;
    /// Range of an expected degree.
    pub const DEGREE: RangeInclusive<f32> = 0.0..=64.0;

    /// Checks the parameters of the model.
    ///
    /// # Errors
    /// [`OutOfRange`] for the first parameter outside its range.
    pub fn check(&self) -> Result<(), OutOfRange> {
        match *self {
            NetworkModel::Complete => Ok(()),
            NetworkModel::WattsStrogatz { neighbors, rewiring } => {
                OutOfRange::check_u32("neighbors", neighbors, Self::NEIGHBORS)?;
                OutOfRange::check_f32("rewiring", rewiring, Self::REWIRING)
            }
            NetworkModel::StochasticBlocks { blocks, within, across } => {
                OutOfRange::check_u32("blocks", blocks, Self::BLOCKS)?;
                OutOfRange::check_f32("within", within, Self::DEGREE)?;
                OutOfRange::check_f32("across", across, Self::DEGREE)
            }
        }
    }

    /// The undirected network of this model among `agents` agents, drawn with `seed`; `None` for the complete graph.
    ///
    /// In populations too small for the degree asked for, the graph is complete. Costs a few draws per edge.
    ///
    /// # Errors
    /// [`OutOfRange`] for the first parameter outside its range.
    ///
    /// # Panics
    /// When `agents` is zero.
    pub fn generate(&self, agents: usize, seed: u64) -> Result<Option<Contacts>, OutOfRange> {
        self.check()?;
        let key = StreamKey::new(seed, Domain::NETWORK);
        let edges = match *self {
            NetworkModel::Complete => return Ok(None),
            NetworkModel::WattsStrogatz { neighbors, rewiring } => {
                watts_strogatz::generate(agents, neighbors, rewiring, key)
            }
            NetworkModel::StochasticBlocks { blocks, within, across } => stochastic_blocks::generate(
                agents,
                blocks as usize,
                f64::from(within),
                f64::from(across),
                key,
            ),
        };
        Ok(Some(Contacts::new(&edges.neighbors).expect("generators tie agents that exist")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(model: NetworkModel, agents: usize) -> Contacts {
        model.generate(agents, 3).expect("legal").expect("a network")
    }

    fn mean_degree(contacts: &Contacts) -> f64 {
        (0..contacts.agents() as u32).map(|agent| contacts.neighbors(agent).len()).sum::<usize>() as f64
            / contacts.agents() as f64
    }

    /// Share of an agent's pairs of neighbors who are neighbors of each other, averaged over agents.
    fn clustering_coefficient(contacts: &Contacts) -> f64 {
        let of = |agent: u32| {
            let known = contacts.neighbors(agent);
            let pairs = known.iter().enumerate().flat_map(|(n, &a)| known[..n].iter().map(move |&b| (a, b)));
            let closed = pairs.filter(|&(a, b)| contacts.neighbors(a).contains(&b)).count();
            2.0 * closed as f64 / (known.len() * known.len().saturating_sub(1)).max(1) as f64
        };
        (0..contacts.agents() as u32).map(of).sum::<f64>() / contacts.agents() as f64
    }

    #[test]
    fn networks_are_undirected_without_self_loops_and_multiple_edges() {
        for model in [
            NetworkModel::WattsStrogatz { neighbors: 6, rewiring: 0.3 },
            NetworkModel::WattsStrogatz { neighbors: 64, rewiring: 1.0 },
            NetworkModel::StochasticBlocks { blocks: 5, within: 8.0, across: 2.0 },
            NetworkModel::StochasticBlocks { blocks: 1, within: 64.0, across: 3.0 },
            NetworkModel::StochasticBlocks { blocks: 64, within: 0.0, across: 64.0 },
        ] {
            for agents in [2, 3, 7, 40, 500] {
                let contacts = network(model, agents);
                for agent in 0..agents as u32 {
                    let mut known = contacts.neighbors(agent).to_vec();
                    assert!(
                        known
                            .iter()
                            .all(|&other| other != agent && contacts.neighbors(other).contains(&agent))
                    );
                    known.sort_unstable();
                    known.dedup();
                    assert_eq!(known.len(), contacts.neighbors(agent).len(), "{model:?}, {agents}: {agent}");
                }
            }
        }
    }

    #[test]
    fn clustering_falls_with_rewiring_as_published() {
        // C(0) = 3(k − 2) / 4(k − 1), and C(β) ≈ C(0)(1 − β)³ (Barrat and Weigt 2000).
        let ring = 3.0 * 8.0 / (4.0 * 9.0);
        for (rewiring, within) in [(0.0, 1e-12), (0.1, 0.02), (0.3, 0.02), (1.0, 0.02)] {
            let contacts = network(NetworkModel::WattsStrogatz { neighbors: 10, rewiring }, 3_000);
            let beta = f64::from(rewiring);
            let expected = ring * (1.0 - beta) * (1.0 - beta) * (1.0 - beta);
            assert_eq!(mean_degree(&contacts), 10.0);
            let found = clustering_coefficient(&contacts);
            assert!((found - expected).abs() < within + 0.005 * beta, "{found}");
        }
    }

    #[test]
    fn blocks_have_the_expected_degrees_within_and_across() {
        let agents = 6_000;
        let model = NetworkModel::StochasticBlocks { blocks: 6, within: 9.0, across: 3.0 };
        let contacts = network(model, agents);
        let same_block =
            |agent: u32| contacts.neighbors(agent).iter().filter(|&&other| other % 6 == agent % 6).count();
        let within = (0..agents as u32).map(same_block).sum::<usize>() as f64 / agents as f64;
        let across = mean_degree(&contacts) - within;
        // Four standard errors: half the edges are drawn once, so the mean has variance 2k / N.
        assert!((within - 9.0).abs() < 4.0 * f64::sqrt(18.0 / 6_000.0), "{within}");
        assert!((across - 3.0).abs() < 4.0 * f64::sqrt(6.0 / 6_000.0), "{across}");
    }

    #[test]
    fn parameters_out_of_range_are_refused_by_name() {
        let refused = |model: NetworkModel| model.generate(100, 1).expect_err("out of range").to_string();
        assert!(
            refused(NetworkModel::WattsStrogatz { neighbors: 1, rewiring: 0.0 })
                .starts_with("neighbors is 1")
        );
        assert!(
            refused(NetworkModel::WattsStrogatz { neighbors: 4, rewiring: f32::NAN })
                .contains("is not a number")
        );
        assert!(
            refused(NetworkModel::StochasticBlocks { blocks: 0, within: 1.0, across: 1.0 })
                .starts_with("blocks")
        );
        assert_eq!(NetworkModel::Complete.generate(5, 1), Ok(None));
    }
}
