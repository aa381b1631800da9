//! What is sent to a friend, and only when the visitor says so?

use leptos::html::Textarea;
use leptos::prelude::*;
use normie_descent::items::{Answers, QUESTIONS};
use normie_descent::link;
use normie_descent::perplexity::Reading;
use normie_descent::wording::one_in;
use wasm_bindgen::prelude::*;

/// What became of a copy.
#[derive(Clone, PartialEq)]
enum Copied {
    Not,
    Done(&'static str),
    /// The clipboard was refused: the text itself, to be copied by hand.
    Refused(String),
}

/// A link with the answers, or a text without them.
#[component]
pub fn Share(answers: Answers, guess: Option<u8>, reading: Reading, people: u32) -> impl IntoView {
    let copied = RwSignal::new(Copied::Not);
    let address = StoredValue::new(format!("{}#{}", base(), link::encode(&link::Shared { answers, guess })));
    let shown = RwSignal::new(false);
    let text = StoredValue::new(format!(
        "meet this many simulated people to find one like me: {}. (the median: {}.)\nhow hard are you to find? {}",
        one_in(reading.identity_bits, people),
        one_in(reading.median_bits, people),
        base()
    ));
    let copy = move |what: String, done: &'static str| {
        copy_text(what.clone(), move |ok| {
            copied.set(if ok { Copied::Done(done) } else { Copied::Refused(what) })
        });
    };
    view! {
        <section class="part share" id="share">
            <h2>"send it to somebody"</h2>
            <p>
                "the link carries your answers, so their page can count again. "
                <strong>"anyone with the link can read your " {QUESTIONS.len()} " answers."</strong>
                " the text carries the number only."
            </p>
            <p class="ways">
                <button
                    class="button primary" data-action="copy-link"
                    on:click=move |_| { shown.set(true); copy(address.get_value(), "link copied. it knows your answers.") }
                >"copy the link"</button>
                <button
                    class="button" data-action="copy-text"
                    on:click=move |_| copy(text.get_value(), "text copied. it knows one number.")
                >"copy just the number"</button>
            </p>
            {move || shown.get().then(|| view! {
                <p class="link number" data-value="link">{address.get_value()}</p>
            })}
            <div role="status">
                {move || match copied.get() {
                    Copied::Not => ().into_any(),
                    Copied::Done(words) => view! { <p>{words}</p> }.into_any(),
                    Copied::Refused(what) => view! { <ByHand what/> }.into_any(),
                }}
            </div>
        </section>
    }
}

/// A field to copy from, already selected.
#[component]
fn ByHand(what: String) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            crate::app::focus(&field);
            field.select();
        }
    });
    view! {
        <label class="by-hand">
            "the clipboard said no. here it is, selected:"
            <textarea node_ref=field readonly rows="3" prop:value=what></textarea>
        </label>
    }
}

/// The page's own address, without what stands behind `#`.
fn base() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Puts text onto the clipboard and says whether it is there. Outside of secure contexts there is no clipboard.
fn copy_text(text: String, then: impl FnOnce(bool) + Clone + 'static) {
    let navigator = window().navigator();
    let there =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if !there {
        then(false);
        return;
    }
    let (done, refused) = (then.clone(), then);
    // Only one of the two is ever called; a few bytes of the other stay behind.
    let done = Closure::once_into_js(move |_: JsValue| done(true));
    let refused = Closure::once_into_js(move |_: JsValue| refused(false));
    let promise: JsValue = navigator.clipboard().write_text(&text).into();
    let then = js_sys::Reflect::get(&promise, &"then".into())
        .ok()
        .and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(then) = then
        && let Err(error) = then.call2(&promise, &done, &refused)
    {
        web_sys::console::error_1(&error);
    }
}
