//! Entry point for libFuzzer: the target that `FUZZ_TARGET` names; `FUZZ_SEEDS` is a folder for the inputs
//! that it understands.
#![no_main]

#[path = "../../appetite.rs"]
mod appetite;
#[path = "../../targets.rs"]
mod targets;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use targets::Target;

static TARGET: OnceLock<Target> = OnceLock::new();

fn begin() {
    let name = env::var("FUZZ_TARGET").expect("FUZZ_TARGET names the target");
    let target =
        [targets::LINKS, targets::MESSAGES, targets::CONVERSATIONS, targets::STORAGE, targets::TABLES]
            .into_iter()
            .find(|target| target.name == name);
    let target = target.unwrap_or_else(|| panic!("there is no target {name}"));
    let folder = PathBuf::from(env::var_os("FUZZ_SEEDS").expect("FUZZ_SEEDS names a folder"));
    for (nth, seed) in (target.seeds)().into_iter().enumerate() {
        fs::write(folder.join(format!("seed-{nth}")), seed).expect("the folder of seeds can be written");
    }
    assert!(TARGET.set(target).is_ok(), "this happens once");
}

fuzz_target!(init: begin(), |input: &[u8]| {
    (TARGET.get().expect("the beginning comes first").run)(input);
});
