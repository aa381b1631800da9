//! How is a call timed, and how is it said?

use normie_descent::drift::World;

/// Milliseconds since some moment, and where results go.
pub struct Clock<'a> {
    pub now: &'a dyn Fn() -> f64,
    pub say: &'a dyn Fn(&str),
}

/// A browser compiles twice, the second time well: calls that go before, in milliseconds and in number.
const WARM: f64 = 400.0;
const WARM_CALLS: usize = 3;
/// Milliseconds that one measurement takes, and the least number of samples it is the median of.
const WHOLE: f64 = 1_500.0;
const SAMPLES: usize = 7;
/// Shorter calls are timed several at once: browsers blur their clocks.
const SAMPLE: f64 = 4.0;
/// Days from day 0 that are timed together.
const FIRST_DAYS: usize = 10;

impl Clock<'_> {
    /// Median milliseconds of a call, once it is warm.
    pub fn time(&self, call: &mut dyn FnMut()) -> f64 {
        let begun = (self.now)();
        let mut calls = 0;
        while calls < WARM_CALLS || (self.now)() - begun < WARM {
            call();
            calls += 1;
        }
        let expected = ((self.now)() - begun) / calls as f64;
        let together = (SAMPLE / expected.max(1e-6)).ceil().max(1.0) as usize;
        let begun = (self.now)();
        let mut lengths = Vec::new();
        while lengths.len() < SAMPLES || (self.now)() - begun < WHOLE {
            let before = (self.now)();
            (0..together).for_each(|_| call());
            lengths.push(((self.now)() - before) / together as f64);
        }
        lengths.sort_by(f64::total_cmp);
        lengths[lengths.len() / 2]
    }

    /// Median milliseconds of one of the first days of a world: later, when most agree, days may be easier.
    pub fn time_first_days(&self, day_zero: &World) -> f64 {
        let begun = (self.now)();
        let mut lengths = Vec::new();
        while lengths.len() < WARM_CALLS + SAMPLES || (self.now)() - begun < WARM + WHOLE {
            let mut world = day_zero.clone();
            let before = (self.now)();
            (0..FIRST_DAYS).for_each(|_| world.step());
            lengths.push(((self.now)() - before) / FIRST_DAYS as f64);
        }
        let warm = &mut lengths[WARM_CALLS..];
        warm.sort_by(f64::total_cmp);
        warm[warm.len() / 2]
    }

    /// Says what a call took, in the words that `cargo xtask bench` reads.
    ///
    /// * `sizes` – N, D and K.
    /// * `updated` – people that one call moves.
    pub fn report(&self, name: &str, sizes: [usize; 3], updated: usize, length: f64) {
        let [people, dims, posts] = sizes;
        (self.say)(&format!(
            "measured {name} n={people} d={dims} k={posts} updated={updated} ms={length:.5}"
        ));
    }
}
