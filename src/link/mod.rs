//! What does a shared link say?
//!
//! A result link is `#r1.` and eighteen characters: set, guess, 24 answers and a checksum. It holds answers, never
//! scores: whoever opens it computes the result again, so an impossible one cannot be shown. Chat apps wrap,
//! capitalise and decorate links, so decoding forgives what can be told apart, and says what it cannot read.

mod base32;
mod result;

pub use result::{GUESSES, LinkError, Shared, decode, encode};
