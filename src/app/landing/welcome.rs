//! Greeting of a visitor who was here before.

use leptos::prelude::document;

use crate::app::kept::kept;
use crate::app::offline::keep_offline;
use quiz::quiz_session::{GOALS, QuizSession, Stage};

/// Has the files kept again for a visitor whose answers are kept: the service worker may have been removed, with what the
/// browser evicted or by a page that loaded itself again.
pub(super) fn keep_files_of_returning_visitor() {
    if kept().is_some() {
        keep_offline();
    }
}

/// Says on the way into the quiz how far it is. (Reading what is kept forgets what has expired, too.)
pub(super) fn welcome() {
    let kept = kept();
    let questions = kept.as_ref().map_or(GOALS[0], QuizSession::goal);
    let words = match kept.as_ref().map(QuizSession::stage) {
        Some(Stage::Asking(place)) => format!("you were at {} of {questions}", place + 1),
        Some(Stage::Halfway) => "you were half way".to_owned(),
        Some(Stage::Result) => "i kept your result".to_owned(),
        Some(Stage::Guess) | None => format!("{questions} questions, 2\u{bd} min"),
    };
    if let Ok(Some(small)) = document().query_selector("#landing a[href='#quiz'] small") {
        small.set_text_content(Some(&words));
    }
}
