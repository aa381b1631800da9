//! What does a visitor meet, and how do screens, worker and address hang together?
//!
//! [`App`] is the one place where the worker's line, the visitor's answers and the address meet; screens get it,
//! parts get values. The landing and "how it works" stand in `index.html`, so that they need no program; the
//! app shows and hides them (`html[data-place]`) and brings the landing's figure to life.
//!
//! Hooks for tests, stable whatever the page looks like:
//!
//! | hook | what it holds |
//! |---|---|
//! | `data-screen` | `landing`, `guess`, `quiz`, `result`, `how`: the screen shown |
//! | `data-reader` | on the result: `self` or `other` (opened from a link) |
//! | `data-question`, `data-asked` | on the quiz: index of the question; place in the order, from 1 |
//! | `data-step` | on a step's button: 0 (definitely A) to 4; `pass` on the pass |
//! | `data-value="perplexity"` | "one in 72" |
//! | `data-value="identity-bits"` | the bits in words; `data-bits`: the exact f64, 16 hex digits |
//! | `data-value="further-than"` | "70 to 92" |
//! | `data-value="answered"` | questions answered |
//! | `data-value="day"` | the day of the landing's world, or (inside the result) of the year on the feed; `data-day`: its number |
//! | `data-value="year-perplexity"` | perplexity in the crowd of that day |
//! | `data-value="link"`, `"text"`, `"card"`, `"qr"` | what would be sent, once *share* was pressed |
//! | `data-action` | buttons: `guess`, `skip`, `back`, `again`, `play`, `share`, `send`, `copy-link`, `copy-text`, `copy-plain`, `copy-alt`, `save-wide`, `save-tall`, `qr`, `redo` |

mod painter_link;
mod panic;
mod parts;
mod route;
mod screens;
mod visitor;
mod worker_link;

use leptos::mount::mount_to;
use leptos::prelude::*;
use normie_descent::chart::Palette;
use normie_descent::protocol::{FromWorker, OtherVersion, ToWorker};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::parts::follow;
use self::route::Place;
use self::screens::{enliven_landing, shared, visit};
use self::visitor::{Stage, Visitor};
use self::worker_link::WorkerLink;

/// What all screens share.
#[derive(Clone, Copy)]
pub struct App {
    /// The place the address names.
    pub place: RwSignal<Place>,
    /// The inks of the present colour scheme.
    pub inks: RwSignal<Palette>,
    /// What this visitor guessed and answered; it lives in this tab's memory only.
    pub visitor: Visitor,
    /// How many simulated people predict, once they stand.
    pub people: RwSignal<Option<u32>>,
    worker: StoredValue<WorkerLink, LocalStorage>,
    plane: StoredValue<WorkerLink, LocalStorage>,
}

impl App {
    fn new() -> App {
        let line = |attribute| {
            let url = root_attribute(attribute).unwrap_or_default();
            StoredValue::new_local(WorkerLink::new(url, || panic::show(&OtherVersion.to_string())))
        };
        App {
            place: RwSignal::new(route::here()),
            inks: RwSignal::new(parts::inks()),
            visitor: Visitor::new(),
            people: RwSignal::new(None),
            worker: line("data-worker"),
            plane: line("data-plane"),
        }
    }

    /// The line to the worker with the engine; it is fetched when it is first asked.
    pub fn worker(&self) -> WorkerLink {
        self.worker.get_value()
    }

    /// The line to the landing's own worker.
    pub fn plane(&self) -> WorkerLink {
        self.plane.get_value()
    }

    /// Has the quiz's crowd made ready, so that the result is quick.
    pub fn prepare(&self) {
        let people = self.people;
        if people.get_untracked().is_none() {
            self.worker().ask(&ToWorker::Prepare, move |reply| {
                if let FromWorker::Prepared { people: number } = reply.message {
                    people.set(Some(number));
                }
            });
        }
    }
}

/// Starts the page.
pub fn start() {
    panic::show_panics();
    let Some(slot) = element("app") else {
        panic::show("this page has no place for its program");
        return;
    };
    // The mount starts the clockwork that effects run on, so everything else comes inside of it.
    let screen = slot.clone();
    mount_to(slot, move || {
        let app = App::new();
        enliven_landing(app);
        follow_address(app);
        follow_titles(app);
        follow_colours(app);
        screens(app, screen);
    })
    .forget();
    mark("running", "");
    // Whatever was said before about not getting here no longer holds.
    let root = document().document_element();
    if root.is_some_and(|root| root.remove_attribute("data-missing").is_err()) {
        leptos::logging::error!("the start's own notice cannot be taken back");
    }
}

/// Writes the screen of each place into `slot`; what it kept up to date ends with it.
fn screens(app: App, slot: HtmlElement) {
    let place = Memo::new(move |_| app.place.get());
    follow(Box::new(move || match place.get() {
        Place::Landing { .. } | Place::How => slot.set_inner_html(""),
        Place::Quiz => visit(app, &slot),
        Place::Sent(sent) => shared(app, &slot, sent),
    }));
}

/// Shows the screen the address names; brings the reader's eye and focus to its top.
fn follow_address(app: App) {
    window_event_listener(leptos::ev::hashchange, move |_| app.place.set(route::here()));
    Effect::new(move |before: Option<()>| {
        let place = app.place.get();
        mark("place", place.name());
        if let Some(()) = before {
            // After the new screen stands.
            queue_microtask(move || focus_top(&place));
        }
    });
}

fn follow_titles(app: App) {
    let title = Memo::new(move |_| match (app.place.get(), app.visitor.stage.get()) {
        (Place::Quiz, Stage::Result) => "your perplexity \u{b7} normie descent",
        (place, _) => place.title(),
    });
    Effect::new(move |_| document().set_title(title.get()));
}

fn focus_top(place: &Place) {
    let hash = window().location().hash().unwrap_or_default();
    let privacy = (hash == "#privacy").then(|| element("privacy")).flatten();
    if let Some(section) = privacy {
        section.scroll_into_view();
        return;
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let heading = format!("[data-screen='{}'] h1", place.name());
    let heading = document().query_selector(&heading).ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        focus(&heading);
    }
}

fn follow_colours(app: App) {
    let Ok(Some(dark)) = window().match_media("(prefers-color-scheme: dark)") else { return };
    let change = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || app.inks.set(parts::inks()));
    // As long as the page lives.
    dark.set_onchange(Some(change.into_js_value().unchecked_ref()));
}

/// Sets an attribute `data-…` of the root, which the style sheets go by.
fn mark(name: &str, value: &str) {
    let root = document().document_element();
    if root.is_none_or(|root| root.set_attribute(&format!("data-{name}"), value).is_err()) {
        leptos::logging::error!("the page has no root");
    }
}

/// What the build wrote onto the page's root.
pub fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Where the page lives, ending in a slash: the folder of its `index.html`, whichever shell was opened.
pub fn root() -> String {
    let folder = root_attribute("data-root").unwrap_or_default();
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let root = web_sys::Url::new_with_base(&folder, &base).map(|url| url.href()).unwrap_or(base);
    root.split('#').next().unwrap_or_default().to_owned()
}

/// An element of `index.html`.
fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus; an element that is on its way out cannot take it, and nothing is lost then.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}
