//! Comparison of two results, without a winner or a sum.

use crate::protocol::{FromWorker, ToWorker};
use leptos::prelude::*;
use link::{SharedResult, encode, encode_comparison};
use quiz::comparison::Comparison;
use quiz::format::{seconds, spelled_out};
use quiz::quiz_session::GOALS;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::VisitContext;
use super::comparison::{Two, beliefs, directions};
use super::friend::{Friend, own_sheet, waiting_friend};
use super::share::send_and_say;
use super::summary_page::{not_comparable, numbers};
use crate::app::document::root;
use crate::app::parts::{Live, can_send, copy_and_say, follow};

/// One's own result beside a friend's; whichever of the two is missing is asked for.
pub(super) fn compare(app: VisitContext, slot: &HtmlElement) {
    let slot = slot.clone();
    let pair = Memo::new(move |_| (own_sheet(app), waiting_friend(app)));
    follow(Box::new(move || match pair.get() {
        (Some(own), Some(Friend::Answers(theirs))) => two(app, &slot, [own, theirs], Two::YouAndThem),
        (Some(own), Some(Friend::Numbers(theirs))) => numbers(app, &slot, own, theirs),
        (None, Some(_)) => Live::write(&slot, &yours_missing()).begin(),
        (own, None) => ask_for_link(app, &slot, own),
    }));
}

/// A link with two results: the visitor's own first, where it is one of them.
pub(super) fn sent_two(app: VisitContext, slot: &HtmlElement, sent: [SharedResult; 2]) {
    let own = untrack(|| own_sheet(app)).map(|own| own.answers);
    let [first, second] = sent;
    match sent.map(|shared| Some(shared.answers) == own) {
        [true, false] => two(app, slot, [first, second], Two::YouAndThem),
        [false, true] => two(app, slot, [second, first], Two::YouAndThem),
        _ => two(app, slot, [first, second], Two::Others),
    }
}

/// The way to a comparison from one's own result, as HTML.
pub(super) fn way_to_compare(app: VisitContext) -> String {
    let (heading, words, button) = match untrack(|| waiting_friend(app)) {
        Some(_) => (
            "somebody sent you theirs",
            "the sheet you opened before is still here. lay yours over it.",
            "compare with whoever sent you this",
        ),
        None => (
            "compare",
            "got a friend's link? lay the two sheets over each other.",
            "compare with a friend's link",
        ),
    };
    format!(
        r##"<section class="part comparing"><h2>{heading}</h2><p>{words}</p>
        <p class="ways"><a class="button" href="#compare">{button}</a></p></section>"##
    )
}

/// A line for who came with a friend's link and has a result now, as HTML.
pub(super) fn friend_waits(app: VisitContext) -> &'static str {
    match untrack(|| waiting_friend(app)) {
        Some(_) => {
            r##"<p class="friend-waits">the other sheet is still here. <a href="#compare">lay them over each other</a></p>"##
        }
        None => "",
    }
}

fn two(app: VisitContext, slot: &HtmlElement, sent: [SharedResult; 2], who: Two) {
    let live = Live::write(slot, if who == Two::YouAndThem { YOU_TWO } else { OTHERS });
    live.begin();
    let Some(body) = live.find(".body") else { return };
    let answers = sent.map(|shared| shared.answers);
    if answers.iter().any(|answers| answers.count() == 0) {
        Live::write(&body, ALL_PASSED);
        return;
    }
    let comparison = match Comparison::of(&answers) {
        Ok(comparison) => comparison,
        Err(different) => return not_comparable(&body, different),
    };
    app.prepare();
    let compared = RwSignal::new(None::<Result<[String; 2], String>>);
    let run = app.worker().new_run();
    on_cleanup(move || app.worker().close(run));
    let ask = move || {
        compared.set(None);
        app.worker().ask(&ToWorker::Compare { run, answers }, move |reply| {
            compared.set(Some(match reply.message {
                FromWorker::Compared { alone, by_other, .. } => {
                    let lengths = [&alone[0], &by_other[0]].map(|explanation| seconds(explanation.seconds()));
                    let text = format!(
                        "explaining me from zero: {}. to someone who knows you: {}.",
                        lengths[0], lengths[1]
                    );
                    Ok([directions(who, &alone, &by_other), text])
                }
                FromWorker::Refused { sentence, .. } => Err(sentence),
                _ => Err("the engine answered something else".to_owned()),
            }));
        });
    };
    ask();
    follow(Box::new(move || match compared.get() {
        None => {
            Live::write(&body, WAITING);
        }
        Some(Ok([directions, text])) => report(&body, (sent, &comparison), who, &directions, text),
        Some(Err(sentence)) => {
            let live = Live::write(&body, REFUSED);
            live.text(".lead", move || sentence.clone());
            live.on("button", "click", move |_| ask());
        }
    }));
}

fn report(
    slot: &HtmlElement,
    (sent, comparison): ([SharedResult; 2], &Comparison),
    who: Two,
    directions: &str,
    text: String,
) {
    let beliefs = beliefs(who, comparison);
    let both = comparison.shared.len() + comparison.gaps.len() + comparison.rest.len();
    let end = if who == Two::YouAndThem { SEND_BACK.to_owned() } else { others_end() };
    let live = Live::write(slot, &[directions, &beliefs, &honesty(both), &end].concat());
    if who == Two::YouAndThem {
        offer_link(&live, sent, text);
        return;
    }
    for (which, shared) in ["[data-look=first]", "[data-look=second]"].into_iter().zip(sent) {
        live.attribute(which, "href", move || Some(format!("#{}", encode(&shared))));
    }
}

