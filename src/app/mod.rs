//! The screens of the page, in modules that are loaded when the address asks for them.
//!
//! | module | what it shows | where |
//! |---|---|---|
//! | [`landing`] | the landing's live figure; which screen the address names | the page's own WebAssembly |
//! | [`lab`] | the world to play with: six beats, all the levers | `lab`, fetched by the landing |
//! | [`visit`] | guess, questions, reveal, result, what a friend sent, the two compared | `visit`, fetched by the landing |
//!
//! Each is mounted once, in its own slot of `index.html`, and shows nothing while the address names a screen of
//! another. They share no memory: what one knows, another learns from the address. The landing's words are in
//! `index.html`, so that they need no program; `html[data-place]` shows and hides all of them. So do the first screens of
//! the quiz and of a friend's links, to be seen at once: `html[data-still]` shows one of them until [`visit`] takes it
//! over; only then does it have the hooks below. "How it works" is a page of its own, written by `crates/site` at build
//! time; it, too, has `data-screen`.
//!
//! Hooks for tests, stable whatever the page looks like:
//!
//! | hook | what it holds |
//! |---|---|
//! | `data-screen` | `landing`, `guess`, `quiz`, `halfway` (look now?), `reveal`, `result`, `welcome-back` (to a result), `compare`, `lab`, `how`: the screen shown |
//! | `data-reader` | on the result: `self` or `other` (opened from a link) |
//! | `data-two` | on the comparison: `you`, `others`, `numbers` (a friend's without answers), `missing` (one's own), `none` (a friend's) |
//! | `data-direction` | there: 0 and 1, each with `data-value="from-zero"` and `"knowing"` |
//! | `data-part` | there: `shared`, `gaps`, `rest` |
//! | `data-question`, `data-asked` | on the quiz: index of the question; place in the order, from 1 |
//! | `data-step` | on a step's button: 0 (definitely A) to 4; `pass` on the pass |
//! | `data-value="perplexity"` | "one in 72" |
//! | `data-value="identity-bits"` | the bits in words; `data-bits`: the exact f64, 16 hex digits |
//! | `data-value="further-than"` | "70 to 92" |
//! | `data-left` | on each part of the sentence, in the reveal and on the result: people of the crowd who match up to there |
//! | `data-value="seconds"`, `"weirder"`, `"guessed"` | how long the sentence takes; how many of 100 are further out; sides the crowd guessed |
//! | `data-value="answered"` | questions answered |
//! | `data-value="day"` | the day of the landing's world, or (inside the result) of the year on the feed; `data-day`: its number |
//! | `data-lever` | in the lab: a control, by its name in links; `data-preset`, `data-beat`: a world to open |
//! | `data-value="status"` | in the lab: the picture in words; `data-day`, `data-tribes`: as numbers |
//! | `data-value="golden"` | in the lab: checksum of day 30, 8 hex digits, from that day on |
//! | `data-value="year-perplexity"` | perplexity in the crowd of that day |
//! | `data-value="link"`, `"text"`, `"card"`, `"qr"` | what would be sent, once *share* was pressed |
//! | `data-action` | buttons: `guess`, `skip`, `back`, `undo`, `look`, `go-on`, `forget`, `onward`, `another`, `again`, `play`, `share`, `send`, `copy-link`, `copy-text`, `copy-plain`, `copy-alt`, `save-wide`, `save-tall`, `qr`, `redo`, `just-look`, `compare` |

pub mod lab;
pub mod landing;
pub mod visit;

mod document;
mod kept;
mod offline;
mod optional;
mod panic;
mod parts;
mod route;
mod storage;
mod worker_link;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::document::{element, focus, root_attribute};
use self::route::Route;
use self::worker_link::WorkerLink;
use crate::protocol::{OtherVersion, Request};
use picture::chart::Palette;

/// Mounts `screens` in the slot of `index.html` with this name; panics are shown from here on.
fn begin(slot: &str, screens: impl FnOnce(HtmlElement) + 'static) {
    panic::show_panics();
    let Some(slot) = element(slot) else {
        panic::show("this page has no place for its program");
        return;
    };
    // The mount starts the clockwork that effects run on, so everything else comes inside of it.
    let inside = slot.clone();
    mount_to(slot, move || screens(inside)).forget();
}

/// The place that the address names, from now on.
fn place_of_address() -> RwSignal<Route> {
    let place = RwSignal::new(route::here());
    window_event_listener(leptos::ev::hashchange, move |_| place.set(route::here()));
    place
}

/// The palette of the colour scheme, from now on.
fn palette_of_scheme() -> RwSignal<Palette> {
    let palette = RwSignal::new(parts::palette());
    if let Ok(Some(dark)) = window().match_media("(prefers-color-scheme: dark)") {
        let change = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || palette.set(parts::palette()));
        // Until the page is closed; others may be listening, too.
        let change = change.into_js_value();
        // Where it cannot be listened to, the colours are those of the moment.
        let _ = dark.add_event_listener_with_callback("change", change.unchecked_ref());
    }
    palette
}

/// A connection to the worker whose loader is named by this attribute of the page's root.
fn line<R: Request + 'static>(attribute: &str) -> StoredValue<WorkerLink<R>, LocalStorage> {
    let url = root_attribute(attribute).unwrap_or_default();
    StoredValue::new_local(WorkerLink::new(url, || panic::show(&OtherVersion.to_string())))
}

/// Brings eye and focus to the top of the screen with this name, once it is there.
fn focus_top(screen: &'static str) {
    queue_microtask(move || {
        optional::scroll_to_top();
        let heading = document().query_selector(&format!("[data-screen='{screen}'] h1")).ok().flatten();
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            focus(&heading);
        }
    });
}
