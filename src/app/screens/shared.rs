//! What does somebody see who opens a link to a result?

use normie_descent::link;
use web_sys::HtmlElement;

use super::result::result;
use crate::app::App;
use crate::app::parts::Live;

/// The result in a link, or why it cannot be read and what to do.
pub fn shared(app: App, slot: &HtmlElement, code: &str) {
    match link::decode(code) {
        Ok(link::Shared { answers, guess }) => result(app, slot, answers, guess, false),
        Err(error) => {
            let live = Live::write(slot, DAMAGED);
            live.text(".lead", move || format!("{error}."));
        }
    }
}

const DAMAGED: &str = r##"<main class="sheet result damaged" data-screen="result" data-reader="nobody">
    <p class="sheet-name"><a href="#">normie descent</a> · a torn sheet</p>
    <h1 tabindex="-1">this link got hurt</h1>
    <p class="lead" data-value="link-error"></p>
    <p>links lose letters in chats. ask for it again, as plain text.</p>
    <p class="ways"><a class="button primary" href="#quiz">take the quiz yourself</a>
    <a class="button" href="#">see the map</a></p></main>"##;
