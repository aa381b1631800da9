//! Which names has a world's link, and what do their values mean?

use super::world::LabWorld;
use super::world_values::Value;
use crate::drift::{Audience, Averaging, Kernel, Network, Params};
use crate::worlds::{Circles, Start};

/// One name.
pub(super) struct Key {
    pub name: &'static str,
    /// Whether it is written even where it is as by default.
    pub always: bool,
    pub value: Value,
}

const fn key(name: &'static str, value: Value) -> Key {
    Key { name, always: false, value }
}

const fn always(name: &'static str, value: Value) -> Key {
    Key { name, always: true, value }
}

use Value::{Mentors, Radius, Real, RealOf, Refit, Seed, Share, Trait, Whole, WholeOf, Word};

/// All names, in the order in which they are written.
pub(super) static KEYS: [Key; 38] = [
    always("seed", Seed),
    always("feed", Real(Params::FEED, |w| &mut w.params.feed)),
    always("dims", Whole(LabWorld::DIMS, |w| &mut w.dims)),
    key("people", Whole(Params::PEOPLE, |w| &mut w.people)),
    key("posts", Whole(Params::POSTS, |w| &mut w.params.posts)),
    key("screened", Whole(Params::SCREENED, |w| &mut w.params.screened)),
    key("explore", Real(Params::EXPLORE, |w| &mut w.params.explore)),
    key("susceptibility", Real(Params::SUSCEPTIBILITY, |w| &mut w.params.susceptibility)),
    key("anchor", Real(Params::ANCHOR, |w| &mut w.params.anchor)),
    key("innovation", Real(Params::INNOVATION, |w| &mut w.params.innovation)),
    key("display", Real(Params::DISPLAY, |w| &mut w.params.display)),
    key("kernel", Word(&KERNELS, |w| w.params.kernel as usize, |w, n| w.params.kernel = KERNEL[n])),
    key("falloff", Real(Params::FALLOFF, |w| &mut w.params.falloff)),
    key("share", Share),
    key("radius", Radius),
    key("embedding", Whole(Params::EMBEDDING, |w| &mut w.params.embedding)),
    key("refit", Refit),
    key("audience", Word(&AUDIENCES, |w| w.params.audience as usize, |w, n| w.params.audience = AUDIENCE[n])),
    key(
        "averaging",
        Word(&AVERAGINGS, |w| w.params.averaging as usize, |w, n| w.params.averaging = AVERAGING[n]),
    ),
    key("bias", Real(Params::BIAS, |w| &mut w.params.bias)),
    key("start", Word(&STARTS, |w| w.start as usize, |w, n| w.start = START[n])),
    key("network", Word(&NETWORKS, network, |w, n| w.network = NETWORK[n])),
    key("neighbours", WholeOf(Network::NEIGHBOURS, neighbours)),
    key("rewiring", RealOf(Network::REWIRING, rewiring)),
    key("blocks", WholeOf(Network::BLOCKS, blocks)),
    key("within", RealOf(Network::TIES, |w| Some(blocks_of(w)?.0))),
    key("across", RealOf(Network::TIES, |w| Some(blocks_of(w)?.1))),
    key("circles", Word(&CIRCLES, circles, |w, n| w.circles = CIRCLE[n])),
    key("school", RealOf(Circles::SHARE, school)),
    key("ties", WholeOf(Circles::TIES, ties)),
    key("mentorship", RealOf(Params::MENTORSHIP, mentorship)),
    key("anchored", RealOf(Params::ANCHOR, anchored)),
    key("you.anchor", Trait(Params::ANCHOR, |w| &mut w.you.anchor)),
    key("you.susceptibility", Trait(Params::SUSCEPTIBILITY, |w| &mut w.you.susceptibility)),
    key("you.feed", Trait(Params::FEED, |w| &mut w.you.feed)),
    key("you.explore", Trait(Params::EXPLORE, |w| &mut w.you.explore)),
    key("you.mentorship", Real(Params::MENTORSHIP, |w| &mut w.you.mentorship)),
    key("you.mentors", Mentors),
];

