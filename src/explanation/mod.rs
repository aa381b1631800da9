//! In how few words is somebody explained?
//!
//! A listener knows the crowd and nothing else. "basically the tech-optimist crowd" makes some people likelier than
//! others, and each clause after it some more; at the end the listener thinks of nearly the people whom the whole
//! quiz points to. What a clause saves is counted in identity bits: it brings the listener that much nearer, and
//! everything the sentence saves and what it leaves untold add up to the identity bits exactly ([`Explanation::adding_up_to`]). So the seconds are
//! about the same thing as the perplexity: noise costs no words.
//!
//! Greedy minimum description (as in Rissanen, *Automatica* 14, 1978, one step at a time): of all clauses left, say the
//! one that saves most bits a word, until none saves [`LEAST_BITS`].

mod again;
mod columns;
mod exodus;
mod explainer;
mod labels;
mod neighbour;
mod phrases;
mod sentence;

pub use again::Again;
pub use explainer::{Explainer, FRIEND_WEIGHT, LEAST_BITS};
pub use labels::{Register, called, label, on_a_map};
pub use neighbour::Neighbour;
pub use phrases::phrase;
pub use sentence::{Clause, Explanation, Opening, Whom};

/// Speed of unhurried speech.
pub const WORDS_A_MINUTE: f64 = 150.0;

/// Seconds of the median simulated person who answers all questions. A property of set 1, checked against a fresh
/// sample by a test.
pub const TYPICAL_SECONDS: f64 = 6.0;
