//! Which of our own worlds are timed?

use normie_descent::crowd;
use normie_descent::drift::{Params, World};

use crate::clock::Clock;

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

/// Day 0 of a crowd that is drawn as the page draws it.
pub fn world(people: usize, dims: usize, params: Params) -> World {
    let axes = crowd::Axes::new(1, dims).expect("sizes of the table are legal");
    let beliefs = crowd::draw(1, people, &axes).expect("memory for the benchmark");
    World::new(beliefs, params, 1).expect("the rules of the table are legal")
}

/// Times a day of every world.
pub fn measure(clock: &Clock) {
    for (name, people, dims, posts, feed) in WORLDS {
        let mut world = world(people, dims, Params { posts, feed, ..Params::default() });
        let length = clock.time(&mut || world.step());
        clock.report(name, [people, dims, posts as usize], people, length);
    }
}
