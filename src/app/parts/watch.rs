//! Is anybody looking, and did the box change its size?

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, ResizeObserver};

/// Whether an element is on the visitor's screen: scrolled into view, on a tab that shows.
#[derive(Clone, Copy)]
pub struct Visible(RwSignal<bool>);

impl Visible {
    /// Watches `element` until the present owner is cleaned up.
    pub fn watch(element: &Element) -> Visible {
        let visible = RwSignal::new(false);
        let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                visible.set(entry.is_intersecting());
            }
        });
        if let Ok(observer) = IntersectionObserver::new(seen.as_ref().unchecked_ref()) {
            observer.observe(element);
            keep_until_cleanup((observer, seen), |(observer, _)| observer.disconnect());
        }
        Visible(visible)
    }

    /// Whether frames are worth drawing; tracked.
    pub fn get(&self) -> bool {
        self.0.get()
    }

    /// The same, untracked.
    pub fn now(&self) -> bool {
        self.0.get_untracked() && !document().hidden()
    }
}

/// Calls `then` whenever `element` changes its size, until the present owner is cleaned up.
pub fn on_resize(element: &Element, then: impl Fn() + 'static) {
    let changed = Closure::<dyn Fn()>::new(then);
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(element);
        keep_until_cleanup((observer, changed), |(observer, _)| observer.disconnect());
    }
}

/// Whether the visitor asked for less motion.
pub fn calm() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

fn keep_until_cleanup<T: 'static>(kept: T, end: impl FnOnce(T) + 'static) {
    let kept = StoredValue::new_local(Some((kept, end)));
    on_cleanup(move || {
        if let Some(Some((kept, end))) = kept.try_update_value(Option::take) {
            end(kept);
        }
    });
}
