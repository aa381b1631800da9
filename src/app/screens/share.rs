//! What is sent to a friend, and only when the visitor says so?

use leptos::prelude::*;
use normie_descent::items::{Answers, QUESTIONS};
use normie_descent::link;
use normie_descent::perplexity::Reading;
use normie_descent::wording::one_in;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use crate::app::parts::Live;

/// A link with the answers, or a text without them; in `slot`.
pub fn share(slot: &HtmlElement, answers: Answers, guess: Option<u8>, reading: &Reading, people: u32) {
    let live = Live::write(slot, &html());
    let address = format!("{}#{}", base(), link::encode(&link::Shared { answers, guess }));
    let text = format!(
        "meet this many simulated people to find one like me: {}. (the median: {}.)\nhow hard are you to find? {}",
        one_in(reading.identity_bits, people),
        one_in(reading.median_bits, people),
        base()
    );
    let screen = live.clone();
    live.on("[data-action=copy-link]", "click", move |_| {
        if let Some(shown) = screen.find("[data-value=link]") {
            shown.set_text_content(Some(&address));
            shown.set_hidden(false);
        }
        copy(&screen, &address, "link copied. it knows your answers.");
    });
    let screen = live.clone();
    live.on("[data-action=copy-text]", "click", move |_| {
        copy(&screen, &text, "text copied. it knows one number.");
    });
}

fn html() -> String {
    format!(
        r#"<section class="part share" id="share"><h2>send it to somebody</h2>
        <p>the link carries your answers, so their page can count again.
        <strong>anyone with the link can read your {} answers.</strong> the text carries the number only.</p>
        <p class="ways"><button class="button primary" data-action="copy-link">copy the link</button>
        <button class="button" data-action="copy-text">copy just the number</button></p>
        <p class="link number" data-value="link" hidden></p>
        <div role="status"></div></section>"#,
        QUESTIONS.len()
    )
}

const BY_HAND: &str = r#"<label class="by-hand">the clipboard said no. here it is, selected:
    <textarea readonly rows="3"></textarea></label>"#;

/// Copies, and says in place what became of it.
fn copy(screen: &Live, what: &str, done: &'static str) {
    let Some(status) = screen.find("[role=status]") else { return };
    let text = what.to_owned();
    copy_text(what.to_owned(), move |ok| {
        if ok {
            status.set_text_content(Some(done));
            return;
        }
        let field = Live::write(&status, BY_HAND).find("textarea");
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            field.set_value(&text);
            crate::app::focus(&field);
            field.select();
        }
    });
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
