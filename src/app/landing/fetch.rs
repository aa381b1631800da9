//! How do the other screens come? As modules, fetched when the address first asks for them or a finger is on the way.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Event, HtmlElement};

use crate::app::kept::kept;
use crate::app::parts::{Live, follow};
use crate::app::route::Place;
use crate::app::{element, mark, root_attribute};
use crate::link::Link;
use crate::sitting::Stage;

/// A module with screens of its own, and its slot in `index.html`.
#[derive(Clone, Copy)]
struct Screens {
    /// The attribute of the page's root that names its loader.
    loader: &'static str,
    /// Its name, and that of its slot.
    slot: &'static str,
    /// Where a link to it leads.
    link: &'static str,
}

const VISIT: Screens = Screens { loader: "data-visit", slot: "visit", link: "a[href='#quiz']" };

const LAB: Screens = Screens { loader: "data-lab", slot: "lab", link: "a[href='#lab'], a[href^='#s1.']" };

const WAITING: &str = r#"<p class="notice" role="status">one moment.</p>"#;

const FAILED: &str = r#"<p class="notice" role="alert">this part did not load. the network may have blinked.
    <button class="button small" data-action="retry">try again</button></p>"#;

/// Fetches the screens that the address asks for, each module once.
pub fn fetch_screens(place: RwSignal<Place>) {
    let (visit, lab) = (Fetched::new(VISIT), Fetched::new(LAB));
    follow(Box::new(move || {
        let place = place.get();
        show_still(&place);
        match place {
            Place::Landing { .. } | Place::How { .. } => {}
            Place::Quiz | Place::Compare | Place::Sent(_) => visit.want(),
            Place::Lab(_) => lab.want(),
        }
    }));
}

/// Shows which of the screens that stand in the page, if any, until their module has taken them away.
fn show_still(place: &Place) {
    let still = match place {
        Place::Quiz if kept().is_none_or(|sitting| sitting.stage == Stage::Guess) => "guess",
        Place::Sent(Ok(Link::Result(_))) => "somebody",
        Place::Sent(Ok(Link::Summary(_))) => "postcard",
        _ => "",
    };
    mark("still", still);
}

/// A module that is fetched once.
#[derive(Clone)]
struct Fetched {
    screens: Screens,
    asked: Rc<Cell<bool>>,
    /// Whether somebody waits for it.
    wanted: Rc<Cell<bool>>,
    /// How often it did not come.
    lost: Rc<Cell<u32>>,
}

impl Fetched {
    fn new(screens: Screens) -> Fetched {
        let fetched = Fetched { screens, asked: Rc::default(), wanted: Rc::default(), lost: Rc::default() };
        let late = fetched.clone();
        listen("lost", move |event| {
            let which = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
            if which.as_deref() == Some(late.screens.slot) {
                late.failed();
            }
        });
        // Whoever points at a link to it, or reaches it with the tab key, will want it in a moment.
        for intent in ["pointerover", "focusin"] {
            let early = fetched.clone();
            listen(intent, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                if target.is_some_and(|target| target.closest(early.screens.link).is_ok_and(|a| a.is_some()))
                {
                    early.fetch();
                }
            });
        }
        fetched
    }

    /// Somebody waits for it.
    fn want(&self) {
        self.wanted.set(true);
        if !self.asked.get()
            && let Some(slot) = element(self.screens.slot)
        {
            let stands = root_attribute("data-still").is_some_and(|still| !still.is_empty());
            Live::write(&slot, if stands { "" } else { WAITING });
        }
        self.fetch();
    }

    fn fetch(&self) {
        if self.asked.replace(true) {
            return;
        }
        let Some(script) = self.script() else { return self.failed() };
        let failed = self.clone();
        let failed = Closure::once_into_js(move |_: JsValue| failed.failed());
        script.set_onerror(Some(failed.unchecked_ref()));
        let standing = document().head().map(|head| head.append_child(&script));
        if !matches!(standing, Some(Ok(_))) {
            self.failed();
        }
    }

    fn script(&self) -> Option<HtmlElement> {
        let script = document().create_element("script").ok()?;
        script.set_attribute("type", "module").ok()?;
        let loader = root_attribute(self.screens.loader)?;
        // Browsers remember that a module failed, and by which address.
        let source = match self.lost.get() {
            0 => loader,
            times => format!("{loader}&again={times}"),
        };
        script.set_attribute("src", &source).ok()?;
        script.dyn_into().ok()
    }

    /// Says so in its slot, with a way to try again, if anybody waits.
    fn failed(&self) {
        self.asked.set(false);
        self.lost.set(self.lost.get() + 1);
        let Some(slot) = element(self.screens.slot).filter(|_| self.wanted.get()) else { return };
        mark("still", "");
        let again = self.clone();
        Live::write(&slot, FAILED).on("[data-action=retry]", "click", move |_| again.want());
    }
}

/// Hears of what happens anywhere in the document, as long as the page lives.
fn listen(event: &str, then: impl Fn(Event) + 'static) {
    let then = Closure::<dyn Fn(Event)>::new(then).into_js_value();
    if document().add_event_listener_with_callback(event, then.unchecked_ref()).is_err() {
        leptos::logging::error!("{event} cannot be listened to");
    }
}
