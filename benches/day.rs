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
const WORLDS: [(usize, usize, u32); 3] = [(10_000, 64, 60), (10_000, 2_048, 9), (2_000, 512, 60)];

/// Draws each world, lives through its days, and says how long that took.
fn measure(now: impl Fn() -> f64, say: impl Fn(&str)) {
    for (people, dims, days) in WORLDS {
        let begun = now();
        let axes = crowd::Axes::new(1, dims).expect("sizes of the table are legal");
        let beliefs = crowd::draw(1, people, &axes).expect("memory for the benchmark");
        let drawn = now();
        let mut world = World::new(beliefs, Params::default(), 1).expect("the default world is legal");
        let ready = now();
        // A browser compiles twice, the second time well: let it.
        (0..10).for_each(|_| world.step());
        let mut day = || {
            let morning = now();
            world.step();
            now() - morning
        };
        let mut lengths: Vec<f64> = (0..days).map(|_| day()).collect();
        lengths.sort_by(f64::total_cmp);
        say(&format!(
            "{people:>6} x {dims:<5} {:7.1} ms/day (best {:.1}, worst {:.1}) | drawn in {:.0} ms, day 0 in {:.0} ms",
            lengths[lengths.len() / 2],
            lengths[0],
            lengths[lengths.len() - 1],
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
