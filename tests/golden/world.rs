//! What does the golden world look like, in every environment?

use normie_descent::crowd;
use normie_descent::drift::{Params, Traits, World};

/// The bits of the golden world after thirty days. A new number here is a new engine version: links of old ones
/// no longer show what they showed.
const BELIEFS: u64 = 16_200_679_634_937_709_876;

/// Lives through the thirty days and compares.
pub fn check() {
    assert_eq!(beliefs(), BELIEFS, "the golden world is another one");
}

/// Hash of all beliefs (and of one guest's) after thirty days of the default world: 400 people, 64 dimensions.
fn beliefs() -> u64 {
    let axes = crowd::Axes::new(42, 64).expect("sizes are legal");
    let crowd = crowd::draw(42, 400, &axes).expect("a small crowd fits");
    let mut world = World::new(crowd, Params::default(), 42).expect("the default world is legal");
    let guest = world.add_guest(&[1.0; 64], Traits::default(), 1).expect("an ordinary guest");
    (0..30).for_each(|_| world.step());
    let guest = world.belief(guest).expect("the guest is still there");
    fnv(world.beliefs().values().iter().chain(guest))
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo), over the little-endian bytes of the numbers.
fn fnv<'a>(numbers: impl Iterator<Item = &'a f32>) -> u64 {
    let bytes = numbers.flat_map(|x| x.to_bits().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
