//! Guess before the first question.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::VisitContext;
use crate::app::parts::{Live, follow};

/// Numbers of the quick guesses.
const CHIPS: [u8; 6] = [0, 5, 20, 50, 80, 99];

/// "Out of 100 simulated people, how many are weirder than you?"
pub(super) fn guess(app: VisitContext, slot: &HtmlElement) {
    let number = RwSignal::new(app.visitor.guess());
    let live = app.stills.with_value(|stills| Live::write(slot, &stills.guess));
    live.begin();

    let field = live.find("input").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field.clone() {
        follow(Box::new(move || {
            let shown = number.get().map(|n| n.to_string()).unwrap_or_default();
            // Writing the text that is already there would move the caret.
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
