//! The landing's figure: the still one of `index.html`, and its controls once the program runs.

use std::time::Duration;

use crate::protocol::{PLANE_REACH, PlaneFrame};
use leptos::prelude::*;
use picture::chart::Viewport;
use quiz::format::one_decimal;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::LandingContext;
use super::plane::Plane;
use super::plane_layers::PlaneLayers;
use crate::app::document::element;
use crate::app::parts::{Layer, Live, Visible, follow, on_resize};
use crate::app::route::Route;

/// Puts the live figure over the still one, words under it, and a note where the address led nowhere.
pub(super) fn enliven_landing(landing: LandingContext, figure: &HtmlElement) {
    if let Some(words) = element("figure-words")
        && let Some(plane) = live_figure(landing, figure)
    {
        figure_words(plane, &words);
    }
    if let Some(slot) = element("landing-note") {
        let note = Live::write(&slot, UNKNOWN_ADDRESS);
        let name = move || match landing.place.get() {
            Route::Landing { unknown } => unknown,
            _ => None,
        };
        note.text("b", move || name().unwrap_or_default());
        note.attribute("p", "hidden", move || name().is_none().then(String::new));
    }
}

const UNKNOWN_ADDRESS: &str = r##"<p class="landing-note" hidden>there is nothing here called “<b></b>”. the map
    and the <a href="#quiz">quiz</a> are still here.</p>"##;

const FIGURE: &str = r#"<div class="figure-canvases">
    <canvas aria-hidden="true"></canvas><canvas aria-hidden="true"></canvas><canvas aria-hidden="true"></canvas>
    <div class="you-handle waiting" tabindex="0" role="application" aria-roledescription="dot on a map"
    aria-label="you. arrow keys move you; then you slide."></div></div>"#;

/// The map that moves, and the handle on "you".
fn live_figure(landing: LandingContext, slot: &HtmlElement) -> Option<Plane> {
    let live = Live::write(slot, FIGURE);
    let (stage, handle) = (live.find(".figure-canvases")?, live.find(".you-handle")?);
    let layers = live.canvases(".figure-canvases")?.map(Layer::new);
    let plane = Plane::new(landing, PlaneLayers::new(layers), Visible::watch(&stage));
    plane.open();
    set_timeout(move || plane.prepare(), Duration::ZERO);
    on_resize(&stage, move || plane.redraw());
    // The still figure steps back as soon as there is a live one to see.
    let figure = slot.closest(".figure-box").ok()?;
    follow(Box::new(move || {
        if let (true, Some(figure)) = (plane.drawn.get(), &figure)
            && figure.class_name() != "figure-box alive"
        {
            figure.set_class_name("figure-box alive");
        }
    }));
    // Anything that may end a pause: coming into view, coming back to the tab, another palette.
    follow(Box::new(move || {
        landing.palette.track();
        if plane.seen() {
            plane.keep_going();
        }
        plane.redraw();
    }));
    let shown_again = window_event_listener_untyped("visibilitychange", move |_| plane.keep_going());
    on_cleanup(move || shown_again.remove());
    let dot = handle.clone();
    follow(Box::new(move || {
        move_handle(&dot, plane.you.get());
    }));
    handle_you(plane, &live, stage, handle);
    Some(plane)
}

/// Puts the handle where "you" are, in per cent of the figure.
fn move_handle(handle: &HtmlElement, you: Option<[f32; 2]>) {
    let Some(you) = you else { return };
    let per_cent = Viewport::square([100, 100], PLANE_REACH).place(you);
    let one_decimal = per_cent.map(|at| format!("{}%", one_decimal(at.into())));
    // Once is enough: styles are computed again each time.
    if handle.class_name() != "you-handle" {
        handle.set_class_name("you-handle");
    }
    for (side, at) in ["left", "top"].into_iter().zip(one_decimal) {
        if handle.style().set_property(side, &at).is_err() {
            leptos::logging::error!("the dot cannot be moved");
        }
    }
}

