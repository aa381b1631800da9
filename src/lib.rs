//! The page of Normie Descent, and what its workers answer.
//!
//! | module | contents |
//! |---|---|
//! | `app` | what a visitor sees, in the browser only |
//! | [`protocol`] | messages between the page and a worker |
//! | [`render_worker`] | the worker that draws and writes what is shared |
//! | [`session`] | the workers that score, simulate and inspect |
//!
//! The libraries below it, and the way of an answer and of a link through them, are described in `ARCHITECTURE.md`.
//!
//! # Invariants
//!
//! - Only `app` and the programs in `bin/` call a browser; the other modules run natively, without a clock.
//! - The page computes no opinions and no scores: it asks a worker.

#[cfg(all(target_arch = "wasm32", feature = "screens"))]
pub mod app;
pub mod protocol;
pub mod render_worker;
pub mod session;
