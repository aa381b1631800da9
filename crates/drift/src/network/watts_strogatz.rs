//! Watts–Strogatz networks: a ring with rewired edges.

use rand::Rng;

use crate::network::edges::Edges;
use crate::rng::{StreamKey, bounded_u32, uniform};

/// The Watts–Strogatz network of `agents` agents (Watts and Strogatz, *Nature* 393, 1998).
///
/// * `neighbors` – k, rounded down to an even number.
/// * `rewiring` – β, probability that an edge is rewired.
pub(crate) fn generate(agents: usize, neighbors: u32, rewiring: f32, key: StreamKey) -> Edges {
    let half = (neighbors as usize / 2).min((agents - 1) / 2);
    let mut edges = Edges::with_capacity(agents, 2 * half + 4);
    for offset in 1..=half {
        (0..agents).for_each(|agent| edges.add(agent, (agent + offset) % agents));
    }
    for agent in 0..agents {
        let mut stream = key.stream(agent);
        for offset in 1..=half {
            let old = (agent + offset) % agents;
            let rewires = uniform(&mut stream) < f64::from(rewiring);
            let new = bounded_u32(agents as u32, stream.next_u32()) as usize;
            // An edge that would become a self-loop or a duplicate stays where it is.
            if rewires && new != agent && !edges.contains(agent, new) {
                edges.remove(agent, old);
                edges.add(agent, new);
            }
        }
    }
    edges
}
