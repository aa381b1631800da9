//! Visibility, changes of size, and animation frames.
//!
//! Where the browser has no observers or no frames, or refuses them, everything counts as seen, windows say when they
//! change, and a clock gives the frames.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, ResizeObserver};

use crate::app::optional::{call, property};

/// An observer speaks at once of what it observes. After this long it never will.
const PATIENCE: Duration = Duration::from_secs(3);

/// The length of a frame where the browser gives none.
const FRAME: Duration = Duration::from_millis(16);

/// Whether an element is on the visitor's screen: scrolled into view, on a tab that shows.
#[derive(Clone, Copy)]
pub(crate) struct Visible(RwSignal<bool>);

impl Visible {
    /// Watches `element` until the present owner is cleaned up.
    pub(crate) fn watch(element: &Element) -> Visible {
        let visible = RwSignal::new(false);
        let heard = Rc::new(Cell::new(false));
        let hears = heard.clone();
        let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                hears.set(true);
                visible.set(entry.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new(seen.as_ref().unchecked_ref());
        match observer.and_then(|observer| Ok((call(&observer, "observe", &[element])?, observer))) {
            Ok((_, observer)) => {
                keep_until_cleanup((observer, seen), disconnect);
                unless_heard(heard, visible);
            }
            Err(_) => visible.set(true),
        }
        Visible(visible)
    }

    /// Whether frames are worth drawing; tracked.
    pub(crate) fn get(&self) -> bool {
        self.0.get()
    }

    /// The same, untracked.
    pub(crate) fn now(&self) -> bool {
        self.0.get_untracked() && !document().hidden()
    }
}

/// Counts an element as seen if its observer says nothing. In a hidden tab observers are silent; it has to wait.
fn unless_heard(heard: Rc<Cell<bool>>, visible: RwSignal<bool>) {
    set_timeout(
        move || {
            if heard.get() || visible.is_disposed() {
                return;
            }
            if document().hidden() {
                unless_heard(heard, visible);
            } else {
                visible.set(true);
            }
        },
        PATIENCE,
    );
}

/// Calls `then` now (a moment later) and whenever `element` changes its size, until the present owner is cleaned up.
pub(crate) fn on_resize(element: &Element, then: impl Fn() + 'static) {
    let then = Rc::new(then);
    let observed = then.clone();
    let changed = Closure::<dyn Fn()>::new(move || observed());
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref());
    match observer.and_then(|observer| Ok((call(&observer, "observe", &[element])?, observer))) {
        Ok((_, observer)) => keep_until_cleanup((observer, changed), disconnect),
        Err(_) => {
            let listening = window_event_listener_untyped("resize", move |_| then());
            on_cleanup(move || listening.remove());
        }
    }
}

/// Whether the visitor asked for less motion.
pub(crate) fn calm() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    query.and_then(|query| property(&query, "matches")).is_some_and(|matches| matches.is_truthy())
}

/// Calls `then` with the next frame. (Boxed, so that this is compiled once.)
pub(crate) fn on_next_frame(then: Box<dyn FnOnce()>) {
    type Once = Rc<Cell<Option<Box<dyn FnOnce()>>>>;
    let then: Once = Rc::new(Cell::new(Some(then)));
    let run = |then: Once| {
        move || {
            if let Some(then) = then.take() {
                then();
            }
        }
    };
    if request_animation_frame_with_handle(run(then.clone())).is_err() {
        set_timeout(run(then), FRAME);
    }
}

fn disconnect<T>((observer, _): (impl AsRef<JsValue>, T)) {
    // One that cannot be disconnected goes with its element.
    let _ = call(observer.as_ref(), "disconnect", &[]);
}

fn keep_until_cleanup<T: 'static>(kept: T, end: impl FnOnce(T) + 'static) {
    let kept = StoredValue::new_local(Some((kept, end)));
    on_cleanup(move || {
        if let Some(Some((kept, end))) = kept.try_update_value(Option::take) {
            end(kept);
        }
    });
}
