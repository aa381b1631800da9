//! The worker. Built for the browser only.
fn main() {}
