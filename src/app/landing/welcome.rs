//! Greeting of a visitor who was here before.

use leptos::prelude::document;

use crate::app::kept::kept;
use quiz::questionnaire::ASKED;
use quiz::quiz_session::Stage;

/// Says on the way into the quiz how far it is. (Reading what is kept forgets what has expired, too.)
pub fn welcome() {
    let words = match kept().map(|session| session.stage) {
        Some(Stage::Asking(place)) => format!("you were at {} of {}", place + 1, ASKED.len()),
        Some(Stage::Halfway) => "you were half way".to_owned(),
        Some(Stage::Result) => "i kept your result".to_owned(),
        Some(Stage::Guess) | None => format!("{} questions, ~3 min", ASKED.len()),
    };
    if let Ok(Some(small)) = document().query_selector("#landing a[href='#quiz'] small") {
        small.set_text_content(Some(&words));
    }
}
