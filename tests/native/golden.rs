//! Golden values, natively.

#[path = "../golden/card.rs"]
mod card;
#[path = "../golden/score.rs"]
mod score;
#[path = "../golden/world.rs"]
mod world;

#[test]
fn a_shared_link_means_the_same_numbers_for_ever() {
    score::check();
}

#[test]
fn every_preset_goes_where_it_has_always_gone() {
    world::check_presets();
}

#[test]
fn the_default_world_goes_where_it_has_always_gone() {
    world::check();
}

#[test]
fn the_card_has_the_bytes_it_has_always_had() {
    card::check();
}
