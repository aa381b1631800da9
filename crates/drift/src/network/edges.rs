//! Undirected adjacency lists under construction.

use crate::agent::AgentId;

/// The neighbors of every agent; each edge is listed at both ends.
pub(crate) struct Edges {
    /// Neighbors by agent, in the order in which edges were added.
    pub(crate) neighbors: Vec<Vec<AgentId>>,
}

impl Edges {
    /// No edges, with capacity for `degree` neighbors of each agent.
    pub(crate) fn with_capacity(agents: usize, degree: usize) -> Self {
        Edges { neighbors: vec![Vec::with_capacity(degree); agents] }
    }

    /// Adds an edge.
    pub(crate) fn add(&mut self, a: usize, b: usize) {
        self.neighbors[a].push(AgentId(b as u32));
        self.neighbors[b].push(AgentId(a as u32));
    }

    /// Removes an edge.
    pub(crate) fn remove(&mut self, a: usize, b: usize) {
        self.neighbors[a].retain(|&AgentId(other)| other as usize != b);
        self.neighbors[b].retain(|&AgentId(other)| other as usize != a);
    }

    /// Whether there is an edge between `a` and `b`.
    pub(crate) fn contains(&self, a: usize, b: usize) -> bool {
        let (of_a, of_b) = (&self.neighbors[a], &self.neighbors[b]);
        let (shorter, other) = if of_a.len() <= of_b.len() { (of_a, b) } else { (of_b, a) };
        shorter.contains(&AgentId(other as u32))
    }
}
