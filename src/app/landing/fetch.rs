//! Loading of the other screens as modules, when the address first asks for them or a pointer is on the way.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, HtmlElement};

use crate::app::document::{element, listen, mark, report_lost, root_attribute};
use crate::app::kept::kept;
use crate::app::parts::{Live, follow};
use crate::app::route::Route;
use link::Link;
use quiz::quiz_session::Stage;

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

const FAILED: &str = r#"<p class="notice" role="alert">this part did not load. <span></span>
    <button class="button small" data-action="retry">try again</button></p>"#;

/// Fetches the screens that the address asks for, each module once.
pub(super) fn fetch_screens(place: RwSignal<Route>) {
    let (visit, lab) = (Fetched::new(VISIT), Fetched::new(LAB));
    follow(Box::new(move || {
        let place = place.get();
        show_still(&place);
        match place {
            Route::Landing { .. } | Route::How { .. } => {}
            Route::Quiz | Route::Compare | Route::Sent(_) => visit.want(),
            Route::Lab(_) => lab.want(),
        }
    }));
}

/// Shows the prerendered screen of a place, if there is one, until its module has taken it over.
fn show_still(place: &Route) {
    let still = match place {
        Route::Quiz if kept().is_none_or(|session| session.stage() == Stage::Guess) => "guess",
        Route::Sent(sent) if matches!(**sent, Ok(Link::Result(_))) => "somebody",
        Route::Sent(sent) if matches!(**sent, Ok(Link::Summary(_))) => "postcard",
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
        listen("unloaded", move |event| {
            let detail =
                event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().dyn_into::<Array>().ok());
            let word = |at| detail.as_ref().and_then(|detail| detail.get(at).as_string());
            if word(0).as_deref() == Some(late.screens.slot) {
                late.failed(&word(1).unwrap_or_default());
            }
        });
        // A visitor who points at a link to it, or reaches it with the tab key, will probably open it.
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
        let slot = self.screens.slot;
        let Some(script) = self.script() else { return report_lost(slot) };
        let failed = Closure::once_into_js(move |_: JsValue| report_lost(slot));
        script.set_onerror(Some(failed.unchecked_ref()));
        let standing = document().head().map(|head| head.append_child(&script));
        if !matches!(standing, Some(Ok(_))) {
            report_lost(slot);
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

    /// Tries again if nothing keeps it from coming any more, once; or says why it did not come in its slot, with a way to
    /// try again, if somebody waits.
    fn failed(&self, why: &str) {
        self.asked.set(false);
        let times = self.lost.replace(self.lost.get() + 1);
        let Some(slot) = element(self.screens.slot).filter(|_| self.wanted.get()) else { return };
        if why.is_empty() && times == 0 {
            return self.fetch();
        }
        mark("still", "");
        let why = if why.is_empty() { "the network may have blinked." } else { why }.to_owned();
        let (live, again) = (Live::write(&slot, FAILED), self.clone());
        live.text("span", move || why.clone());
        live.on("[data-action=retry]", "click", move |_| again.want());
    }
}
