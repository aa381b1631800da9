//! How does a test visit the page as a person would, in a real browser?
//!
//! [`visit`] serves `dist/` from a sub-path, starts a browser, and ends both, whatever happens in between.
//! A [`Page`] is one tab in a profile of its own, with the steps a visitor takes.

mod barriers;
mod drag;
mod engine;
mod fate;
mod lab;
mod native;
mod page;
mod pictures;
mod site;
mod walk;

pub use engine::Engine;
pub use lab::STATUS;
pub use native::natively;
pub use page::{Page, Screen};
pub use site::{Outcome, PREFIX, Site, dist, visit, visit_in, visit_under};
pub use walk::{HALFWAY, PLACES, QUESTIONS, Shown};
