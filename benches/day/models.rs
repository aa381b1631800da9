//! Models that other simulators run, as settings of this engine.

use drift::linalg::Matrix;
use drift::rng::{Domain, StreamKey, uniform};
use drift::{Bandwidth, Interaction, Kernel, NetworkModel, Normalization, Params, World};

use crate::clock::Clock;

/// Bounded confidence: flat attention within `radius`, the whole way at once.
fn bounded(audience: Interaction, radius: f32) -> Params {
    Params {
        interaction: audience,
        normalization: Normalization::ByAttention,
        kernel: Kernel::Flat,
        bandwidth: Bandwidth::Fixed(radius),
        convergence_rate: 1.0,
        stubbornness: 0.0,
        ..Params::default()
    }
}

/// The same for pairs, who meet half-way.
fn in_pairs(radius: f32, bias: f32) -> Params {
    Params { convergence_rate: 0.5, algorithmic_bias: bias, ..bounded(Interaction::Pairwise, radius) }
}

/// Uniform opinions on the unit interval.
fn line(people: usize, params: Params, network: NetworkModel) -> World {
    let chance = StreamKey::new(1, Domain::INITIAL_OPINIONS);
    let opinions = (0..people).map(|person| uniform(&mut chance.stream(person)) as f32).collect();
    let beliefs = Matrix::from_rows(1, opinions).expect("one number a row");
    let mut world = World::new(beliefs, params, 1).expect("the rules of the table are legal");
    let contacts = network.generate(people, 1).expect("the networks of the table are legal");
    world.set_contacts(contacts).expect("the network is for these people");
    world
}

/// Everybody knows as many.
fn ring(neighbours: u32) -> NetworkModel {
    NetworkModel::WattsStrogatz { neighbors: neighbours, rewiring: 1.0 }
}

/// Times a day of every model. A day of pairs is half as many meetings as people, so everybody is moved once on
/// average.
pub(crate) fn measure(clock: &Clock) {
    let conversation = Params { posts_per_step: 16, feed_share: 0.0, ..bounded(Interaction::Posts, 0.32) };
    for (name, people, posts, params, network) in [
        ("hegselmann-krause", 1_000, 999, bounded(Interaction::AllToAll, 0.2), NetworkModel::Complete),
        ("hegselmann-krause", 10_000, 9_999, bounded(Interaction::AllToAll, 0.2), NetworkModel::Complete),
        ("neighbours", 10_000, 16, conversation, ring(16)),
        ("deffuant", 10_000, 1, in_pairs(0.2, 0.0), NetworkModel::Complete),
        ("deffuant-network", 10_000, 1, in_pairs(0.2, 0.0), ring(4)),
        ("algorithmic-bias", 1_000, 999, in_pairs(0.3, 1.0), NetworkModel::Complete),
        ("algorithmic-bias", 10_000, 16, in_pairs(0.3, 1.0), ring(16)),
        ("activity", 10_000, 8, Params::default(), NetworkModel::Complete),
    ] {
        let length = clock.time_first_days(&line(people, params, network));
        clock.report(name, [people, 1, posts], people, length);
    }
}
