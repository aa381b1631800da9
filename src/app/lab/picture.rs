//! Drawing of the world on the stage.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::describe::axes;
use super::playback::Run;
use crate::app::parts::{Layer, Live, NO_CANVAS, follow, on_resize, scale};
use drift::AgentId;
use picture::chart::{Viewport, draw_crowd_relief, draw_walker, nearest, next_towards, splat_markers};

/// The stage's picture, as HTML.
pub(super) const PICTURE: &str = r#"<div class="stage-box"><div class="stage-canvases">
    <canvas aria-hidden="true"></canvas><canvas aria-hidden="true"></canvas><canvas aria-hidden="true"></canvas>
    <div class="ring" hidden></div>
    <div class="picker" tabindex="0" role="application" aria-roledescription="map of people"
    aria-label="people on the map. arrow keys go from one to the next; you hear who it is below."></div>
    <div class="you-handle waiting" tabindex="0" role="application" aria-roledescription="dot on a map"
    aria-label="you. arrow keys move you."></div>
    <p class="stage-waits">the engine is on its way.</p></div>
    <p class="axis-x"></p><p class="axis-y"></p></div>"#;

/// Pixels of the page within which a tap means somebody.
const TOUCH: f32 = 26.0;

/// The same for a mouse that only points.
const HOVER: f32 = 8.0;

/// Radius of a sign in a crowd of two thousand, in pixels of the page.
const SIGN: f32 = 2.7;

/// Keeps the picture, and lets fingers and keys at it.
pub(super) fn keep_picture(live: &Live, run: Run) {
    let Some(stage) = live.find(".stage-canvases") else { return };
    let Some(layers) = live.canvases::<3>(".stage-canvases").map(|canvases| canvases.map(Layer::new)) else {
        return;
    };
    let drawable = layers.iter().all(Layer::prepare);
    let resized = RwSignal::new(0u32);
    on_resize(&stage, move || resized.update(|times| *times += 1));
    let land_again = StoredValue::new(true);
    follow(Box::new(move || {
        resized.track();
        run.app().palette.track();
        land_again.set_value(true);
    }));
    follow(Box::new(move || {
        resized.track();
        run.app().palette.track();
        run.came.track();
        draw(run, &layers, land_again);
    }));
    for (selector, which) in [(".axis-x", 0), (".axis-y", 1)] {
        live.text(selector, move || run.world.with(|world| axes(world, run.plane.get())[which].clone()));
    }
    live.attribute(".stage-waits", "hidden", move || {
        run.frame.with(|frame| drawable && frame.is_some()).then(String::new)
    });
    if !drawable && let Some(waits) = live.find(".stage-waits") {
        waits.set_text_content(Some(NO_CANVAS));
    }
    keep_handle(live, run, &stage);
    keep_picker(live, run, stage);
}

/// The frame of the plane on a picture of `size` pixels.
pub(super) fn frame_of(run: Run, size: [u32; 2]) -> Option<Viewport> {
    let [x, y, reach] = run.frame.with_untracked(|frame| frame.as_ref().map(|frame| frame.view))?;
    Some(Viewport { size, x: [x - reach, x + reach], y: [y - reach, y + reach] })
}

/// Radius of a sign among so many people, in pixels of the page.
pub(super) fn sign_radius(people: usize) -> f32 {
    let crowding = f32::sqrt(f32::sqrt(2_000.0 / people.max(1) as f32));
    (SIGN * crowding).clamp(1.4, 4.5)
}

fn draw(run: Run, [land, crowd, you]: &[Layer; 3], land_again: StoredValue<bool>) {
    if run.frame.with_untracked(Option::is_none) {
        return;
    }
    let (palette, scale) = (run.app().palette.get_untracked(), scale());
    let mut trouble = None;
    if run.surveyed() || land_again.get_value() {
        land_again.set_value(false);
        if let (Some(size), Some(sheet)) = (land.fresh(scale), land.sheet())
            && let Some(frame) = frame_of(run, size)
        {
            trouble =
                run.with(|inside| draw_crowd_relief(&sheet, &inside.points, &frame, &palette, scale)).err();
        }
    }
    // Thousands of soft dots need no third pixel.
    let soft = if run.with(|inside| inside.points.len()) > 10_000 { 1.5 } else { scale.min(2.0) };
    if let Some(size) = crowd.fresh(soft)
        && let Some(frame) = frame_of(run, size)
    {
        let pixels = run.with(|inside| {
            let radius = soft * sign_radius(inside.points.len() / 2);
            splat_markers(&inside.points, &inside.signs, &frame, radius, &palette)
        });
        crowd.put(&pixels, size);
    }
    if let (Some(size), Some(sheet)) = (you.fresh(scale), you.sheet())
        && let Some(frame) = frame_of(run, size)
    {
        let drawn = run.with(|inside| draw_walker(&sheet, &inside.trail, &frame, &palette, scale, "you"));
        trouble = drawn.err().or(trouble);
    }
    if let Some(trouble) = trouble {
        leptos::logging::error!("the map cannot be drawn: {trouble}");
    }
}

