//! How does one's own visit go? Guess, questions, reveal, result.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::App;
use super::guess::guess;
use super::quiz::quiz;
use super::result::result;
use super::reveal::reveal;
use super::visitor::Stage;
use crate::app::parts::follow;

/// The visit, at the stage it has reached. Leaving and coming back loses nothing.
pub fn stages(app: App, slot: &HtmlElement) {
    app.prepare();
    // Who comes back has seen it.
    if app.visitor.stage.get_untracked() == Stage::Reveal {
        app.visitor.stage.set(Stage::Result);
    }
    // Screens change with the kind of stage; the quiz follows its own place.
    let kind = Memo::new(move |_| core::mem::discriminant(&app.visitor.stage.get()));
    let slot = slot.clone();
    follow(Box::new(move || {
        // Reading it, not only tracking it: a memo nobody has read knows of no change.
        kind.get();
        match app.visitor.stage.get_untracked() {
            Stage::Guess => guess(app, &slot),
            Stage::Asking(_) => quiz(app.visitor, &slot),
            Stage::Reveal => reveal(app, &slot),
            Stage::Result => {
                let answers = app.visitor.answers.get_untracked();
                result(app, &slot, answers, app.visitor.guess.get_untracked(), true);
            }
        }
    }));
}
