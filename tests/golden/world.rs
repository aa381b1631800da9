//! Where is everybody after ten days, to the last bit, on every machine?

use normie_descent::crowd;
use normie_descent::drift::{Params, World};

/// Who is in the crowd, and its luck.
const SEED: u64 = 29_573;
const PEOPLE: usize = 500;
const DAYS: usize = 10;

/// Dimensions, and the checksum (CRC-32C) of all beliefs after ten days of the default world.
const GOLDEN: [(usize, u32); 3] = [(2, 0x60a4_d60d), (64, 0xd655_89c4), (2_048, 0xb9ad_6578)];

/// Lives through the days and compares where they led with where they have always led.
pub fn check() {
    for (dims, checksum) in GOLDEN {
        let axes = crowd::Axes::new(SEED, dims).expect("a legal number of dimensions");
        let beliefs = crowd::draw(SEED, PEOPLE, &axes).expect("a small crowd fits");
        let mut world = World::new(beliefs, Params::default(), SEED).expect("the default world is legal");
        (0..DAYS).for_each(|_| world.step());
        let bytes: Vec<u8> = world.beliefs().values().iter().flat_map(|value| value.to_le_bytes()).collect();
        let found = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&bytes);
        assert_eq!(found, checksum, "{dims} dimensions: {found:#010x}");
    }
}
