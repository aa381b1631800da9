//! What does the visitor expect? One number, before the first question.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::App;
use crate::app::parts::{Live, follow};

const CHIPS: [u8; 6] = [0, 5, 20, 50, 80, 99];

/// "Out of 100 simulated people, how many are weirder than you?"
pub fn guess(app: App, slot: &HtmlElement) {
    let number = RwSignal::new(app.visitor.guess());
    let chips =
        CHIPS.map(|chip| format!(r#"<button type="button" data-chip="{chip}">{chip}</button>"#)).concat();
    let live = Live::write(slot, &html(&chips));
    live.begin();

    let field = live.find("input").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field.clone() {
        follow(Box::new(move || {
            let shown = number.get().map(|n| n.to_string()).unwrap_or_default();
            // Writing what already stands there would move the caret.
            if field.value() != shown {
                field.set_value(&shown);
            }
        }));
    }
    live.on("input", "input", move |_| {
        if let Some(field) = &field {
            number.set(field.value().trim().parse::<u8>().ok().map(|typed| typed.min(100)));
        }
    });
    for (which, by) in [("[data-action=fewer]", -1), ("[data-action=more]", 1)] {
        live.on(which, "click", move |_| {
            let from = number.get_untracked().map_or(50, i16::from);
            number.set(Some((from + by).clamp(0, 100) as u8));
        });
    }
    for chip in CHIPS {
        let which = format!("[data-chip='{chip}']");
        live.on(&which, "click", move |_| number.set(Some(chip)));
        live.attribute(&which, "aria-pressed", move || Some((number.get() == Some(chip)).to_string()));
    }
    live.attribute("[data-action=guess]", "disabled", move || number.get().is_none().then(String::new));
    live.on("form", "submit", move |event| {
        event.prevent_default();
        app.visitor.guessed(number.get_untracked());
    });
    live.text("#forgotten", move || {
        let said =
            if app.visitor.forgotten.get() { "forgotten. this browser knows nothing of you." } else { "" };
        said.to_owned()
    });
    live.on("[data-action=skip]", "click", move |_| app.visitor.guessed(None));
}

fn html(chips: &str) -> String {
    format!(
        r##"<main class="sheet guess" data-screen="guess">
        <p class="sheet-name"><a href="#">normie descent</a> · before we start</p>
        <p class="why" id="forgotten" role="status"></p>
        <h1 tabindex="-1" id="guess-question" aria-describedby="forgotten">out of 100 simulated people, how many are weirder than you?</h1>
        <form class="guess-form"><div class="guess-field">
        <button type="button" data-action="fewer" aria-label="one fewer">−</button>
        <input type="number" min="0" max="100" step="1" inputmode="numeric" aria-labelledby="guess-question" placeholder="?">
        <button type="button" data-action="more" aria-label="one more">+</button></div>
        <div class="chips" role="group" aria-label="quick guesses">{chips}</div>
        <div class="ways"><button class="button primary" data-action="guess">that's my guess</button>
        <button type="button" class="button quiet" data-action="skip">skip the guess</button></div></form>
        <p class="why">i'll hold you to it at the end. most people think they're the exception.</p></main>"##
    )
}
