//! The visit in the browser's local storage: read, kept for seven days after it was last touched, forgotten.
//!
//! Where storage is blocked or full, nothing is kept and nothing else changes: the visit is in this tab's memory, and
//! what was kept before stays. Reading removes a visit that has expired and nothing else. A text that this version cannot
//! read (another version's, another set's, a damaged one) stays where it is until the visitor does something that has to be
//! kept; then it is set aside under a name of its own before its place is taken. A version that finds its own visit set
//! aside goes on from there, so two versions of the page can take turns and neither destroys the other's visit. What is set
//! aside goes when the visitor asks to be forgotten.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::StorageEvent;

use super::storage::{BrowserStorage, UNSCOPED, scope};
use quiz::quiz_session::{QuizSession, StoredSession, parse_session, serialize_session};

/// How many texts can be set aside; more than there are versions and sets at any time.
const ASIDE: usize = 8;

thread_local! {
    /// The text of the visit when this module last read or wrote it.
    static SEEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The visit that is kept, if there is one that can be read: in its place, set aside, or under the name of earlier
/// versions. Whatever has expired is removed on the way.
pub(super) fn kept() -> Option<QuizSession> {
    let (storage, scope) = (BrowserStorage::local()?, scope());
    let unscoped = storage.get(&scope).is_none().then(|| UNSCOPED.to_owned());
    names(&scope).chain(unscoped).find_map(|name| {
        let kept = parse_session(&storage.text(&name)?, now());
        if kept == StoredSession::Expired {
            storage.remove(&name);
        }
        kept.session()
    })
}

/// The same at the beginning of a visit, and from then on in its place and with a date: one that was kept under the name
/// of earlier versions, which belonged to whichever copy was there, becomes this copy's, and one that was written while
/// the clock was wrong expires seven days from now.
pub(super) fn arrive() -> Option<QuizSession> {
    let session = kept();
    let (storage, scope) = (BrowserStorage::local()?, scope());
    if storage.get(&scope).is_none()
        && let Some(text) = storage.get(UNSCOPED)
        && is_ours(&text)
        && storage.set(&scope, &text)
    {
        storage.remove(UNSCOPED);
    }
    let text = storage.text(&scope);
    if let Some(StoredSession::Undated(undated)) = text.as_deref().map(|text| parse_session(text, now())) {
        storage.set(&scope, &serialize_session(&undated, now()).into());
    }
    see(storage.text(&scope));
    session
}

/// Keeps a visit from now on; a blank one leaves nothing behind. The root's `data-unkept` says that there are answers
/// which this tab alone has.
pub(super) fn keep(session: &QuizSession) {
    let is_kept = BrowserStorage::local().is_some_and(|storage| keep_in(&storage, session));
    let root = document().document_element();
    let is_unkept = !is_kept && !session.is_blank();
    if root.is_some_and(|root| root.toggle_attribute_with_force("data-unkept", is_unkept).is_err()) {
        leptos::logging::error!("data-unkept cannot be set");
    }
}

/// Returns whether the storage took it.
fn keep_in(storage: &BrowserStorage, session: &QuizSession) -> bool {
    let scope = scope();
    let is_kept = if session.is_blank() {
        remove_readable(storage, names(&scope));
        true
    } else {
        set_aside(storage, &scope) && storage.set(&scope, &serialize_session(session, now()).into())
    };
    if is_kept {
        // An older visit of this version may have been aside; this is what became of it.
        remove_readable(storage, names(&scope).skip(1));
    }
    see(storage.text(&scope));
    is_kept
}

/// Removes everything that this copy of the page keeps, whether it can be read or not; other tabs hear of it.
pub(super) fn forget() {
    let Some(storage) = BrowserStorage::local() else { return };
    names(&scope()).for_each(|name| storage.remove(&name));
    // It would be adopted at the next visit.
    storage.remove(UNSCOPED);
    see(None);
}

/// Calls `then` with what another page of ours has kept, or with nothing when it has forgotten the visit; until this
/// one is closed.
pub(super) fn on_change_elsewhere(then: impl Fn(Option<QuizSession>) + Clone + 'static) {
    let back = then.clone();
    // A page that comes back from the browser's own memory has heard nothing while it was away.
    window_event_listener_untyped("pageshow", move |_| {
        let text = || BrowserStorage::local().and_then(|storage| storage.text(&scope()));
        // Where nothing has changed, this page knows better: its last answers may not have been kept.
        if SEEN.with_borrow(|seen| *seen == text()) {
            return;
        }
        let session = kept();
        see(text());
        if session.is_some() || text().is_none() {
            back(session);
        }
    });
    window_event_listener(leptos::ev::storage, move |event: StorageEvent| {
        // Without a key, all of the storage was emptied.
        if event.key().is_some_and(|key| key != scope()) {
            return;
        }
        let visit = |text: Option<String>| text.map(|text| parse_session(&text, now()));
        // What cannot be read was written by a page of another version, and is left to it.
        match (visit(event.new_value()), visit(event.old_value())) {
            (Some(StoredSession::Session(session) | StoredSession::Undated(session)), _) => {
                see(event.new_value());
                then(Some(session));
            }
            (Some(_), _) | (None, Some(StoredSession::Unknown)) => {}
            (None, _) => {
                see(None);
                then(None);
            }
        }
    });
}

/// The name of the visit, then those of what is set aside.
fn names(scope: &str) -> impl Iterator<Item = String> {
    let aside = (1..=ASIDE).map({
        let scope = scope.to_owned();
        move |number| format!("{scope} aside {number}")
    });
    std::iter::once(scope.to_owned()).chain(aside)
}

/// Sets aside the text that is in the place of the visit and cannot be read. Returns whether the place may be written to.
fn set_aside(storage: &BrowserStorage, scope: &str) -> bool {
    let Some(text) = storage.get(scope) else { return true };
    if is_ours(&text) {
        return true;
    }
    let mut free = None;
    for name in names(scope).skip(1) {
        match storage.get(&name) {
            Some(other) if other == text => return true,
            Some(_) => {}
            None => free = free.or(Some(name)),
        }
    }
    free.is_some_and(|name| storage.set(&name, &text))
}

/// Removes the visits of this version.
fn remove_readable(storage: &BrowserStorage, names: impl Iterator<Item = String>) {
    for name in names {
        if storage.get(&name).is_some_and(|text| is_ours(&text)) {
            storage.remove(&name);
        }
    }
}

fn is_ours(text: &JsValue) -> bool {
    text.as_string().is_some_and(|text| !matches!(parse_session(&text, now()), StoredSession::Unknown))
}

fn see(text: Option<String>) {
    SEEN.set(text);
}

/// Seconds since 1970 by this device's clock, which may be wrong; 0 if it says nothing.
fn now() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}
