//! Stochastic block networks: random edges, more within blocks than across.

use crate::network::edges::Edges;
use crate::rng::{Stream, StreamKey, uniform};

/// The stochastic block network of `agents` agents (Holland, Laskey and Leinhardt, *Social Networks* 5, 1983).
///
/// Possible edges are visited in steps of geometric length, so that it costs one draw per edge and not one per pair
/// (Batagelj and Brandes, *Physical Review E* 71, 2005).
///
/// * `within`, `across` – expected degree within the own block, and to all others.
pub(crate) fn generate(agents: usize, blocks: usize, within: f64, across: f64, key: StreamKey) -> Edges {
    let own = agents as f64 / blocks as f64;
    let probabilities =
        [within / (own - 1.0).max(1.0), across / (agents as f64 - own).max(1.0)].map(|p| p.min(1.0));
    let mut edges = Edges::with_capacity(agents, 0);
    for agent in 1..agents {
        let mut stream = key.stream(agent);
        // Earlier agents of the own block, then those of the others, each as a list of positions.
        let same = agent / blocks;
        for (in_block, count) in [(true, same), (false, agent - same)] {
            let p = probabilities[usize::from(!in_block)];
            let mut position = skipped(p, &mut stream);
            while position < count as f64 {
                let n = position as usize;
                let other = if in_block {
                    n * blocks + agent % blocks
                } else {
                    nth_outside(n, agent % blocks, blocks)
                };
                edges.add(agent, other);
                position += 1.0 + skipped(p, &mut stream);
            }
        }
    }
    edges
}

/// Number of pairs skipped before the next edge: geometric with success probability `p`, by inversion.
fn skipped(p: f64, stream: &mut Stream) -> f64 {
    let u = uniform(stream);
    if p <= 0.0 {
        f64::INFINITY
    } else if p >= 1.0 {
        0.0
    } else {
        libm::floor(libm::log(u) / libm::log1p(-p))
    }
}

/// The `n`th agent outside `block`.
fn nth_outside(n: usize, block: usize, blocks: usize) -> usize {
    let (round, position) = (n / (blocks - 1), n % (blocks - 1));
    round * blocks + position + usize::from(position >= block)
}
