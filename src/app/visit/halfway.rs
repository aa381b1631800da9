//! Look now, or sharpen it? Asked once, when there are answers enough for a blurry result.

use web_sys::HtmlElement;

use super::visitor::Visitor;
use crate::app::parts::Live;

/// The offer after twelve answers.
pub fn halfway(visitor: Visitor, slot: &HtmlElement) {
    let live = Live::write(slot, HALFWAY);
    live.begin();
    let left = visitor.sitting_now().unmet();
    live.text("[data-action=go-on] small", move || format!("{left} more, then it is as sharp as i can"));
    live.on("[data-action=look]", "click", move |_| visitor.look());
    live.on("[data-action=go-on]", "click", move |_| visitor.go_on());
    live.on("[data-action=back]", "click", move |_| visitor.back());
}

const HALFWAY: &str = r##"<main class="sheet pause" data-screen="halfway">
    <p class="sheet-name"><a href="#">normie descent</a> · 12 answers in</p>
    <h1 tabindex="-1">i have a blurry version of you. look now, or sharpen it?</h1>
    <div class="ways"><button class="button primary" data-action="go-on">sharpen it <small></small></button>
    <button class="button" data-action="look">look now <small>you can come back for the rest</small></button></div>
    <p><button class="button quiet" data-action="back">back to the last question</button></p></main>"##;
