//! The reveal of the sentence: list, animation, and the way on.
//!
//! Everything said here is said in full in an ordered list, too: for screen readers, and for who wants less motion.
//! Nobody is kept: the button, and Esc, lead on at any moment.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::VisitContext;
use super::headline::{typically_guessed, weirder};
use super::perspective::Perspective;
use super::result::{refused, waiting_for};
use super::reveal_show::{show, stage_html};
use super::scoring::{Scored, Scoring};
use super::sentence::clauses;
use crate::app::parts::{Live, calm, follow};
use quiz::format::seconds;

/// Between the last question and the result.
pub(super) fn reveal(app: VisitContext, slot: &HtmlElement) {
    let live = Live::write(slot, HTML);
    live.begin();
    let onward = move || app.visitor.revealed();
    live.on("[data-action=onward]", "click", move |_| onward());
    let keys = window_event_listener_untyped("keydown", move |event: Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            onward();
        }
    });
    on_cleanup(move || keys.remove());
    let Some(body) = live.find(".body") else { return };
    let scoring = Scoring::of(app, app.visitor.answers());
    live.text("[role=status]", move || match scoring.get() {
        None => waiting_for(app),
        Some(Ok(scored)) => format!("{} to explain you.", seconds(scored.details.explanation.seconds())),
        Some(Err(_)) => String::new(),
    });
    let complete = RwSignal::new(false);
    let guess = app.visitor.guess();
    follow(Box::new(move || match scoring.get() {
        None => body.set_inner_html(""),
        Some(Ok(scored)) => tell(app, &body, scored, guess, complete),
        Some(Err(sentence)) => refused(&body, scoring, sentence),
    }));
    live.text("[data-action=onward]", move || {
        if complete.get() { "see the whole sheet" } else { "skip" }.to_owned()
    });
}

const HTML: &str = r##"<main class="sheet reveal" data-screen="reveal">
    <p class="sheet-name"><a href="#">normie descent</a> · the answer</p>
    <h1 tabindex="-1">how long does it take to explain you?</h1>
    <p class="lead" role="status"></p><div class="body"></div>
    <p class="ways"><button class="button" data-action="onward"></button></p></main>"##;

/// The list, and the animation beside it; `complete` once all of it is shown.
fn tell(
    app: VisitContext,
    slot: &HtmlElement,
    scored: Rc<Scored>,
    guess: Option<u8>,
    complete: RwSignal<bool>,
) {
    let people = app.people.get_untracked().unwrap_or(scored.matched.len() as u32);
    let whose = Perspective::new(true);
    let verdicts = verdicts(&scored, guess);
    let still = calm();
    let items: String = verdicts.iter().map(|verdict| format!("<li>{verdict}</li>")).collect();
    let list = format!(
        r#"<ol class="clauses in-order{}">{}{items}</ol>"#,
        if still { "" } else { " unseen" },
        clauses(&scored.details.explanation, people, whose.whom()),
    );
    if still {
        Live::write(slot, &list);
        complete.set(true);
    } else {
        let live = Live::write(slot, &(list + &stage_html(&verdicts)));
        show(app, &live, (scored, people), verdicts.len(), complete);
    }
}

/// What is said once the sentence is complete: its seconds, the guess, how often the crowd saw it coming.
fn verdicts(scored: &Scored, guess: Option<u8>) -> Vec<String> {
    let Scored { score, details, .. } = scored;
    let median = seconds(details.median_seconds);
    let length = seconds(details.explanation.seconds());
    let mut verdicts = vec![format!(
        r#"<b data-value="seconds">{length}.</b> the median simulated person takes <b>{}</b>."#,
        median.trim_end_matches(" seconds")
    )];
    if !score.is_placed() {
        verdicts.push("<b>i could not place you.</b> a friendly review comes next.".to_owned());
        return verdicts;
    }
    let weirder = weirder(score);
    verdicts.push(match guess {
        Some(guess) => format!(
            r#"you guessed <b>{guess}</b> are weirder. it's about <b data-value="weirder">{weirder}</b>."#
        ),
        None => format!(
            r#"about <b data-value="weirder">{weirder}</b> of 100 simulated people are weirder than you."#
        ),
    });
    if score.sides_taken > 0 {
        verdicts.push(format!(
            r#"the crowd guessed your side <b data-value="guessed">{}</b> times of <b>{}</b>;
            a typical simulated person's, <b>{}</b>."#,
            score.sides_guessed,
            score.sides_taken,
            typically_guessed(score)
        ));
    }
    verdicts
}
