//! Exports of a world: tables and pictures, written in the page.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, Url};

use super::describe::status;
use super::picture::{frame_of, sign_radius};
use super::playback::Run;
use crate::app::parts::Live;
use crate::protocol::{FromWorker, LabRequest};
use drift::Decimal;
use link::encode_world;
use picture::chart::{MARKERS, Palette};
use quiz::format::percent;

/// The buttons, as HTML.
pub(super) const EXPORT: &str = r#"<details class="lever-group"><summary>take it home</summary>
    <p class="controls"><button class="button small" data-action="save-people">people (CSV)</button>
    <button class="button small" data-action="save-days">days (CSV)</button>
    <button class="button small" data-action="save-png">picture (PNG)</button>
    <button class="button small" data-action="save-svg">picture (SVG)</button>
    <button class="button small quiet" data-action="stop-saving" hidden>stop</button></p>
    <p class="saved" role="status"></p></details>"#;

const NO_PICTURE: &str = "this browser gives no picture away.";

/// How long a browser may take to make a file of the picture; some never do, without an event.
const PICTURE_LIMIT: Duration = Duration::from_secs(6);

/// Lets things be taken home.
pub(super) fn keep_export(live: &Live, run: Run) {
    let said = RwSignal::new(String::new());
    let writing = RwSignal::new(false);
    live.text(".saved", move || said.get());
    live.attribute("[data-action=stop-saving]", "hidden", move || (!writing.get()).then(String::new));
    live.on("[data-action=stop-saving]", "click", move |_| {
        writing.set(false);
        said.set("stopped.".to_owned());
    });
    live.on("[data-action=save-people]", "click", move |_| {
        if !writing.get_untracked() {
            run.pause();
            writing.set(true);
            write_people(run, 0, Rc::new(Array::new()), said, writing);
        }
    });
    live.on("[data-action=save-days]", "click", move |_| {
        save(&Array::of1(&days(run).into()), "text/csv", "normie-days.csv", said);
    });
    live.on("[data-action=save-svg]", "click", move |_| {
        save(&Array::of1(&svg(run).into()), "image/svg+xml", "normie-world.svg", said);
    });
    let canvases = live.canvases::<3>(".stage-canvases");
    live.on("[data-action=save-png]", "click", move |_| {
        if canvases.as_ref().and_then(|canvases| picture(canvases, run, said)).is_none() {
            said.set(NO_PICTURE.to_owned());
        }
    });
}

/// Asks for the table stretch by stretch, so that it can be given up.
fn write_people(run: Run, from: u32, parts: Rc<Array>, said: RwSignal<String>, writing: RwSignal<bool>) {
    run.ask_for(LabRequest::Table { from }, move |answer| {
        // The lab may be gone, or the visitor tired of it.
        if writing.try_get_untracked() != Some(true) {
            return;
        }
        match answer {
            FromWorker::LabTable { text, next, .. } => {
                parts.push(&text.into());
                match next {
                    Some(next) => {
                        let people = run.frame.with_untracked(|frame| frame.as_ref().map_or(1, |f| f.people));
                        said.set(format!("written: {}", percent(f64::from(next) / f64::from(people))));
                        write_people(run, next, parts, said, writing);
                    }
                    None => {
                        writing.set(false);
                        save(&parts, "text/csv", "normie-people.csv", said);
                    }
                }
            }
            FromWorker::Refused { sentence, .. } => {
                writing.set(false);
                said.set(sentence);
            }
            _ => writing.set(false),
        }
    });
}

/// Everything measured so far, comma-separated.
fn days(run: Run) -> String {
    let mut text =
        "day,tribes,effective_tribes,diversity,effective_dimensions,polarisation,mean_bits,your_bits,away,outsiders_in_tribes\n"
            .to_owned();
    run.past.with_untracked(|past| {
        for (m, yours) in past {
            let numbers = [
                m.effective_clusters,
                m.diversity,
                m.dimensions,
                m.polarisation,
                m.bits,
                f64::from(*yours),
                m.away,
            ];
            let number = |&x: &f64| if x.is_nan() { ",".to_owned() } else { format!(",{}", Decimal(x)) };
            let numbers: String = numbers.iter().map(number).collect();
            text += &format!("{},{}{numbers},{}\n", m.day, m.clusters.len(), m.outsiders[0]);
        }
    });
    text
}

