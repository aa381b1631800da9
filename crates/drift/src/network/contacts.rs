//! Contact network as compressed adjacency lists.

use thiserror::Error;

use crate::agent::AgentId;

/// A contact network: the agents with whom each agent of the population converses (compressed sparse rows).
#[derive(Clone, Debug, PartialEq)]
pub struct Contacts {
    /// Start of each agent's neighbors in `neighbors`; one more at the end.
    starts: Vec<u32>,
    neighbors: Vec<u32>,
}

/// Why a contact network cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ContactsError {
    /// A neighbor that does not exist.
    #[error("neighbor {neighbor} of agent {agent} does not exist: there are {agents} agents")]
    UnknownNeighbor {
        /// Whose neighbor it is.
        agent: u32,
        /// The neighbor that does not exist.
        neighbor: u32,
        /// Number of agents.
        agents: u32,
    },
}

impl Contacts {
    /// The network in which agent i converses with `neighbors[i]`. It may be directed, and name a neighbor several times.
    ///
    /// # Errors
    /// [`ContactsError::UnknownNeighbor`] when a neighbor is not below the number of agents.
    pub fn new(neighbors: &[Vec<AgentId>]) -> Result<Self, ContactsError> {
        let agents = neighbors.len() as u32;
        let (mut starts, mut flat) = (vec![0], Vec::new());
        for (agent, known) in neighbors.iter().enumerate() {
            for &AgentId(neighbor) in known {
                if neighbor >= agents {
                    return Err(ContactsError::UnknownNeighbor { agent: agent as u32, neighbor, agents });
                }
                flat.push(neighbor);
            }
            starts.push(flat.len() as u32);
        }
        Ok(Contacts { starts, neighbors: flat })
    }

    /// Number of agents in the network.
    pub fn agents(&self) -> usize {
        self.starts.len() - 1
    }

    /// The neighbors of `agent`.
    ///
    /// # Panics
    /// When there is no such agent.
    #[inline]
    pub fn neighbors(&self, agent: u32) -> &[u32] {
        let agent = agent as usize;
        &self.neighbors[self.starts[agent] as usize..self.starts[agent + 1] as usize]
    }
}
