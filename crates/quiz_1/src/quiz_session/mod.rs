//! Quiz session: progress through the items, and its storage format.

mod progress;
mod storage_format;

pub use progress::{ChoiceRecord, GUESSES, ItemChoice, MIN_PREVIEW_ANSWERS, QuizSession, Stage};
pub use storage_format::{DAYS_KEPT, StoredSession, parse_session, parse_session_of, serialize_session};
