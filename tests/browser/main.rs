//! Golden values in a browser, to the last bit.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "../golden/card.rs"]
mod card;
#[path = "../golden/score.rs"]
mod score;
#[path = "../golden/world.rs"]
mod world;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_shared_link_means_the_same_numbers_as_natively() {
    score::check();
}

#[wasm_bindgen_test]
fn every_preset_goes_the_same_way_as_natively() {
    world::check_presets();
}

#[wasm_bindgen_test]
fn the_default_world_goes_the_same_way_as_natively() {
    world::check();
}

#[wasm_bindgen_test]
fn the_card_has_the_same_bytes_as_natively() {
    card::check();
}
