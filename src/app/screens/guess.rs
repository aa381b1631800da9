//! What does the visitor expect? One number, before the first question.

use leptos::html::{H1, Input};
use leptos::prelude::*;

use crate::app::App;
use crate::app::visitor::Stage;

const CHIPS: [u8; 6] = [0, 5, 20, 50, 80, 99];

/// "Out of 100 simulated people, how many are weirder than you?"
#[component]
pub fn Guess(app: App) -> impl IntoView {
    let number = RwSignal::new(app.visitor.guess.get_untracked());
    let (heading, field) = (NodeRef::<H1>::new(), NodeRef::<Input>::new());
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            crate::app::focus(&heading);
        }
    });
    let change = move |by: i16| {
        let from = number.get_untracked().map_or(50, i16::from);
        number.set(Some((from + by).clamp(0, 100) as u8));
    };
    let typed = move |_| {
        if let Some(field) = field.get_untracked() {
            number.set(field.value().trim().parse::<u8>().ok().map(|typed| typed.min(100)));
        }
    };
    let go = move |guess: Option<u8>| {
        app.visitor.guess.set(guess);
        app.visitor.stage.set(Stage::Asking(0));
    };
    view! {
        <main class="sheet guess" data-screen="guess">
            <p class="sheet-name"><a href="#">"normie descent"</a> " \u{b7} before we start"</p>
            <h1 node_ref=heading tabindex="-1" id="guess-question">
                "out of 100 simulated people, how many are weirder than you?"
            </h1>
            <form
                class="guess-form"
                on:submit=move |event| { event.prevent_default(); go(number.get_untracked()) }
            >
                <div class="guess-field">
                    <button type="button" aria-label="one fewer" on:click=move |_| change(-1)>"\u{2212}"</button>
                    <input
                        node_ref=field
                        type="number" min="0" max="100" step="1" inputmode="numeric"
                        aria-labelledby="guess-question"
                        placeholder="?"
                        prop:value=move || number.get().map(|n| n.to_string()).unwrap_or_default()
                        on:input=typed
                    />
                    <button type="button" aria-label="one more" on:click=move |_| change(1)>"+"</button>
                </div>
                <div class="chips" role="group" aria-label="quick guesses">
                    {CHIPS.map(|chip| view! {
                        <button
                            type="button"
                            aria-pressed=move || (number.get() == Some(chip)).to_string()
                            on:click=move |_| number.set(Some(chip))
                        >{chip}</button>
                    })}
                </div>
                <div class="ways">
                    <button class="button primary" data-action="guess" disabled=move || number.get().is_none()>
                        "that's my guess"
                    </button>
                    <button type="button" class="button quiet" data-action="skip" on:click=move |_| go(None)>
                        "skip the guess"
                    </button>
                </div>
            </form>
            <p class="why">"i'll hold you to it at the end. most people think they're the exception."</p>
        </main>
    }
}
