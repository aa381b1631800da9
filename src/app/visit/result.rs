//! The result, part by part.

use crate::render_worker::ShareRequest;
use leptos::prelude::*;
use quiz::explanation::PEOPLE;
use quiz::format::grouped;
use quiz::questionnaire::Answers;
use quiz::quiz_session::GOALS;
use web_sys::HtmlElement;

use super::VisitContext;
use super::answers::answer_by_answer;
use super::compare::{friend_waits, way_to_compare};
use super::halfway_page::ways_on;
use super::headline::{headline, made, record};
use super::perspective::Perspective;
use super::sample_people::{honesty, keep_another, neighbour};
use super::scoring::{Scored, Scoring};
use super::sentence;
use super::share::share;
use super::year::{keep_headline, keep_today, keep_year, today_html, year_html};
use super::year_world::YearWorld;
use crate::app::parts::{Live, follow};

/// The result of these answers: the visitor's own, or somebody's from a link.
pub(super) fn result(app: VisitContext, slot: &HtmlElement, answers: Answers, guess: Option<u8>, own: bool) {
    let live = Live::write(slot, if own { OWN } else { SOMEBODYS });
    live.begin();
    let Some(body) = live.find(".body") else { return };
    if answers.count() == 0 {
        let live = Live::write(&body, &nothing(answers.asked().count()));
        begin_again_at(&live, app, None);
        return;
    }
    app.prepare();
    let scoring = Scoring::of(app, answers);
    follow(Box::new(move || match scoring.get() {
        None => waiting(app, &body),
        Some(Ok(scored)) => report(app, &body, &scored, guess, Perspective::new(own)),
        Some(Err(sentence)) => refused(&body, scoring, sentence),
    }));
}

const OWN: &str = r##"<main class="sheet result" data-screen="result" data-reader="self">
    <p class="sheet-name"><a href="#">normie descent</a> · your sheet</p>
    <h1 tabindex="-1">how hard you are to find</h1><div class="body"></div></main>"##;

const SOMEBODYS: &str = r##"<main class="sheet result" data-screen="result" data-reader="other">
    <p class="sheet-name"><a href="#">normie descent</a> · somebody's sheet</p>
    <h1 tabindex="-1">someone took the quiz</h1>
    <p class="lead">we don't know who. neither does the link. this is how hard they are to find.</p>
    <p class="ways"><a class="button primary" href="#quiz">take it yourself</a></p><div class="body"></div></main>"##;

/// What is said of answers that are all passes.
fn nothing(asked: usize) -> String {
    format!(
        r#"<p class="lead">all {asked} passed. respect. there is nothing here to measure.</p>
    <section class="part redo"><p>changed your mind? minds do that.</p>
    <div class="onward"></div></section>"#
    )
}

const REFUSED: &str =
    r#"<p class="lead" role="alert"></p><p class="ways"><button class="button">try again</button></p>"#;

/// Why there is nothing to show, and a way to try again.
pub(super) fn refused(slot: &HtmlElement, scoring: Scoring, sentence: String) {
    let live = Live::write(slot, REFUSED);
    live.text(".lead", move || sentence.clone());
    live.on("button", "click", move |_| scoring.ask());
}

fn waiting(app: VisitContext, slot: &HtmlElement) {
    let live = Live::write(slot, r#"<p class="lead" role="status"></p>"#);
    live.text("p", move || waiting_for(app));
}

/// Said while the worker counts: what it does, not how long it turns in circles.
pub(super) fn waiting_for(app: VisitContext) -> String {
    match app.people.get() {
        Some(people) => format!("holding your answers against {} simulated people.", grouped(people.into())),
        None => "gathering the crowd. they are simulated, so they come quickly.".to_owned(),
    }
}

fn report(app: VisitContext, slot: &HtmlElement, scored: &Scored, guess: Option<u8>, whose: Perspective) {
    let Scored { answers, score, details, .. } = scored;
    let people = app.people.get_untracked().unwrap_or(PEOPLE as u32);
    let parts = [
        if whose.own { friend_waits(app) } else { "" }.to_owned(),
        sentence::sentence_part(details, people, whose),
        headline(score, guess, whose),
        made(score, whose),
        record(score, whose),
        today_html(whose),
        answer_by_answer(score, whose),
        neighbour(details, answers.count(), people, whose),
        year_html(whose),
        honesty(answers.count()),
        if whose.own { SHARING.to_owned() + &way_to_compare(app) + OWN_END } else { somebodys_end() },
    ];
    let live = Live::write(slot, &parts.concat());
    let world = YearWorld::open(app, *answers);
    keep_today(&live, world, app.palette, whose);
    if whose.own {
        if let Some(slot) = live.find(".sharing") {
            let sending = ShareRequest::of(score, *answers, guess);
            share(
                &slot,
                ShareRequest {
                    explanation: Some(details.explanation.clone()),
                    median_seconds: Some(details.median_seconds),
                    ..sending
                },
                world.today,
            );
        }
        let [low, high] = score.further_than;
        let width = score.is_placed().then(|| f64::from(high - low) / 100.0);
        begin_again_at(&live, app, width);
    }
    keep_year(&live, world, app, scored, whose);
    keep_headline(&live, world);
    keep_another(app, &live);
}

const SHARING: &str = r#"<div class="sharing"></div>"#;

const OWN_END: &str = r#"<section class="part redo"><p>changed your mind? minds do that.</p>
    <div class="onward"></div></section>"#;

fn somebodys_end() -> String {
    format!(
        r##"<section class="part and-you"><h2>and you?</h2>
    <p>{} questions, two and a half minutes. nothing leaves the browser.</p>
    <p class="ways"><a class="button primary" href="#quiz">take it yourself</a></p></section>"##,
        GOALS[0]
    )
}

fn begin_again_at(live: &Live, app: VisitContext, width: Option<f64>) {
    if let Some(slot) = live.find(".onward") {
        ways_on(app.visitor, &slot, width);
    }
}
