//! Calls to browser interfaces that may be missing, patched or refused: a throw becomes a `Result`.
//!
//! Privacy extensions, in-app browsers and policies take interfaces away, replace them or let them throw. `web-sys` binds
//! many methods without `catch`; an exception then passes through the program, skips every destructor and opens the box
//! for errors. Such interfaces are called from here. CONTRIBUTING.md lists them under "Optional interfaces".

use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::prelude::*;

/// How a promise ended, or that it has not.
pub(super) enum Settled {
    /// It was fulfilled.
    Fulfilled,
    /// It was rejected with this, or is no promise at all.
    Rejected(JsValue),
    /// Neither has happened within the time limit; it still may.
    Unanswered,
}

/// Reads a property; `None` if it is missing or `null`, or if reading it throws.
pub(super) fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Calls a method.
///
/// # Errors
/// What the method throws, or that there is no such method.
pub(super) fn call(target: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    method.apply(target, &list)
}

/// Scrolls to the top of the page, where the browser lets it.
pub(super) fn scroll_to_top() {
    // Without it the visitor scrolls.
    let _ = call(&window(), "scrollTo", &[&0.into(), &0.into()]);
}

/// Tells `then` how a promise ends. If it has not within `limit`, `then` hears that first and the end later, if there is
/// one.
pub(super) fn settle(promise: &JsValue, limit: Duration, then: impl Fn(Settled) + 'static) {
    let then = Rc::new(then);
    let settled = Rc::new(std::cell::Cell::new(false));
    let end = |with: fn(JsValue) -> Settled| {
        let (then, settled) = (then.clone(), settled.clone());
        Closure::once_into_js(move |value: JsValue| {
            settled.set(true);
            then(with(value));
        })
    };
    let (fulfilled, rejected) = (end(|_| Settled::Fulfilled), end(Settled::Rejected));
    if let Err(error) = call(promise, "then", &[&fulfilled, &rejected]) {
        return then(Settled::Rejected(error));
    }
    set_timeout(
        move || {
            if !settled.get() {
                then(Settled::Unanswered);
            }
        },
        limit,
    );
}
