//! Worlds of this project that are timed.

use drift::{Params, TopicOverlap, World};
use quiz::population;

use crate::clock::Clock;
use crate::roofline::Traffic;

/// Name, people, dimensions, posts a day, and the share of them the recommender picks.
const WORLDS: [(&str, usize, usize, u32, f32); 7] = [
    ("conversation", 10_000, 256, 16, 0.0),
    ("conversation", 2_000, 2_048, 32, 0.0),
    ("conversation", 10_000, 2_048, 16, 0.0),
    ("feed", 10_000, 64, 8, 1.0),
    ("feed", 2_000, 512, 8, 1.0),
    ("feed", 2_000, 2_048, 8, 1.0),
    ("feed", 10_000, 2_048, 8, 1.0),
];

/// People and dimensions of the worlds whose feed reinforces.
const REINFORCED: [(usize, usize); 3] = [(10_000, 64), (2_000, 512), (2_000, 2_048)];

/// From so many dimensions on a day is held against its own traffic.
const WIDE: usize = 2_048;

/// Day 0 of a crowd that is drawn as the page draws it.
pub(crate) fn world(people: usize, dims: usize, params: Params) -> World {
    let axes = population::OpinionSpace::new(1, dims).expect("sizes of the table are legal");
    let beliefs = population::draw(1, people, &axes).expect("memory for the benchmark");
    World::new(beliefs, params, 1).expect("the rules of the table are legal")
}

/// Times a day of every world; of wide ones in turn with their traffic, so that whatever else goes on in the machine
/// slows both.
pub(crate) fn measure(clock: &Clock) {
    for (name, people, dims, posts, feed) in WORLDS {
        let mut world =
            world(people, dims, Params { posts_per_step: posts, feed_share: feed, ..Params::default() });
        let sizes = [people, dims, posts as usize];
        let length = if dims < WIDE {
            clock.time(&mut || world.step())
        } else {
            let mut traffic = Traffic::new(sizes, clock);
            let [day, alone] = clock.time_in_turn([&mut || world.step(), &mut || traffic.pass()]);
            let bytes = 4 * people * dims * (posts as usize + 3);
            let rate = bytes as f64 / alone / 1e6;
            (clock.say)(&format!("bandwidth traffic n={people} d={dims} k={posts} gbs={rate:.3}"));
            day
        };
        clock.report(name, sizes, people, length);
    }
}

/// Times a day with reinforcement in turn with the same day without: topics that stand for themselves, and topics that
/// overlap as opinions do.
pub(crate) fn measure_reinforcement(clock: &Clock) {
    for (people, dims) in REINFORCED {
        for (name, off, topic_overlap) in [
            ("reinforced", "reinforced-off", TopicOverlap::None),
            ("overlapping", "overlapping-off", TopicOverlap::Opinions),
        ] {
            let on = Params { reinforcement: 0.08, decay: 0.02, topic_overlap, ..Params::default() };
            let [mut without, mut with] = [Params::default(), on].map(|params| world(people, dims, params));
            let [plain, reinforced] = clock.time_in_turn([&mut || without.step(), &mut || with.step()]);
            let sizes = [people, dims, Params::default().posts_per_step as usize];
            clock.report(off, sizes, people, plain);
            clock.report(name, sizes, people, reinforced);
        }
    }
}
