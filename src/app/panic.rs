//! What does a visitor see when the page itself breaks?

use leptos::prelude::{document, window, window_event_listener};
use web_sys::ErrorEvent;

/// Shows what happened, and a way on, in the box that waits for it in `index.html`. No blank screen, ever.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        // Where it happened is for the console; what happened is for everybody.
        web_sys::console::error_1(&info.to_string().into());
        show(info.payload_as_str().unwrap_or("nothing at all"));
    }));
    // A program can also stop without a panic: no memory, calls too deep, a browser that refuses what none should. As
    // long as the page lives, so the handle is of no use.
    window_event_listener(leptos::ev::error, |event: ErrorEvent| {
        // Browsers report trifles without an error, and so they do what strangers' scripts have thrown.
        if event.error().is_object() {
            let said = event.message();
            // All that a program without memory can do.
            show(if said.contains("nreachable") { "it ran out of memory" } else { &said });
        }
    });
}

/// Shows the box with these words, unless it already shows some: what comes after is mostly a consequence.
pub fn show(said: &str) {
    let document = document();
    if !matches!(document.query_selector("#trouble[hidden]"), Ok(Some(_))) {
        return;
    }
    if let Some(words) = document.get_element_by_id("trouble-said") {
        words.set_text_content(Some(said));
    }
    if let Some(bx) = document.get_element_by_id("trouble") {
        // Without the attribute it shows; there is nobody left to tell if that fails.
        let _ = bx.remove_attribute("hidden");
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
