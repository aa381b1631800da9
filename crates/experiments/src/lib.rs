//! Experiments whose figures the page quotes.
//!
//! | module | contents | printed and plotted by |
//! |---|---|---|
//! | [`laws`] | the ten claims of the essay, each tested in worlds of 2 000 agents | `cargo run --release --package experiments --example laws` |
//! | [`pace`] | parameters of a world fitted to panels of real people, and a forecast | `--example real_pace` |
//! | [`sessions`] | the perplexity of a respondent, measured on simulated sessions, and what a year on the feed makes of it | `cargo run --release --package experiments --example sessions`, `--example year` |
//!
//! The tests of this crate run the same experiments and hold what is claimed of them.
//!
//! # Invariants
//!
//! - An experiment reports what came out, also when the claim does not hold.
//! - Worlds and respondents follow from seeds: the same program gives the same figures.

mod domains;

pub mod laws;
pub mod pace;
pub mod sessions;
