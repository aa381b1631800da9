//! Allocations in a step: none, because buffers are kept from the step before.
#![expect(unsafe_code, reason = "an allocator that counts can only be had this way")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use drift::linalg::Matrix;
use drift::{AgentId, Bandwidth, Interaction, Kernel, NetworkModel, Normalization, Params, Traits, World};
use quiz::population;

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
    let axes = population::OpinionSpace::new(1, dims.max(2)).expect("a legal number of dimensions");
    let beliefs = population::draw(1, people, &axes).expect("a small crowd fits");
    let rows = beliefs.rows().flat_map(|row| row[..dims].to_vec()).collect();
    let beliefs = Matrix::from_rows(dims, rows).expect("whole rows");
    World::new(beliefs, params, 1).expect("legal rules")
}

#[test]
fn what_is_allocated_is_counted() {
    assert_eq!(asked(|| drop(std::hint::black_box(vec![1u8; 100]))), 1);
}

#[test]
fn no_day_of_any_kind_of_world_allocates_from_the_third_on() {
    let textbook = Params {
        interaction: Interaction::AllToAll,
        normalization: Normalization::ByAttention,
        kernel: Kernel::Flat,
        bandwidth: Bandwidth::Fixed(0.5),
        ..Params::default()
    };
    let pairs = Params { interaction: Interaction::Pairwise, ..textbook.clone() };
    for (name, dims, params) in [
        ("the default world", 64, Params::default()),
        ("conversation", 64, Params { feed_share: 0.0, posts_per_step: 20, ..Params::default() }),
        ("masks and new ideas", 64, Params { expression: 0.5, innovation: 0.1, ..Params::default() }),
        ("coordinates refitted every day", 64, Params { refit_interval: Some(1), ..Params::default() }),
        ("everybody heard", 3, textbook.clone()),
        ("everybody heard on a line", 1, textbook),
        ("pairs", 2, pairs.clone()),
        ("pairs of the near", 2, Params { algorithmic_bias: 1.0, ..pairs }),
    ] {
        let mut world = world(300, dims, params);
        let visitor = vec![0.0; dims];
        world.add_observer(&visitor, Traits::default(), 1).expect("room for a guest");
        world.set_traits(AgentId(0), Traits { feed_share: Some(0.5), ..Traits::default() }).expect("legal");
        let network = NetworkModel::WattsStrogatz { neighbors: 6, rewiring: 0.1 };
        world.set_contacts(network.generate(300, 1).expect("legal")).expect("the same people");
        (0..2).for_each(|_| world.step());
        assert_eq!(asked(|| (0..5).for_each(|_| world.step())), 0, "{name}");
    }
}