/// The link back. It is written when it is wanted, and never into the address bar.
fn offer_link(live: &Live, [own, theirs]: [SharedResult; 2], text: String) {
    let page = live.clone();
    live.on("[data-action=share]", "click", move |_| {
        let Some(slot) = page.find(".share-slot") else { return };
        let link = format!("{}#{}", root(), encode_comparison([&own, &theirs]));
        let sheet = Live::write(&slot, LINK_SHEET);
        if let Some(button) = page.find("[data-action=share]") {
            button.set_hidden(true);
        }
        if let Some(place) = sheet.find("[data-value=link]") {
            place.set_text_content(Some(&link));
        }
        let message = format!("{text} {link}");
        if let Some(button) = sheet.find("[data-action=send]") {
            button.set_hidden(!can_send());
        }
        let place = sheet.clone();
        sheet.on("[data-action=send]", "click", move |_| send_and_say(&place, &message, None));
        let place = sheet.clone();
        sheet.on("[data-action=copy-link]", "click", move |_| {
            let done = || "link copied. it knows both your answers.".to_owned();
            copy_and_say(&place, ".share-said", &link, done);
        });
        if let Some(button) = sheet.find("[data-action=copy-link]") {
            crate::app::document::focus(&button);
        }
    });
}

/// Where a friend's link is pasted.
fn ask_for_link(app: VisitContext, slot: &HtmlElement, own: Option<SharedResult>) {
    let live = Live::write(slot, PASTE);
    live.begin();
    let said = RwSignal::new(String::new());
    live.text("#paste-said", move || said.get());
    live.attribute("#paste", "aria-invalid", move || (!said.get().is_empty()).then(|| "true".to_owned()));
    let field = live.find("#paste").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    live.on("form", "submit", move |event| {
        event.prevent_default();
        let Some(field) = &field else { return };
        match Friend::pasted(&field.value(), own) {
            Ok(friend) => app.friend.set(Some(friend)),
            Err(why) => {
                said.set(why);
                crate::app::document::focus(field);
            }
        }
    });
}

const YOU_TWO: &str = r##"<main class="sheet result compare" data-screen="compare" data-two="you">
    <p class="sheet-name"><a href="#">normie descent</a> · two sheets, one map</p>
    <h1 tabindex="-1">you two, explained to each other</h1>
    <p class="lead">who knows one of you needs fewer words for the other. sometimes.</p>
    <div class="body"></div></main>"##;

const OTHERS: &str = r##"<main class="sheet result compare" data-screen="compare" data-two="others">
    <p class="sheet-name"><a href="#">normie descent</a> · two sheets, one map</p>
    <h1 tabindex="-1">two people, explained to each other</h1>
    <p class="lead">we don't know who. neither does the link.</p>
    <div class="body"></div></main>"##;

fn yours_missing() -> String {
    format!(
        r##"<main class="sheet result compare" data-screen="compare" data-two="missing">
    <p class="sheet-name"><a href="#">normie descent</a> · one sheet of two</p>
    <h1 tabindex="-1">your friend's sheet is here. yours is missing.</h1>
    <p class="lead">{} questions, two and a half minutes. i keep theirs in this tab meanwhile.</p>
    <p class="ways"><a class="button primary" href="#quiz">guess, then take it</a></p></main>"##,
        GOALS[0]
    )
}

const PASTE: &str = r##"<main class="sheet result compare" data-screen="compare" data-two="none">
    <p class="sheet-name"><a href="#">normie descent</a> · two sheets, one map</p>
    <h1 tabindex="-1">whose sheet goes over yours?</h1>
    <p class="lead">paste the link a friend sent you. it stays in this tab.</p>
    <form class="paste"><label for="paste">a friend's link</label>
    <input id="paste" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="2000" aria-describedby="paste-said">
    <p id="paste-said" role="status"></p>
    <button class="button primary" data-action="compare">lay them over each other</button></form>
    <p class="aside">no link yet? send them yours. theirs comes back, if they are brave.</p></main>"##;

const WAITING: &str = r#"<p class="lead" role="status">looking for the shortest words. four times.</p>"#;

const ALL_PASSED: &str = r##"<p class="lead">one of these sheets is all passes. respect. nothing to lay over it.</p>
    <p class="ways"><a class="button" href="#quiz">back to the quiz</a></p>"##;

const REFUSED: &str =
    r#"<p class="lead" role="alert"></p><p class="ways"><button class="button">try again</button></p>"#;

fn honesty(both: usize) -> String {
    format!(
        r##"<section class="part honesty"><h2>what this is not</h2><ul>
    <li>not a score. friends need not match.</li>
    <li>not a test of knowing. it counts words, nothing else.</li>
    <li>{} questions both were asked. two keyholes, one door.</li>
    </ul><p><a href="#how">how it works, with its holes</a></p></section>"##,
        spelled_out(both)
    )
}

const SEND_BACK: &str = r#"<section class="part share"><h2>send it back</h2>
    <p>this link lays your sheet over theirs. it holds both: your answers and theirs.
    anyone with it can read them.</p>
    <p class="ways"><button class="button primary" data-action="share">show me the link</button></p>
    <div class="share-slot"></div></section>"#;

const LINK_SHEET: &str = r#"<p class="share-link number" data-value="link"></p>
    <p class="ways"><button class="button primary" data-action="send">send&hellip;</button>
    <button class="button" data-action="copy-link">copy the link</button></p>
    <div class="share-said" role="status"></div>"#;

fn others_end() -> String {
    format!(
        r##"<section class="part"><h2>and you?</h2>
    <p>{} questions, two and a half minutes. nothing leaves the browser.</p>
    <p class="ways"><a class="button primary" href="#quiz">take it yourself</a>
    <a class="button" data-look="first">look at the first</a>
    <a class="button" data-look="second">look at the second</a></p></section>"##,
        GOALS[0]
    )
}
