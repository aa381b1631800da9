//! How does one's own visit go? Guess, questions, result.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::App;
use super::guess::guess;
use super::halfway::halfway;
use super::quiz::quiz;
use super::result::result;
use crate::app::parts::follow;
use crate::sitting::Stage;

/// The visit, at the stage it has reached. Leaving and coming back loses nothing.
pub fn stages(app: App, slot: &HtmlElement) {
    app.prepare();
    // Screens change with the kind of stage; the quiz follows its own place.
    let kind = Memo::new(move |_| core::mem::discriminant(&app.visitor.stage()));
    let slot = slot.clone();
    follow(Box::new(move || {
        // Reading it, not only tracking it: a memo nobody has read knows of no change.
        kind.get();
        match app.visitor.sitting_now().stage {
            Stage::Guess => guess(app, &slot),
            Stage::Asking(_) => quiz(app.visitor, &slot),
            Stage::Halfway => halfway(app.visitor, &slot),
            Stage::Result => {
                result(app, &slot, app.visitor.answers(), app.visitor.guess(), true);
            }
        }
    }));
}
