//! What does somebody see who opens a link to a result?

use leptos::prelude::*;
use normie_descent::link;

use super::result::ResultScreen;
use crate::app::App;

/// The result in a link, or why it cannot be read and what to do.
#[component]
pub fn Shared(app: App, code: String) -> impl IntoView {
    match link::decode(&code) {
        Ok(link::Shared { answers, guess }) => {
            view! { <ResultScreen app answers guess own=false/> }.into_any()
        }
        Err(error) => view! {
            <main class="sheet result damaged" data-screen="result" data-reader="nobody">
                <p class="sheet-name"><a href="#">"normie descent"</a> " \u{b7} a torn sheet"</p>
                <h1 tabindex="-1">"this link got hurt"</h1>
                <p class="lead" data-value="link-error">{error.to_string()} "."</p>
                <p>"links lose letters in chats. ask for it again, as plain text."</p>
                <p class="ways">
                    <a class="button primary" href="#quiz">"take the quiz yourself"</a>
                    <a class="button" href="#">"see the map"</a>
                </p>
            </main>
        }
        .into_any(),
    }
}
