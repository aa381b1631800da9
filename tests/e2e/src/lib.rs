//! The page as a person visits it, in a real browser.
//!
//! [`visit`] serves `dist/` from a sub-path, starts a browser, and ends both, whatever happens in between; it fails if a
//! console complained about something that was not expected. A [`Page`] is one tab in a profile of its own; its screens
//! ([`Page::landing`], [`Page::quiz`], …) know what is where and what a visitor does there.

pub mod addresses;
mod away;
mod barriers;
mod broken;
mod console;
mod element;
mod engine;
mod native;
mod nginx;
mod page;
mod personas;
mod pictures;
mod places;
mod pointer;
pub mod releases;
pub mod returning;
mod screens;
mod site;
mod surroundings;
pub mod waiting;

pub use broken::SCOPE;
pub use console::{MISSING_FILES, PAGES_FOR_FILES};
pub use element::Element;
pub use engine::Engine;
pub use native::{natively, surprisal_bits, year_until};
pub use nginx::{Caching, Missing, Nginx, temporary_folder};
pub use page::{Page, Screen};
pub use personas::{Persona, session_like, simulated_answers};
pub use places::{Destination, PLACES};
pub use screens::{LabFile, Lengths, Numbers, QUESTIONS, RevealTexts, Tells};
pub use site::{Outcome, PREFIX, Site, copy_of_dist, dist, programs, visit, visit_in, visit_on, visit_under};
