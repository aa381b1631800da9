//! Growth of time and memory of a step with agents and dimensions.

use drift::Params;

use crate::clock::Clock;
use crate::worlds::world;

const PEOPLE: [usize; 3] = [1_000, 10_000, 20_000];
const DIMS: [usize; 4] = [2, 64, 512, 2_048];

/// Times a day of the default world at every size.
pub(crate) fn measure(clock: &Clock) {
    for people in PEOPLE {
        for dims in DIMS {
            let mut world = world(people, dims, Params::default());
            let length = clock.time(&mut || world.step());
            clock.report("scaling", [people, dims, 8], people, length);
        }
    }
}