const KERNELS: [&str; 4] = ["flat", "gauss", "rational", "one"];
const KERNEL: [Kernel; 4] = [Kernel::Flat, Kernel::Gauss, Kernel::Rational, Kernel::One];
const AUDIENCES: [&str; 3] = ["posts", "everyone", "pairs"];
const AUDIENCE: [Audience; 3] = [Audience::Posts, Audience::Everyone, Audience::Pairs];
const AVERAGINGS: [&str; 2] = ["per-post", "by-attention"];
const AVERAGING: [Averaging; 2] = [Averaging::PerPost, Averaging::ByAttention];

const STARTS: [&str; 2] = ["crowd", "uniform"];
const START: [Start; 2] = [Start::Crowd, Start::Uniform];
const NETWORKS: [&str; 3] = ["everybody", "small-world", "blocks"];
const NETWORK: [Network; 3] = [
    Network::Everybody,
    Network::SmallWorld { neighbours: 10, rewiring: 0.1 },
    Network::Blocks { blocks: 8, within: 8.0, across: 2.0 },
];
const CIRCLES: [&str; 3] = ["none", "school", "everybody"];
const CIRCLE: [Circles; 3] = [
    Circles::None,
    Circles::School { share: 0.03, ties: 5, mentorship: 0.8, anchored: 0.0 },
    Circles::Everybody { ties: 5, mentorship: 1.0 },
];

/// A refit that never comes.
pub(super) const NEVER: &str = "never";

fn network(w: &LabWorld) -> usize {
    match w.network {
        Network::Everybody => 0,
        Network::SmallWorld { .. } => 1,
        Network::Blocks { .. } => 2,
    }
}

fn neighbours(w: &mut LabWorld) -> Option<&mut u32> {
    if let Network::SmallWorld { neighbours, .. } = &mut w.network { Some(neighbours) } else { None }
}

fn rewiring(w: &mut LabWorld) -> Option<&mut f32> {
    if let Network::SmallWorld { rewiring, .. } = &mut w.network { Some(rewiring) } else { None }
}

fn blocks(w: &mut LabWorld) -> Option<&mut u32> {
    if let Network::Blocks { blocks, .. } = &mut w.network { Some(blocks) } else { None }
}

/// Ties within and across blocks.
fn blocks_of(w: &mut LabWorld) -> Option<(&mut f32, &mut f32)> {
    if let Network::Blocks { within, across, .. } = &mut w.network { Some((within, across)) } else { None }
}

fn circles(w: &LabWorld) -> usize {
    match w.circles {
        Circles::None => 0,
        Circles::School { .. } => 1,
        Circles::Everybody { .. } => 2,
    }
}

fn school(w: &mut LabWorld) -> Option<&mut f32> {
    if let Circles::School { share, .. } = &mut w.circles { Some(share) } else { None }
}

fn ties(w: &mut LabWorld) -> Option<&mut u32> {
    match &mut w.circles {
        Circles::None => None,
        Circles::School { ties, .. } | Circles::Everybody { ties, .. } => Some(ties),
    }
}

fn mentorship(w: &mut LabWorld) -> Option<&mut f32> {
    match &mut w.circles {
        Circles::None => None,
        Circles::School { mentorship, .. } | Circles::Everybody { mentorship, .. } => Some(mentorship),
    }
}

fn anchored(w: &mut LabWorld) -> Option<&mut f32> {
    if let Circles::School { anchored, .. } = &mut w.circles { Some(anchored) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_what_they_mean_stand_in_the_same_order() {
        let mut world = LabWorld::default();
        for key in KEYS.iter() {
            let Word(words, number, put) = &key.value else { continue };
            for at in 0..words.len() {
                put(&mut world, at);
                assert_eq!(number(&world), at, "{}", key.name);
                assert_eq!(key.value(&world).as_deref(), Some(words[at]));
            }
        }
    }
}
