//! A friend's link, as its receiver sees it.

use crate::protocol::{FromWorker, ToWorker};
use leptos::prelude::*;
use link::{Link, LinkError, SharedResult, Summary};
use quiz::format::{one_in, one_in_range, range, seconds};
use web_sys::HtmlElement;

use super::VisitContext;
use super::compare::sent_two;
use super::friend::{Friend, own_sheet};
use super::result::result;
use crate::app::document::tell_page;
use crate::app::parts::Live;

/// What a link holds, or why it cannot be read and what to do.
pub(super) fn shared(app: VisitContext, slot: &HtmlElement, sent: Result<Link, LinkError>) {
    match sent {
        Ok(Link::Result(shared)) => somebody(app, slot, shared),
        Ok(Link::Comparison(both)) => sent_two(app, slot, both),
        Ok(Link::Half { whole, damaged }) => half(app, slot, whole, &damaged),
        Ok(Link::Summary(numbers)) => summary(app, slot, numbers),
        Ok(Link::Lab(_) | Link::Place(_)) => damaged(slot, &LinkError::NotAResult),
        Err(error) => damaged(slot, &error),
    }
}

/// Somebody's seconds, and a choice: to guess first, or to look. Their result would spoil the guess.
fn somebody(app: VisitContext, slot: &HtmlElement, shared: SharedResult) {
    let live = app.stills.with_value(|stills| Live::write(slot, &stills.somebody));
    live.begin();
    if shared.answers.count() == 0 {
        let questions = shared.answers.asked().count();
        live.text("h1", move || format!("someone passed all {questions} questions"));
        live.text(".lead", || "respect. there is nothing here to measure.".to_owned());
        if let Some(look) = live.find("[data-action=just-look]") {
            look.set_hidden(true);
        }
        return;
    }
    app.friend.set(Some(Friend::Answers(shared)));
    offer_compare(&live, own_sheet_now(app).is_some_and(|own| own.answers != shared.answers));
    app.prepare();
    let run = app.worker().new_run();
    on_cleanup(move || app.worker().close(run));
    let length = RwSignal::new(None::<String>);
    app.worker().ask(&ToWorker::Score { run, answers: shared.answers }, move |reply| {
        if let FromWorker::Scored { details, .. } = reply.message {
            length.set(Some(seconds(details.explanation.seconds())));
        }
    });
    live.text("h1 span", move || length.get().unwrap_or_else(|| "a while".to_owned()));
    // The heading had the focus when it was still counting.
    live.text("[role=status]", move || {
        length.get().map_or_else(String::new, |length| format!("someone takes {length} to explain"))
    });
    let (slot, owner) = (slot.clone(), Owner::current());
    live.on("[data-action=just-look]", "click", move |_| {
        if let Some(owner) = &owner {
            owner.with(|| result(app, &slot, shared.answers, shared.guess, false));
        }
    });
}

/// What survived of a link with two results, and what became of the other.
fn half(app: VisitContext, slot: &HtmlElement, whole: SharedResult, damaged: &LinkError) {
    look_for_newer(damaged);
    let live = Live::write(slot, HALF);
    let said = format!("there were two results in this link. this one survived. of the other: {damaged}.");
    live.text(".other p", move || said.clone());
    if let Some(body) = live.find(".survivor") {
        somebody(app, &body, whole);
    }
}

/// Numbers without answers: the blanks of the postcard are filled in, and what was not sent goes.
fn summary(app: VisitContext, slot: &HtmlElement, numbers: Summary) {
    let live = app.stills.with_value(|stills| Live::write(slot, &stills.postcard));
    live.begin();
    let comparable = numbers.set == app.visitor.session_now().set().id();
    if comparable {
        app.friend.set(Some(Friend::Numbers(numbers)));
    } else {
        let other = LinkError::Set { set: numbers.set };
        look_for_newer(&other);
        live.text(".edition", move || {
            format!("not comparable: {other}. the numbers stand as they were sent.")
        });
    }
    offer_compare(&live, comparable && own_sheet_now(app).is_some());
    match numbers.seconds {
        Some(length) => live.text("h1 span", move || seconds(length.into())),
        None => live.text("h1", || "someone took the quiz".to_owned()),
    }
    let perplexity = format!("{} ({})", one_in(numbers.surprisal()), one_in_range(numbers.surprisal_range()));
    live.text("[data-value=perplexity]", move || perplexity.clone());
    let further = numbers
        .further_than
        .map(|further| format!("further out than {} of 100 simulated people.", range(further)));
    let guessed = numbers.guess.zip(numbers.further_than).map(|(guess, [low, high])| {
        let weirder = range([100 - high, 100 - low]);
        format!("they guessed {guess} of 100 are weirder. it's about {weirder}.")
    });
    let answered = format!("questions answered: {}.", numbers.answered);
    for (line, said) in [(".further", further), (".guessed", guessed), (".answered", Some(answered))] {
        if let Some(said) = said {
            live.text(line, move || said.clone());
        } else if let Some(line) = live.find(line) {
            line.set_hidden(true);
        }
    }
}

fn damaged(slot: &HtmlElement, error: &LinkError) {
    let live = Live::write(slot, DAMAGED);
    let (heading, lead, advice) = match error {
        LinkError::Set { .. } | LinkError::Version { .. } => (
            "this link is from another edition",
            error.to_string(),
            "the link is whole. it only speaks of something else.",
        ),
        _ => (
            "this link got hurt",
            error.to_string(),
            "links lose letters in chats. ask for it again, as plain text.",
        ),
    };
    if let Some(renew) = live.find("[data-renew]") {
        renew.set_hidden(!error.is_newer());
    }
    live.text("h1", move || heading.to_owned());
    live.text(".lead", move || format!("{lead}."));
    live.text(".advice", move || advice.to_owned());
    live.begin();
}

/// Has the page look for a newer version of itself, and offer it, if that may be able to read the link.
fn look_for_newer(error: &LinkError) {
    if error.is_newer() {
        tell_page("outdated", "");
    }
}

fn own_sheet_now(app: VisitContext) -> Option<SharedResult> {
    untrack(|| own_sheet(app))
}

/// Who has a sheet of their own is not asked to take the quiz but to compare.
fn offer_compare(live: &Live, has_own: bool) {
    for (way, offered) in [("#quiz", !has_own), ("#compare", has_own)] {
        if let Some(way) = live.find(&format!(".ways [href='{way}']")) {
            way.set_hidden(!offered);
        }
    }
}

const HALF: &str = r#"<aside class="notice other" data-value="other"><p></p></aside>
    <div class="survivor"></div>"#;

const DAMAGED: &str = r##"<main class="sheet result damaged" data-screen="result" data-reader="nobody">
    <p class="sheet-name"><a href="#">normie descent</a> · a torn sheet</p>
    <h1 tabindex="-1"></h1>
    <p class="lead" data-value="link-error"></p>
    <p class="advice"></p>
    <p class="ways"><button class="button primary" data-renew hidden>look for the newest page</button>
    <a class="button primary" href="#quiz">take the quiz yourself</a>
    <a class="button" href="#">see the map</a></p></main>"##;
