//! Which networks are there to choose from?

use rand::Rng;
use serde::{Deserialize, Serialize};

use crate::chance::{Chance, Purpose, below, uniform};
use crate::drift::contacts::Contacts;
use crate::drift::params::OutOfRange;
use crate::drift::person::PersonId;

/// Who has conversations with whom, in a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Network {
    /// Anybody with anybody.
    #[default]
    Everybody,
    /// A small world: a ring on which everybody knows the nearest `neighbours` (rounded down to an even number), each
    /// tie rewired to a random person with probability `rewiring` (Watts and Strogatz, *Nature* 393, 1998).
    SmallWorld {
        /// k, ties of a person.
        neighbours: u32,
        /// β, share of ties that lead anywhere.
        rewiring: f32,
    },
    /// Circles: people in equal blocks, tied at random, more within a block than across (the stochastic block model:
    /// Holland, Laskey and Leinhardt, *Social Networks* 5, 1983).
    Blocks {
        /// Number of blocks; person i belongs to block i mod blocks.
        blocks: u32,
        /// Expected ties of a person inside the own block.
        within: f32,
        /// Expected ties of a person to all others.
        across: f32,
    },
}

impl Network {
    /// k of a small world.
    pub const NEIGHBOURS: core::ops::RangeInclusive<u32> = 2..=64;
    /// β, share.
    pub const REWIRING: core::ops::RangeInclusive<f32> = 0.0..=1.0;
    /// Blocks.
    pub const BLOCKS: core::ops::RangeInclusive<u32> = 1..=64;
    /// Expected ties of a person.
    pub const TIES: core::ops::RangeInclusive<f32> = 0.0..=64.0;

    /// Refuses the first number out of range.
    pub fn check(&self) -> Result<(), OutOfRange> {
        match *self {
            Network::Everybody => Ok(()),
            Network::SmallWorld { neighbours, rewiring } => {
                OutOfRange::whole("the number of neighbours", neighbours, Self::NEIGHBOURS)?;
                OutOfRange::real("the share of ties that lead anywhere", rewiring, Self::REWIRING)
            }
            Network::Blocks { blocks, within, across } => {
                OutOfRange::whole("the number of circles", blocks, Self::BLOCKS)?;
                OutOfRange::real("the number of ties within a circle", within, Self::TIES)?;
                OutOfRange::real("the number of ties across circles", across, Self::TIES)
            }
        }
    }

    /// The network of `people` with this seed; `None` where anybody talks to anybody. Ties go both ways.
    ///
    /// In crowds too small for so many ties, people know everybody there is. Costs a few draws a tie.
    pub fn contacts(&self, people: usize, seed: u64) -> Result<Option<Contacts>, OutOfRange> {
        self.check()?;
        let chance = Chance::new(seed, Purpose::Network);
        let ties = match *self {
            Network::Everybody => return Ok(None),
            Network::SmallWorld { neighbours, rewiring } => small_world(people, neighbours, rewiring, chance),
            Network::Blocks { blocks, within, across } => {
                stochastic_blocks(people, blocks as usize, f64::from(within), f64::from(across), chance)
            }
        };
        Ok(Some(Contacts::new(&ties).expect("both generators tie people who are there")))
    }
}

/// Everybody's neighbours.
type Ties = Vec<Vec<PersonId>>;

fn tie(ties: &mut Ties, a: usize, b: usize) {
    ties[a].push(PersonId(b as u32));
    ties[b].push(PersonId(a as u32));
}

fn tied(ties: &Ties, a: usize, b: usize) -> bool {
    let (few, other) = if ties[a].len() <= ties[b].len() { (&ties[a], b) } else { (&ties[b], a) };
    few.contains(&PersonId(other as u32))
}

fn small_world(people: usize, neighbours: u32, rewiring: f32, chance: Chance) -> Ties {
    let half = (neighbours as usize / 2).min((people - 1) / 2);
    let mut ties: Ties = vec![Vec::with_capacity(2 * half + 4); people];
    for step in 1..=half {
        (0..people).for_each(|person| tie(&mut ties, person, (person + step) % people));
    }
    for person in 0..people {
        let mut luck = chance.of(person);
        for step in 1..=half {
            let old = (person + step) % people;
            let moves = uniform(&mut luck) < f64::from(rewiring);
            let new = below(people as u32, luck.next_u32()) as usize;
            // A tie that would lead to oneself or be there twice stays where it is.
            if moves && new != person && !tied(&ties, person, new) {
                untie(&mut ties, person, old);
                tie(&mut ties, person, new);
            }
        }
    }
    ties
}

fn untie(ties: &mut Ties, a: usize, b: usize) {
    ties[a].retain(|&PersonId(other)| other as usize != b);
    ties[b].retain(|&PersonId(other)| other as usize != a);
}

/// Walks over the pairs that could be tied in leaps of geometric length, so that it costs one draw a tie and not one a
/// pair (Batagelj and Brandes, *Physical Review E* 71, 2005).
fn stochastic_blocks(people: usize, blocks: usize, within: f64, across: f64, chance: Chance) -> Ties {
    let own = people as f64 / blocks as f64;
    let chances =
        [within / (own - 1.0).max(1.0), across / (people as f64 - own).max(1.0)].map(|p| p.min(1.0));
    let mut ties: Ties = vec![Vec::new(); people];
    for person in 1..people {
        let mut luck = chance.of(person);
        // Earlier people of the own block, then those of the others, each as a list of places.
        let same = person / blocks;
        for (kin, count) in [(true, same), (false, person - same)] {
            let p = chances[usize::from(!kin)];
            let mut place = leap(p, &mut luck);
            while place < count as f64 {
                let n = place as usize;
                let other =
                    if kin { n * blocks + person % blocks } else { stranger(n, person % blocks, blocks) };
                tie(&mut ties, person, other);
                place += 1.0 + leap(p, &mut luck);
            }
        }
    }
    ties
}

