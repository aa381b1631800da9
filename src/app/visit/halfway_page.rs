//! Offers of a first look after twelve answers, and of what to do after a result.

use quiz::quiz_session::EARLY_END_WIDTH;
use web_sys::HtmlElement;

use super::visitor::Visitor;
use crate::app::parts::Live;

/// The offer after twelve answers: look now, or sharpen it?
pub(super) fn halfway(visitor: Visitor, slot: &HtmlElement) {
    let live = Live::write(slot, HALFWAY);
    on_and_back(&live, visitor);
    live.on("[data-action=look]", "click", move |_| visitor.look());
    live.begin();
}

/// What somebody finds who comes back after a result.
pub(super) fn welcome_back(visitor: Visitor, slot: &HtmlElement) {
    let live = Live::write(slot, WELCOME_BACK);
    live.on("[data-action=look]", "click", move |_| visitor.look());
    if let Some(slot) = live.find(".onward") {
        ways_on(visitor, &slot, None);
    }
    live.begin();
}

/// The ways on from a result: to more questions, back into the answers, to a new beginning, out of memory. `width` of the
/// range of the place, 0 to 1, says whether more questions would tell more; `None` where there is no range.
pub(super) fn ways_on(visitor: Visitor, slot: &HtmlElement, width: Option<f64>) {
    let live = Live::write(slot, WAYS_ON);
    let is_narrow = width.is_some_and(|width| width <= EARLY_END_WIDTH);
    let more = visitor.session_now().left_to_sharpen() > 0;
    if let Some(line) = live.find(".no-better") {
        line.set_hidden(!(is_narrow && more));
    }
    on_and_back(&live, visitor);
    live.on("[data-action=redo]", "click", move |_| visitor.start_over());
    live.on("[data-action=forget]", "click", move |_| visitor.forget());
}

fn on_and_back(live: &Live, visitor: Visitor) {
    let left = visitor.session_now().left_to_sharpen();
    if let Some(button) = live.find("[data-action=go-on]") {
        button.set_hidden(left == 0);
        let questions = if left == 1 { "question" } else { "questions" };
        button.set_text_content(Some(&format!("sharpen it: {left} more {questions}")));
    }
    live.on("[data-action=go-on]", "click", move |_| visitor.sharpen());
    live.on("[data-action=back]", "click", move |_| visitor.back());
}

const HALFWAY: &str = r##"<main class="sheet pause" data-screen="halfway">
    <p class="sheet-name"><a href="#">normie descent</a> · 12 answers in</p>
    <h1 tabindex="-1">i have a blurry version of you. look now, or sharpen it?</h1>
    <div class="ways"><button class="button primary" data-action="go-on"></button>
    <button class="button" data-action="look">look now</button></div>
    <p class="why">blurry means a wider range. you can come back for the rest.</p>
    <p><button class="button quiet" data-action="back">back to the last question</button></p></main>"##;

const WELCOME_BACK: &str = r##"<main class="sheet pause" data-screen="welcome-back">
    <p class="sheet-name"><a href="#">normie descent</a> · your sheet</p>
    <h1 tabindex="-1">you were here. i still have your answers.</h1>
    <p class="ways"><button class="button primary" data-action="look">see your result</button></p>
    <div class="onward"></div>
    <p class="why">only this browser has them, for seven days at most.</p></main>"##;

const WAYS_ON: &str = r#"<p class="aside no-better" hidden>the range is narrow: after twelve more questions i would know you no better.</p>
    <div class="ways">
    <button class="button" data-action="go-on"></button>
    <button class="button" data-action="back">change an answer</button>
    <button class="button" data-action="redo">start over</button>
    <button class="button quiet" data-action="forget">forget me</button></div>"#;
