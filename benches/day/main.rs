//! Time of a step, natively and in a browser.
//!
//! One thread. `cargo xtask bench` runs this here and in a worker of headless Chromium, beside other people's
//! simulators, and prints the ratios. By hand: `cargo bench --bench day`, and in the browser (`test`, because the
//! runner takes `bench` for something of its own):
//!
//! ```text
//! CHROMEDRIVER=/usr/bin/chromedriver WASM_BINDGEN_TEST_TIMEOUT=300 \
//!   cargo test --release --target wasm32-unknown-unknown --bench day -- --nocapture
//! ```
//!
//! With the word `scaling` it measures how a day and its memory grow instead.

mod clock;
mod models;
mod roofline;
mod scaling;
mod worlds;

use clock::Clock;

/// Everything that is compared with something.
fn compared(clock: &Clock) {
    roofline::measure(clock);
    worlds::measure(clock);
    worlds::measure_reinforcement(clock);
    models::measure(clock);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let start = std::time::Instant::now();
    let now = || start.elapsed().as_secs_f64() * 1e3;
    let say = |line: &str| println!("{line}");
    let clock = Clock { now: &now, say: &say };
    match std::env::args().any(|word| word == "scaling") {
        true => scaling::measure(&clock),
        false => compared(&clock),
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::Function;
    use wasm_bindgen::JsValue;
    use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

    use crate::clock::Clock;

    wasm_bindgen_test_configure!(run_in_dedicated_worker);

    /// A number that a script comes to.
    fn number(script: &Function) -> f64 {
        script
            .call0(&JsValue::NULL)
            .ok()
            .and_then(|value| value.as_f64())
            .expect("the script returns a number")
    }

    fn with_clock(measure: impl FnOnce(&Clock)) {
        // Finer than Date.
        let script = Function::new_no_args("return performance.now()");
        let now = || number(&script);
        let say = |line: &str| console_log!("{line}");
        measure(&Clock { now: &now, say: &say });
    }

    #[wasm_bindgen_test]
    fn compared_days_are_measured() {
        with_clock(super::compared);
    }

    #[wasm_bindgen_test]
    fn scaling_is_measured() {
        with_clock(super::scaling::measure);
    }

    #[wasm_bindgen_test]
    fn naive_javascript_is_measured() {
        let naive = Function::new_no_args(concat!(include_str!("../naive.js"), "\nreturn naive();"));
        let worlds = naive.call0(&JsValue::NULL).expect("the script runs");
        with_clock(|clock| {
            for world in js_sys::Array::from(&worlds) {
                let field = |name: &str| js_sys::Reflect::get(&world, &name.into()).expect("it is an object");
                let size = |name: &str| field(name).as_f64().expect("a number") as usize;
                let step = Function::from(field("step"));
                let name = format!("{} by=JavaScript", field("name").as_string().expect("a name"));
                let length =
                    clock.time(&mut || drop(step.call0(&JsValue::NULL).expect("a step does not fail")));
                clock.report(&name, ["people", "dims", "posts"].map(size), size("updated"), length);
            }
        });
    }
}
