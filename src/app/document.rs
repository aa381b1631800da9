//! The document: its root, its elements, its focus, and events for `src/start.js`.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Event, HtmlElement};

/// Says that a file of this module did not come. The page is loaded again if that helps; if not, an event `unloaded`
/// gives the reason.
pub(super) fn report_lost(module: &str) {
    tell_page("lost", module);
}

/// Dispatches an event that `src/start.js` listens to.
pub(super) fn tell_page(event: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init) {
        // Fails only while the same event is on its way.
        let _ = document().dispatch_event(&event);
    }
}

/// Sets an attribute `data-…` of the root, which the style sheets go by.
pub(super) fn mark(name: &str, value: &str) {
    let root = document().document_element();
    if root.is_none_or(|root| root.set_attribute(&format!("data-{name}"), value).is_err()) {
        leptos::logging::error!("the page has no root");
    }
}

/// What the build wrote onto the page's root.
pub(super) fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Address of the page's folder, ending in a slash: that of its `index.html`, also from a preview page.
pub(super) fn root() -> String {
    let folder = root_attribute("data-root").unwrap_or_default();
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let root = web_sys::Url::new_with_base(&folder, &base).map(|url| url.href()).unwrap_or(base);
    root.split('#').next().unwrap_or_default().to_owned()
}

/// An element of `index.html`.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus; an element that is on its way out cannot take it, and nothing is lost then.
pub(super) fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Listens to an event of the document, until the page is closed.
pub(super) fn listen(event: &str, then: impl Fn(Event) + 'static) {
    let then = Closure::<dyn Fn(Event)>::new(then).into_js_value();
    if document().add_event_listener_with_callback(event, then.unchecked_ref()).is_err() {
        leptos::logging::error!("{event} cannot be listened to");
    }
}
