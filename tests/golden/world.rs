//! Golden hashes of worlds after some days, to the last bit on every machine.

use drift::World;
use settings::{Preset, Setting};

/// The default world by number of dimensions, and the checksum (CRC-32C) of all beliefs after ten days.
const GOLDEN: [(u32, u32); 3] = [(2, 0x3815_ebdf), (64, 0xfb8c_0b55), (2, 0x3815_ebdf)];

/// Every preset, and the same after thirty days.
pub(super) const PRESETS: [(&str, u32); 11] = [
    ("axes", 0x2e8e_dc58),
    ("thousands", 0x290b_27f8),
    ("turned-up", 0x189e_7d04),
    ("as-people-move", 0xf76a_1fb6),
    ("hegelians", 0xc5b5_a86c),
    ("chronological", 0x8287_921f),
    ("log-off", 0xc081_745d),
    ("hegselmann-krause", 0xca6e_3cf2),
    ("deffuant-weisbuch", 0x62ec_d9b8),
    ("friedkin-johnsen", 0x1b75_02d5),
    ("baumann", 0xd656_69f2),
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
