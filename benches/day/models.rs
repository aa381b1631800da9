//! How fast are the models that other people's simulators run, as settings of ours?

use normie_descent::belief::Beliefs;
use normie_descent::chance::{Chance, Purpose, uniform};
use normie_descent::drift::{Audience, Averaging, Kernel, Network, Params, Reach, World};

use crate::clock::Clock;

/// Bounded confidence: flat attention within `radius`, the whole way at once.
fn bounded(audience: Audience, radius: f32) -> Params {
    Params {
        audience,
        averaging: Averaging::ByAttention,
        kernel: Kernel::Flat,
        reach: Reach::Radius(radius),
        susceptibility: 1.0,
        anchor: 0.0,
        ..Params::default()
    }
}

/// The same for pairs, who meet half-way.
fn in_pairs(radius: f32, bias: f32) -> Params {
    Params { susceptibility: 0.5, bias, ..bounded(Audience::Pairs, radius) }
}

/// Uniform opinions on the unit interval.
fn line(people: usize, params: Params, network: Network) -> World {
    let chance = Chance::new(1, Purpose::Factors);
    let opinions = (0..people).map(|person| uniform(&mut chance.of(person)) as f32).collect();
    let beliefs = Beliefs::from_rows(1, opinions).expect("one number a row");
    let mut world = World::new(beliefs, params, 1).expect("the rules of the table are legal");
    let contacts = network.contacts(people, 1).expect("the networks of the table are legal");
    world.set_contacts(contacts).expect("the network is for these people");
    world
}

/// Everybody knows as many.
fn ring(neighbours: u32) -> Network {
    Network::SmallWorld { neighbours, rewiring: 1.0 }
}

/// Times a day of every model. A day of pairs is half as many meetings as people, so everybody is moved once on
/// average.
pub fn measure(clock: &Clock) {
    let conversation = Params { posts: 16, feed: 0.0, ..bounded(Audience::Posts, 0.32) };
    for (name, people, posts, params, network) in [
        ("hegselmann-krause", 1_000, 999, bounded(Audience::Everyone, 0.2), Network::Everybody),
        ("hegselmann-krause", 10_000, 9_999, bounded(Audience::Everyone, 0.2), Network::Everybody),
        ("neighbours", 10_000, 16, conversation, ring(16)),
        ("deffuant", 10_000, 1, in_pairs(0.2, 0.0), Network::Everybody),
        ("deffuant-network", 10_000, 1, in_pairs(0.2, 0.0), ring(4)),
        ("algorithmic-bias", 1_000, 999, in_pairs(0.3, 1.0), Network::Everybody),
        ("algorithmic-bias", 10_000, 16, in_pairs(0.3, 1.0), ring(16)),
        ("activity", 10_000, 8, Params::default(), Network::Everybody),
    ] {
        let length = clock.time_first_days(&line(people, params, network));
        clock.report(name, [people, 1, posts], people, length);
    }
}
