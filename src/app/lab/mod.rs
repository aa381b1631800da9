//! The lab: six beats of a tutorial, each with one control, and then all the levers.
//!
//! One world at a time is on the stage, beside the words about it; the address names it.

mod charts;
mod context;
mod describe;
mod export;
mod inspector;
mod levers;
mod on_reply;
mod picture;
mod playback;
mod sandbox;
mod screen;
mod speed;
mod tutorial;
mod tutorial_copy;

use leptos::prelude::*;
use web_sys::HtmlElement;

use self::context::LabContext;
use self::screen::screen;
use super::parts::follow;
use super::route::Route;
use super::{begin, focus_top, line, palette_of_scheme, place_of_address};

/// Starts the lab.
pub fn start() {
    begin("lab", |slot| {
        let app = LabContext::new(palette_of_scheme(), line("data-worker"));
        screens(app, place_of_address(), slot);
    });
}

/// Writes the lab into `slot` while the address names it; the world on the stage ends with it.
fn screens(app: LabContext, place: RwSignal<Route>, slot: HtmlElement) {
    let place = Memo::new(move |_| place.get());
    follow(Box::new(move || {
        let place = place.get();
        let Route::Lab(code) = &place else { return slot.set_inner_html("") };
        screen(app, &slot, code.as_ref());
        document().set_title(&place.title());
        focus_top(place.name());
    }));
}
