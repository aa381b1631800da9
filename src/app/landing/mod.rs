//! The landing: its figure, and the loading of the other screens.

mod fetch;
mod figure;
mod plane;
mod plane_layers;
mod welcome;

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::HtmlElement;

use self::fetch::fetch_screens;
use self::figure::enliven_landing;
use self::welcome::{keep_files_of_returning_visitor, welcome};
use super::document::mark;
use super::parts::follow;
use super::route::{Route, leave_for_how};
use super::worker_link::WorkerLink;
use super::{begin, focus_top, line, palette_of_scheme, place_of_address};
use crate::protocol::LandingRequest;
use picture::chart::Palette;

/// What the parts of the landing share.
#[derive(Clone, Copy)]
pub struct LandingContext {
    /// The place the address names.
    pub place: RwSignal<Route>,
    /// The palette of the present colour scheme.
    pub palette: RwSignal<Palette>,
    plane: StoredValue<WorkerLink<LandingRequest>, LocalStorage>,
}

impl LandingContext {
    /// The connection to the landing's own worker.
    pub fn plane(&self) -> WorkerLink<LandingRequest> {
        self.plane.get_value()
    }
}

/// Starts the page.
pub fn start() {
    begin("figure-live", |figure| {
        let landing = LandingContext {
            place: place_of_address(),
            palette: palette_of_scheme(),
            plane: line("data-plane"),
        };
        follow_address(landing.place);
        fetch_screens(landing.place);
        enliven_once_seen(landing, figure);
        keep_files_of_returning_visitor();
    });
    mark("running", "");
    // Whatever was said before about not getting here no longer holds.
    let root = document().document_element();
    if root.is_some_and(|root| root.remove_attribute("data-missing").is_err()) {
        leptos::logging::error!("the start's own notice cannot be taken back");
    }
}

/// Starts the live figure when the landing is first shown, so that visitors of other screens do not wait for it. It runs
/// in a task of its own, so that it does not delay input.
fn enliven_once_seen(landing: LandingContext, figure: HtmlElement) {
    let (owner, alive) = (Owner::current(), Cell::new(false));
    follow(Box::new(move || {
        if !matches!(landing.place.get(), Route::Landing { .. }) || alive.replace(true) {
            return;
        }
        let (owner, figure) = (owner.clone(), figure.clone());
        set_timeout(
            move || {
                if let Some(owner) = owner {
                    owner.with(|| enliven_landing(landing, &figure));
                }
            },
            Duration::ZERO,
        );
    }));
}

/// Shows the screen the address names. The landing gets its title and focus from here, others from the module that
/// writes them.
fn follow_address(place: RwSignal<Route>) {
    Effect::new(move |before: Option<()>| {
        let place = place.get();
        if let Route::How { section } = place {
            return leave_for_how(section);
        }
        welcome();
        mark("place", place.name());
        if !matches!(place, Route::Landing { .. }) {
            return;
        }
        document().set_title(&place.title());
        if before.is_some() {
            focus_top(place.name());
        }
    });
}
