//! What do I type to serve, build, test and measure the project?
fn main() {}
