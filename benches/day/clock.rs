//! Timing of a call, and its unit in print.

use drift::World;

/// Milliseconds since some moment, and where results go.
pub(crate) struct Clock<'a> {
    pub now: &'a dyn Fn() -> f64,
    pub say: &'a dyn Fn(&str),
}

/// A browser compiles twice, the second time well: calls that go before, in milliseconds and in number.
const WARM: f64 = 300.0;
const WARM_CALLS: usize = 3;
/// Milliseconds that one measurement takes, and the least number of samples it is the median of.
const WHOLE: f64 = 800.0;
const SAMPLES: usize = 7;
/// Shorter calls are timed several at once: browsers blur their clocks.
const SAMPLE: f64 = 4.0;
/// The same for calls in turn, which find the caches full of each other's rows.
const TURN: f64 = 60.0;
/// Days from day 0 that are timed together.
const FIRST_DAYS: usize = 10;

impl Clock<'_> {
    /// Median milliseconds of a call, once it is warm.
    pub(crate) fn time(&self, call: &mut dyn FnMut()) -> f64 {
        let together = self.warm(call, SAMPLE);
        let begun = (self.now)();
        let mut lengths = Vec::new();
        while lengths.len() < SAMPLES || (self.now)() - begun < WHOLE {
            lengths.push(self.length(call, together));
        }
        median(lengths)
    }

    /// The same of two calls that take turns, so that whatever disturbs one disturbs the other as well.
    pub(crate) fn time_in_turn(&self, mut calls: [&mut dyn FnMut(); 2]) -> [f64; 2] {
        let together = calls.each_mut().map(|call| self.warm(call, TURN));
        let mut lengths = [const { Vec::new() }; 2];
        let begun = (self.now)();
        while lengths[0].len() < SAMPLES || (self.now)() - begun < 2.0 * WHOLE {
            for which in [0, 1] {
                lengths[which].push(self.length(calls[which], together[which]));
            }
        }
        lengths.map(median)
    }

    /// Calls until it is warm; how many calls take `sample` milliseconds.
    fn warm(&self, call: &mut dyn FnMut(), sample: f64) -> usize {
        let begun = (self.now)();
        let mut calls = 0;
        while calls < WARM_CALLS || (self.now)() - begun < WARM {
            call();
            calls += 1;
        }
        let expected = ((self.now)() - begun) / calls as f64;
        (sample / expected.max(1e-6)).ceil().max(1.0) as usize
    }

    /// Milliseconds of a call, many timed together.
    fn length(&self, call: &mut dyn FnMut(), together: usize) -> f64 {
        let before = (self.now)();
        (0..together).for_each(|_| call());
        ((self.now)() - before) / together as f64
    }

    /// Median milliseconds of one of the first days of a world: later, when most agree, days may be easier.
    pub(crate) fn time_first_days(&self, day_zero: &World) -> f64 {
        let begun = (self.now)();
        let mut lengths = Vec::new();
        while lengths.len() < WARM_CALLS + SAMPLES || (self.now)() - begun < WARM + WHOLE {
            let mut world = day_zero.clone();
            let before = (self.now)();
            (0..FIRST_DAYS).for_each(|_| world.step());
            lengths.push(((self.now)() - before) / FIRST_DAYS as f64);
        }
        median(lengths.split_off(WARM_CALLS))
    }

    /// Says what a call took, in the words that `cargo xtask bench` reads.
    ///
    /// * `sizes` – N, D and K.
    /// * `updated` – people that one call moves.
    pub(crate) fn report(&self, name: &str, sizes: [usize; 3], updated: usize, length: f64) {
        let [people, dims, posts] = sizes;
        (self.say)(&format!(
            "measured {name} n={people} d={dims} k={posts} updated={updated} ms={length:.5}"
        ));
    }
}

fn median(mut lengths: Vec<f64>) -> f64 {
    lengths.sort_by(f64::total_cmp);
    lengths[lengths.len() / 2]
}