/// How many pairs are passed over before the next that is tied: geometric, by inversion.
fn leap(p: f64, luck: &mut crate::chance::Stream) -> f64 {
    let u = uniform(luck);
    if p <= 0.0 {
        f64::INFINITY
    } else if p >= 1.0 {
        0.0
    } else {
        libm::floor(libm::log(u) / libm::log1p(-p))
    }
}

/// The `n`th person who is not of `block`.
fn stranger(n: usize, block: usize, blocks: usize) -> usize {
    let (round, place) = (n / (blocks - 1), n % (blocks - 1));
    round * blocks + place + usize::from(place >= block)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(of: Network, people: usize) -> Contacts {
        of.contacts(people, 3).expect("legal").expect("a network")
    }

    fn mean_ties(contacts: &Contacts) -> f64 {
        (0..contacts.people() as u32).map(|p| contacts.of(p).len()).sum::<usize>() as f64
            / contacts.people() as f64
    }

    /// Share of a person's pairs of neighbours who know each other, averaged over people.
    fn clustering(contacts: &Contacts) -> f64 {
        let of = |person: u32| {
            let known = contacts.of(person);
            let pairs = known.iter().enumerate().flat_map(|(n, &a)| known[..n].iter().map(move |&b| (a, b)));
            let closed = pairs.filter(|&(a, b)| contacts.of(a).contains(&b)).count();
            2.0 * closed as f64 / (known.len() * known.len().saturating_sub(1)).max(1) as f64
        };
        (0..contacts.people() as u32).map(of).sum::<f64>() / contacts.people() as f64
    }

    #[test]
    fn ties_go_both_ways_and_nobody_is_tied_to_themselves_or_twice() {
        for of in [
            Network::SmallWorld { neighbours: 6, rewiring: 0.3 },
            Network::SmallWorld { neighbours: 64, rewiring: 1.0 },
            Network::Blocks { blocks: 5, within: 8.0, across: 2.0 },
            Network::Blocks { blocks: 1, within: 64.0, across: 3.0 },
            Network::Blocks { blocks: 64, within: 0.0, across: 64.0 },
        ] {
            for people in [2, 3, 7, 40, 500] {
                let contacts = network(of, people);
                for person in 0..people as u32 {
                    let mut known = contacts.of(person).to_vec();
                    assert!(
                        known.iter().all(|&other| other != person && contacts.of(other).contains(&person))
                    );
                    known.sort_unstable();
                    known.dedup();
                    assert_eq!(known.len(), contacts.of(person).len(), "{of:?}, {people}: {person}");
                }
            }
        }
    }

    #[test]
    fn clustering_falls_with_rewiring_as_published() {
        // C(0) = 3(k − 2) / 4(k − 1), and C(β) ≈ C(0)(1 − β)³ (Barrat and Weigt 2000).
        let ring = 3.0 * 8.0 / (4.0 * 9.0);
        for (rewiring, within) in [(0.0, 1e-12), (0.1, 0.02), (0.3, 0.02), (1.0, 0.02)] {
            let contacts = network(Network::SmallWorld { neighbours: 10, rewiring }, 3_000);
            let beta = f64::from(rewiring);
            let expected = ring * (1.0 - beta) * (1.0 - beta) * (1.0 - beta);
            assert_eq!(mean_ties(&contacts), 10.0);
            assert!(
                (clustering(&contacts) - expected).abs() < within + 0.005 * beta,
                "{}",
                clustering(&contacts)
            );
        }
    }

    #[test]
    fn blocks_have_as_many_ties_within_and_across_as_asked() {
        let people = 6_000;
        let contacts = network(Network::Blocks { blocks: 6, within: 9.0, across: 3.0 }, people);
        let kin = |p: u32| contacts.of(p).iter().filter(|&&other| other % 6 == p % 6).count();
        let within = (0..people as u32).map(kin).sum::<usize>() as f64 / people as f64;
        let across = mean_ties(&contacts) - within;
        // Four standard errors: half the ties are drawn once, so the mean has variance 2k / N.
        assert!((within - 9.0).abs() < 4.0 * f64::sqrt(18.0 / 6_000.0), "{within}");
        assert!((across - 3.0).abs() < 4.0 * f64::sqrt(6.0 / 6_000.0), "{across}");
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        let refused = |of: Network| of.contacts(100, 1).expect_err("out of range").to_string();
        assert!(
            refused(Network::SmallWorld { neighbours: 1, rewiring: 0.0 })
                .starts_with("the number of neighbours is 1")
        );
        assert!(
            refused(Network::SmallWorld { neighbours: 4, rewiring: f32::NAN }).contains("is not a number")
        );
        assert!(
            refused(Network::Blocks { blocks: 0, within: 1.0, across: 1.0 })
                .starts_with("the number of circles")
        );
        assert_eq!(Network::Everybody.contacts(5, 1), Ok(None));
    }
}
