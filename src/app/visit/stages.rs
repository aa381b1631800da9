//! Stages of the visitor's own visit: guess, questions, reveal, result.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::VisitContext;
use super::guess::guess;
use super::halfway_page::{halfway, welcome_back};
use super::quiz::quiz;
use super::result::result;
use super::reveal::reveal;
use crate::app::parts::follow;
use quiz::quiz_session::Stage;

/// The visit, at the stage it has reached. Leaving and coming back loses nothing.
pub(super) fn stages(app: VisitContext, slot: &HtmlElement) {
    app.prepare();
    let visitor = app.visitor;
    // Who comes back has seen it.
    visitor.revealed();
    // Screens change with the kind of stage; the quiz follows its own place.
    let kind = Memo::new(move |_| {
        let stage = visitor.stage();
        let result = stage == Stage::Result;
        let (returned, revealing) = (visitor.returned.get(), visitor.revealing.get());
        (core::mem::discriminant(&stage), result && returned, result && revealing)
    });
    let slot = slot.clone();
    follow(Box::new(move || {
        // Reading it, not only tracking it: a memo nobody has read knows of no change.
        let (_, returned, revealing) = kind.get();
        match visitor.session_now().stage() {
            Stage::Guess => guess(app, &slot),
            Stage::Asking(_) => quiz(visitor, &slot),
            Stage::Halfway => halfway(visitor, &slot),
            Stage::Result if revealing => reveal(app, &slot),
            Stage::Result if returned => welcome_back(visitor, &slot),
            Stage::Result => result(app, &slot, visitor.answers(), visitor.guess(), true),
        }
    }));
}
