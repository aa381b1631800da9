//! Golden hashes of worlds after some days, to the last bit on every machine.

use drift::World;
use settings::{Preset, Setting};

/// The default world by number of dimensions, and the checksum (CRC-32C) of all beliefs after ten days.
const GOLDEN: [(u32, u32); 3] = [(2, 0x60a4_d60d), (64, 0x835a_4c71), (2_048, 0xb17f_b397)];

/// Every preset, and the same after thirty days.
pub(super) const PRESETS: [(&str, u32); 8] = [
    ("axes", 0x1ab1_16a5),
    ("thousands", 0x4c51_1bb1),
    ("hegelians", 0xfb06_019e),
    ("chronological", 0xaef4_624e),
    ("log-off", 0x92c0_dfa5),
    ("hegselmann-krause", 0xca6e_3cf2),
    ("deffuant-weisbuch", 0x62ec_d9b8),
    ("friedkin-johnsen", 0x7be4_f871),
];

/// Lives through the days and compares where they led with where they have always led.
pub(super) fn check() {
    for (dims, checksum) in GOLDEN {
        let setting = Setting { seed: 29_573, people: 500, dims, ..Setting::default() };
        let found = after(10, setting.open().expect("the default world is legal"));
        assert_eq!(found, checksum, "{dims} dimensions: {found:#010x}");
    }
}

/// The same for every preset.
pub(super) fn check_presets() {
    let found = Preset::ALL.map(|preset| {
        let world = preset.setting().open().expect("presets are legal");
        (preset.key(), after(30, world))
    });
    assert_eq!(found, PRESETS, "{found:#010x?}");
}

fn after(days: usize, mut world: World) -> u32 {
    (0..days).for_each(|_| world.step());
    world.checksum()
}