/// The map as a drawing: people by sign, you, and the line in words.
fn svg(run: Run) -> String {
    let palette = run.app().palette.get_untracked();
    let Some(frame) = frame_of(run, [10_000, 10_000]) else { return String::new() };
    let hex = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
    let place = |point: [f32; 2]| {
        let [x, y] = frame.place(point).map(|at| at.clamp(-20_000.0, 30_000.0) as i32);
        format!("{} {}", Decimal(f64::from(x) / 10.0), Decimal(f64::from(y) / 10.0))
    };
    let mut paths = vec![String::new(); MARKERS + 1];
    let mut radius = 2.0;
    run.with(|inside| {
        radius = 1.8 * sign_radius(inside.points.len() / 2);
        for (person, point) in inside.points.chunks_exact(2).enumerate() {
            let sign = inside.signs.get(person).copied().unwrap_or(-1.0);
            let kind = if sign < 0.0 { MARKERS } else { sign as usize % MARKERS };
            let r = Decimal(f64::from(radius));
            // Discs, squares, triangles, crosses, diamonds and rings, each around the person's place.
            let shape = match kind {
                0 => format!("m-{r} 0a{r} {r} 0 1 0 {0} 0a{r} {r} 0 1 0-{0} 0z", Decimal(2.0 * r.0)),
                1 => format!("m-{r}-{r}h{0}v{0}h-{0}z", Decimal(2.0 * r.0)),
                2 => format!("m0-{r}l{r} {0}h-{0}z", Decimal(2.0 * r.0)),
                3 => format!("m-{r} 0h{0}m-{r}-{r}v{0}", Decimal(2.0 * r.0)),
                4 => format!("m0-{r}l{r} {r}-{r} {r}-{r}-{r}z"),
                5 => format!("m-{r} 0a{r} {r} 0 1 0 {0} 0a{r} {r} 0 1 0-{0} 0z", Decimal(2.0 * r.0)),
                _ => "h.1".to_owned(),
            };
            paths[kind] += &format!("M{}{shape}", place([point[0], point[1]]));
        }
    });
    let mut drawn = String::new();
    for (kind, path) in paths.iter().enumerate().filter(|(_, path)| !path.is_empty()) {
        let (fill, stroke, width) = match kind {
            3 | 5 => ("none".to_owned(), hex(palette.clusters[kind]), 2),
            MARKERS => ("none".to_owned(), hex(palette.crowd), 3),
            kind => (hex(palette.clusters[kind]), "none".to_owned(), 0),
        };
        drawn += &format!(
            "<path d=\"{path}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{width}\" stroke-linecap=\"round\" opacity=\".7\"/>"
        );
    }
    let (you, said) = run.frame.with_untracked(|frame| {
        frame.as_ref().map(|frame| (place(frame.you), status(frame))).unwrap_or_default()
    });
    let link = run.world.with_untracked(encode_world).replace('&', "&amp;");
    let changed = run.ruled.get_untracked().map(|day| format!(", these rules since day {day} only"));
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 1040 1110" role="img"><title>{said}</title>
<desc>normie descent, #{link}{changed}</desc><rect x="-20" y="-20" width="1040" height="1110" fill="{background}"/>
<rect width="1000" height="1000" fill="none" stroke="{line}"/>{drawn}
<path d="M{you}h.1" stroke="{background}" stroke-width="26" stroke-linecap="round"/>
<path d="M{you}h.1" stroke="{hot}" stroke-width="18" stroke-linecap="round"/>
<text x="0" y="1050" font-family="Georgia, serif" font-size="30" fill="{line}">{said}</text></svg>
"##,
        changed = changed.unwrap_or_default(),
        background = hex(palette.background),
        line = hex(palette.ink),
        hot = hex(palette.you),
    )
}

/// The layers of the stage as a picture, with the line in words below.
fn picture(layers: &[HtmlCanvasElement; 3], run: Run, said: RwSignal<String>) -> Option<()> {
    const SIDE: u32 = 1200;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(SIDE);
    canvas.set_height(SIDE + 90);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let Palette { background, ink, .. } = run.app().palette.get_untracked();
    let rgb = |[r, g, b]: [u8; 3]| format!("rgb({r}, {g}, {b})");
    context.set_fill_style_str(&rgb(background));
    context.fill_rect(0.0, 0.0, f64::from(SIDE), f64::from(SIDE + 90));
    for layer in layers {
        let side = f64::from(SIDE);
        context.draw_image_with_html_canvas_element_and_dw_and_dh(layer, 0.0, 0.0, side, side).ok()?;
    }
    context.set_fill_style_str(&rgb(ink));
    context.set_font("32px Georgia, serif");
    let words = run.frame.with_untracked(|frame| frame.as_ref().map(status)).unwrap_or_default();
    context.fill_text(&words, 24.0, f64::from(SIDE) + 56.0).ok()?;
    let answered = Rc::new(Cell::new(false));
    let answers = answered.clone();
    let then = Closure::once_into_js(move |blob: JsValue| {
        answers.set(true);
        match blob.dyn_into::<Blob>() {
            Ok(blob) => save_blob(&blob, "normie-world.png", said),
            Err(_) => _ = said.try_set(NO_PICTURE.to_owned()),
        }
    });
    canvas.to_blob(then.unchecked_ref()).ok()?;
    let late = move || {
        if !answered.get() {
            // The lab may be gone.
            _ = said.try_set(NO_PICTURE.to_owned());
        }
    };
    set_timeout(late, PICTURE_LIMIT);
    Some(())
}

fn save(parts: &Array, kind: &str, name: &str, said: RwSignal<String>) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    match Blob::new_with_str_sequence_and_options(parts, &options) {
        Ok(blob) => save_blob(&blob, name, said),
        Err(_) => said.set("there is no memory for it.".to_owned()),
    }
}

/// Saves as browsers save.
fn save_blob(blob: &Blob, name: &str, said: RwSignal<String>) {
    let saved = || -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(blob)?;
        let saved = crate::app::parts::save(&url, name);
        // An address that cannot be given back costs memory until the page is left, and nothing else.
        let _ = Url::revoke_object_url(&url);
        saved
    };
    // The lab may be gone by the time a picture is made.
    _ = said.try_set(match saved() {
        Ok(()) => format!("saved: {name}"),
        Err(_) => "this browser would not save it.".to_owned(),
    });
}
