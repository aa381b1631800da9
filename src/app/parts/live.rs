//! Event listeners and effects on HTML that was written as text.
//!
//! Most words of a screen never change, and a typed view costs half a kilobyte of program for each of its elements.
//! So a screen is written once as HTML, and this finds the few places in it that listen or move. What a place shows
//! follows signals: it lasts as long as the effect or mount in which the screen was written.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlCanvasElement, HtmlElement};

/// A piece of the page that was written as HTML.
#[derive(Clone)]
pub(crate) struct Live(HtmlElement);

impl Live {
    /// Writes `html` into `slot`. Texts that others wrote never go in here, but into [`Live::text`].
    pub(crate) fn write(slot: &HtmlElement, html: &str) -> Live {
        slot.set_inner_html(html);
        Live(slot.clone())
    }

    /// The same slot with other HTML of our own.
    pub(crate) fn rewrite(&self, html: &str) -> Live {
        Live::write(&self.0, html)
    }

    /// The first element in it that `selector` names. A name without an element is a mistake of ours: the console
    /// hears of it and the rest of the screen goes on.
    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.element(selector)?.dyn_into().ok()
    }

    /// The same, be it of a drawing.
    fn element(&self, selector: &str) -> Option<Element> {
        let found = self.0.query_selector(selector).ok().flatten();
        if found.is_none() {
            leptos::logging::error!("there is no {selector} on this screen");
        }
        found
    }

    /// The canvases in it, in order, if there are as many.
    pub(crate) fn canvases<const N: usize>(&self, within: &str) -> Option<[HtmlCanvasElement; N]> {
        let all = self.0.query_selector_all(&format!("{within} canvas")).ok()?;
        let found: Vec<HtmlCanvasElement> =
            (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect();
        found.try_into().ok()
    }

    /// From the top, the heading first: for eyes and for screen readers.
    pub(crate) fn begin(&self) {
        crate::app::optional::scroll_to_top();
        if let Some(heading) = self.find("h1") {
            crate::app::document::focus(&heading);
        }
    }

    /// Calls `then` on every `event` at the element, as long as the element exists.
    pub(crate) fn on(&self, selector: &str, event: &str, then: impl Fn(Event) + 'static) {
        if let Some(element) = self.find(selector) {
            listen(&element, event, Box::new(then));
        }
    }

    /// Keeps the element's text.
    pub(crate) fn text(&self, selector: &str, text: impl Fn() -> String + 'static) {
        if let Some(element) = self.find(selector) {
            follow(Box::new(move || element.set_text_content(Some(&text()))));
        }
    }

    /// Keeps an attribute of the element; `None` takes it away.
    pub(crate) fn attribute(
        &self,
        selector: &str,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) {
        if let Some(element) = self.element(selector) {
            follow(Box::new(move || set_attribute(&element, name, value())));
        }
    }

    /// Keeps the element's inside, HTML of our own.
    pub(crate) fn inside(&self, selector: &str, html: impl Fn() -> String + 'static) {
        if let Some(element) = self.find(selector) {
            follow(Box::new(move || element.set_inner_html(&html())));
        }
    }
}

/// Runs `then` now and whenever a signal it reads has changed. (Boxed, so that effects are compiled once.)
pub(crate) fn follow(then: Box<dyn Fn()>) {
    Effect::new(move |_| then());
}

fn listen(element: &Element, event: &str, then: Box<dyn Fn(Event)>) {
    let then = Closure::wrap(then).into_js_value();
    if element.add_event_listener_with_callback(event, then.unchecked_ref()).is_err() {
        leptos::logging::error!("{event} cannot be listened to");
    }
}

fn set_attribute(element: &Element, name: &str, value: Option<String>) {
    let done = match value {
        Some(value) => element.set_attribute(name, &value),
        None => element.remove_attribute(name),
    };
    if done.is_err() {
        leptos::logging::error!("{name} cannot be set");
    }
}
