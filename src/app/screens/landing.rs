//! What happens on the landing once the program runs? The still figure of `index.html` comes to life.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::{Canvas, Div};
use leptos::mount::mount_to;
use leptos::prelude::*;
use normie_descent::chart::Frame;
use normie_descent::protocol::{PLANE_REACH, PlaneFrame};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::plane::Plane;
use crate::app::parts::{Layer, Visible, on_resize};
use crate::app::route::Place;
use crate::app::{App, element};

/// Puts the live figure over the still one, words under it, and a note where the address led nowhere.
pub fn enliven_landing(app: App) {
    let plane: RwSignal<Option<Plane>> = RwSignal::new(None);
    if let Some(slot) = element("figure-live") {
        mount_to(slot, move || view! { <LiveFigure app plane/> }).forget();
    }
    if let Some(slot) = element("figure-words") {
        slot.set_inner_html("");
        mount_to(slot, move || view! { <FigureWords plane/> }).forget();
    }
    if let Some(slot) = element("landing-note") {
        mount_to(slot, move || unknown_address(app)).forget();
    }
}

fn unknown_address(app: App) -> impl IntoView {
    move || match app.place.get() {
        Place::Landing { unknown: Some(name) } => Some(view! {
            <p class="landing-note">
                "there is nothing here called \u{201c}" {name} "\u{201d}. the map and the "
                <a href="#quiz">"quiz"</a> " are still here."
            </p>
        }),
        _ => None,
    }
}

#[component]
fn LiveFigure(app: App, plane: RwSignal<Option<Plane>>) -> impl IntoView {
    let (stage, land, crowd, you) =
        (NodeRef::<Div>::new(), NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new());
    Effect::new(move |_| {
        let (Some(stage), Some(land), Some(crowd), Some(you)) =
            (stage.get(), land.get(), crowd.get(), you.get())
        else {
            return;
        };
        if plane.get_untracked().is_some() {
            return;
        }
        let visible = Visible::watch(&stage);
        let world = Plane::new(app, [land, crowd, you].map(Layer::new), visible);
        plane.set(Some(world));
        world.open();
        on_resize(&stage, move || world.redraw());
    });
    // The still figure steps back as soon as there is a live one to see.
    Effect::new(move |_| {
        let drawn = plane.get().is_some_and(|world| world.drawn.get());
        if let (true, Some(figure)) =
            (drawn, stage.get().and_then(|stage| stage.closest(".figure-box").ok()?))
        {
            figure.set_class_name("figure-box alive");
        }
    });
    // Anything that may end a pause: coming into view, coming back to the tab, other inks.
    Effect::new(move |_| {
        app.inks.track();
        if let Some(world) = plane.get() {
            if world.seen() {
                world.keep_going();
            }
            world.redraw();
        }
    });
    let shown_again = window_event_listener_untyped("visibilitychange", move |_| {
        if let Some(world) = plane.get_untracked() {
            world.keep_going();
        }
    });
    on_cleanup(move || shown_again.remove());

    let point = move |event: &PointerEvent| {
        let bounds = stage.get_untracked()?.get_bounding_client_rect();
        let across = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
        let down = (f64::from(event.client_y()) - bounds.top()) / bounds.height();
        Some(Frame::square([1, 1], PLANE_REACH).point([across as f32, down as f32]))
    };
    let put = move |event: &PointerEvent, held: bool| {
        if let (Some(world), Some(spot)) = (plane.get_untracked(), point(event)) {
            world.put(spot, held);
        }
    };
    let take = move |event: PointerEvent| {
        event.prevent_default();
        event.stop_propagation();
        if let Some(handle) = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
        {
            // Without capture the dot is dropped at the edge, which is harmless.
            let _ = handle.set_pointer_capture(event.pointer_id());
            crate::app::focus(&handle);
        }
        put(&event, true);
    };
    let drag = move |event: PointerEvent| {
        if event.buttons() != 0 {
            put(&event, true);
        }
    };
    let drop = move |_: PointerEvent| {
        if let Some(world) = plane.get_untracked() {
            world.release();
        }
    };
    let arrow = move |event: KeyboardEvent| {
        let far = if event.shift_key() { 1.0 } else { 0.25 };
        let way = match event.key().as_str() {
            "ArrowLeft" => [-far, 0.0],
            "ArrowRight" => [far, 0.0],
            "ArrowUp" => [0.0, far],
            "ArrowDown" => [0.0, -far],
            _ => return,
        };
        event.prevent_default();
        if let Some(world) = plane.get_untracked() {
            world.nudge(way);
        }
    };
    let here = move || plane.get().and_then(|world| world.frame.with(|frame| Some(frame.as_ref()?.you)));
    let place = move |axis: usize| {
        here().map(|you| {
            let [x, y] = Frame::square([100, 100], PLANE_REACH).place(you);
            let per_cent = if axis == 0 { x } else { y };
            format!("{}%", libm::roundf(per_cent * 10.0) / 10.0)
        })
    };
    view! {
        <div class="figure-canvases" node_ref=stage on:pointerup=move |event| put(&event, false)>
            <canvas node_ref=land aria-hidden="true"></canvas>
            <canvas node_ref=crowd aria-hidden="true"></canvas>
            <canvas node_ref=you aria-hidden="true"></canvas>
            <div
                class="you-handle"
                class:waiting=move || here().is_none()
                tabindex="0"
                role="application"
                aria-roledescription="dot on a map"
                aria-label="you. arrow keys move you; then you slide."
                style:left=move || place(0)
                style:top=move || place(1)
                on:pointerdown=take
                on:pointermove=drag
                on:pointerup=move |event: PointerEvent| { event.stop_propagation(); drop(event) }
                on:pointercancel=drop
                on:keydown=arrow
            ></div>
        </div>
    }
}

