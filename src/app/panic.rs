//! Panics of this module, reported to the page: `src/start.js` shows them in the box of `index.html` that says that a program
//! broke. It shows what stops a program without a panic, too.

use super::document::tell_page;

/// Tells the page of panics from here on. No blank screen, ever.
pub(super) fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        // Where it happened is for the console; what happened is for everybody.
        web_sys::console::error_1(&info.to_string().into());
        show(info.payload_as_str().unwrap_or("nothing at all"));
    }));
}

/// Shows the box with these words, unless it already shows some: what comes after is mostly a consequence.
pub(super) fn show(said: &str) {
    tell_page("broke", said);
}
