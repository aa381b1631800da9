//! How does the page work without a network the next time? A service worker keeps its files, never an answer.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ServiceWorkerContainer;

use super::root;

/// Has the browser keep the page's files, once a visitor has shown that they are wanted. Who asked to save data, and
/// browsers that keep nothing, go on as before.
pub fn keep_offline() {
    let navigator = window().navigator();
    let saving = property(&navigator, "connection").and_then(|connection| property(&connection, "saveData"));
    if saving.is_some_and(|saving| saving.is_truthy()) {
        return;
    }
    // In private windows some browsers have none.
    if let Some(container) = property(&navigator, "serviceWorker") {
        let container: ServiceWorkerContainer = container.unchecked_into();
        // A refusal means a page without a memory, which is what there was before.
        let refused = wasm_bindgen::closure::Closure::once(|_: JsValue| {});
        let _ = container.register(&format!("{}sw.js", root())).catch(&refused);
        refused.forget();
    }
}

/// A property that not every browser has.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}
