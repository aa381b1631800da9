//! Declarations of influences: each one is known to the scheduler.

use std::fs;
use std::path::Path;

#[test]
fn every_declared_influence_is_scheduled() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/influence");
    let scheduler =
        fs::read_to_string(folder.join("mod.rs")).expect("sources are there when their tests run");
    let mut declared = 0;
    for entry in fs::read_dir(&folder).expect("sources are there when their tests run") {
        let path = entry.expect("entries can be read").path();
        let text = fs::read_to_string(&path).expect("sources are text");
        let file = path.file_stem().expect("files have names").to_string_lossy();
        for line in text.lines().filter_map(|line| line.strip_prefix("impl Influence for ")) {
            let name = line.trim_end_matches(" {");
            declared += 1;
            let visit = format!("visit::<{file}::{name}>()");
            assert!(scheduler.contains(&visit), "influence/mod.rs does not visit {file}::{name}");
        }
    }
    assert!(declared >= 7, "{declared} influences are declared");
}
