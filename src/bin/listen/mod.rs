//! Connection of a session to the page, by `postMessage`.

use std::cell::RefCell;

use js_sys::{Array, Float32Array, Uint8Array};
use normie_descent::protocol::{Message, Reply, Request, decode, encode};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message of the page with one reply of `session`, and says `Ready` once.
pub(crate) fn listen<R: Request>(session: impl FnMut(R) -> Reply<R::Reply> + 'static) {
    std::panic::set_hook(Box::new(|info| last_words(&info.to_string())));
    let session = RefCell::new(session);
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let reply = match message_of(&event.data()) {
            Some(message) => (*session.borrow_mut())(message),
            // A page of another version; these bytes it will not understand either, and then it knows.
            None => R::Reply::refused(None, String::new()).into(),
        };
        post(&reply);
    });
    page().set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    post(&R::Reply::ready().into());
}

fn page() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn message_of<R: Request>(data: &JsValue) -> Option<R> {
    decode(&data.dyn_ref::<Uint8Array>()?.to_vec()).ok()
}

/// Bytes, then arrays, handed over rather than copied.
fn post<M: Message>(reply: &Reply<M>) {
    let parts = Array::of1(&Uint8Array::from(&encode(&reply.message)[..]));
    let handed_over = Array::new();
    for array in &reply.arrays {
        let array = Float32Array::from(&array[..]);
        handed_over.push(&array.buffer());
        parts.push(&array);
    }
    if let Err(error) = page().post_message_with_transfer(&parts, &handed_over) {
        wasm_bindgen::throw_val(error);
    }
}

/// What a panicking session says before it dies: a string, which no reply is.
fn last_words(words: &str) {
    // Nobody is left to tell if this fails; the page notices the death itself.
    let _ = page().post_message(&words.into());
}
