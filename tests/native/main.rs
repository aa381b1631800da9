//! Native tests of the page, its workers and the crates together.

mod acyclic;
mod architecture;
mod cards;
mod explanations;
mod golden;
mod interfaces;
mod lab;
mod names;
mod question_sets;
mod requests;
mod sessions;
mod tidy;
