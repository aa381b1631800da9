//! Charts over any drawing backend, and share cards as PNG files.
//!
//! | module | contents |
//! |---|---|
//! | [`card`] | share cards and previews of links, rasterised here, as PNG |
//! | [`chart`] | maps, reliefs, time series and hit tests, drawn with plotters |
//!
//! # Invariants
//!
//! - **A card has the same bytes everywhere**: no canvas of a browser takes part.
//! - Charts and cards are given numbers and text; nothing is scored or simulated here.
//! - The crate knows no browser, no link and no clock.

pub mod card;
pub mod chart;
