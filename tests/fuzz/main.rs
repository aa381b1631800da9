//! Fuzzing of everything that comes from outside: links, messages, what a browser has kept, tables.
//!
//! Each test begins with inputs that are understood and with every one in `tests/corpus/`, and goes on with mutants of
//! them, always the same ones. `cargo xtask fuzz` looks further, led by which code an input reaches; what it finds is
//! kept in `tests/corpus/`, too.
#![expect(unsafe_code, reason = "an allocator that counts can only be had this way")]

mod appetite;
mod mutation;
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use mutation::Mutation;
use targets::Target;

/// Runs a target on everything that is kept for it, and on `mutants` mutants.
fn no_harm(target: &Target, mutants: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs = (target.seeds)();
    let folder = root.join("tests/corpus").join(target.name);
    let mut kept: Vec<_> = fs::read_dir(&folder)
        .expect("every target has a folder of kept inputs")
        .map(|entry| entry.expect("a folder's entries can be read").path())
        .collect();
    kept.sort();
    inputs.extend(kept.iter().map(|file| fs::read(file).expect("a kept input can be read")));
    let mutation = Mutation::new(inputs.clone());
    for input in inputs.into_iter().chain((0..mutants).map(|nth| mutation.mutant(nth))) {
        if let Err(harm) = catch_unwind(AssertUnwindSafe(|| (target.run)(&input))) {
            let file = root.join("target").join(format!("harmful-{}", target.name));
            let written = fs::write(&file, &input).map(|()| file.display().to_string());
            eprintln!(
                "{:?}\nis harmful; keep it in {} ({written:?})",
                targets::shown(&input),
                folder.display()
            );
            resume_unwind(harm);
        }
    }
}

#[test]
fn no_link_does_harm() {
    no_harm(&targets::LINKS, 30_000);
}

#[test]
fn no_bytes_in_place_of_a_message_do_harm() {
    no_harm(&targets::MESSAGES, 30_000);
}

#[test]
fn no_conversation_with_the_worker_does_harm() {
    no_harm(&targets::CONVERSATIONS, 1_500);
}

#[test]
fn nothing_that_a_browser_has_kept_does_harm() {
    no_harm(&targets::STORAGE, 30_000);
}

#[test]
fn no_table_does_harm() {
    no_harm(&targets::TABLES, 10_000);
}

#[test]
fn harm_is_noticed_in_every_way_it_can_come() {
    let harmful: [fn(&[u8]); 2] = [
        |bytes| assert_ne!(bytes, b"bad", "this one is refused"),
        |bytes| drop(appetite::modest(bytes, || Vec::<u8>::with_capacity(100 << 20))),
    ];
    for run in harmful {
        let target = Target { name: "links", run, seeds: || vec![b"bad".to_vec()] };
        assert!(catch_unwind(|| no_harm(&target, 0)).is_err());
    }
}
