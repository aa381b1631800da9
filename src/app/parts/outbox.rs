//! How does something leave the page, when the visitor says so? By clipboard, as a file, or through the system's own
//! way to share.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlElement, ShareData, Url};

const PNG: &str = "image/png";

/// A picture that can be shown and sent, as long as it is kept.
pub struct Picture {
    /// Where the page finds it.
    pub url: String,
    bytes: Uint8Array,
}

impl Picture {
    /// The picture in the bytes of a PNG file.
    pub fn new(bytes: Uint8Array) -> Option<Picture> {
        let options = BlobPropertyBag::new();
        options.set_type(PNG);
        let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options).ok()?;
        Some(Picture { url: Url::create_object_url_with_blob(&blob).ok()?, bytes })
    }

    /// Saves it under this name, as browsers save.
    pub fn save(&self, name: &str) {
        let Ok(link) = document().create_element("a") else { return };
        let named = link.set_attribute("href", &self.url).and_then(|()| link.set_attribute("download", name));
        if let (Ok(()), Ok(link)) = (named, link.dyn_into::<HtmlElement>()) {
            link.click();
        }
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // An address that is gone already takes nothing with it.
        let _ = Url::revoke_object_url(&self.url);
    }
}

/// Whether the system has a way to share.
pub fn can_send() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Hands a text and, where files can be shared, a picture to the system. What becomes of it is the visitor's affair.
pub fn send(text: &str, picture: Option<&Picture>) {
    let navigator = window().navigator();
    let data = ShareData::new();
    data.set_text(text);
    if let Some(picture) = picture {
        let options = FilePropertyBag::new();
        options.set_type(PNG);
        let bytes = Array::of1(&picture.bytes);
        if let Ok(file) = File::new_with_u8_array_sequence_and_options(&bytes, "normie-descent.png", &options)
        {
            let both = ShareData::new();
            both.set_files(&Array::of1(&file));
            let possible = Reflect::has(&navigator, &"canShare".into()).unwrap_or(false);
            if possible && navigator.can_share_with_data(&both) {
                data.set_files(&Array::of1(&file));
            }
        }
    }
    // Refused when the visitor thinks better of it: nothing to be done then.
    settle(&navigator.share_with_data(&data).into(), |_| {});
}

/// Puts text onto the clipboard and says whether it is there. Outside of secure contexts there is no clipboard.
pub fn copy(text: &str, then: impl FnOnce(bool) + Clone + 'static) {
    let navigator = window().navigator();
    if !Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object()) {
        then(false);
        return;
    }
    settle(&navigator.clipboard().write_text(text).into(), then);
}

/// Calls `then` with whether the promise was kept.
fn settle(promise: &JsValue, then: impl FnOnce(bool) + Clone + 'static) {
    let (done, refused) = (then.clone(), then);
    // Only one of the two is ever called; a few bytes of the other stay behind.
    let done = Closure::once_into_js(move |_: JsValue| done(true));
    let refused = Closure::once_into_js(move |_: JsValue| refused(false));
    let then = Reflect::get(promise, &"then".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
    if let Some(then) = then
        && let Err(error) = then.call2(promise, &done, &refused)
    {
        web_sys::console::error_1(&error);
    }
}
