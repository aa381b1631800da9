//! Memory that an input makes a program ask for.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    /// The largest block this thread has asked for.
    static LARGEST: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, and a record.
struct Noting;

#[global_allocator]
static NOTING: Noting = Noting;

fn note(size: usize) {
    LARGEST.set(LARGEST.get().max(size));
}

// SAFETY: hands every request on to the system's allocator, unchanged; the record is a plain number without a
// destructor, so that noting never allocates.
unsafe impl GlobalAlloc for Noting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(layout.size());
        // SAFETY: the caller's promises are those the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(layout.size());
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(size);
        // SAFETY: as above.
        unsafe { System.realloc(block, layout, size) }
    }
}

/// Does `work` on `input`; no block it asks for may be out of proportion: a mebibyte and 64 bytes for each one of the
/// input are plenty.
///
/// # Panics
/// When one is.
pub(crate) fn modest<T>(input: &[u8], work: impl FnOnce() -> T) -> T {
    LARGEST.set(0);
    let done = work();
    let (largest, enough) = (LARGEST.get(), (1 << 20) + 64 * input.len());
    assert!(largest <= enough, "{} bytes of input asked for {largest} bytes of memory at once", input.len());
    done
}
