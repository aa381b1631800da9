//! The names of this copy of the page in the browser's storages, which all pages of an origin share.
//!
//! | name | storage | what it holds |
//! |---|---|---|
//! | `normie-descent /some/where/` | local | the visit, as [`quiz::quiz_session::serialize_session`] writes it |
//! | `normie-descent /some/where/ aside 1` … `8` | local | a text that stood there and cannot be read by this version |
//! | `normie-descent /some/where/ friend` | session | a friend's link that waits to be compared |
//!
//! The path is the folder of `index.html`, so that two copies of the page on one origin have a visit each. Paths hold no
//! blanks (a URL escapes them), so no copy's names begin like those of another one. `src/first.js` and `crates/site/src/how_page/forget.js`
//! build the same names. Earlier versions used [`UNSCOPED`] and [`UNSCOPED_FRIEND`] for all copies.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::document::root;
use super::optional::{call, property};

/// The name of the visit in versions before names had a path.
pub(super) const UNSCOPED: &str = "normie-descent";
/// The name of the friend's link in those versions.
pub(super) const UNSCOPED_FRIEND: &str = "normie-descent-friend";

/// The name of this copy's visit, which begins all of its other names.
pub(super) fn scope() -> String {
    // Behind the scheme and the host.
    let root = root();
    format!("{UNSCOPED} /{}", root.splitn(4, '/').nth(3).unwrap_or_default())
}

/// One of the two storages of this origin. Nothing that it does throws.
pub(super) struct BrowserStorage(JsValue);

impl BrowserStorage {
    /// What is kept until it is removed. Blocked storage is refused when it is asked for, or is not there at all.
    pub(super) fn local() -> Option<BrowserStorage> {
        property(&window(), "localStorage").map(BrowserStorage)
    }

    /// What is kept as long as this tab.
    pub(super) fn session() -> Option<BrowserStorage> {
        property(&window(), "sessionStorage").map(BrowserStorage)
    }

    /// The text of this name as the browser has it, which need not be Unicode.
    pub(super) fn get(&self, name: &str) -> Option<JsValue> {
        call(&self.0, "getItem", &[&name.into()]).ok().filter(JsValue::is_string)
    }

    /// The text of this name.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.as_string()
    }

    /// Keeps a text, and returns whether it could: a full storage refuses, and what it had stays.
    pub(super) fn set(&self, name: &str, text: &JsValue) -> bool {
        call(&self.0, "setItem", &[&name.into(), text]).is_ok()
    }

    /// Removes a name, if it is there.
    pub(super) fn remove(&self, name: &str) {
        // Refused only where nothing can be kept either.
        let _ = call(&self.0, "removeItem", &[&name.into()]);
    }
}
