//! Does a day take memory? It should not: what a day needs is kept from the day before.
#![expect(unsafe_code, reason = "an allocator that counts can only be had this way")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use normie_descent::belief::Beliefs;
use normie_descent::crowd;
use normie_descent::drift::{Audience, Averaging, Kernel, Network, Params, PersonId, Reach, Traits, World};

thread_local! {
    /// Blocks this thread has asked for.
    static ASKED: Cell<u64> = const { Cell::new(0) };
}

/// The system's allocator, and a count.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

// SAFETY: hands every request on to the system's allocator, unchanged; the counter is a plain number without a
// destructor, so that counting never allocates.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        // SAFETY: the caller's promises are those the system's allocator asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        // SAFETY: as above.
        unsafe { System.realloc(block, layout, size) }
    }
}

/// Blocks asked for while `work` goes on.
fn asked(work: impl FnOnce()) -> u64 {
    let before = ASKED.get();
    work();
    ASKED.get() - before
}

fn world(people: usize, dims: usize, params: Params) -> World {
    let axes = crowd::Axes::new(1, dims.max(2)).expect("a legal number of dimensions");
    let beliefs = crowd::draw(1, people, &axes).expect("a small crowd fits");
    let rows = beliefs.rows().flat_map(|row| row[..dims].to_vec()).collect();
    let beliefs = Beliefs::from_rows(dims, rows).expect("whole rows");
    World::new(beliefs, params, 1).expect("legal rules")
}

#[test]
fn what_is_allocated_is_counted() {
    assert_eq!(asked(|| drop(std::hint::black_box(vec![1u8; 100]))), 1);
}

#[test]
fn no_day_of_any_kind_of_world_allocates_from_the_third_on() {
    let textbook = Params {
        audience: Audience::Everyone,
        averaging: Averaging::ByAttention,
        kernel: Kernel::Flat,
        reach: Reach::Radius(0.5),
        ..Params::default()
    };
    let pairs = Params { audience: Audience::Pairs, ..textbook.clone() };
    for (name, dims, params) in [
        ("the default world", 64, Params::default()),
        ("conversation", 64, Params { feed: 0.0, posts: 20, ..Params::default() }),
        ("masks and new ideas", 64, Params { display: 0.5, innovation: 0.1, ..Params::default() }),
        ("coordinates learnt anew every day", 64, Params { refit: Some(1), ..Params::default() }),
        ("everybody heard", 3, textbook.clone()),
        ("everybody heard on a line", 1, textbook),
        ("pairs", 2, pairs.clone()),
        ("pairs of the near", 2, Params { bias: 1.0, ..pairs }),
    ] {
        let mut world = world(300, dims, params);
        let visitor = vec![0.0; dims];
        world.add_guest(&visitor, Traits::default(), 1).expect("room for a guest");
        world.set_traits(PersonId(0), Traits { feed: Some(0.5), ..Traits::default() }).expect("legal");
        let network = Network::SmallWorld { neighbours: 6, rewiring: 0.1 };
        world.set_contacts(network.contacts(300, 1).expect("legal")).expect("the same people");
        (0..2).for_each(|_| world.step());
        assert_eq!(asked(|| (0..5).for_each(|_| world.step())), 0, "{name}");
    }
}
