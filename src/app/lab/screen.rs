//! Layout of the lab: words, the stage, controls, and the world in numbers.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::charts::{charts_html, keep_charts};
use super::context::LabContext;
use super::describe::keep_status;
use super::inspector::{INSPECTOR, keep_inspector};
use super::picture::{PICTURE, keep_picture};
use super::playback::Run;
use super::sandbox::{keep_sandbox, sandbox_html, show_address, worlds_html};
use super::speed::Pace;
use super::tutorial::{DROP_IN, keep_beat, keep_drop_in, play_html, words_html};
use super::tutorial_copy::BEATS;
use crate::app::parts::{Live, Visible, follow};
use link::{LabCode, encode_world, read_world};

/// The lab's last part: all the levers.
const LEVERS: usize = BEATS.len();

/// Writes the lab, with the world of a link on its stage if there is one.
pub(super) fn screen(app: LabContext, slot: &HtmlElement, code: Option<&LabCode>) {
    let live = Live::write(slot, &html());
    let read = code.map(read_world);
    let (world, embed, notes) = match read {
        None => (None, false, String::new()),
        Some(Ok(link)) => {
            let notes: Vec<String> = link.notes.iter().map(ToString::to_string).collect();
            (Some(link.world), link.embed, notes.join(". "))
        }
        Some(Err(why)) => (None, false, why.to_string()),
    };
    let Some(stage) = live.find(".stage-box") else { return };
    let run = Run::new(app, world.clone().unwrap_or_default(), Visible::watch(&stage));
    let note = RwSignal::new(notes);
    // A link leads to its world, everybody else begins at the beginning.
    let part = RwSignal::new(if world.is_some() || code.is_some() { LEVERS } else { 0 });
    live.attribute(".lab", "data-embed", move || embed.then(|| "1".to_owned()));
    keep_picture(&live, run);
    keep_status(&live, run);
    keep_charts(&live, run);
    keep_inspector(&live, run);
    keep_controls(&live, run);
    keep_parts(&live, run, part, note);
    keep_going_when_seen(run);
    if part.get_untracked() == LEVERS {
        run.reset();
    }
}