/// Puts an element where a point of the plane is.
fn stand(element: &HtmlElement, run: Run, point: [f32; 2]) {
    let Some(frame) = frame_of(run, [1000, 1000]) else { return };
    let at = frame.place(point).map(|at| at.clamp(0.0, 1000.0) as u32);
    for (side, at) in ["left", "top"].into_iter().zip(at) {
        if element.style().set_property(side, &format!("{}.{}%", at / 10, at % 10)).is_err() {
            leptos::logging::error!("a mark cannot be moved");
        }
    }
}

/// The point of the plane under a pointer, and how much of the plane a pixel is.
fn under(event: &PointerEvent, stage: &HtmlElement, run: Run) -> Option<([f32; 2], f32)> {
    let bounds = stage.get_bounding_client_rect();
    let frame = frame_of(run, [1, 1])?;
    let across = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
    let down = (f64::from(event.client_y()) - bounds.top()) / bounds.height();
    Some((frame.point([across as f32, down as f32]), (frame.x[1] - frame.x[0]) / bounds.width() as f32))
}

/// Finger, mouse and keys move "you".
fn keep_handle(live: &Live, run: Run, stage: &HtmlElement) {
    let Some(handle) = live.find(".you-handle") else { return };
    let dot = handle.clone();
    follow(Box::new(move || {
        if let Some(you) = run.frame.with(|frame| frame.as_ref().map(|frame| frame.you)) {
            dot.set_class_name("you-handle");
            stand(&dot, run, you);
        }
    }));
    let put = {
        let stage = stage.clone();
        move |event: &Event| {
            if let Some((spot, _)) = event.dyn_ref().and_then(|event| under(event, &stage, run)) {
                run.place(spot);
            }
        }
    };
    let taken = put.clone();
    live.on(".you-handle", "pointerdown", move |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<PointerEvent>() {
            // Without capture the dot is dropped at the edge, which is harmless.
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
        crate::app::document::focus(&handle);
        taken(&event);
    });
    live.on(".you-handle", "pointermove", move |event| {
        if event.dyn_ref::<PointerEvent>().is_some_and(|event| event.buttons() != 0) {
            put(&event);
        }
    });
    live.on(".you-handle", "click", |event| event.stop_propagation());
    live.on(".you-handle", "keydown", move |event| {
        let Some((way, far)) = arrow(&event) else { return };
        event.prevent_default();
        let you = run.frame.with_untracked(|frame| frame.as_ref().map(|frame| (frame.you, frame.view[2])));
        if let Some((you, reach)) = you {
            let step = reach * if far { 0.3 } else { 0.07 };
            run.place([you[0] + step * way[0], you[1] + step * way[1]]);
        }
    });
}

/// An arrow key's direction, and whether it goes far.
fn arrow(event: &Event) -> Option<([f32; 2], bool)> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let way = match event.key().as_str() {
        "ArrowLeft" => [-1.0, 0.0],
        "ArrowRight" => [1.0, 0.0],
        "ArrowUp" => [0.0, 1.0],
        "ArrowDown" => [0.0, -1.0],
        _ => return None,
    };
    Some((way, event.shift_key()))
}

/// Finger, mouse and keys look closely at somebody.
fn keep_picker(live: &Live, run: Run, stage: HtmlElement) {
    let at = move |event: &PointerEvent, reach: f32| {
        let (spot, pixel) = under(event, &stage, run)?;
        let (person, far) = run.with(|inside| nearest(&inside.points, spot))?;
        (far < reach * pixel).then_some(AgentId(person as u32))
    };
    let touched = at.clone();
    live.on(".picker", "click", move |event| {
        if let Some(person) = event.dyn_ref().and_then(|event| touched(event, TOUCH)) {
            run.meet(Some(person));
        }
    });
    // A mouse need not press to point.
    let pointed = StoredValue::new(None);
    live.on(".picker", "pointermove", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "mouse")
        else {
            return;
        };
        let person = at(event, HOVER);
        if person != pointed.get_value() {
            pointed.set_value(person);
            if person.is_some() {
                run.meet(person);
            }
        }
    });
    live.on(".picker", "keydown", move |event| {
        let Some((way, _)) = arrow(&event) else { return };
        event.prevent_default();
        let from = run.person.with_untracked(|person| person.as_ref().and_then(|person| person.person));
        let next = run.with(|inside| match from {
            Some(from) => next_towards(&inside.points, from.index(), way),
            // From where you are.
            None => nearest(&inside.points, *inside.trail.last()?).map(|(person, _)| person),
        });
        if let Some(person) = next {
            run.meet(Some(AgentId(person as u32)));
        }
    });
    let Some(ring) = live.find(".ring") else { return };
    follow(Box::new(move || {
        run.came.track();
        let who = run.person.with(|person| person.as_ref().and_then(|person| person.person));
        let at = who.and_then(|who| {
            run.with(|inside| {
                let at = 2 * who.index();
                inside.points.get(at..at + 2).map(|point| [point[0], point[1]])
            })
        });
        ring.set_hidden(at.is_none());
        if let Some(at) = at {
            stand(&ring, run, at);
        }
    }));
}
