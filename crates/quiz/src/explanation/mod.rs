//! Explanation of a respondent in a short sentence.
//!
//! A listener knows the population and nothing else. "basically the tech-optimist crowd" makes some people likelier than
//! others, and so does each clause after it; at the end the listener's distribution of factor scores is close to the
//! posterior given all answers. The gain of a part is counted in identity bits: response styles are integrated out, so that
//! loud answers cost no words. The gains of all parts and the bits that remain add up to the identity bits
//! ([`Explanation::scale_to`]), so that the length of the sentence measures who somebody is and not how they answer.
//!
//! Selection is greedy, by minimum description length (Rissanen, *Automatica* 14, 1978): of the clauses left, take the one
//! with the largest gain per word, until none gains [`LEAST_BITS`].
//!
//! Nothing in a sentence is against what was said: a label is out when a side was taken against one of its defining items,
//! and a side that most plausible selves of the respondent do not hold, answered by a response error, is no clause.

mod explainer;
mod friend;
mod held_sides;
mod listener;
mod matching;
mod nearest_respondent;
mod norms;
mod people;
mod respondents;
mod selection;
mod sentence;
mod side_curves;
mod target;

pub use crate::cluster_names::{Register, label};
pub use explainer::{Explainer, PEOPLE};
pub use friend::FRIEND_WEIGHT;
pub use nearest_respondent::Neighbour;
pub use norms::{SentenceLengths, SentenceNorms};
pub use selection::LEAST_BITS;
pub use sentence::{Clause, Explanation, SentenceOpening, WORDS_A_MINUTE, Whom};
