//! What does somebody see who opens a link that a friend sent?

use crate::link::{Link, LinkError, Shared, Summary, encode};
use crate::perplexity::PEOPLE;
use crate::wording::{one_in, range};
use web_sys::HtmlElement;

use super::App;
use super::result::result;
use crate::app::parts::Live;

/// The result in a link, or why it cannot be read and what to do.
pub fn shared(app: App, slot: &HtmlElement, sent: Result<Link, LinkError>) {
    match sent {
        Ok(Link::Result(Shared { answers, guess })) => result(app, slot, answers, guess, false),
        Ok(Link::Comparison([first, second])) => two(app, slot, first, Ok(second)),
        Ok(Link::Half { whole, torn }) => two(app, slot, whole, Err(torn)),
        Ok(Link::Summary(told)) => summary(slot, told),
        Ok(Link::Lab(_) | Link::Place(_)) => damaged(slot, &LinkError::NotAResult),
        Err(error) => damaged(slot, &error),
    }
}

/// The first of two results, and the way to the other or what became of it.
fn two(app: App, slot: &HtmlElement, first: Shared, second: Result<Shared, LinkError>) {
    let live = Live::write(slot, TWO);
    if let Some(body) = live.find(".first-of-two") {
        result(app, &body, first.answers, first.guess, false);
    }
    let (said, other) = match second {
        Ok(other) => {
            ("there are two results in this link. this is the first.".to_owned(), Some(encode(&other)))
        }
        Err(error) => {
            (format!("there were two results in this link. this one survived. of the other: {error}."), None)
        }
    };
    live.text(".other p", move || said.clone());
    if let Some(way) = live.find(".other a") {
        way.set_hidden(other.is_none());
        if way.set_attribute("href", &format!("#{}", other.unwrap_or_default())).is_err() {
            leptos::logging::error!("the other result cannot be linked to");
        }
    }
}

/// Numbers without answers.
fn summary(slot: &HtmlElement, told: Summary) {
    let live = Live::write(slot, SUMMARY);
    live.begin();
    let perplexity = one_in(told.identity_bits(), PEOPLE as u32);
    let mut sentences = Vec::new();
    if let Some(seconds) = told.seconds {
        sentences.push(format!(
            "someone takes {seconds} {} to explain.",
            if seconds == 1 { "second" } else { "seconds" }
        ));
    }
    sentences.push("meet that many simulated people, and about one is like them.".to_owned());
    if let Some(further) = told.further_than {
        sentences.push(format!("further out than {} of 100 simulated people.", range(further)));
    }
    if let (Some(guess), Some([low, high])) = (told.guess, told.further_than) {
        let weirder = range([100 - high, 100 - low]);
        sentences.push(format!("they guessed {guess} of 100 are weirder. it's about {weirder}."));
    }
    sentences.push(format!("questions answered: {} of 24.", told.answered));
    live.text("[data-value=perplexity]", move || perplexity.clone());
    if let Some(list) = live.find(".told") {
        // Numbers and our own words only.
        list.set_inner_html(
            &sentences.iter().map(|sentence| format!("<p>{sentence}</p>")).collect::<String>(),
        );
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
    live.text("h1", move || heading.to_owned());
    live.text(".lead", move || format!("{lead}."));
    live.text(".advice", move || advice.to_owned());
    live.begin();
}

const TWO: &str = r#"<aside class="notice other" data-value="other"><p></p><a>show me the other</a></aside>
    <div class="first-of-two"></div>"#;

const SUMMARY: &str = r##"<main class="sheet result summary" data-screen="result" data-reader="other">
    <p class="sheet-name"><a href="#">normie descent</a> · a postcard</p>
    <h1 tabindex="-1">someone took the quiz</h1>
    <section class="part headline"><p class="eyebrow">their perplexity</p>
    <p class="figure-number" data-value="perplexity"></p>
    <div class="told said" data-value="summary"></div>
    <p class="plain">we don't know who. neither does the link. it holds these numbers and no answers.</p></section>
    <p class="ways"><a class="button primary" href="#quiz">how long do you take?</a>
    <a class="button" href="#">see the map</a></p></main>"##;

const DAMAGED: &str = r##"<main class="sheet result damaged" data-screen="result" data-reader="nobody">
    <p class="sheet-name"><a href="#">normie descent</a> · a torn sheet</p>
    <h1 tabindex="-1"></h1>
    <p class="lead" data-value="link-error"></p>
    <p class="advice"></p>
    <p class="ways"><a class="button primary" href="#quiz">take the quiz yourself</a>
    <a class="button" href="#">see the map</a></p></main>"##;
