//! What does a feed do to the visitor?
//!
//! The visitor becomes one more reader of a large world: beliefs on items from what they answered, all other
//! beliefs from the people they resemble plus a part of their own. Then days pass. Their answers change when
//! a belief has moved across a cut; the noise of their answering stays what it was on the day they answered, so
//! nothing flips by chance.
//!
//! What they could do about it runs beside it, in the same world: a lever changes only what the visitor reads, nobody
//! reads the visitor, and luck has names, so every life meets the same crowd and the same strangers (common random
//! numbers).

mod answering;
mod companions;
mod half_life;
mod kinds;
mod lever;
mod outlook;
mod report;
mod visitor;
mod year;

pub use answering::outright;
pub use half_life::half_life;
pub use lever::Lever;
pub use report::{Life, Survey, TribeSeen};
pub use visitor::beliefs_of;
pub use year::Year;
