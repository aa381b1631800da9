//! How does a visitor make this browser forget them, where no screen of the quiz is open?

use crate::app::parts::Live;
use crate::app::{element, kept};

/// Throws away what is too old to be kept, and listens to the button beside the words about privacy.
pub fn keep_promise() {
    kept::kept();
    let Some(how) = element("how") else { return };
    let live = Live::of(how);
    let said = live.find("[data-value=forgotten]");
    live.on("[data-action=forget]", "click", move |_| {
        kept::forget_me();
        if let Some(said) = &said {
            said.set_text_content(Some("forgotten. this browser knows nothing of you any more."));
        }
    });
}
