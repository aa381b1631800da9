//! What does this browser keep of a visit? One line of its local storage, for seven days.
//!
//! Where storage is blocked or full, nothing is kept and nothing else changes: the visit lives in this tab's memory.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{Storage, StorageEvent};

use crate::sitting::{Sitting, kept_text, read_kept};

/// The one name we use in the storage, which a host may share among several pages.
const NAME: &str = "normie-descent";

/// The visit that is kept, if there is one. What is too old or cannot be read is thrown away.
pub fn kept() -> Option<Sitting> {
    let text = storage()?.get_item(NAME).ok()??;
    let sitting = read_kept(&text, now());
    if sitting.is_none() {
        forget();
    }
    sitting
}

/// Keeps a visit from now on, and says whether it could; one without anything to keep leaves nothing behind.
pub fn keep(sitting: &Sitting) -> bool {
    if sitting.is_blank() {
        forget();
        return false;
    }
    // Refused when it is full: then the visit goes on without.
    storage().is_some_and(|storage| storage.set_item(NAME, &kept_text(sitting, now())).is_ok())
}

/// Calls `then` with what another page of ours has kept, or with nothing when it has forgotten the visit; as long as
/// this one lives. `was_kept` says whether there was something to forget.
pub fn on_change_elsewhere(was_kept: impl Fn() -> bool + 'static, then: impl Fn(Option<Sitting>) + 'static) {
    let then = Rc::new(then);
    let back = then.clone();
    // A page that comes back from the browser's own memory has heard nothing while it was away.
    window_event_listener_untyped("pageshow", move |_| {
        let now = kept();
        if now.is_some() || was_kept() {
            back(now);
        }
    });
    window_event_listener(leptos::ev::storage, move |event: StorageEvent| {
        // Without a key, all of the storage was emptied.
        if event.key().is_some_and(|key| key != NAME) {
            return;
        }
        match event.new_value() {
            None => then(None),
            // What cannot be read was written by a page of another version, and is left to it.
            Some(text) => {
                if let Some(sitting) = read_kept(&text, now()) {
                    then(Some(sitting));
                }
            }
        }
    });
}

/// Empties the storage of us; pages in other tabs hear of it.
fn forget() {
    if let Some(storage) = storage() {
        // Refused only where nothing can be kept either.
        let _ = storage.remove_item(NAME);
    }
}

/// Blocked storage is refused when it is asked for, or is not there at all.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Seconds since 1970, by this device's clock.
fn now() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}
