//! Pages that are written natively at build time.
//!
//! | module | contents |
//! |---|---|
//! | [`how_page`] | `how.html`, the page that explains the model, from the model's constants and measurements |
//!
//! Its programs are `how`, which writes that page, and `previews`, which draws the pictures of links.
//!
//! # Invariants
//!
//! - A sentence about a measurement is written only if `data/` supports it; otherwise the build fails.
//! - No page that is written here needs a program to be read.

pub mod how_page;
