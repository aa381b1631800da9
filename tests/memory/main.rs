//! Refused memory: a sentence, and everything that was there before goes on.
#![expect(unsafe_code, reason = "an allocator that refuses can only be had this way")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use drift::{Params, Traits};
use settings::{Preset, Setting};

/// Blocks of this size and more count as large: a matrix of people, not the scratch of a day.
const LARGE: usize = 400_000;

thread_local! {
    /// Large blocks this thread may still have.
    static LEFT: Cell<u64> = const { Cell::new(u64::MAX) };
}

/// The system's allocator, except for large blocks once they are used up.
struct Stingy;

#[global_allocator]
static STINGY: Stingy = Stingy;

fn refused(size: usize) -> bool {
    if size < LARGE {
        return false;
    }
    let left = LEFT.get();
    LEFT.set(left.saturating_sub(1));
    left == 0
}

// SAFETY: hands every request on to the system's allocator, unchanged, or answers it with a null pointer, which is how an
// allocator refuses; the counter is a plain number without a destructor, so that counting never allocates.
unsafe impl GlobalAlloc for Stingy {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if refused(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are those the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if refused(size) {
            return std::ptr::null_mut();
        }
        // SAFETY: as above.
        unsafe { System.realloc(block, layout, size) }
    }
}

/// Does `work` with so many large blocks to be had.
fn with<T>(blocks: u64, work: impl FnOnce() -> T) -> T {
    LEFT.set(blocks);
    let done = work();
    LEFT.set(u64::MAX);
    done
}

#[test]
fn a_world_is_refused_with_a_sentence_whichever_block_is_not_to_be_had() {
    let params = Params { expression: 0.5, ..Params::default() };
    let setting = Setting { dims: 64, params, ..Preset::Thousands.setting() };
    let mut refusals = 0;
    for blocks in 0..100 {
        match with(blocks, || setting.open().map(|world| world.opinions().row_count())) {
            Ok(people) => {
                assert_eq!(people, 2_000);
                break;
            }
            Err(refusal) => {
                refusals += 1;
                let sentence = refusal.to_string();
                assert!(
                    sentence.contains("2000 people") && sentence.ends_with("this tab has not got that"),
                    "{sentence}"
                );
            }
        }
    }
    // Beliefs, tomorrow's, anchors, and the posts of both days.
    assert_eq!(refusals, 5);
}

#[test]
fn what_was_there_before_goes_on() {
    let setting = Setting { dims: 64, ..Preset::Thousands.setting() };
    let (mut world, mut other) =
        (setting.open().expect("there is memory"), setting.open().expect("there is memory"));
    let visitor = vec![0.5; 64];
    for day in 0..4 {
        // Masks need room for posts, which is refused; the old rules stay.
        let masks = Params { expression: 0.5, ..Params::default() };
        with(day % 2, || world.set_params(masks)).expect_err("no room for posts");
        assert_eq!(world.params(), &Params::default());
        world.step();
        other.step();
    }
    assert_eq!(world.checksum(), other.checksum());
    world.add_observer(&visitor, Traits::default(), 1).expect("there is memory again");
}
