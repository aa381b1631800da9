//! The worker that draws share cards, fetched only when somebody shares: `postMessage` and nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::listen();
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;

    use js_sys::{Array, Uint8Array};
    use normie_descent::protocol::decode;
    use normie_descent::render_worker::{RenderReply, RenderWorker};
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// What is shown of all this: the page writes it and listens to it.
    const SHEET: &str = include_str!("card_sheet.html");

    /// Says the sheet once, and answers every message of the page with one reply. A picture is its bytes, what can be
    /// sent an array of strings, and what cannot be understood `null`. An `Error` is no reply, but what a panic said.
    pub(crate) fn listen() {
        std::panic::set_hook(Box::new(|info| {
            // Where it happened is for the console; what happened is for everybody.
            web_sys::console::error_1(&info.to_string().into());
            last_words(info.payload_as_str().unwrap_or("nothing at all"));
        }));
        let worker = RefCell::new(RenderWorker::default());
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_ref().map(Uint8Array::to_vec).unwrap_or_default();
            match decode(&bytes).map(|message| worker.borrow_mut().handle(message)) {
                Ok(RenderReply::Png(file)) => {
                    let file = Uint8Array::from(&file[..]);
                    post(&file, &Array::of1(&file.buffer()));
                }
                Ok(RenderReply::Texts(texts)) => {
                    let strings = [texts.link, texts.text, texts.plain, texts.alt, texts.qr];
                    post(&strings.into_iter().map(JsValue::from).collect::<Array>(), &Array::new());
                }
                // A page of another version, or one that asks for nothing.
                Ok(RenderReply::Nothing) | Err(_) => post(&JsValue::NULL, &Array::new()),
            }
        });
        page().set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        post(&SHEET.into(), &Array::new());
    }

    /// What a panicking worker says before it stops.
    fn last_words(words: &str) {
        // Nobody is left to tell if this fails; the page notices the end itself.
        let _ = page().post_message(&js_sys::Error::new(words));
    }

    fn page() -> DedicatedWorkerGlobalScope {
        js_sys::global().unchecked_into()
    }

    fn post(reply: &JsValue, handed_over: &Array) {
        if let Err(error) = page().post_message_with_transfer(reply, handed_over) {
            wasm_bindgen::throw_val(error);
        }
    }
}
