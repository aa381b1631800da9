//! Are the numbers what they have always been, run natively?

#[path = "../golden/reading.rs"]
mod reading;

#[test]
fn a_shared_link_means_the_same_numbers_for_ever() {
    reading::check();
}
