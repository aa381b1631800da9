//! What does a feed do to the visitor?
//!
//! The visitor becomes one more reader of a large world: beliefs on items from what they answered, all other
//! beliefs from the people they resemble plus a part of their own. Then days pass. Their answers change when
//! a belief has moved across a cut; the noise of their answering stays what it was on the day they answered, so
//! nothing flips by chance.

mod outlook;
mod visitor;
mod year;

pub use year::{Year, YearError};