fn html() -> String {
    let beats = (0..BEATS.len()).map(|at| {
        format!(
            r#"<button data-beat="{0}" title="{1}" aria-label="{0}: {1}">{0}</button>"#,
            at + 1,
            BEATS[at].title
        )
    });
    let paces = Pace::ALL
        .iter()
        .enumerate()
        .map(|(at, (_, name))| format!(r#"<option value="{at}">{name}</option>"#));
    format!(
        r##"<main class="sheet lab" data-screen="lab"><p class="sheet-name"><a href="#">normie descent</a> <span aria-hidden="true">·</span> the lab</p>
        <h1 tabindex="-1">play with the world</h1>
        <nav class="parts" aria-label="beats">{beats}<button data-beat="7">all the levers</button></nav>
        <div class="lab-grid"><section class="lab-words" aria-labelledby="beat-title"></section>
        <section class="stage" aria-label="the world">{PICTURE}
        <p class="stage-status figure-status" data-value="status"></p><p class="unseen stage-aloud" role="status"></p>
        <p class="stage-progress" hidden><progress max="100"></progress> <span></span>
        <button class="button small quiet" data-action="stop">stop</button></p>
        <p class="controls stage-controls"><button class="button primary small" data-action="play">play</button>
        <button class="button small" data-action="day">a day</button>
        <button class="button small" data-action="reset">reset</button>
        <label>speed <select data-action="pace">{paces}</select></label></p>
        <p class="stage-foot"><span class="stage-kept"></span> <span class="golden">day 30 checksum
        <code data-value="golden"></code></span></p>
        <p class="embedded"><a class="button small" target="_blank" rel="noopener" href="#lab">open in the lab</a></p>
        {INSPECTOR}</section><section class="lab-play" aria-label="what to do"></section>
        <section class="lab-more" aria-label="the world in numbers"><div class="stage-words"></div>{charts}</section></div></main>"##,
        beats = beats.collect::<String>(),
        paces = paces.collect::<String>(),
        charts = charts_html(),
    )
}

/// Play, a day, reset, speed, stop.
fn keep_controls(live: &Live, run: Run) {
    live.on("[data-action=play]", "click", move |_| {
        if run.playing.get_untracked() {
            return run.pause();
        }
        run.come_into_view();
        run.play(None);
    });
    live.text("[data-action=play]", move || if run.playing.get() { "pause" } else { "play" }.to_owned());
    live.on("[data-action=day]", "click", move |_| run.step());
    live.on("[data-action=reset]", "click", move |_| run.reset());
    live.on("[data-action=stop]", "click", move |_| {
        if run.opening.get_untracked().is_some() {
            run.give_up();
            run.refused.set(Some("stopped before the world was made. play, and i begin again.".to_owned()));
        } else {
            run.pause();
        }
    });
    live.on("[data-action=pace]", "change", move |event| {
        let value = event.target().and_then(|select| js_sys::Reflect::get(&select, &"value".into()).ok());
        let at: usize = value.and_then(|value| value.as_string()?.parse().ok()).unwrap_or(1);
        run.pace.set(Pace::ALL.get(at).map_or(Pace::Steady, |(pace, _)| *pace));
    });
    live.attribute("[data-action=pace] option:nth-child(2)", "selected", || Some(String::new()));
    live.attribute(".embedded a", "href", move || Some(format!("#{}", run.world.with(encode_world))));
}

/// Words and controls follow the part.
fn keep_parts(live: &Live, run: Run, part: RwSignal<usize>, note: RwSignal<String>) {
    let (Some(words), Some(play)) = (live.find(".lab-words"), live.find(".lab-play")) else { return };
    live.attribute(".lab", "data-part", move || {
        Some(if part.get() == LEVERS { "levers" } else { "beat" }.to_owned())
    });
    for at in 0..=LEVERS {
        let which = format!(".parts [data-beat='{}']", at + 1);
        live.attribute(&which, "aria-current", move || (part.get() == at).then(|| "step".to_owned()));
    }
    let root = live.clone();
    let chosen = Memo::new(move |_| part.get());
    let first = StoredValue::new(true);
    follow(Box::new(move || {
        let at = chosen.get();
        if at == LEVERS {
            words.set_inner_html(&worlds_html());
            play.set_inner_html(&format!("{DROP_IN}{}", sandbox_html()));
            run.pace.set(Pace::Steady);
            run.come_from(None);
            keep_sandbox(&root, run, note);
            keep_drop_in(&root, run);
        } else {
            if !first.get_value() {
                show_address("#lab");
            }
            words.set_inner_html(&words_html(at));
            play.set_inner_html(&play_html(at));
            keep_beat(&root, run, at);
        }
        // A visitor who comes by a link or a button reads on at the new heading.
        if !first.get_value()
            && let Some(heading) = root.find("#beat-title")
        {
            crate::app::document::focus(&heading);
        }
        first.set_value(false);
    }));
    live.on(".lab", "click", move |event| {
        use wasm_bindgen::JsCast;
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let button = target.and_then(|target| target.closest("[data-beat]").ok().flatten());
        let asked = button.and_then(|button| button.get_attribute("data-beat")?.parse::<usize>().ok());
        if let Some(at) = asked {
            note.set(String::new());
            part.set(at.saturating_sub(1).min(LEVERS));
        }
    });
}

/// Anything that may end a pause: coming into view, coming back to the tab.
fn keep_going_when_seen(run: Run) {
    follow(Box::new(move || run.keep_going_in_view()));
    let shown_again = window_event_listener_untyped("visibilitychange", move |_| run.wake());
    on_cleanup(move || shown_again.remove());
}
