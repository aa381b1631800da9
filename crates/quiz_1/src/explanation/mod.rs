//! Explanation of a respondent in a short sentence.
//!
//! A listener knows the population and nothing else. "basically the tech-optimist crowd" makes some respondents
//! likelier than others, and so does each clause after it; at the end the listener's distribution is close to the
//! posterior given all answers. The gain of a part is counted in identity bits. The gains of all parts and the bits
//! that remain add up to the identity bits exactly ([`Explanation::scale_to`]), so the length of the sentence measures
//! the same as the perplexity: noise costs no words.
//!
//! Selection is greedy, by minimum description length (Rissanen, *Automatica* 14, 1978): of the clauses left, take the
//! one with the largest gain per word, until none gains [`LEAST_BITS`].

mod explainer;
mod fact_columns;
mod labels;
mod matching;
mod nearest_respondent;
mod retest;
mod sentence;

pub use explainer::{Explainer, FRIEND_WEIGHT, LEAST_BITS};
pub use labels::{Register, called, label, on_a_map};
pub use nearest_respondent::Neighbour;
pub use retest::SentenceRetest;
pub use sentence::{Clause, Explanation, SentenceOpening, WORDS_A_MINUTE, Whom};