/// Finger, mouse and keys move "you".
fn handle_you(plane: Plane, live: &Live, stage: HtmlElement, handle: HtmlElement) {
    let put = move |event: &PointerEvent, held: bool| {
        let bounds = stage.get_bounding_client_rect();
        let across = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
        let down = (f64::from(event.client_y()) - bounds.top()) / bounds.height();
        plane.put(Viewport::square([1, 1], PLANE_REACH).point([across as f32, down as f32]), held);
    };
    let pointer = move |then: Box<dyn Fn(&PointerEvent)>| {
        move |event: Event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                then(event);
            }
        }
    };
    let tapped = put.clone();
    live.on(".figure-canvases", "pointerup", pointer(Box::new(move |event| tapped(event, false))));
    let taken = put.clone();
    live.on(
        ".you-handle",
        "pointerdown",
        pointer(Box::new(move |event| {
            event.prevent_default();
            // Without capture the dot is dropped at the edge, which is harmless.
            let _ = handle.set_pointer_capture(event.pointer_id());
            crate::app::document::focus(&handle);
            taken(event, true);
        })),
    );
    live.on(
        ".you-handle",
        "pointermove",
        pointer(Box::new(move |event| {
            if event.buttons() != 0 {
                put(event, true);
            }
        })),
    );
    for end in ["pointerup", "pointercancel"] {
        live.on(".you-handle", end, move |event| {
            // Not a tap on the map below.
            event.stop_propagation();
            plane.release();
        });
    }
    live.on(".you-handle", "keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            nudge(plane, event);
        }
    });
}

/// Arrow keys move "you" a quarter of a standard deviation; with shift, a whole one.
fn nudge(plane: Plane, event: &KeyboardEvent) {
    let far = if event.shift_key() { 1.0 } else { 0.25 };
    let way = match event.key().as_str() {
        "ArrowLeft" => [-far, 0.0],
        "ArrowRight" => [far, 0.0],
        "ArrowUp" => [0.0, far],
        "ArrowDown" => [0.0, -far],
        _ => return,
    };
    event.prevent_default();
    plane.nudge(way);
}

const WORDS: &str = r#"<div class="figure-under"><p class="figure-verdict"></p>
    <span class="figure-ways"><button class="button small quiet" data-action="replay">replay</button>
    <button class="button small quiet" data-action="again">new crowd</button></span>
    <p class="figure-status" data-value="day"></p><p class="unseen" role="status"></p></div>"#;

/// What the picture shows, in words.
fn figure_words(plane: Plane, slot: &HtmlElement) {
    let live = Live::write(slot, WORDS);
    let frame = move || plane.frame.get();
    let refused = move || plane.refused.get();
    live.on("[data-action=replay]", "click", move |_| plane.replay());
    live.on("[data-action=again]", "click", move |_| plane.another());
    live.text(".figure-verdict", move || {
        frame().map_or("drag the dot. or tap anywhere.", |frame| verdict(&frame)).to_owned()
    });
    live.text(".figure-status", move || {
        refused().or_else(|| frame().map(|frame| words(&frame))).unwrap_or_else(|| "day 0".to_owned())
    });
    live.attribute(".figure-status", "data-day", move || frame().map(|frame| frame.day.to_string()));
    // Said aloud only when it comes to rest: sixty sentences a second help nobody.
    let aloud = Memo::new(move |_| {
        refused().or_else(|| frame().filter(|f| f.settled).map(|f| words(&f) + verdict(&f)))
    });
    live.text("[role=status]", move || aloud.get().unwrap_or_default());
}

/// The picture in words.
fn words(frame: &PlaneFrame) -> String {
    let PlaneFrame { day, clusters, unclustered, you_in_cluster, .. } = frame;
    let clusters = match clusters {
        0 => "no tribe yet".to_owned(),
        1 => "1 tribe".to_owned(),
        more => format!("{more} tribes"),
    };
    let unclustered = if *unclustered == 1 { "1 loner".to_owned() } else { format!("{unclustered} loners") };
    let you = if *you_in_cluster { "in a tribe" } else { "loner" };
    format!("day {day}: {clusters}, {unclustered}. you: {you}")
}

fn verdict(frame: &PlaneFrame) -> &'static str {
    match (frame.settled, frame.you_in_cluster) {
        (_, true) => " nobody argued with you. you just scrolled.",
        (true, false) => " you stayed out. try somewhere nearer.",
        (false, false) => " drag the dot. or tap anywhere.",
    }
}
