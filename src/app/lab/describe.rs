//! Descriptions of the picture in words.

use leptos::prelude::*;

use super::playback::Run;
use crate::app::parts::Live;
use crate::protocol::{LabFrame, LabPlane};
use perplexity::item_bank::ITEM_COUNT;
use picture::chart::{MARKER_NAMES, MARKERS};
use quiz::cluster_names::{Register, called};
use quiz::format::{grouped, one_decimal, percent};
use quiz::questionnaire::{CURRENT, Item, Side};
use settings::{LabWorld, Start};

/// Milliseconds between two sentences said aloud while days pass.
const ALOUD_MS: f64 = 4_000.0;

/// The picture in a line: "day 120: 4 tribes, 61 loners. you: loner".
pub(super) fn status(frame: &LabFrame) -> String {
    let members: u32 = frame.measures.clusters.iter().sum();
    let clusters = match frame.measures.clusters.len() {
        0 => "no tribe yet".to_owned(),
        1 => "1 tribe".to_owned(),
        more => format!("{more} tribes"),
    };
    let unclustered = match frame.people.saturating_sub(members) {
        1 => "1 loner".to_owned(),
        more => format!("{} loners", grouped(more.into())),
    };
    let you = if frame.your_cluster.is_some() { "in a tribe" } else { "loner" };
    format!("day {}: {clusters}, {unclustered}. you: {you}", frame.day)
}

/// How long work is under way, if it takes long.
pub(super) fn progress(run: Run) -> Option<(String, f32)> {
    if let Some(share) = run.opening.get() {
        return Some((format!("making the world: {}", percent(f64::from(share))), share));
    }
    run.frame.with(|frame| {
        let frame = frame.as_ref().filter(|frame| frame.moved > 0)?;
        let share = frame.moved as f32 / frame.people as f32;
        Some((format!("day {} is under way: {}", frame.day + 1, percent(f64::from(share))), share))
    })
}

/// Keeps the line under the picture, and says it aloud at a humane rate.
pub(super) fn keep_status(live: &Live, run: Run) {
    let line = move || {
        let refused = run.refused.get();
        refused.or_else(|| run.frame.with(|frame| frame.as_ref().map(status)))
    };
    live.text("[data-value=status]", move || line().unwrap_or_else(|| "day 0".to_owned()));
    live.attribute("[data-value=status]", "data-day", move || {
        run.frame.with(|frame| frame.as_ref().map(|frame| frame.day.to_string()))
    });
    live.attribute("[data-value=status]", "data-tribes", move || {
        run.frame.with(|frame| frame.as_ref().map(|frame| frame.measures.clusters.len().to_string()))
    });
    let aloud = RwSignal::new(String::new());
    let last = StoredValue::new(0.0f64);
    crate::app::parts::follow(Box::new(move || {
        let (said, playing) = (line(), run.playing.get());
        let now = js_sys::Date::now();
        if !playing || now - last.get_value() > ALOUD_MS {
            last.set_value(now);
            aloud.set(said.unwrap_or_default());
        }
    }));
    live.text(".stage-aloud", move || aloud.get());
    let waits = Memo::new(move |_| progress(run));
    live.attribute(".stage-progress", "hidden", move || waits.get().is_none().then(String::new));
    live.text(".stage-progress span", move || waits.get().map(|(said, _)| said).unwrap_or_default());
    live.attribute(".stage-progress progress", "value", move || {
        waits.get().map(|(_, share)| one_decimal(f64::from(share) * 100.0))
    });
    live.text("[data-value=golden]", move || {
        let golden = run.frame.with(|frame| frame.as_ref().and_then(|frame| frame.golden));
        match (golden, run.ruled.get()) {
            (Some(sum), None) => format!("{sum:08x}"),
            (Some(sum), Some(day)) => format!("{sum:08x}, but the rules changed on day {day}"),
            (None, _) => "after day 30".to_owned(),
        }
    });
    live.text(".stage-kept", move || {
        let kept = run.frame.with(|frame| frame.as_ref().map(|frame| frame.kept));
        kept.map(|kept| kept_words(kept, run.plane.get())).unwrap_or_default()
    });
    // Written again only when it says something else: most days nothing in it changes.
    let words = Memo::new(move |_| run.frame.with(|frame| frame.as_ref().map(legend).unwrap_or_default()));
    live.inside(".stage-words", move || words.get());
}

