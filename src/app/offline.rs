//! Registration of the service worker, which keeps files for visits without a network, never an answer.

use leptos::prelude::window;
use wasm_bindgen::prelude::*;

use super::document::{root, root_attribute};
use super::optional::{call, property};

/// Has the browser keep the page's files, once a visitor has shown that they are wanted. Who asked to save data, and
/// browsers that keep nothing, go on as before.
pub(super) fn keep_offline() {
    let navigator = window().navigator();
    let saving = property(&navigator, "connection").and_then(|connection| property(&connection, "saveData"));
    if saving.is_some_and(|saving| saving.is_truthy()) {
        return;
    }
    // In private windows some browsers have none, or throw at once.
    let Some(container) = property(&navigator, "serviceWorker") else { return };
    if property(&container, "controller").is_some() {
        // It answers already, and `src/start.js` keeps it up to date.
        return;
    }
    let script = format!("{}sw.js?v={}", root(), root_attribute("data-version").unwrap_or_default());
    if let Ok(registering) = call(&container, "register", &[&script.into()]) {
        // A refusal means a page without a memory, which is what there was before.
        let _ = call(&registering, "catch", &[&Closure::once_into_js(|_: JsValue| {})]);
    }
}
