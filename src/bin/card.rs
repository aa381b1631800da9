//! How does the painter listen to the page? Behind `postMessage`, fetched only when somebody shares; nothing else
//! happens here.

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::listen();
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;

    use js_sys::{Array, Uint8Array};
    use normie_descent::card::{FromPainter, Painter};
    use normie_descent::protocol::decode;
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// What is shown of all this: the page writes it and listens to it.
    const SHEET: &str = include_str!("card_sheet.html");

    /// Says the sheet once, and answers every message of the page with one reply. A picture is its bytes, what can be
    /// sent an array of strings, and what cannot be understood `null`.
    pub fn listen() {
        let painter = RefCell::new(Painter::default());
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_ref().map(Uint8Array::to_vec).unwrap_or_default();
            match decode(&bytes).map(|message| painter.borrow_mut().handle(message)) {
                Ok(FromPainter::Drawn(file)) => {
                    let file = Uint8Array::from(&file[..]);
                    post(&file, &Array::of1(&file.buffer()));
                }
                Ok(FromPainter::Told(told)) => {
                    let strings = [told.link, told.text, told.plain, told.alt, told.qr];
                    post(&strings.into_iter().map(JsValue::from).collect::<Array>(), &Array::new());
                }
                // A page of another version, or one that asks for nothing.
                Ok(FromPainter::Nothing) | Err(_) => post(&JsValue::NULL, &Array::new()),
            }
        });
        page().set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        post(&SHEET.into(), &Array::new());
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
