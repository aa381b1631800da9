//! Quiz session: selection of the questions, progress through them, and its storage format.
//!
//! A session of 24 questions, stored and read again:
//!
//! ```
//! use perplexity::likeness::Likeness;
//! use quiz::questionnaire::{Response, SET_2};
//! use quiz::quiz_session::{
//!     ItemChoice, QuizSession, Stage, StoredSession, parse_session, serialize_session,
//! };
//!
//! let likeness = Likeness::default();
//! let mut session = QuizSession::of(&SET_2, 29_573);
//! session.begin(Some(20));
//! while let Some(place) = session.next_unmet() {
//!     let [a, b] = session.sides().statements(session.question(place));
//!     println!("{} of {}: {a} {b}", place + 1, session.goal());
//!     session.choose(&likeness, place, ItemChoice::Shown(Response::ALL[place % 5]));
//! }
//! assert_eq!(session.stage(), Stage::Result);
//!
//! let text = serialize_session(&session, 1_764_000_000);
//! assert_eq!(parse_session(&text, 1_764_000_000), StoredSession::Session(session));
//! ```

mod asking_order;
mod planning;
mod progress;
mod screen_sides;
mod sitting;
mod stage;
mod storage_format;

pub use planning::{CARELESS_SUSPECTED, MIN_PAIR_DISTANCE, PAIR_CHECKS};
pub use progress::{ChoiceRecord, QuizSession};
pub use screen_sides::ScreenSides;
pub use sitting::sitting;
pub use stage::{EARLY_END_WIDTH, GOALS, GUESSES, ItemChoice, MIN_PREVIEW_ANSWERS, Stage};
pub use storage_format::{DAYS_KEPT, StoredSession, parse_session, parse_session_of, serialize_session};
