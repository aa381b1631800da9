//! One in how many people is like a respondent, from a few answers.
//!
//! | module | contents |
//! |---|---|
//! | [`item_bank`] | 101 survey items: loadings on eight factors, thresholds, subjects |
//! | [`response_model`] | probability of a response given factor scores and response style |
//! | [`answers`] | what is known of each item |
//! | [`laplace`] | factor scores and style given answers: mode and Gaussian approximation |
//! | [`posterior`] | the same as weighted draws |
//! | [`likeness`] | who is like whom; surprisal S, and its distribution over the population |
//! | [`score`] | perplexity `2^S` and place as ranges, split of the answers' bits |
//! | [`careless`] | probability that somebody answered without reading |
//! | [`consistency`] | the response to a reverse-keyed statement of an opinion, given the first |
//! | [`selection`] | the item to ask next |
//! | [`opinions`] | what a respondent believes in each dimension of a world |
//! | [`drifted`] | surprisal among agents whose opinions have drifted |
//! | [`plausible`] | plausible selves of a respondent |
//! | [`respondent`] | simulated respondents |
//! | [`symmetric`] | small symmetric matrices |
//! | [`domains`] | domains of the random numbers that this crate draws |
//!
//! # Symbols
//!
//! | symbol | meaning | shape, unit |
//! |---|---|---|
//! | f | factor scores, standard normal in the population | 8 |
//! | g | response style, standard normal; thresholds scale with exp(σg) | 1 |
//! | Λ | loadings of an item's latent response | 8 |
//! | `h² = ΛᵀΛ` | communality of an item | 0 to .65 |
//! | `W = ΛᵀΛ/n` | metric of the belief distance, over the n items of the bank | 8 × 8 |
//! | S | surprisal by likeness, −log2 of the mean likeness to others | bits |
//! | K | curvature of S: `S = least + fᵀKf / (2 ln 2)` | 8 × 8 |
//! | place | percentile rank of the true S among the population's | 0 to 1 |
//!
//! # Invariants
//!
//! - **The same bits everywhere**: transcendental functions come from `libm`, sums have a fixed order, random numbers come
//!   from keyed streams; the order of asking changes nothing.
//! - **About the truth**: a range is that of the true value given the answers, not of a second questionnaire.
//! - The crate knows no words of a questionnaire, no browser and no clock.
//!
//! # Example
//!
//! A session of 24 answers of a simulated respondent:
//!
//! ```
//! use perplexity::answers::{Answer, ItemAnswers};
//! use perplexity::likeness::Likeness;
//! use perplexity::respondent::SimulatedRespondent;
//! use perplexity::score::PerplexityScore;
//! use perplexity::selection::next_item;
//!
//! let likeness = Likeness::default();
//! let responses = SimulatedRespondent::nth(1, 7).responses(0);
//! let (mut asked, mut answers) = (Vec::new(), ItemAnswers::default());
//! while asked.len() < 24 {
//!     let item = next_item(&likeness, 29_573, &asked, &answers).expect("there are 101 items");
//!     asked.push(item);
//!     answers.set(item, Answer::Category(responses[item]));
//! }
//! let score = PerplexityScore::new(&likeness, &answers).expect("there are answers");
//! let [low, high] = score.surprisal_range.map(f64::exp2);
//! println!("one in {:.0} people is like you, {low:.0} to {high:.0}", score.perplexity());
//! assert!(low < score.perplexity() && score.perplexity() < high);
//! ```

pub mod answers;
mod bank_file;
pub mod careless;
pub mod consistency;
pub mod domains;
pub mod drifted;
pub mod item_bank;
mod item_parameters;
pub mod laplace;
pub mod likeness;
pub mod opinions;
pub mod plausible;
pub mod posterior;
pub mod respondent;
pub mod response_model;
pub mod score;
pub mod selection;
pub mod symmetric;