fn kept_words(kept: f32, plane: LabPlane) -> String {
    let which = match plane {
        LabPlane::Components => "this flat picture keeps",
        LabPlane::Beliefs(..) => "these two beliefs keep",
    };
    format!("{which} {} of the differences.", percent(f64::from(kept)))
}

/// Text alternative of the map: every cluster with its marker, size and name.
fn legend(frame: &LabFrame) -> String {
    let measures = &frame.measures;
    let rows = measures.clusters.iter().enumerate().take(12).map(|(at, people)| {
        let sign = measures.signs.get(at).map_or(0, |sign| usize::from(*sign) % MARKERS);
        let yours = if frame.your_cluster == Some(at as u16) { " <b>you</b>" } else { "" };
        // Names are our own words.
        let name =
            measures.names.get(at).map(|name| called(CURRENT, *name, Register::World)).unwrap_or_default();
        format!(
            r#"<li><svg class="sign sign-{sign}" viewBox="-6 -6 12 12" aria-hidden="true">{}</svg>
            <span class="unseen">{}:</span> <b class="number">{}</b> {name}{yours}</li>"#,
            sign_path(sign),
            MARKER_NAMES[sign],
            grouped((*people).into())
        )
    });
    let rows: String = rows.collect();
    let away = percent(measures.away);
    format!(
        r#"<ul class="tribes">{rows}</ul><p class="aside">lines join places where the crowd is equally thick. specks
        are loners. on average people are <b class="number">{away}</b> of the way from home: what they first believed.
        of the {} outermost, <b class="number">{}</b> are in a tribe.</p>"#,
        measures.outsiders[1], measures.outsiders[0]
    )
}

/// A sign for the legend, as on the map.
fn sign_path(sign: usize) -> &'static str {
    match sign {
        0 => r#"<circle r="4"/>"#,
        1 => r#"<path d="M-3.5-3.5h7v7h-7z"/>"#,
        2 => r#"<path d="M0-4.5l4.6 7.4h-9.2z"/>"#,
        3 => r#"<path d="M-1.3-4.5h2.6v3.2h3.2v2.6h-3.2v3.2h-2.6v-3.2h-3.2v-2.6h3.2z"/>"#,
        4 => r#"<path d="M0-5l5 5-5 5-5-5z"/>"#,
        _ => r#"<circle r="3.4" fill="none" stroke="currentColor" stroke-width="2"/>"#,
    }
}

/// Whether beliefs are the essay's two axes.
pub(super) fn is_axes(world: &LabWorld) -> bool {
    world.setting.dims == 2 && world.setting.start == Start::Crowd
}

/// What people at the upper end of a belief say, where beliefs have names and this one is asked about.
fn held(world: &LabWorld, belief: u16) -> Option<&'static str> {
    let asked = |item: &Item| item.bank == usize::from(belief) && !item.reverse_keyed;
    let named = world.setting.start == Start::Crowd && world.setting.dims as usize >= ITEM_COUNT;
    let question = CURRENT.items().iter().position(asked).filter(|_| named)?;
    Some(CURRENT.phrase(Side { question: question as u8, upper: true }))
}

/// What the plane's two axes are: across, up.
pub(super) fn axes(world: &LabWorld, plane: LabPlane) -> [String; 2] {
    let belief = |at: u16| match (is_axes(world), at) {
        (true, 0) => "politics: left to right".to_owned(),
        (true, _) => "AI: against to for".to_owned(),
        (false, at) => match held(world, at) {
            Some(phrase) => format!("belief {} \u{2192} {phrase}", at + 1),
            None => format!("belief {}", at + 1),
        },
    };
    match plane {
        LabPlane::Components if is_axes(world) => [belief(0), belief(1)],
        LabPlane::Components if world.setting.dims <= 8 => ["belief 1".to_owned(), "belief 2".to_owned()],
        LabPlane::Components => {
            ["where people differ most".to_owned(), "where they differ second most".to_owned()]
        }
        LabPlane::Beliefs(x, y) => [belief(x), belief(y)],
    }
}
