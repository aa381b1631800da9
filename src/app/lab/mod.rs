//! Where does a visitor play with the world? Six beats, each with one control, and then all the levers.
//!
//! One world at a time stands on the stage, beside whatever is told about it; which one it is stands in the address.

mod beat_words;
mod beats;
mod charts;
mod export;
mod heard;
mod inspector;
mod levers;
mod pace;
mod picture;
mod run;
mod said;
mod sandbox;
mod screen;

use leptos::prelude::*;
use web_sys::HtmlElement;

use self::screen::screen;
use super::parts::follow;
use super::route::Place;
use super::worker_link::WorkerLink;
use super::{begin, focus_top, inks_of_scheme, line, place_of_address};
use crate::chart::Palette;

/// What the parts of the lab share.
#[derive(Clone, Copy)]
pub struct App {
    /// The inks of the present colour scheme.
    pub inks: RwSignal<Palette>,
    worker: StoredValue<WorkerLink, LocalStorage>,
}

impl App {
    /// The line to the worker with the engine; it is fetched when it is first asked.
    pub fn worker(&self) -> WorkerLink {
        self.worker.get_value()
    }
}

/// Starts the lab.
pub fn start() {
    begin("lab", |slot| {
        let app = App { inks: inks_of_scheme(), worker: line("data-worker") };
        screens(app, place_of_address(), slot);
    });
}

/// Writes the lab into `slot` while the address names it; the world on the stage ends with it.
fn screens(app: App, place: RwSignal<Place>, slot: HtmlElement) {
    let place = Memo::new(move |_| place.get());
    follow(Box::new(move || {
        let place = place.get();
        let Place::Lab(code) = &place else { return slot.set_inner_html("") };
        screen(app, &slot, code.as_ref());
        document().set_title(place.title());
        focus_top(place.name());
    }));
}
