//! Ways out of the page, when the visitor asks for them: clipboard, file, the system's own way to share. Each may be missing,
//! throw, refuse or never answer; the visitor reads so, and is offered another way.

use std::cell::Cell;
use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlTextAreaElement, ShareData, Url};

use super::live::Live;
use crate::app::optional::{Settled, call, property, settle};

const PNG: &str = "image/png";

/// How long a clipboard may take: longer than a browser that asks the visitor for permission needs to show that it does.
const COPYING: Duration = Duration::from_secs(3);

/// How long the system may take to open its way to share. While it is open nothing is heard of it, so what is said then
/// has to be true in both cases.
const SENDING: Duration = Duration::from_secs(4);

/// A picture that can be shown and sent, as long as it is kept.
pub(crate) struct Picture {
    /// Where the page finds it.
    pub url: String,
    bytes: Uint8Array,
}

impl Picture {
    /// The picture in the bytes of a PNG file; `None` if the browser makes no address for it.
    pub(crate) fn new(bytes: Uint8Array) -> Option<Picture> {
        let options = BlobPropertyBag::new();
        options.set_type(PNG);
        let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options).ok()?;
        Some(Picture { url: Url::create_object_url_with_blob(&blob).ok()?, bytes })
    }

    /// Saves it under this name; whether the browser took it.
    pub(crate) fn save(&self, name: &str) -> bool {
        save(&self.url, name).is_ok()
    }

    /// The same as a file, to be sent.
    fn file(&self) -> Result<File, JsValue> {
        let options = FilePropertyBag::new();
        options.set_type(PNG);
        File::new_with_u8_array_sequence_and_options(&Array::of1(&self.bytes), "normie-descent.png", &options)
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // An address that is gone already takes nothing with it.
        let _ = Url::revoke_object_url(&self.url);
    }
}

/// Saves what is at an address under this name, as browsers save.
///
/// # Errors
/// When the browser refuses.
pub(crate) fn save(url: &str, name: &str) -> Result<(), JsValue> {
    let link = document().create_element("a")?;
    link.set_attribute("href", url)?;
    link.set_attribute("download", name)?;
    call(&link, "click", &[]).map(drop)
}

/// What became of something that was handed to the system.
pub(crate) enum Sent {
    /// It was sent, or the visitor thought better of it.
    Over,
    /// The system or the browser would not have it.
    Refused,
    /// Nothing was heard yet: the way to share is open, or never will be.
    Unanswered,
}

/// Whether the system has a way to share.
pub(crate) fn can_send() -> bool {
    property(&window().navigator(), "share").is_some_and(|share| share.is_function())
}

/// Hands a text and, where files can be shared, a picture to the system. `then` may hear [`Sent::Unanswered`] before the
/// end.
pub(crate) fn send(text: &str, picture: Option<&Picture>, then: impl Fn(Sent) + 'static) {
    let navigator = window().navigator();
    let data = ShareData::new();
    data.set_text(text);
    if let Some(Ok(file)) = picture.map(Picture::file) {
        let files = Array::of1(&file);
        let both = ShareData::new();
        both.set_files(&files);
        if call(&navigator, "canShare", &[&both]).is_ok_and(|possible| possible.is_truthy()) {
            data.set_files(&files);
        }
    }
    match call(&navigator, "share", &[&data]) {
        Err(_) => then(Sent::Refused),
        Ok(sending) => settle(&sending, SENDING, move |settled| {
            then(match settled {
                Settled::Fulfilled => Sent::Over,
                Settled::Rejected(why) if is_abort(&why) => Sent::Over,
                Settled::Rejected(_) => Sent::Refused,
                Settled::Unanswered => Sent::Unanswered,
            });
        }),
    }
}

/// Whether a refusal is a change of the visitor's mind.
fn is_abort(why: &JsValue) -> bool {
    property(why, "name").and_then(|name| name.as_string()).is_some_and(|name| name == "AbortError")
}

const BY_HAND: &str = r#"<label class="by-hand">the clipboard said no. here it is, selected:
    <textarea readonly rows="3"></textarea></label>"#;

/// Copies a text and says in `place` that it is `done`. Where the clipboard is missing (outside of secure contexts),
/// refuses, throws or does not answer, the text is shown there instead, selected, to be copied by hand.
pub(crate) fn copy_and_say(
    live: &Live,
    place: &'static str,
    what: &str,
    done: impl FnOnce() -> String + 'static,
) {
    let (live, text, done) = (live.clone(), what.to_owned(), Cell::new(Some(done)));
    let then = move |copied: bool| {
        // A visitor who copies by hand is not interrupted if the clipboard answers after all.
        let Some(done) = done.take() else { return };
        let Some(status) = live.find(place) else { return };
        if copied {
            status.set_text_content(Some(&done()));
            return;
        }
        let field = Live::write(&status, BY_HAND).find("textarea");
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            field.set_value(&text);
            crate::app::document::focus(&field);
            field.select();
        }
    };
    let clipboard = property(&window().navigator(), "clipboard").unwrap_or_default();
    match call(&clipboard, "writeText", &[&what.into()]) {
        Err(_) => then(false),
        Ok(copying) => {
            settle(&copying, COPYING, move |settled| then(matches!(settled, Settled::Fulfilled)));
        }
    }
}
