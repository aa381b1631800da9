//! How does one's own visit go? Guess, questions, result.

use leptos::prelude::*;

use super::guess::Guess;
use super::quiz::Quiz;
use super::result::ResultScreen;
use crate::app::App;
use crate::app::visitor::Stage;

/// The visit, at the stage it has reached. Leaving and coming back loses nothing.
#[component]
pub fn Visit(app: App) -> impl IntoView {
    app.prepare();
    // Screens change with the kind of stage; the quiz follows its own place.
    let kind = Memo::new(move |_| core::mem::discriminant(&app.visitor.stage.get()));
    move || {
        // Reading it, not only tracking it: a memo nobody has read knows of no change.
        kind.get();
        match app.visitor.stage.get_untracked() {
            Stage::Guess => view! { <Guess app/> }.into_any(),
            Stage::Asking(_) => view! { <Quiz visitor=app.visitor/> }.into_any(),
            Stage::Result => {
                let answers = app.visitor.answers.get_untracked();
                let guess = app.visitor.guess.get_untracked();
                view! { <ResultScreen app answers guess own=true/> }.into_any()
            }
        }
    }
}
