//! The page. Built for the browser only.
fn main() {}
