//! Comparison where one result came without its answers.

use crate::protocol::{FromWorker, ScoreDetails, ToWorker};
use leptos::prelude::*;
use link::{SharedResult, Summary};
use quiz::comparison::DifferentSets;
use quiz::format::{one_in, one_in_range, range, seconds};
use quiz::scoring::Score;
use web_sys::HtmlElement;

use super::VisitContext;
use crate::app::parts::{Live, follow};

/// One's own numbers beside a friend's, row by row, and what is missing.
pub(super) fn numbers(app: VisitContext, slot: &HtmlElement, own: SharedResult, theirs: Summary) {
    let live = Live::write(slot, SCREEN);
    live.begin();
    if let Err(different) = DifferentSets::check([own.answers.set().id(), theirs.set]) {
        if let Some(body) = live.find(".body") {
            not_comparable(&body, different);
        }
        return;
    }
    app.prepare();
    let table = RwSignal::new(None::<Result<String, String>>);
    let run = app.worker().new_run();
    on_cleanup(move || app.worker().close(run));
    let ask = move || {
        table.set(None);
        app.worker().ask(&ToWorker::Score { run, answers: own.answers }, move |reply| {
            table.set(Some(match reply.message {
                FromWorker::Scored { score, details, .. } => Ok(rows(own, &score, &details, theirs)),
                FromWorker::Refused { sentence, .. } => Err(sentence),
                _ => Err("the engine answered something else".to_owned()),
            }));
        });
    };
    ask();
    let Some(body) = live.find(".body") else { return };
    follow(Box::new(move || match table.get() {
        None => {
            Live::write(&body, r#"<p class="lead" role="status">counting you once more.</p>"#);
        }
        Some(Ok(rows)) => {
            Live::write(&body, &format!("{HEAD}{rows}{MISSING}"));
        }
        Some(Err(sentence)) => {
            let live = Live::write(&body, REFUSED);
            live.text(".lead", move || sentence.clone());
            live.on("button", "click", move |_| ask());
        }
    }));
}

/// Why two results to different question sets are not laid side by side.
pub(super) fn not_comparable(body: &HtmlElement, different: DifferentSets) {
    let live = Live::write(body, DIFFERENT);
    live.text(".lead", move || format!("{different}. neither is hurt."));
}

/// The rows of the table, with a placeholder where a link is silent.
fn rows(own: SharedResult, score: &Score, details: &ScoreDetails, theirs: Summary) -> String {
    let silent = || "not told".to_owned();
    let of_100 = |further: Option<[u8; 2]>| {
        further.map_or_else(silent, |further| format!("{} of 100", range(further)))
    };
    let guessed = |guess: Option<u8>| guess.map_or_else(silent, |guess| format!("{guess} of 100"));
    let perplexity = |bits: f64, range: [f64; 2]| format!("{} ({})", one_in(bits), one_in_range(range));
    let row = |name: &str, yours: String, theirs: String| {
        format!(
            r#"<tr><th scope="row">{name}</th><td class="number">{yours}</td><td class="number">{theirs}</td></tr>"#
        )
    };
    [
        row(
            "explained in",
            seconds(details.explanation.seconds()),
            theirs.seconds.map_or_else(silent, |length| seconds(length.into())),
        ),
        row(
            "perplexity",
            perplexity(score.surprisal, score.surprisal_range),
            perplexity(theirs.surprisal(), theirs.surprisal_range()),
        ),
        row(
            "further out than",
            of_100(score.is_placed().then_some(score.further_than)),
            of_100(theirs.further_than),
        ),
        row("guessed to be weirder", guessed(own.guess), guessed(theirs.guess)),
        row("questions answered", score.answered.to_string(), theirs.answered.to_string()),
    ]
    .concat()
}

const SCREEN: &str = r##"<main class="sheet result compare" data-screen="compare" data-two="numbers">
    <p class="sheet-name"><a href="#">normie descent</a> · a sheet and a postcard</p>
    <h1 tabindex="-1">your numbers beside theirs</h1>
    <p class="lead">we don't know who. neither does the link.</p>
    <div class="body"></div></main>"##;

const HEAD: &str = r#"<table class="numbers"><thead><tr><td></td><th scope="col">you</th><th scope="col">them</th></tr></thead><tbody>"#;

const MISSING: &str = r##"</tbody></table>
    <section class="part honesty"><h2>what is missing</h2>
    <p data-value="missing">their link holds these numbers and no answers.
    so i can't say what you share, or where you part.
    ask them for the other link: “with my answers, so we can compare”.</p></section>
    <p class="ways"><a class="button" href="#quiz">back to my sheet</a></p>"##;

const DIFFERENT: &str = r##"<p class="lead" role="status"></p>
    <p class="ways"><a class="button" href="#quiz">back to my sheet</a></p>"##;

const REFUSED: &str =
    r#"<p class="lead" role="alert"></p><p class="ways"><button class="button">try again</button></p>"#;
