//! How long does a day take, natively and in a browser?
//!
//! Default world, one thread. On this machine: `cargo bench --bench day`. The same lines in a worker of headless
//! Chromium (`test`, because the runner takes `bench` for something of its own):
//!
//! ```text
//! CHROMEDRIVER=/usr/bin/chromedriver WASM_BINDGEN_TEST_TIMEOUT=300 \
//!   cargo test --release --target wasm32-unknown-unknown --bench day -- --nocapture
//! ```

use normie_descent::crowd;
use normie_descent::drift::{Params, World};

/// People and dimensions, and days to measure.
const WORLDS: [(usize, usize, u32); 3] = [(10_000, 64, 40), (10_000, 2_048, 6), (2_000, 512, 40)];

/// Draws each world, lives through its days, and says how long that took.
fn measure(now: impl Fn() -> f64, say: impl Fn(&str)) {
    for (people, dims, days) in WORLDS {
        let begun = now();
        let axes = crowd::Axes::new(1, dims).expect("sizes of the table are legal");
        let beliefs = crowd::draw(1, people, &axes).expect("memory for the benchmark");
        let drawn = now();
        let mut world = World::new(beliefs, Params::default(), 1).expect("the default world is legal");
        let ready = now();
        let mut worst = 0.0f64;
        let mut all = 0.0;
        // A browser compiles twice, the second time well: let it.
        (0..10).for_each(|_| world.step());
        for _ in 0..days {
            let morning = now();
            world.step();
            let day = now() - morning;
            worst = worst.max(day);
            all += day;
        }
        say(&format!(
            "{people:>6} x {dims:<5} {:8.1} ms/day (worst {worst:.1}) | drawn in {:.0} ms, day 0 in {:.0} ms",
            all / f64::from(days),
            drawn - begun,
            ready - drawn,
        ));
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let start = std::time::Instant::now();
    measure(|| start.elapsed().as_secs_f64() * 1e3, |line| println!("{line}"));
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_dedicated_worker);

    #[wasm_bindgen_test]
    fn days_are_measured() {
        super::measure(js_sys::Date::now, |line| console_log!("{line}"));
    }
}