#[component]
fn FigureWords(plane: RwSignal<Option<Plane>>) -> impl IntoView {
    let frame = move || plane.get().and_then(|world| world.frame.get());
    let refused = move || plane.get().and_then(|world| world.refused.get());
    let status = move || refused().or_else(|| frame().map(|frame| words(&frame)));
    // Said aloud only when it comes to rest: sixty sentences a second help nobody.
    let aloud = Memo::new(move |_| {
        refused().or_else(|| frame().filter(|f| f.settled).map(|f| words(&f) + verdict(&f)))
    });
    view! {
        <div class="figure-under">
            <p class="figure-verdict">
                {move || frame().map_or("drag the dot. or tap anywhere.", |frame| verdict(&frame))}
            </p>
            <button
                class="button small quiet"
                data-action="again"
                on:click=move |_| { if let Some(world) = plane.get_untracked() { world.again() } }
            >"again"</button>
            <p class="figure-status" data-value="day" data-day=move || frame().map(|frame| frame.day)>
                {move || status().unwrap_or_else(|| "day 0".to_owned())}
            </p>
            <p class="unseen" role="status">{aloud}</p>
        </div>
    }
}

/// The picture in words.
fn words(frame: &PlaneFrame) -> String {
    let PlaneFrame { day, tribes, loners, you_in_tribe, .. } = frame;
    let tribes = match tribes {
        0 => "no tribe yet".to_owned(),
        1 => "1 tribe".to_owned(),
        more => format!("{more} tribes"),
    };
    let loners = if *loners == 1 { "1 loner".to_owned() } else { format!("{loners} loners") };
    let you = if *you_in_tribe { "in a tribe" } else { "loner" };
    format!("day {day}: {tribes}, {loners}. you: {you}")
}

fn verdict(frame: &PlaneFrame) -> &'static str {
    match (frame.settled, frame.you_in_tribe) {
        (_, true) => " nobody argued with you. you just scrolled.",
        (true, false) => " you stayed out. try somewhere nearer.",
        (false, false) => " drag the dot. or tap anywhere.",
    }
}
