//! What does a visitor see when the page itself breaks?

use leptos::prelude::{document, window};

/// Shows what happened, and a way on, in the box that waits for it in `index.html`. No blank screen, ever.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        // Where it happened is for the console; what happened is for everybody.
        web_sys::console::error_1(&info.to_string().into());
        show(info.payload_as_str().unwrap_or("nothing at all"));
    }));
}

/// Shows the box with these words.
pub fn show(said: &str) {
    let document = document();
    if let Some(words) = document.get_element_by_id("trouble-said") {
        words.set_text_content(Some(said));
    }
    if let Some(bx) = document.get_element_by_id("trouble") {
        // Without the attribute it shows; there is nobody left to tell if that fails.
        let _ = bx.remove_attribute("hidden");
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
